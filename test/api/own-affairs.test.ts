import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../../src/db/database.ts';
import { type Ministry, ministryInMarch } from '../web/office.ts';
import { ADMINISTRATOR } from '../web/pages.ts';
import { Programs } from './programs.ts';

const PLAN = 'mowca-2021-22';
const ELSEWHERE = 'stranger@elsewhere.example';

let ministry: Ministry;
let programs: Programs;
const tokens = new Map<string, string>();
beforeAll(async () => {
  ministry = await ministryInMarch();
  programs = new Programs(ministry.database, ministry.office.clock);
  for (const { id, email } of ministry.plan.people) tokens.set(id, await programs.token(email));
  tokens.set('administrator', await programs.token(ADMINISTRATOR));
  tokens.set('stranger', await programs.token(ELSEWHERE));
});
afterAll(() => ministry.close());

const get = (path: string, who = 'programmer') => programs.ask(path, { token: tokens.get(who)! });
const post = (path: string, body: unknown, who = 'programmer', headers: Record<string, string> = {}) =>
  programs.ask(path, { method: 'POST', token: tokens.get(who)!, body, headers });
const codes = ({ body }: { body: { items: { code: string }[] } }) => body.items.map(({ code }) => code);

describe('The calendar, for programs', () => {
  it('has the deadlines of a month as they stand, and its days off with their names', async () => {
    const { body } = await get('calendar?month=2022-02');
    expect(body).toMatchObject({ month: '2022-02', today: '2022-03-02', isCovered: true });
    expect(body.deadlines).toContainEqual({
      plan: PLAN,
      code: '1.2.1',
      title: { bn: 'একটি সেবা সহজিকৃত', en: 'One service simplified' },
      checkpoint: expect.any(String),
      period: null,
      due: '2022-02-25',
      status: 'overdue',
    });
    expect(body.daysOff).toContainEqual(expect.objectContaining({ date: '2022-02-21', kind: 'general' }));
    expect(body.daysOff).toContainEqual(expect.objectContaining({ date: '2022-02-04', kind: 'weekend' }));
    expect(body.deadlines.every(({ due }: { due: string }) => due.startsWith('2022-02'))).toBe(true);
  });

  it('is of this month where none is named, of a whole plan for its readers, and of nothing for others', async () => {
    expect((await get('calendar')).body.month).toBe('2022-03');
    const whole = (await get(`calendar?plan=${PLAN}&month=2022-03`, 'administrator')).body;
    expect(whole.deadlines.length).toBeGreaterThan(0);
    expect((await get('calendar?month=2022-03', 'administrator')).body.deadlines).toEqual([]);
    expect((await get(`calendar?plan=${PLAN}`, 'stranger')).status).toBe(404);
    expect((await get('calendar?month=2022-13')).body.errors).toMatchObject([{ parameter: 'month' }]);
  });
});

describe('A calendar feed', () => {
  it('is made once however often it is asked for, opens at its address, and ends when it is revoked', async () => {
    const headers = { 'idempotency-key': 'feed-1' };
    const made = await post('me/calendar-feeds', { language: 'en' }, 'programmer', headers);
    expect(made.status).toBe(201);
    const again = await post('me/calendar-feeds', { language: 'en' }, 'programmer', headers);
    expect([again.body, again.headers.get('idempotency-replayed')]).toEqual([made.body, 'true']);
    expect((await get('me/calendar-feeds')).body.items).toMatchObject([{ id: made.body.id, language: 'en' }]);
    const { pathname } = new URL(made.body.url);
    expect((await programs.ask(pathname)).body).toContain('BEGIN:VCALENDAR');
    expect((await post(`me/calendar-feeds/${made.body.id}/revoke`, undefined, 'secretary')).status).toBe(404);
    expect((await post(`me/calendar-feeds/${made.body.id}/revoke`, undefined)).body).toEqual({ id: made.body.id });
    expect((await programs.ask(pathname)).status).toBe(404);
    expect((await get('me/calendar-feeds')).body.items).toEqual([]);
  });

  it('is not written down with its secret, also not in the answer that is kept', async () => {
    const { body } = await post('me/calendar-feeds', {}, 'programmer', { 'idempotency-key': 'feed-2' });
    const secret = body.url.match(/feed\/(.{43})\.ics/)[1];
    const rows = await query<{ body: string }>(
      ministry.database.db,
      `select body from idempotency_key where key = 'feed-2'`,
    );
    expect(rows[0]!.body).toMatch(/^sealed\./);
    expect(rows[0]!.body).not.toContain(secret);
  });

  it('is not made by a token that may not read, nor by one that may only read', async () => {
    for (const scope of ['read', 'record'] as const) {
      const token = await programs.token('programmer@mowca.example', [scope]);
      const answer = await programs.ask('me/calendar-feeds', { method: 'POST', token, body: {} });
      expect(answer.body).toMatchObject({ status: 403, code: 'scopeMissing' });
    }
  });
});

