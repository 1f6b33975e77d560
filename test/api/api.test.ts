import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ministry, ministryInMarch } from '../web/office.ts';
import { cookieFor, textOf } from '../web/pages.ts';
import { Programs } from './programs.ts';

const PLAN = 'mowca-2021-22';
const PROGRAMMER = 'programmer@mowca.example';
const SECRETARY = 'secretary@mowca.example';

let ministry: Ministry;
let programs: Programs;
let token: string;
beforeAll(async () => {
  ministry = await ministryInMarch();
  programs = new Programs(ministry.database, ministry.office.clock);
  token = await programs.token(PROGRAMMER);
});
afterAll(() => ministry.close());

const get = (path: string, as = token) => programs.ask(path, { token: as });

describe('A program that reads', () => {
  it('learns whom its token stands for', async () => {
    const { status, body } = await get('me');
    expect(status).toBe(200);
    expect(body).toMatchObject({ address: PROGRAMMER, isAdministrator: false, token: { scopes: ['read', 'record'] } });
    expect(body.plans).toEqual([{ id: PLAN, posts: [{ post: 'programmer-ict', roles: ['focalPoint'] }] }]);
  });

  it('finds the plans that the person may read, and how each indicator stands', async () => {
    const plans = await get('plans');
    expect(plans.body.items.map((plan: { id: string }) => plan.id)).toEqual([PLAN]);
    expect(plans.body.items[0]).toMatchObject({ indicators: 13, statuses: { onHold: 1 } });
    const { body } = await get(`plans/${PLAN}/indicators`);
    expect(body).toMatchObject({ plan: PLAN, today: '2022-03-02', nextCursor: null });
    expect(body.items).toHaveLength(13);
    expect(body.items.find(({ code }: { code: string }) => code === '1.2.1')).toMatchObject({
      deadline: 'overdue',
      daysLeft: -5,
      title: { bn: expect.any(String), en: expect.any(String) },
    });
    expect((await get(`plans/${PLAN}`)).body).toMatchObject({ id: PLAN, version: 1, zone: 'Asia/Dhaka' });
  });

  it('gets a long list in pages, each indicator once', async () => {
    const codes: string[] = [];
    let cursor: string | null = null;
    do {
      const { body } = await get(`plans/${PLAN}/indicators?limit=5${cursor ? `&cursor=${cursor}` : ''}`);
      codes.push(...body.items.map(({ code }: { code: string }) => code));
      cursor = body.nextCursor;
    } while (cursor);
    expect(codes).toEqual((await get(`plans/${PLAN}/indicators`)).body.items.map((one: { code: string }) => one.code));
    expect((await get(`plans/${PLAN}/indicators?cursor=!`)).body).toMatchObject({ code: 'invalidRequest' });
  });

  it('reads an indicator with its steps, history, notices and what may be done now', async () => {
    const { body, headers } = await get(`plans/${PLAN}/indicators/1.2.1`);
    expect(headers.get('etag')).toBe(`"${body.version}"`);
    expect(body.history.at(-1).seq).toBe(body.version);
    expect(body.history[0]).toMatchObject({ seq: 1, type: 'begin', at: expect.stringMatching(/\+06:00$/) });
    expect(body.steps.length).toBeGreaterThan(1);
    expect(body.told.some(({ status }: { status: string }) => status === 'messaged')).toBe(true);
    expect(body.actionsOpen).toContain('completeStep');
    const asHead = await get(`plans/${PLAN}/indicators/1.2.1`, await programs.token(SECRETARY));
    expect(asHead.body.actionsOpen).not.toContain('completeStep');
  });

  it('sees the offices below the person, with what they have earned, and no others', async () => {
    const { body } = await get('offices', await programs.token(SECRETARY));
    expect(body.items).toMatchObject([{ plan: PLAN, total: 13, onHold: 1, score: { total: expect.any(Number) } }]);
    expect((await get('offices')).body.items).toEqual([]);
  });

  it('reads letters as the pages show them: all to who keeps the record, else the own', async () => {
    const first = await get('messages?limit=3');
    expect(first.body.items).toHaveLength(3);
    const next = await get(`messages?limit=3&cursor=${first.body.nextCursor}`);
    expect(next.body.items[0].id).toBeLessThan(first.body.items[2].id);
    const { id } = first.body.items[0];
    expect((await get(`messages/${id}`)).body).toMatchObject({ id, text: expect.any(String), attemptLog: [] });
    expect((await get(`messages/${id}/attempts`)).body).toEqual({ items: [] });
    const supervisor = await programs.token('addl.secretary.admin@mowca.example');
    const own = await get('messages?limit=500', supervisor);
    expect(new Set(own.body.items.map((one: { to: { address: string } }) => one.to.address))).toEqual(
      new Set(['addl.secretary.admin@mowca.example']),
    );
    const others = first.body.items.find((one: { to: { address: string } }) => one.to.address === PROGRAMMER);
    if (others) expect((await get(`messages/${others.id}`, supervisor)).status).toBe(404);
  });
});

