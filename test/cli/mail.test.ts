import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFirstPlan } from '../../src/cli/first-plan.ts';
import { localContext } from '../../src/cli/local-context.ts';
import { query } from '../../src/db/database.ts';
import { listMessages } from '../../src/db/queries/messages.ts';
import { deliverMessage } from '../../src/engine/deliver-message.ts';
import { pdf } from '../evidence/sample-files.ts';
import { openOffice, type TestOffice } from './open-office.ts';
import { page, type } from './terminal.ts';

let office: TestOffice;
let refused: number;

beforeAll(async () => {
  office = await openOffice('2026-11-23T10:00:00');
  const pipe = page({ isTTY: false, columns: undefined });
  await makeFirstPlan(office.app, localContext({ out: pipe.stream, err: pipe.stream, env: {} }));
  await office.app.engine.watch();
  const { db } = office.app.database;
  refused = (await listMessages(db)).at(-1)!.id;
  const now = () => office.app.clock.now();
  const send = async () => ({ outcome: 'refused', answer: '550 no such mailbox' }) as const;
  await deliverMessage(db, refused, { send, now, realNow: now, lease: 60_000 });
});
afterAll(() => office.close());

const run = (...args: string[]) => type(args, { app: office.app });

describe('Letters', () => {
  it('are listed, the newest first, with whom they go to and how far they are', async () => {
    const { out } = await run('mail', 'list');
    expect(out).toContain('Head of Office');
    expect(out).toContain('queued');
    const letters = JSON.parse((await run('mail', 'list', '--status', 'failed', '--json')).out);
    expect(letters).toMatchObject([
      { id: refused, status: 'failed', attempts: 1, answer: '550 no such mailbox', sentAt: null },
    ]);
    expect((await run('mail', 'list', '--status', 'sent', '--lang', 'bn')).out).toBe('কোনো পত্র নেই।\n');
  });

  it('are shown with their text and every attempt', async () => {
    const { code, out } = await run('mail', 'show', String(refused));
    expect(code).toBe(0);
    expect(out).toContain('refused: 550 no such mailbox');
    expect(out).toContain('নমুনা কার্যালয়');
    expect(JSON.parse((await run('mail', 'show', String(refused), '--json')).out).html).toContain('<html');
    expect(await run('mail', 'show', '999')).toMatchObject({ code: 1, err: expect.stringContaining('no letter 999') });
  });

  it('that failed can be sent again, and no others', async () => {
    expect((await run('mail', 'retry')).err).toContain('--all-failed');
    expect(await run('mail', 'retry', String(refused + 1))).toMatchObject({
      code: 1,
      out: 'No letter queued again.\n',
    });
    expect(await run('mail', 'retry', '--all-failed')).toMatchObject({ code: 0, out: '1 letter queued again.\n' });
    expect(await run('mail', 'list', '--status', 'failed', '--json')).toMatchObject({ out: '[]\n' });
    expect(await office.app.queues.queue('mail').getJob(`message-${refused}`)).toBeDefined();
  });

  it('that wait can be cancelled, and no others', async () => {
    expect(await run('mail', 'cancel', String(refused), '999')).toMatchObject({
      code: 1,
      out: '1 letter cancelled.\n',
      err: expect.stringContaining('Letter 999 does not wait'),
    });
    expect(await run('mail', 'cancel', String(refused), '--json')).toMatchObject({ code: 1 });
    const [letter] = JSON.parse((await run('mail', 'list', '--status', 'cancelled', '--json')).out);
    expect(letter).toMatchObject({ id: refused, status: 'cancelled' });
    expect(await run('mail', 'retry', String(refused))).toMatchObject({ code: 1, out: 'No letter queued again.\n' });
  });
});

describe('The health of an office', () => {
  it('a whole record is called whole', async () => {
    expect(await run('verify')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^13 indicators, \d+ entries replayed/),
    });
    expect(JSON.parse((await run('verify', '--json')).out)).toMatchObject({ indicators: 13, faults: [] });
  });

  it('everything that has to work is looked at, and a wrong clock is a fault', async () => {
    const { code, out } = await run('doctor', '--json');
    const { checks } = JSON.parse(out);
    const results = Object.fromEntries(
      checks.map(({ name, result }: { name: string; result: string }) => [name, result]),
    );
    expect(results).toMatchObject({
      database: 'ok',
      queue: 'ok',
      mail: 'ok',
      posts: 'ok',
      deadlines: 'ok',
      setAside: 'ok',
      scanner: 'ok',
      evidence: 'ok',
    });
    // The office's clock stands in this test, and the database's does not.
    expect({ code, clock: results.clock }).toEqual({ code: 1, clock: 'fault' });
    expect((await run('doctor')).out).toMatch(/^FAULT {4}clock /m);
  });

  it('uploaded files are counted, and one that is missing or was changed is a fault', async () => {
    const { evidence, database } = office.app;
    const received = await evidence.receive('order.pdf', Readable.from([Buffer.from(pdf('order'))]), 'anybody');
    if ('code' in received) throw new Error(received.code);
    await evidence.keep(received);
    const { hash, name, mediaType, size } = received.evidenceFile;
    await query(
      database.db,
      `insert into evidence_file (indicator_id, hash, name, media_type, size, scan, stored_at, post)
       select min(id), $1, $2, $3, $4, 'notScanned', now(), 'focal' from indicator`,
      [hash, name, mediaType, size],
    );
    expect(await run('verify')).toMatchObject({
      code: 0,
      out: expect.stringContaining(', 1 file read: the record is'),
    });
    const path = join(office.dataDir, 'evidence', hash.slice(0, 2), hash.slice(2));
    writeFileSync(path, Buffer.alloc(size, 'x'));
    expect((await run('doctor')).out).toMatch(/^ok {7}evidence {3}1 uploaded file, all there\.$/m);
    expect(await run('verify')).toMatchObject({ code: 1, out: expect.stringContaining(`${hash} is not what was`) });
    rmSync(path);
    expect((await run('doctor')).out).toMatch(/^FAULT {4}evidence .* is missing\. Restore/m);
    expect(await run('verify', '--json')).toMatchObject({ code: 1, out: expect.stringContaining('"files": 1') });
  });
});