describe('A leave', () => {
  const away = { person: 'programmer', deputy: 'deputy-secretary', from: '2022-03-06', to: '2022-03-10' };

  it('is taken once, shown to the plan, and ended', async () => {
    const headers = { 'idempotency-key': 'leave-1' };
    const taken = await post(`plans/${PLAN}/leaves`, away, 'programmer', headers);
    expect(taken.status, JSON.stringify(taken.body)).toBe(201);
    expect((await post(`plans/${PLAN}/leaves`, away, 'programmer', headers)).body).toEqual(taken.body);
    const { body } = await get(`plans/${PLAN}/leaves`);
    expect(body.items).toEqual([{ ...away, id: taken.body.id, isOwn: true, hasBegun: false, mayEnd: true }]);
    expect(body.absentees).toEqual(['programmer']);
    expect((await get(`plans/${PLAN}/leaves`, 'additional-secretary')).body.items).toMatchObject([
      { isOwn: false, mayEnd: false },
    ]);
    expect((await post(`leaves/${taken.body.id}/end`, undefined, 'additional-secretary')).status).toBe(403);
    expect((await post(`leaves/${taken.body.id}/end`, undefined)).body).toEqual({ id: taken.body.id, plan: PLAN });
    expect((await get(`plans/${PLAN}/leaves`)).body.items).toEqual([]);
  });

  it('is set for others by those who may, never for somebody above', async () => {
    const { absentees } = (await get(`plans/${PLAN}/leaves`, 'secretary')).body;
    expect(absentees).toContain('programmer');
    expect(absentees).not.toContain('cabinet-division-desk');
    const above = { ...away, person: 'cabinet-division-desk' };
    expect((await post(`plans/${PLAN}/leaves`, above, 'secretary')).body).toMatchObject({ code: 'forbidden' });
    expect((await post(`plans/${PLAN}/leaves`, away, 'stranger')).status).toBe(404);
    expect((await get(`plans/${PLAN}/leaves`, 'stranger')).status).toBe(404);
  });

  it('is refused with all that is wrong with it', async () => {
    const wrong = { ...away, deputy: 'programmer', to: '2022-03-05' };
    const { body } = await post(`plans/${PLAN}/leaves`, wrong);
    expect(body).toMatchObject({ status: 422, code: 'refused' });
    expect(body.errors).toEqual([
      { pointer: '#/to', detail: 'beforeFrom' },
      { pointer: '#/deputy', detail: 'isAbsent' },
    ]);
  });
});

describe('What waits for somebody', () => {
  it('is told to who records progress, by date, the overdue first and page by page', async () => {
    const { body } = await get('me/duties');
    expect(body.items[0]).toMatchObject({
      code: '1.2.1',
      daysLeft: -5,
      posts: expect.arrayContaining(['programmer-ict']),
    });
    const days = body.items.map(({ daysLeft }: { daysLeft: number }) => daysLeft);
    expect(days).toEqual([...days].sort((a, b) => a - b));
    const first = await get('me/duties?limit=1');
    const second = await get(`me/duties?limit=1&cursor=${first.body.nextCursor}`);
    expect([...codes(first), ...codes(second)]).toEqual(codes({ body }).slice(0, 2));
    expect((await get('me/duties', 'secretary')).body.items).toEqual([]);
    expect((await get('me/duties', 'administrator')).body.items).toEqual([]);
  });

  it('is an escalation until it is answered; then its question waits for the focal point until that is explained', async () => {
    const { body } = await get('me/escalations', 'additional-secretary');
    expect(body.items).toMatchObject([
      { plan: PLAN, code: '1.2.1', due: '2022-02-25', daysLate: 5, role: 'supervisor', message: expect.any(Number) },
    ]);
    expect((await get('me/escalations')).body.items).toEqual([]);
    const { checkpoint, generation } = body.items[0];
    const indicator = `plans/${PLAN}/indicators/1.2.1`;
    const asked = { kind: 'explanationRequest', checkpoint, generation, text: 'Why?' };
    expect((await post(`${indicator}/answers`, asked, 'additional-secretary')).status).toBe(201);
    expect((await get('me/escalations', 'additional-secretary')).body.items).toEqual([]);
    const owed = (await get('me/questions')).body.items;
    expect(owed).toMatchObject([{ code: '1.2.1', post: 'additional-secretary-admin', text: 'Why?' }]);
    expect((await get('me/questions', 'secretary')).body.items).toEqual([]);
    const explained = { answers: owed[0].id, text: 'The order waits for a signature.' };
    expect((await post(`${indicator}/explanations`, explained)).status).toBe(201);
    expect((await get('me/questions')).body.items).toEqual([]);
  });
});

describe('The notices ahead', () => {
  it('are told to those who keep the plan: which letter to whom, until a day, or of one person', async () => {
    const { body } = await get(`plans/${PLAN}/notices`, 'deputy-secretary');
    expect(body).toMatchObject({ plan: PLAN, until: '2022-06-30', setAside: [] });
    const [first] = body.letters;
    expect(first).toMatchObject({ at: expect.stringMatching(/\+06:00$/), person: expect.any(String) });
    expect(first.items[0]).toMatchObject({ code: expect.any(String), due: expect.stringMatching(/^2022-/) });
    const soon = (await get(`plans/${PLAN}/notices?until=2022-03-20`, 'deputy-secretary')).body;
    expect(soon.letters.length).toBeLessThan(body.letters.length);
    expect(soon.letters.every(({ day }: { day: string }) => day <= '2022-03-20')).toBe(true);
    const ofOne = (await get(`plans/${PLAN}/notices?person=programmer`, 'secretary')).body;
    expect(new Set(ofOne.letters.map(({ person }: { person: string }) => person))).toEqual(new Set(['programmer']));
  });

  it('are not there for others', async () => {
    for (const who of ['programmer', 'additional-secretary', 'cabinet-division-desk', 'stranger']) {
      expect((await get(`plans/${PLAN}/notices`, who)).status, who).toBe(404);
    }
  });
});

describe('A long talk', () => {
  it('comes in pages, each remark once', async () => {
    const path = `plans/${PLAN}/indicators/2.2.1/comments`;
    for (const text of ['One.', 'Two.', 'Three.']) await post(path, { text });
    const first = (await get(`${path}?limit=2`)).body;
    const rest = (await get(`${path}?limit=2&cursor=${first.nextCursor}`)).body;
    const texts = [...first.items, ...rest.items].map(({ text }: { text: string }) => text);
    expect([texts, rest.nextCursor]).toEqual([['One.', 'Two.', 'Three.'], null]);
  });
});
