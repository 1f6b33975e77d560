import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type App, openApp } from '../../src/app.ts';
import { query } from '../../src/db/database.ts';
import { createLogger } from '../../src/log.ts';
import { readSettings } from '../../src/settings.ts';
import { createWeb } from '../../src/web/app.ts';
import type { WebApp } from '../../src/web/web-parts.ts';
import { startSmtpServer, type TestSmtpServer } from '../support/smtp-server.ts';
import { Office, officePlan } from './office.ts';
import { quietLogger, textOf } from './pages.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const PLAN = '/plans/mowca-2021-22';
const FOCAL = 'programmer@mowca.example';
const OWN = 'http://localhost';

describe('Signing in', () => {
  let now = Date.parse('2022-03-02T04:30:00Z');
  const clock = { now: () => now, waitFor: () => 0 };
  let smtp: TestSmtpServer;
  let app: App;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'suchok-sign-in-'));
    smtp = await startSmtpServer();
    const env = { DATA_DIR: folder, SMTP_URL: smtp.url(), LOG_LEVEL: 'silent', ADMIN_EMAIL: 'Admin@suchok.example' };
    app = await openApp({ settings: readSettings(env, 'config'), logger: createLogger({ logLevel: 'silent' }), clock });
    await new Office(app.database, '2022-03-02T10:30:00').apply(officePlan('mowca-2021-22'));
  });
  afterAll(async () => {
    await app?.close();
    await smtp?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  // Each test an hour or more after the other, so that none is limited by another's requests.
  beforeEach(() => {
    now += DAY;
  });

  const web = (baseUrl = app.settings.baseUrl): WebApp =>
    createWeb({ ...app, settings: { ...app.settings, baseUrl }, logger: quietLogger });

  const post = (to: WebApp, path: string, form: Record<string, string> = {}, headers: Record<string, string> = {}) =>
    to.request(path, { method: 'POST', body: new URLSearchParams(form), headers: { origin: OWN, ...headers } });

  async function mailedLink(address: string, next = '/'): Promise<string> {
    await post(web(), '/sign-in', { address, next });
    const mail = await smtp.nextMail();
    return /\/sign-in\/[\w-]{43}/.exec(mail.parsed.text ?? '')![0];
  }

  async function cookieOf(link: string): Promise<string> {
    const entered = await post(web(), link);
    expect(entered.status).toBe(303);
    return entered.headers.get('set-cookie')!.split(';')[0]!;
  }

  const open = (path: string, cookie: string) => web().request(path, { headers: { cookie } });
  const formToken = async (cookie: string) =>
    /name="token" value="([^"]+)"/.exec(await (await open('/account/sessions', cookie)).text())![1]!;

  it('leads a stranger from a page to the door, by mail back to that page, and out again', async () => {
    const asked = await web().request(`${PLAN}?lang=en`);
    expect(asked.status).toBe(303);
    expect(asked.headers.get('location')).toBe(`/sign-in?next=${encodeURIComponent(`${PLAN}?lang=en`)}`);
    const door = await (await web().request(asked.headers.get('location')!)).text();
    expect(door).toContain(`name="next" value="${PLAN}?lang=en"`);

    const sent = await post(web(), '/sign-in', { address: FOCAL, next: `${PLAN}?lang=en` });
    expect(sent.headers.get('location')).toBe('/sign-in/sent');
    const mail = await smtp.nextMail();
    expect(mail.to).toEqual([FOCAL]);
    expect(mail.parsed.subject).toBe('সূচকে প্রবেশের লিংক');
    expect(mail.parsed.text).toContain('১৫ মিনিট');
    const link = /http:\/\/127\.0\.0\.1:3000(\/sign-in\/[\w-]{43})/.exec(mail.parsed.text!)![1]!;

    const confirm = await web().request(link);
    expect(confirm.status).toBe(200);
    expect(confirm.headers.get('set-cookie')).toBeNull();
    expect(textOf(await confirm.text())).toContain(`আপনি ${FOCAL} হিসেবে প্রবেশ করছেন।`);

    const entered = await post(web(), link);
    expect(entered.headers.get('location')).toBe(`${PLAN}?lang=en`);
    const cookie = entered.headers.get('set-cookie')!.split(';')[0]!;
    const page = await open(PLAN, cookie);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(FOCAL);

    const token = await formToken(cookie);
    const left = await post(web(), '/sign-out', { token }, { cookie });
    expect(left.headers.get('location')).toBe('/sign-in');
    expect(left.headers.get('set-cookie')).toMatch(/^session=; Max-Age=0/);
    expect((await open(PLAN, cookie)).status).toBe(303);
  });

  it('keeps neither the link nor the session as such, only their hashes', async () => {
    const link = await mailedLink(FOCAL);
    const cookie = await cookieOf(link);
    const kept = JSON.stringify([
      await query(app.database.db, 'select * from sign_in_link'),
      await query(app.database.db, 'select * from session'),
      await query(app.database.db, 'select * from sign_in_request'),
    ]);
    expect(kept).not.toContain(link.replace('/sign-in/', ''));
    expect(kept).not.toContain(cookie.replace('session=', ''));
    expect(kept).toMatch(/"token_hash":"[0-9a-f]{64}"/);
  });

  it('lets a link in once, even when two browsers press its button together', async () => {
    const link = await mailedLink(FOCAL);
    const answers = await Promise.all([post(web(), link), post(web(), link)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410]);
    expect((await web().request(link)).status).toBe(410);
  });

  it('does not use a link up by looking at it, as programs that check mail do', async () => {
    const link = await mailedLink(FOCAL);
    for (const method of ['GET', 'HEAD', 'GET']) expect((await web().request(link, { method })).status).toBe(200);
    await cookieOf(link);
  });

  it('ends a link after fifteen minutes', async () => {
    const link = await mailedLink(FOCAL);
    now += 15 * MINUTE - 1;
    expect((await web().request(link)).status).toBe(200);
    now += 1;
    expect((await web().request(link)).status).toBe(410);
    expect((await post(web(), link)).status).toBe(410);
  });

  it('answers alike whether anybody has the address or not, and writes only to whom the plans know', async () => {
    const before = smtp.mails.length;
    const unknown = await post(web(), '/sign-in', { address: 'stranger@elsewhere.example' });
    const known = await post(web(), '/sign-in', { address: FOCAL.toUpperCase() });
    expect((await smtp.nextMail()).to).toEqual([FOCAL]);
    await app.signIn.settle();
    expect(smtp.mails.length).toBe(before + 1);
    expect([unknown.status, unknown.headers.get('location')]).toEqual([known.status, known.headers.get('location')]);
    expect(await unknown.text()).toBe(await known.text());
  });

  it('asks again for what is no mail address, and sends nothing', async () => {
    for (const address of ['', 'programmer', 'a@b.example, c@d.example', 'a@b.example\r\nBcc: c@d.example']) {
      const answer = await post(web(), '/sign-in', { address });
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain('aria-invalid="true"');
    }
  });

  it('limits how often a link is asked for one address, known or not, until those that were sent have ended', async () => {
    for (const address of [FOCAL, 'stranger@elsewhere.example']) {
      const asked = [];
      for (let count = 0; count < 6; count++) asked.push((await post(web(), '/sign-in', { address })).status);
      expect(asked).toEqual([303, 303, 303, 303, 303, 429]);
    }
    now += 15 * MINUTE + 1;
    expect((await post(web(), '/sign-in', { address: FOCAL })).status).toBe(303);
    await app.signIn.settle();
    for (let count = 0; count < 6; count++) await smtp.nextMail();
  });

  it('keeps nobody out because strangers asked for links to nobody', async () => {
    await query(
      app.database.db,
      `insert into sign_in_request (address_hash, at) select 'nobody ' || n, $1::timestamptz from generate_series(1, 5000) n`,
      [new Date(now).toISOString()],
    );
    expect((await post(web(), '/sign-in', { address: 'a@b.example' })).status).toBe(303);
    now += 10 * MINUTE + 1;
  });

  it('limits how many links are sent in all', async () => {
    await query(
      app.database.db,
      `insert into sign_in_link (token_hash, address, next, created_at, expires_at)
       select 'link ' || n, 'a@b.example', '/', $1::timestamptz, $1::timestamptz from generate_series(1, 300) n`,
      [new Date(now).toISOString()],
    );
    expect((await post(web(), '/sign-in', { address: 'a@b.example' })).status).toBe(429);
    now += 10 * MINUTE + 1;
    expect((await post(web(), '/sign-in', { address: 'a@b.example' })).status).toBe(303);
  });

  it('limits how often links are asked for in all', async () => {
    await query(
      app.database.db,
      `insert into sign_in_request (address_hash, at) select 'somebody ' || n, $1::timestamptz from generate_series(1, 6000) n`,
      [new Date(now).toISOString()],
    );
    expect((await post(web(), '/sign-in', { address: 'a@b.example' })).status).toBe(429);
    now += 10 * MINUTE + 1;
    expect((await post(web(), '/sign-in', { address: 'a@b.example' })).status).toBe(303);
  });

  it('tries a letter again that the mail server puts off', async () => {
    smtp.setMode({ kind: 'refuse', code: 451, at: 'data', times: 1 });
    const link = await mailedLink(FOCAL);
    smtp.setMode({ kind: 'accept' });
    await cookieOf(link);
  });

  it('leads nobody to another site', async () => {
    const attacks = [
      '//evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      'https://evil.example',
      '/\t/evil.example',
    ];
    for (const next of [
      ...attacks,
      '/.//evil.example',
      'javascript:alert(1)',
      '/sign-in/sent',
      '/%0d%0a\r\nx',
      '@evil',
    ]) {
      const door = await (await web().request(`/sign-in?${new URLSearchParams({ next })}`)).text();
      expect(door, next).toContain('name="next" value="/"');
      const link = await app.signIn.makeLink(FOCAL, next);
      const entered = await post(web(), new URL(link).pathname);
      expect(entered.headers.get('location'), next).toBe('/');
    }
  });

  it('takes a form from no other site, nor one without the mark of this session', async () => {
    const link = await mailedLink(FOCAL);
    for (const origin of ['https://evil.example', 'null', '']) {
      expect((await post(web(), link, {}, { origin })).status).toBe(403);
      expect((await post(web(), '/sign-in', { address: FOCAL }, { origin })).status).toBe(403);
    }
    const [mine, other] = [await cookieOf(link), await cookieOf(new URL(await app.signIn.makeLink(FOCAL)).pathname)];
    for (const form of [{}, { token: 'x' }, { token: await formToken(other) }]) {
      const refused = await post(web(), '/sign-out', form as Record<string, string>, { cookie: mine });
      expect(refused.status).toBe(403);
      expect(textOf(await refused.text())).toContain('কিছুই পরিবর্তন হয়নি');
    }
    const token = await formToken(mine);
    const foreign = await post(web(), '/sign-out', { token }, { cookie: mine, origin: 'https://evil.example' });
    expect(foreign.status).toBe(403);
    expect((await open('/account/sessions', mine)).status).toBe(200);
  });

  it('takes no form that is larger than any of ours', async () => {
    const answer = await post(web(), '/sign-in', { address: 'x'.repeat(70_000) });
    expect(answer.status).toBe(413);
  });

  it('changes nothing by opening a page', async () => {
    const cookie = await cookieOf(await mailedLink(FOCAL));
    for (const path of ['/sign-out', '/account/sessions/1/end']) expect((await open(path, cookie)).status).toBe(404);
    expect((await open('/account/sessions', cookie)).status).toBe(200);
  });

  it('gives a cookie that no script reads and no other site sends, over https alone where people come by https', async () => {
    const plain = await post(web(), await mailedLink(FOCAL));
    expect(plain.headers.get('set-cookie')).toMatch(
      /^session=[\w-]{43}; Max-Age=1209600; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    const secure = await post(
      web('https://suchok.office.example'),
      await mailedLink(FOCAL),
      {},
      {
        origin: 'https://suchok.office.example',
      },
    );
    expect(secure.headers.get('set-cookie')).toMatch(/^__Host-session=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });

  it('lasts fourteen days from the last visit', async () => {
    const cookie = await cookieOf(await mailedLink(FOCAL));
    now += 13 * DAY;
    const again = await open(PLAN, cookie);
    expect(again.status).toBe(200);
    expect(again.headers.get('set-cookie')).toContain(`${cookie}; Max-Age=1209600`);
    now += 13 * DAY;
    expect((await open(PLAN, cookie)).status).toBe(200);
    now += 14 * DAY;
    expect((await open(PLAN, cookie)).status).toBe(303);
  });

  it('lists where one is signed in, and ends any of these, but nobody else’s', async () => {
    const phone = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36';
    now += 30 * DAY;
    const mine = await cookieOf(await mailedLink(FOCAL));
    const lost = (await post(web(), await mailedLink(FOCAL), {}, { 'user-agent': phone })).headers.get('set-cookie')!;
    const other = await cookieOf(await mailedLink('admin1@mowca.example'));
    const list = textOf(await (await open('/account/sessions?lang=en', mine)).text());
    expect(list).toContain('Chrome on Android');
    expect(list).toContain('This device');
    const rows = await query<{ id: number; address: string; user_agent: string }>(
      app.database.db,
      'select id, address, user_agent from session where expires_at > $1',
      [new Date(now).toISOString()],
    );
    const token = await formToken(mine);
    const foreign = rows.find(({ address }) => address === 'admin1@mowca.example')!;
    const refused = await post(web(), `/account/sessions/${foreign.id}/end`, { token }, { cookie: mine });
    expect(refused.status).toBe(404);
    expect((await open(PLAN, other)).status).toBe(200);
    const onPhone = rows.find(({ user_agent }) => user_agent === phone)!;
    await post(web(), `/account/sessions/${onPhone.id}/end`, { token }, { cookie: mine });
    expect((await open(PLAN, lost.split(';')[0]!)).status).toBe(303);
    expect((await open(PLAN, mine)).status).toBe(200);
  });

  it('lets the administrator in by a link from the console, or by mail where the settings name the address', async () => {
    const console = await cookieOf(new URL(await app.signIn.makeLink(null)).pathname);
    const mailed = await cookieOf(await mailedLink('admin@suchok.example'));
    for (const cookie of [console, mailed]) expect((await open(PLAN, cookie)).status).toBe(200);
    expect(await (await open('/account/sessions?lang=en', console)).text()).toContain('Administrator');
  });

  it('shows no page at all to strangers, not even that it is not there', async () => {
    for (const path of ['/', '/plans', PLAN, '/messages', '/messages/1/body', '/account/sessions', '/nowhere']) {
      for (const cookie of ['', 'session=', `session=${'x'.repeat(43)}`]) {
        expect((await open(path, cookie)).headers.get('location'), path).toMatch(/^\/sign-in/);
      }
    }
    expect((await web().request('/healthz')).status).toBe(200);
  });
});
