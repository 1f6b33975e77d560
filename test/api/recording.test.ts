import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../../src/db/database.ts';
import { indicatorOf } from '../machines/office.ts';
import { personWho, staffed } from '../notices/staffed.ts';
import { type Ministry, ministryInMarch } from '../web/office.ts';
import { type Asking, Programs } from './programs.ts';

const PLAN = 'mowca-2021-22';

/** A count that no test comes to the end of. */
const many = indicatorOf('count', { code: '5.1', target: 1_000 });
const programmer = { ...personWho('programmer', 'focal'), email: 'programmer@mowca.example' };
const counting = { ...staffed([programmer], [many]), id: 'counting-2021-22' };

let ministry: Ministry;
let programs: Programs;
let token: string;
beforeAll(async () => {
  ministry = await ministryInMarch();
  await ministry.office.apply(counting);
  programs = new Programs(ministry.database, ministry.office.clock);
  token = await programs.token('programmer@mowca.example');
});
afterAll(() => ministry.close());

const planOf = (code: string) => (code === many.code ? counting.id : PLAN);
const post = (code: string, action: object, more: Asking & { rest?: object } = {}) =>
  programs.ask(`plans/${planOf(code)}/indicators/${code}/events`, {
    method: 'POST',
    token,
    body: { action, ...more.rest },
    ...more,
  });
const numberOf = async (code: string) =>
  (await programs.ask(`plans/${planOf(code)}/indicators/${code}`, { token })).body;
const one = { type: 'recordNumber', number: 1, evidence: [{ reference: 'Memo 12.34', date: '2022-03-01' }] };

describe('A program that records', () => {
  it('adds to the record in the post of its person, and is told how the indicator stands', async () => {
    const before = await numberOf(many.code);
    const { status, body, headers } = await post(many.code, one);
    expect(status, JSON.stringify(body)).toBe(201);
    expect(body.indicator).toMatchObject({ code: '5.1', achieved: before.achieved + 1 });
    expect(body.recorded.at(-1)).toMatchObject({
      type: 'recordNumber',
      on: '2022-03-02',
      by: { post: 'focal', person: 'programmer' },
      evidence: [{ reference: 'Memo 12.34', date: '2022-03-01' }],
    });
    expect(headers.get('etag')).toBe(`"${body.version}"`);
    expect((await numberOf(many.code)).version).toBe(body.version);
  });

  it('may say in which post, and is refused where it would be another', async () => {
    const answer = await post(many.code, one, { body: { action: one, by: 'secretary' } });
    expect(answer.body).toMatchObject({ status: 403, code: 'forbidden', detail: expect.stringContaining('focal') });
  });

  it('is told what is refused and why, in the language asked', async () => {
    const answer = await post(
      '1.2.1',
      { type: 'completeStep', step: 'none' },
      { headers: { 'accept-language': 'en' } },
    );
    expect(answer.body).toMatchObject({
      status: 422,
      code: 'refused',
      refusal: { code: 'stepUnknown', details: expect.any(Object) },
    });
    expect(answer.body.detail).toContain('none');
    const held = await post('2.2.5', { type: 'complete' }, { headers: { 'accept-language': 'bn' } });
    expect(held.body).toMatchObject({ code: 'refused', refusal: { code: 'onHold' } });
    expect(held.body.detail).toMatch(/\p{Script=Bengali}/u);
  });

  it('may not do what its person may not', async () => {
    const answer = await post('2.2.1', { type: 'withdraw', reason: 'No longer wanted' });
    expect(answer.body).toMatchObject({
      status: 403,
      code: 'forbidden',
      detail: 'needs: headOfOffice, superiorAuthority',
    });
  });

  it('hears every fault of a body with its place', async () => {
    const answer = await post(many.code, { type: 'recordNumber', number: 'many', evidence: [{ reference: '' }] });
    expect(answer.body).toMatchObject({ status: 400, code: 'invalidRequest' });
    expect(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '#/action/number',
      '#/action/evidence/0/reference',
    ]);
    const broken = await programs.ask(`plans/${PLAN}/indicators/2.2.1/events`, { method: 'POST', token, body: '{' });
    expect(broken.body).toMatchObject({ status: 400, code: 'invalidRequest' });
    const text = { 'content-type': 'text/plain' };
    expect((await post(many.code, one, { headers: text })).body).toMatchObject({ status: 415 });
    const large = await post(many.code, { ...one, note: 'x'.repeat(1_100_000) });
    expect(large.body).toMatchObject({ status: 413, code: 'tooLarge' });
  });

  it('is told what others did meanwhile, and records nothing over it', async () => {
    const { version } = await numberOf(many.code);
    expect((await post(many.code, one, { headers: { 'if-match': `"${version}"` } })).status).toBe(201);
    const stale = await post(many.code, one, { headers: { 'if-match': `"${version}"` } });
    expect(stale.body).toMatchObject({ status: 412, code: 'stale', meanwhile: [{ type: 'recordNumber', number: 1 }] });
    expect((await numberOf(many.code)).version).toBe(version + 1);
    expect((await post(many.code, one, { headers: { 'if-match': 'W/"1"' } })).status).toBe(400);
  });
});

