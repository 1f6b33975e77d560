import { readFileSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../../src/db/database.ts';
import { pdf } from '../evidence/sample-files.ts';
import { type Ministry, ministryInMarch } from '../web/office.ts';
import { ADMINISTRATOR, SETTINGS } from '../web/pages.ts';
import { type Asking, Programs } from './programs.ts';

const PLAN = 'mowca-2021-22';
const YAML = readFileSync('config/plans/mowca-2021-22.yaml', 'utf8');
const yaml = { 'content-type': 'application/yaml' };

let ministry: Ministry;
let programs: Programs;
let token: string;
let administrator: string;
beforeAll(async () => {
  ministry = await ministryInMarch();
  programs = new Programs(ministry.database, ministry.office.clock);
  token = await programs.token('programmer@mowca.example');
  administrator = await programs.token(ADMINISTRATOR, ['read', 'record', 'administer']);
});
afterAll(async () => {
  await ministry.close();
  rmSync(SETTINGS.dataDir, { recursive: true, force: true });
});

const post = (path: string, body: unknown, more: Asking = {}) =>
  programs.ask(path, { method: 'POST', token, body, ...more });

/** Something to wait for, until it is let go. */
function gate() {
  let open = () => {};
  const passed = new Promise<void>((go) => {
    open = go;
  });
  return { open: () => open(), passed };
}

describe('A program of the administrator', () => {
  const apply = (text: string, search = '', as = administrator) =>
    post(`plans${search}`, text, { token: as, headers: yaml });

  it('sees what applying a plan would change, and then applies it; the same plan twice changes nothing', async () => {
    const changed = YAML.replace(
      'email: programmer@mowca.example',
      'email: programmer@mowca.example\n    language: en',
    );
    const dry = await apply(changed, '?dryRun=true');
    expect(dry.body).toMatchObject({
      plan: PLAN,
      version: 1,
      isDryRun: true,
      isNew: false,
      isChanged: true,
      changes: [{ subject: 'person', id: 'programmer', fields: [{ field: 'language', after: 'en' }] }],
    });
    expect((await apply(changed)).body).toMatchObject({ version: 2, isDryRun: false, changes: dry.body.changes });
    expect((await apply(changed)).body).toMatchObject({ version: 2, isChanged: false, changes: [] });
  });

  it('is told every fault of a plan by line, column and field', async () => {
    const faulty = await apply(YAML.replace(/^calendar: .*/m, 'calendar: none').replace(/kind: milestone/, 'kind: x'));
    expect(faulty.body).toMatchObject({ status: 422, code: 'planFaulty' });
    expect(faulty.body.errors.length).toBeGreaterThan(0);
    expect(faulty.body.errors[0]).toMatchObject({
      file: 'plan.yaml',
      line: expect.any(Number),
      column: expect.any(Number),
      field: expect.any(String),
      detail: expect.any(String),
    });
  });

  it('needs the scope, and an administrator behind it', async () => {
    expect((await apply(YAML, '', token)).body).toMatchObject({ status: 403, code: 'scopeMissing' });
    const pretender = await programs.token('programmer@mowca.example', ['administer']);
    expect((await apply(YAML, '', pretender)).body).toMatchObject({ status: 403, code: 'forbidden' });
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await post('plans', 'x=1', { token: administrator, headers: form })).status).toBe(415);
  });
});

