import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { EvidenceFile, PersonAction } from '../../machines/types.ts';
import { type ActingParts, recordAs } from '../../src/acting/record-as.ts';
import { examineEvidence } from '../../src/engine/examine-evidence.ts';
import { verifyLogs } from '../../src/engine/verify.ts';
import { EvidenceStore } from '../../src/evidence/evidence-store.ts';
import type { ReceivedFile } from '../../src/evidence/evidence-types.ts';
import { breakTable, describeEngine } from '../engine/desk.ts';
import { pdf } from '../evidence/sample-files.ts';
import { indicatorOf } from '../machines/office.ts';
import { EVERY_POST_HELD, personWho, staffed } from '../notices/staffed.ts';

const codes = ['1.1.1', '1.1.2'];
const plan = staffed(
  [...EVERY_POST_HELD, personWho('reader')],
  codes.map((code) => indicatorOf('milestone', { code })),
);
const FOCAL = 'the-focal@office.example';

let folder: string;
let store: EvidenceStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'suchok-papers-'));
  store = new EvidenceStore({ folder, scanner: null, logger: { warn: () => {} }, realNow: () => Date.now() });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const upload = async (title: string, name = 'order.pdf') =>
  (await store.receive(name, Readable.from([Buffer.from(pdf(title))]), FOCAL)) as ReceivedFile;

const complete = (...files: EvidenceFile[]): PersonAction => ({
  type: 'completeStep',
  step: 'design',
  evidence: files.map((file) => ({ reference: 'Memo 7', date: null, file })),
  note: null,
});

describeEngine('Whoever records with an uploaded file', (desk) => {
  async function office(evidence: ActingParts['evidence'] = store) {
    const { apply, engine, clock } = desk.engine('2021-08-02');
    await apply(plan);
    const parts = { db: desk.database.db, engine, clock: { now: () => clock.now, waitFor: () => 0 }, evidence };
    const viewer = { address: FOCAL, isAdministrator: false };
    return (action: PersonAction, papers: readonly ReceivedFile[], code = '1.1.1', seen?: number) =>
      recordAs(parts, viewer, { planId: plan.id, code, action, papers, seen });
  }

  const records = () =>
    desk.rows(`select i.code, f.hash, f.name, f.media_type as type, f.size, f.scan, f.post, f.person
      from evidence_file f join indicator i on i.id = f.indicator_id order by i.code, f.hash`);
  const events = () => desk.rows(`select seq from event_log where entry ->> 'type' = 'completeStep'`);
  const waiting = () => readdirSync(join(folder, 'incoming')).length;
  const isWhole = async () => {
    expect(await examineEvidence(desk.database.db, store, true)).toMatchObject({ faults: [] });
    expect(await verifyLogs(desk.database.db)).toMatchObject({ faults: [] });
  };

  it('has it kept, and on record with the event that names it', async () => {
    const record = await office();
    const paper = await upload('order');
    const answer = await record(complete(paper.evidenceFile), [paper]);
    expect(answer).toMatchObject({ outcome: 'answered', refusal: null, change: { status: 'inProgress' } });
    const { hash, name, size } = paper.evidenceFile;
    expect(await records()).toEqual([
      {
        code: '1.1.1',
        hash,
        name,
        type: 'application/pdf',
        size,
        scan: 'notScanned',
        post: 'focal',
        person: 'the-focal',
      },
    ]);
    expect(
      await desk.rows(`select entry -> 'evidence' -> 0 -> 'file' as file from event_log where entry ? 'evidence'`),
    ).toEqual([{ file: paper.evidenceFile }]);
    expect(waiting()).toBe(0);
    await isWhole();
  });

  it('loses nothing when the machine refuses or others acted meanwhile: the file goes on waiting', async () => {
    const record = await office();
    const paper = await upload('order');
    const early: PersonAction = { ...complete(paper.evidenceFile), type: 'recordNumber', number: 1 } as PersonAction;
    expect(await record(early, [paper])).toMatchObject({ refusal: { code: 'notForThisKind' } });
    await record(complete(), []);
    expect(await record(complete(paper.evidenceFile), [paper], '1.1.1', 1)).toMatchObject({ meanwhile: [{}] });
    expect(await records()).toEqual([]);
    expect(readdirSync(folder)).toEqual(['incoming']);
    expect(await store.findWaiting(paper.receipt, FOCAL)).toEqual(paper);
  });

  it('cannot name a file that did not come with it, such as another office’s', async () => {
    const record = await office();
    const paper = await upload('order');
    await record(complete(paper.evidenceFile), [paper]);
    await expect(record(complete(paper.evidenceFile), [], '1.1.2')).rejects.toThrow('did not come with it');
    expect(await events()).toHaveLength(1);
  });

  it('shares its content with whoever uploads the same, each with a record and a name of their own', async () => {
    const record = await office();
    const [one, other] = [await upload('minutes', 'minutes.pdf'), await upload('minutes', 'সভার কার্যবিবরণী.pdf')];
    await Promise.all([
      record(complete(one.evidenceFile), [one]),
      record(complete(other.evidenceFile), [other], '1.1.2'),
    ]);
    expect(await records()).toMatchObject([
      { code: '1.1.1', name: 'minutes.pdf' },
      { code: '1.1.2', name: 'সভার কার্যবিবরণী.pdf' },
    ]);
    expect(await examineEvidence(desk.database.db, store, true)).toEqual({ files: 1, faults: [] });
  });

  it.each(['indicator', 'event_log', 'evidence_file'])(
    'may try again when the database goes down as it writes into %s: neither a row nor an event is left',
    async (table) => {
      const record = await office();
      const paper = await upload('order');
      const mend = await breakTable(desk.database, table);
      await expect(record(complete(paper.evidenceFile), [paper])).rejects.toThrow();
      await mend();
      expect(await records()).toEqual([]);
      expect(await events()).toEqual([]);
      await record(complete(paper.evidenceFile), [paper]);
      expect(await events()).toHaveLength(1);
      await isWhole();
    },
  );

  it('has nothing recorded when the file cannot be kept', async () => {
    const record = await office({
      ...store,
      keep: () => Promise.reject(new Error('The disk is full.')),
      release: async () => {},
    });
    const paper = await upload('order');
    await expect(record(complete(paper.evidenceFile), [paper])).rejects.toThrow('The disk is full.');
    expect(await events()).toEqual([]);
    expect(await records()).toEqual([]);
  });

  it('is told by `suchok verify` of a file that is missing, changed, or named and not on record', async () => {
    const record = await office();
    const [one, other] = [await upload('order'), await upload('minutes')];
    await record(complete(one.evidenceFile), [one]);
    await record(complete(other.evidenceFile), [other], '1.1.2');
    const { hash } = one.evidenceFile;
    rmSync(join(folder, hash.slice(0, 2), hash.slice(2)));
    await desk.rows(`delete from evidence_file where hash = $1`, [other.evidenceFile.hash]);
    const { files, faults } = await examineEvidence(desk.database.db, store, true);
    expect(files).toBe(1);
    expect(faults).toEqual([
      expect.stringMatching(
        new RegExp(`^${plan.id} 1.1.2: entry 2 names the file ${other.evidenceFile.hash}, which is not`),
      ),
      expect.stringMatching(new RegExp(`^${plan.id} 1.1.1: the uploaded file ${hash} is missing`)),
    ]);
  });
});