describe('A program that may not', () => {
  it('is asked for a token, whatever cookie it brings', async () => {
    const cookie = await cookieFor(ministry.database, ministry.office.clock, PROGRAMMER);
    const { status, body, headers } = await programs.ask('plans', { headers: { cookie } });
    expect(status).toBe(401);
    expect(headers.get('www-authenticate')).toContain('Bearer');
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(body).toMatchObject({ code: 'tokenMissing', status: 401, type: '/api/v1/docs#problem-tokenMissing' });
    expect((await get('plans', `suchok_${'x'.repeat(43)}`)).body.code).toBe('tokenInvalid');
  });

  it('does not get further than the scopes of its token', async () => {
    const writes = await programs.token(PROGRAMMER, ['record']);
    expect((await get('plans', writes)).body).toMatchObject({ status: 403, code: 'scopeMissing' });
    const reads = await programs.token(PROGRAMMER, ['read']);
    const answer = await programs.ask(`plans/${PLAN}/indicators/2.2.1/events`, {
      method: 'POST',
      token: reads,
      body: { action: { type: 'recordNumber', number: 1 } },
    });
    expect(answer.body).toMatchObject({ status: 403, code: 'scopeMissing' });
  });

  it('is not told of plans that do not name the person, nor let in when the token is over', async () => {
    const stranger = await programs.token('stranger@elsewhere.example');
    expect((await get('plans', stranger)).body.items).toEqual([]);
    for (const path of [`plans/${PLAN}`, `plans/${PLAN}/indicators`, `plans/${PLAN}/indicators/1.2.1`, 'messages/1']) {
      expect((await get(path, stranger)).status, path).toBe(404);
    }
    expect((await get('plans', await programs.token(PROGRAMMER, ['read'], -1))).status).toBe(401);
  });

  it.each([
    ['GET', 'nothing', 404, 'notFound'],
    ['DELETE', 'plans', 405, 'methodNotAllowed'],
    ['GET', `plans/${PLAN}/indicators?limit=1000`, 400, 'invalidRequest'],
  ])('gets a problem in JSON for %s %s: %i %s', async (method, path, status, code) => {
    const answer = await programs.ask(path, { method, token });
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ status, code });
    if (status === 405) expect(answer.headers.get('allow')).toBe('GET, POST');
  });

  it('is told in the language it asks for', async () => {
    const { body } = await programs.ask('nothing', { token, headers: { 'accept-language': 'bn-BD,en;q=0.5' } });
    expect(body.title).toMatch(/এমন কিছু নেই/);
  });

  it('is held back after so many requests in a minute', async () => {
    const few = new Programs(ministry.database, ministry.office.clock, 2);
    const headers = async () => (await few.ask('me', { token })).headers;
    expect((await headers()).get('ratelimit-remaining')).toBe('1');
    await headers();
    const refused = await few.ask('me', { token });
    expect(refused.body).toMatchObject({ status: 429, code: 'tooManyRequests' });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('The description of the API', () => {
  it('is a sound OpenAPI 3.1 document, open to all, that names every route', async () => {
    const { status, body } = await programs.ask('openapi.json');
    expect(status).toBe(200);
    expect(body.openapi).toBe('3.1.0');
    expect(await new Validator().validate(body)).toEqual({ valid: true });
    expect(Object.keys(body.paths)).toContain('/api/v1/plans/{planId}/indicators/{code}/events');
  });

  it('is a page too, in both languages and without a script', async () => {
    for (const [lang, title] of [
      ['en', 'The API, for programmers'],
      ['bn', 'এপিআই, প্রোগ্রামারদের জন্য'],
    ]) {
      const { status, body } = await programs.ask(`/api/v1/docs?lang=${lang}`);
      expect(status).toBe(200);
      expect(textOf(body)).toContain(title);
      expect(textOf(body)).toContain('Record what was done');
      expect(body).toContain('id="problem-stale"');
      expect(body).not.toContain('<script');
    }
  });
});