describe('A program that writes', () => {
  it('comments once, however often it sends the comment', async () => {
    const path = `plans/${PLAN}/indicators/1.2.1/comments`;
    const headers = { 'idempotency-key': 'c-1' };
    const first = await post(path, { text: 'The order is being signed.' }, { headers });
    expect(first.status).toBe(201);
    expect(await post(path, { text: 'The order is being signed.' }, { headers })).toMatchObject({ body: first.body });
    const { body } = await programs.ask(path, { token });
    expect(body.items).toMatchObject([
      { id: first.body.id, kind: 'comment', post: 'programmer-ict', text: 'The order is being signed.' },
    ]);
    expect((await post(path, { text: ' ' })).body).toMatchObject({ code: 'invalidRequest' });
  });

  it('uploads a paper, records with it, and everybody of the plan can download it', async () => {
    const paper = Buffer.from(pdf('Office order'));
    const headers = { 'content-type': 'application/octet-stream' };
    const upload = await post('evidence?name=order.pdf', paper, { headers });
    expect(upload.body).toMatchObject({
      file: { name: 'order.pdf', mediaType: 'application/pdf', size: paper.length },
    });
    const { receipt, file } = upload.body;
    const action = { type: 'recordNumber', number: 1, evidence: [{ reference: 'Memo 12.34', receipt }] };
    const path = `plans/${PLAN}/indicators/2.2.1/events`;
    const other = await programs.token('programmer@mowca.example');
    expect((await post(path, { action }, { token: other })).body.errors).toMatchObject([
      { pointer: '#/action/evidence/0/receipt' },
    ]);
    const recorded = await post(path, { action });
    expect(recorded.body.recorded.at(-1).evidence).toEqual([{ reference: 'Memo 12.34', date: null, file }]);
    const download = `plans/${PLAN}/indicators/2.2.1/evidence/${file.hash}`;
    const answer = await programs.ask(download, { token: await programs.token('secretary@mowca.example') });
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toContain('order.pdf');
    expect((await programs.ask(download, { token: await programs.token('x@elsewhere.example') })).status).toBe(404);
    expect((await post('evidence?name=x.exe', 'MZ', { headers })).body).toMatchObject({ code: 'fileRefused' });
  });

  it('may send many files at once, of which four are taken in and the others wait at the door', async () => {
    const ends: (() => void)[] = [];
    const begun = Array.from({ length: 5 }, gate);
    const answers: (Response | Promise<Response>)[] = [];
    let arriving = 0;
    const upload = (place: number) => {
      const end = gate();
      ends.push(end.open);
      const pull = async (controller: ReadableStreamDefaultController) => {
        arriving += 1;
        begun[place]!.open();
        await end.passed;
        controller.enqueue(Buffer.from(pdf(`file ${place}`)));
        controller.close();
      };
      const body = new ReadableStream({ pull }, { highWaterMark: 0 });
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' };
      const request = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
      answers.push(programs.api.fetch(new Request('http://here.invalid/api/v1/evidence?name=a.pdf', request)));
      return begun[place]!.passed;
    };
    await Promise.all([0, 1, 2, 3].map(upload));
    const fifth = upload(4);
    // As long as it takes the fifth to come as far as to the door, and more.
    for (let i = 0; i < 3; i += 1) expect((await programs.ask('me', { token })).status).toBe(200);
    expect(arriving).toBe(4);
    ends[2]!();
    await fifth;
    for (const end of ends) end();
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
  });

  it('sends letters again that failed, and cancels those that wait', async () => {
    const { db } = ministry.database;
    const [{ id }] = (await query<{ id: number }>(db, 'select max(id) as id from message')) as [{ id: number }];
    await query(db, `update message set status = 'failed' where id = $1`, [id]);
    expect((await post(`messages/${id}/retry`, undefined, { token: administrator })).body).toEqual({
      id,
      status: 'queued',
    });
    expect((await post(`messages/${id}/cancel`, undefined, { token: administrator })).body).toEqual({
      id,
      status: 'cancelled',
    });
    expect((await post(`messages/${id}/retry`, undefined, { token: administrator })).body).toMatchObject({
      status: 409,
      code: 'conflict',
    });
  });

  it('chooses how its person likes to be written to', async () => {
    const likes = { language: 'en', hour: '10:30', delivery: 'single' };
    const kept = await programs.ask('me/preferences', { method: 'PUT', token, body: likes });
    expect(kept.body).toMatchObject({ ...likes, usualHour: '09:00' });
    expect((await programs.ask('me/preferences', { token })).body).toEqual(kept.body);
    const late = await programs.ask('me/preferences', { method: 'PUT', token, body: { ...likes, hour: '23:00' } });
    expect(late.body).toMatchObject({ status: 400, errors: [{ pointer: '#/hour' }] });
  });

  it('asks for an explanation of what was missed, and gives one', async () => {
    const supervisor = await programs.token('addl.secretary.admin@mowca.example');
    const { body } = await programs.ask(`plans/${PLAN}/indicators/1.2.1`, { token: supervisor });
    const told = body.told.find(({ kind }: { kind: string }) => kind === 'escalation');
    const path = `plans/${PLAN}/indicators/1.2.1`;
    const question = { kind: 'explanationRequest', checkpoint: told.checkpoint, generation: 1, text: 'Why?' };
    const asked = await post(`${path}/answers`, question, { token: supervisor });
    expect(asked.status, JSON.stringify(asked.body)).toBe(201);
    expect((await post(`${path}/answers`, question)).body).toMatchObject({ status: 403, code: 'forbidden' });
    const answer = { answers: asked.body.id, text: 'The order waits for a signature.' };
    expect((await post(`${path}/explanations`, answer)).status).toBe(201);
    const nothing = await post(`${path}/explanations`, { ...answer, answers: 999 });
    expect(nothing.body).toMatchObject({ status: 422, code: 'refused' });
  });
});
