import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonAction } from '../../machines/types.ts';
import { recordAs } from '../../src/acting/record-as.ts';
import type { OpenDatabase } from '../../src/db/database.ts';
import { EvidenceStore } from '../../src/evidence/evidence-store.ts';
import type { ReceivedFile } from '../../src/evidence/evidence-types.ts';
import { createWeb } from '../../src/web/app.ts';
import { evidencePath } from '../../src/web/paths.ts';
import type { WebApp } from '../../src/web/web-parts.ts';
import { pdf } from '../evidence/sample-files.ts';
import { indicatorOf } from '../machines/office.ts';
import { EVERY_POST_HELD, personWho, staffed } from '../notices/staffed.ts';
import { databaseFlavours, type TestDatabase } from '../support/databases.ts';
import { Office } from './office.ts';
import { cookieFor, partsOf, readPage, signedIn } from './pages.ts';

const plan = staffed(
  EVERY_POST_HELD,
  ['1.1.1', '1.1.2'].map((code) => indicatorOf('milestone', { code })),
);
const other = {
  ...staffed([personWho('elsewhere', 'focal')], [indicatorOf('milestone', { code: '1.1.1' })]),
  id: 'other-2021-22',
};
const FOCAL = 'the-focal@office.example';
const NAME = 'অফিস আদেশ (চূড়ান্ত).pdf';

describe('A file that was uploaded as evidence', () => {
  let stored: TestDatabase;
  let database: OpenDatabase;
  let office: Office;
  const folder = mkdtempSync(join(tmpdir(), 'suchok-download-'));
  const logged: [object, string][] = [];
  const logger = { info: () => {}, warn: () => {}, error: (...args: [object, string]) => void logged.push(args) };
  const evidence = new EvidenceStore({ folder, scanner: null, logger, realNow: () => Date.now() });
  let hash: string;

  beforeAll(async () => {
    stored = await databaseFlavours[0]!.create();
    database = await stored.open();
    office = new Office(database, '2022-03-02T10:00:00');
    await office.apply(plan);
    await office.apply(other);
    const paper = await record('1.1.1', NAME);
    hash = paper.evidenceFile.hash;
  });
  afterAll(async () => {
    await database.close();
    await stored.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const parts = () => ({ ...partsOf(database, office.clock), evidence, logger: logger as never });
  const pagesFor = (address: string): WebApp =>
    signedIn(createWeb(parts()), cookieFor(database, office.clock, address));

  async function record(code: string, name: string): Promise<ReceivedFile> {
    const paper = (await evidence.receive(name, Readable.from([Buffer.from(pdf(name))]), FOCAL)) as ReceivedFile;
    const action: PersonAction = {
      type: 'completeStep',
      step: 'design',
      evidence: [{ reference: 'Memo 7', date: null, file: paper.evidenceFile }],
      note: null,
    };
    const {
      database: { db },
      engine,
      clock,
    } = parts();
    const viewer = { address: FOCAL, isAdministrator: false };
    await recordAs({ db, engine, clock, evidence }, viewer, { planId: plan.id, code, action, papers: [paper] });
    return paper;
  }

  it('is sent to be saved under its name, and never shown as a page of ours', async () => {
    const answer = await pagesFor('the-head@office.example').request(evidencePath(plan.id, '1.1.1', hash));
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.from(pdf(NAME)))).toBe(true);
    const headers = Object.fromEntries(answer.headers);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(pdf(NAME).length),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    const [, encoded] = /^attachment; filename="evidence\.pdf"; filename\*=UTF-8''([\w.%-]+)$/.exec(
      headers['content-disposition']!,
    )!;
    expect(decodeURIComponent(encoded!)).toBe(NAME);
  });

  it('keeps a plain name as it is', async () => {
    const paper = await record('1.1.2', 'order (final), no. 7.pdf');
    const answer = await pagesFor(FOCAL).request(evidencePath(plan.id, '1.1.2', paper.evidenceFile.hash));
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="order (final), no. 7.pdf"; filename*=UTF-8''order%20%28final%29%2C%20no.%207.pdf`,
    );
    await answer.body?.cancel();
  });

  it('is told of without being sent to whoever asks for the head alone', async () => {
    const answer = await pagesFor(FOCAL).request(evidencePath(plan.id, '1.1.1', hash), { method: 'HEAD' });
    expect([answer.status, answer.headers.get('content-length')]).toEqual([200, String(pdf(NAME).length)]);
    expect(await answer.text()).toBe('');
  });

  it('is not there for others, under other indicators, or by other hashes', async () => {
    const statusOf = async (address: string, path: string) => (await pagesFor(address).request(path)).status;
    expect(await statusOf('elsewhere@office.example', evidencePath(plan.id, '1.1.1', hash))).toBe(404);
    expect(await statusOf('elsewhere@office.example', evidencePath(other.id, '1.1.1', hash))).toBe(404);
    expect(await statusOf(FOCAL, evidencePath(plan.id, '1.1.2', hash))).toBe(404);
    expect(await statusOf(FOCAL, evidencePath(plan.id, '9.9.9', hash))).toBe(404);
    expect(await statusOf(FOCAL, evidencePath(plan.id, '1.1.1', 'a'.repeat(64)))).toBe(404);
    for (const odd of ['..%2f..%2fsettings', hash.toUpperCase(), `${hash}0`, hash.slice(1)]) {
      expect(await statusOf(FOCAL, `/plans/${plan.id}/indicators/1.1.1/evidence/${odd}`), odd).toBe(404);
    }
  });

  it('that has gone missing from its folder is told of in words, and to the log', async () => {
    rmSync(join(folder, hash.slice(0, 2), hash.slice(2)));
    for (const [language, words] of [
      ['en', 'The file is missing'],
      ['bn', 'ফাইলটি পাওয়া যাচ্ছে না'.normalize('NFC')],
    ]) {
      const page = await readPage(pagesFor(FOCAL), `${evidencePath(plan.id, '1.1.1', hash)}?lang=${language}`);
      expect(page.status).toBe(404);
      expect(page.text).toContain(words);
      expect(page.text).toContain(NAME);
    }
    expect(logged).toContainEqual([{ plan: plan.id, indicator: '1.1.1', hash }, expect.stringContaining('missing')]);
  });
});
