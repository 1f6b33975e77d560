import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../../src/db/database.ts';
import { useApiToken } from '../../src/sign-in/api-tokens.ts';
import { formTokenOf } from '../../src/sign-in/tokens.ts';
import { createWeb } from '../../src/web/app.ts';
import { type Ministry, ministryInMarch } from './office.ts';
import { ADMINISTRATOR, cookieFor, partsOf, textOf } from './pages.ts';

const PROGRAMMER = 'programmer@mowca.example';

let ministry: Ministry;
const queued: number[] = [];
beforeAll(async () => {
  ministry = await ministryInMarch();
});
afterAll(() => ministry.close());

/** Somebody with a browser: pages in English, and forms with the session's mark. */
async function browserOf(address: string) {
  const { database, office } = ministry;
  const cookie = await cookieFor(database, office.clock, address);
  const enqueueWebhooks = async (ids: readonly number[]) => void queued.push(...ids);
  const web = createWeb({ ...partsOf(database, office.clock), enqueueWebhooks });
  const headers = { cookie: `${cookie}; language=en`, origin: 'http://localhost' };
  const read = async (response: Response) => {
    const html = await response.text();
    return { status: response.status, location: response.headers.get('location'), html, text: textOf(html) };
  };
  return {
    open: async (path: string) => read(await web.request(path, { headers })),
    send: async (path: string, fields: readonly (readonly [string, string])[] = []) => {
      const body = new URLSearchParams([
        ['token', formTokenOf(cookie.replace('session=', ''))],
        ...fields.map(([a, b]) => [a, b] as [string, string]),
      ]);
      return read(await web.request(path, { method: 'POST', headers, body }));
    },
  };
}

describe('The page of tokens', () => {
  it('makes a token that is shown once, kept as a hash, and good until it is revoked', async () => {
    const { open, send } = await browserOf(PROGRAMMER);
    const made = await send('/account/tokens', [
      ['name', 'Dashboard'],
      ['scopes', 'read'],
      ['lasts', '30'],
    ]);
    const [secret] = /suchok_[A-Za-z0-9_-]{43}/.exec(made.html) ?? [];
    expect(made.status).toBe(200);
    const { database, office } = ministry;
    expect(await useApiToken(database.db, secret!, office.clock.now())).toMatchObject({
      address: PROGRAMMER,
      name: 'Dashboard',
      scopes: ['read'],
      expiresAt: office.clock.now() + 30 * 24 * 3_600_000,
    });
    expect(JSON.stringify(await query(database.db, 'select * from api_token'))).not.toContain(secret!.slice(7));
    const list = await open('/account/tokens');
    expect(list.html).not.toContain(secret);
    expect(list.text).toContain('Dashboard');
    const [, id] = /account\/tokens\/(\d+)\/revoke/.exec(list.html) ?? [];
    const other = await browserOf('secretary@mowca.example');
    expect((await other.send(`/account/tokens/${id}/revoke`)).status).toBe(404);
    expect(await send(`/account/tokens/${id}/revoke`)).toMatchObject({ status: 303, location: '/account/tokens' });
    expect(await useApiToken(database.db, secret!, office.clock.now())).toBeNull();
    expect((await open('/account/tokens')).text).toContain('You have no tokens.');
  });

  it('tells all that is wrong at once, and offers "administer" to administrators alone', async () => {
    const { open, send } = await browserOf(PROGRAMMER);
    const wrong = await send('/account/tokens', [
      ['lasts', '7'],
      ['scopes', 'administer'],
    ]);
    expect(wrong.status).toBe(422);
    for (const fault of ['Write a name', 'Choose at least one', 'Choose one from the list']) {
      expect(wrong.text).toContain(fault);
    }
    expect((await open('/account/tokens')).html).not.toContain('value="administer"');
    expect((await (await browserOf(ADMINISTRATOR)).open('/account/tokens')).html).toContain('value="administer"');
  });
});

describe('The pages of webhooks', () => {
  const path = '/administration/webhooks';

  it('are not there for others than administrators', async () => {
    const { open, send } = await browserOf(PROGRAMMER);
    expect((await open(path)).status).toBe(404);
    expect((await send(path, [['office', 'mowca']])).status).toBe(404);
    expect((await send(`${path}/1/rotate`)).status).toBe(404);
  });

  it('add one for an office, whose secret is shown once; what is wrong is told and nothing typed is lost', async () => {
    const { open, send } = await browserOf(ADMINISTRATOR);
    const wrong = await send(path, [
      ['office', 'none'],
      ['url', 'ftp://x'],
    ]);
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('value="ftp://x"');
    for (const fault of ['Choose an office', 'Write a whole address', 'Choose at least one event']) {
      expect(wrong.text).toContain(fault);
    }
    const added = await send(path, [
      ['office', ministry.plan.office.id],
      ['url', 'https://receiver.example/hook'],
      ['events', 'indicator.transition'],
    ]);
    const [secret] = /whsec_[A-Za-z0-9+/]{43}=/.exec(added.html) ?? [];
    expect(secret).toBeDefined();
    expect((await open(`${path}/1`)).html).not.toContain('whsec_');
    const rotated = await send(`${path}/1/rotate`);
    expect(rotated.html).toMatch(/whsec_/);
    expect(rotated.html).not.toContain(secret!);
  });

  it('send a test, show what was told and answered, tell it again, and turn the webhook off', async () => {
    const { open, send } = await browserOf(ADMINISTRATOR);
    expect(await send(`${path}/1/test`)).toMatchObject({ status: 303, location: `${path}/1?done=test` });
    expect(queued).toEqual([1]);
    const { db } = ministry.database;
    await query(db, `insert into webhook_attempt values (1, 1, now(), 503, '<b>busy</b>')`);
    await query(db, `update webhook_delivery set status = 'failed', attempts = 1`);
    const page = await open(`${path}/1?done=test`);
    expect(page.text).toContain('A test is on its way');
    expect(page.text).toContain('503 <b>busy</b>');
    expect(page.html).not.toContain('<b>busy');
    expect((await send(`${path}/1/deliveries/1/again`)).status).toBe(303);
    expect(queued).toEqual([1, 1]);
    expect((await send(`${path}/1/off`)).location).toBe(`${path}/1?done=off`);
    expect((await open(`${path}/1`)).text).not.toContain('Send a test');
    expect((await open(path)).text).toContain('off');
    expect((await send(`${path}/9/off`)).status).toBe(404);
  });
});