describe('A write that is sent again under its key', () => {
  const keyed = (key: string, action: object = one) => post(many.code, action, { headers: { 'idempotency-key': key } });

  it('is done once and answered alike', async () => {
    const before = await numberOf(many.code);
    const first = await keyed('a-1');
    const again = await keyed('a-1');
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
    expect((await numberOf(many.code)).achieved).toBe(before.achieved + 1);
  });

  it('is answered with its refusal again too', async () => {
    const wrong = { type: 'recordNumber', number: 0.5 };
    const first = await keyed('a-2', wrong);
    expect(first.status).toBe(422);
    expect(await keyed('a-2', wrong)).toMatchObject({ status: 422, body: first.body });
  });

  it('is refused when it is another write, or another program still waits for the answer', async () => {
    await keyed('a-3');
    expect((await keyed('a-3', { ...one, number: 2 })).body).toMatchObject({ status: 422, code: 'keyReused' });
    const before = await numberOf(many.code);
    const answers = await Promise.all([keyed('a-4'), keyed('a-4'), keyed('a-4')]);
    expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThanOrEqual(1);
    expect((await numberOf(many.code)).achieved).toBe(before.achieved + 1);
  });

  it('keeps apart what two tokens call by the same key', async () => {
    const other = await programs.token('programmer@mowca.example');
    const before = await numberOf(many.code);
    await keyed('a-5');
    await post(many.code, one, { token: other, headers: { 'idempotency-key': 'a-5' } });
    expect((await numberOf(many.code)).achieved).toBe(before.achieved + 2);
  });

  it('is done once when the process died after doing it, and once when it died before', async () => {
    const before = await numberOf(many.code);
    const first = await keyed('a-6');
    // A process that dies leaves a claim without an answer; one that did the work has left its answer with the work.
    const kept = await query<{ status: number; body: string }>(
      ministry.database.db,
      `select status, body from idempotency_key where key = 'a-6'`,
    );
    expect(kept).toEqual([{ status: 201, body: JSON.stringify(first.body) }]);
    await query(
      ministry.database.db,
      `update idempotency_key set status = null, body = null, key = 'a-7', created_at = created_at - interval '2 minutes'
       where key = 'a-6'`,
    );
    expect((await keyed('a-7')).status).toBe(201);
    expect((await numberOf(many.code)).achieved).toBe(before.achieved + 2);
  });

  it('waits for a claim that is young, since its process may live', async () => {
    await keyed('a-8');
    await query(ministry.database.db, `update idempotency_key set status = null, body = null where key = 'a-8'`);
    expect((await keyed('a-8')).body).toMatchObject({ status: 409, code: 'keyInProgress' });
  });

  it('records nothing when its answer cannot be kept with it', async () => {
    const { db } = ministry.database;
    const before = await numberOf(many.code);
    await query(
      db,
      `create function refuse_answer() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$`,
    );
    await query(
      db,
      `create trigger refuse_answer before update on idempotency_key for each row execute function refuse_answer()`,
    );
    expect((await keyed('a-9')).status).toBe(500);
    await query(db, 'drop trigger refuse_answer on idempotency_key');
    expect((await numberOf(many.code)).version).toBe(before.version);
    expect((await keyed('a-9')).status).toBe(201);
    expect((await numberOf(many.code)).achieved).toBe(before.achieved + 1);
  });
});
