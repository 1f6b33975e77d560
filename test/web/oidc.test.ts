import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { query } from '../../src/db/database.ts';
import { OidcSignIn } from '../../src/sign-in/oidc-sign-in.ts';
import { createWeb } from '../../src/web/app.ts';
import type { WebApp } from '../../src/web/web-parts.ts';
import { CLIENT, startOidcServer, type TestOidcServer } from '../support/oidc-server.ts';
import { type Ministry, ministryInMarch } from './office.ts';
import { partsOf, SETTINGS, textOf } from './pages.ts';

const PLAN = '/plans/mowca-2021-22';
const FOCAL = 'programmer@mowca.example';
const CALLBACK = '/sign-in/oidc/callback';

describe('Signing in with an office account', () => {
  let ministry: Ministry;
  let there: TestOidcServer;
  let now: number;
  const clock = { now: () => now, waitFor: () => 0 };

  beforeAll(async () => {
    ministry = await ministryInMarch();
    there = await startOidcServer(() => [`${SETTINGS.baseUrl}${CALLBACK}`]);
  });
  afterAll(async () => {
    await there?.close();
    await ministry?.close();
  });
  beforeEach(() => {
    now = ministry.office.clock.now();
    there.person = { email: FOCAL, verified: true };
    there.inIdToken = true;
    there.tamper = null;
  });

  function web(settings: { issuer?: string; trustEmail?: boolean; label?: string } = {}): WebApp {
    const parts = partsOf(ministry.database, clock);
    const oidc = new OidcSignIn({
      db: ministry.database.db,
      clock,
      baseUrl: SETTINGS.baseUrl,
      settings: {
        issuer: there.issuer,
        ...CLIENT,
        label: undefined,
        scopes: 'openid email',
        trustEmail: false,
        ...settings,
      },
      find: (address) => parts.signIn.find(address),
      logger: parts.logger,
    });
    return createWeb({ ...parts, oidc });
  }

  const post = (app: WebApp, path: string, form: Record<string, string>, cookie = '') =>
    app.request(path, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { origin: 'http://localhost', cookie: [cookie, 'language=en'].filter(Boolean).join('; ') },
    });

  /** Presses the button at the door: where the browser is sent, and the cookie it got. */
  async function begin(app: WebApp, next = '/') {
    const going = await post(app, '/sign-in/oidc', { next });
    expect(going.status).toBe(200);
    const url = new URL(going.headers.get('refresh')!.replace(/^0; url=/, ''));
    expect(await going.text()).toContain(`href="${url.href.replaceAll('&', '&amp;')}"`);
    return { url, cookie: going.headers.get('set-cookie')!.split(';')[0]! };
  }

  /** Walks through the provider as a browser would, and gives what it sends back to us. */
  async function visit(url: URL): Promise<Record<string, string>> {
    const jar = new Map<string, string>();
    for (let at = url; ; ) {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(at, { redirect: 'manual', headers: { cookie } });
      for (const line of answer.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
        jar.set(name!, value!);
      }
      const location = answer.headers.get('location');
      if (!location) throw new Error(`${at.pathname} answered ${answer.status}: ${await answer.text()}`);
      at = new URL(location, at);
      if (at.pathname === CALLBACK) return Object.fromEntries(at.searchParams);
    }
  }

  async function wholeDance(app: WebApp, next = '/') {
    const { url, cookie } = await begin(app, next);
    return post(app, CALLBACK, await visit(url), cookie);
  }

  async function expectNotIn(answer: Response, status: number, words: string) {
    expect(answer.status).toBe(status);
    expect(answer.headers.get('set-cookie') ?? '').not.toContain('session=');
    const text = textOf(await answer.text());
    expect(text).toContain(words);
    expect(text).toContain('Sign in another way');
  }

  it('leads from the door to the provider and back to the page that was asked for', async () => {
    const app = web({ label: 'the Ministry' });
    const door = await (await app.request(`/sign-in?lang=en&next=${encodeURIComponent(PLAN)}`)).text();
    expect(textOf(door)).toContain('Sign in with the Ministry');
    const { url, cookie } = await begin(app, PLAN);
    expect(url.searchParams.get('code_challenge_method')).toBe('S256');
    expect(url.searchParams.get('scope')).toBe('openid email');
    expect(cookie).toBe(`oidc=${url.searchParams.get('state')}`);

    const answer = await visit(url);
    const sessions = () => query(ministry.database.db, 'select from session');
    const before = (await sessions()).length;
    const back = await app.request(`${CALLBACK}?${new URLSearchParams(answer)}`, { headers: { cookie } });
    expect(await back.text()).toContain(`name="code" value="${answer.code}"`);
    expect(await sessions()).toHaveLength(before);

    const entered = await post(app, CALLBACK, answer, cookie);
    expect(entered.status).toBe(303);
    expect(entered.headers.get('location')).toBe(PLAN);
    const session = /session=[^;]+/.exec(entered.headers.get('set-cookie')!)![0];
    const page = await app.request(`${PLAN}?lang=en`, { headers: { cookie: session } });
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(FOCAL);
  });

  it('leads to no other site, whatever was asked for', async () => {
    const entered = await wholeDance(web(), '//elsewhere.example/');
    expect(entered.headers.get('location')).toBe('/');
  });

  it('knows an address however it is cased, and signs in by the plan’s own spelling', async () => {
    there.person = { email: 'Programmer@MOWCA.example', verified: true };
    expect((await wholeDance(web())).status).toBe(303);
    const [last] = await query<{ address: string }>(
      ministry.database.db,
      'select address from session order by id desc limit 1',
    );
    expect(last!.address).toBe(FOCAL);
  });

  it('asks for the user info where the ID token holds no address', async () => {
    there.inIdToken = false;
    expect((await wholeDance(web())).status).toBe(303);
  });

  it('lets nobody in with a state that is not of this browser', async () => {
    const app = web();
    const { url, cookie } = await begin(app);
    const answer = await visit(url);
    await expectNotIn(await post(app, CALLBACK, answer), 410, 'can no longer be finished');
    await expectNotIn(await post(app, CALLBACK, { ...answer, state: 'x'.repeat(43) }, cookie), 410, 'Begin again');
    const other = await begin(app);
    await expectNotIn(await post(app, CALLBACK, answer, other.cookie), 410, 'Begin again');
  });

  it('lets nobody in twice with one answer', async () => {
    const app = web();
    const { url, cookie } = await begin(app);
    const answer = await visit(url);
    expect((await post(app, CALLBACK, answer, cookie)).status).toBe(303);
    await expectNotIn(await post(app, CALLBACK, answer, cookie), 410, 'has been finished before');
  });

  it('lets nobody in who comes back after ten minutes', async () => {
    const app = web();
    const { url, cookie } = await begin(app);
    const answer = await visit(url);
    now += 10 * 60_000;
    await expectNotIn(await post(app, CALLBACK, answer, cookie), 410, 'more than 10 minutes ago');
  });

  it('trusts no answer with another nonce', async () => {
    const app = web();
    const { url, cookie } = await begin(app);
    url.searchParams.set('nonce', 'somebody-else-asked-for-this');
    await expectNotIn(await post(app, CALLBACK, await visit(url), cookie), 403, 'did not let you in');
  });

  const claimsChanged = (change: object) => (token: string) => {
    const [head, body, signature] = token.split('.');
    const claims = JSON.parse(Buffer.from(body!, 'base64url').toString()) as object;
    const changed = Buffer.from(JSON.stringify({ ...claims, ...change })).toString('base64url');
    return [head, changed, signature].join('.');
  };
  it.each([
    ['somebody else’s address', claimsChanged({ email: 'secretary@mowca.example' })],
    ['another audience', claimsChanged({ aud: 'another-program' })],
    ['another issuer', claimsChanged({ iss: 'http://127.0.0.1:9' })],
    ['no signature', (token: string) => token.replace(/[^.]+$/, '')],
  ])('trusts no token that was given %s on its way', async (_, tamper) => {
    there.tamper = tamper;
    await expectNotIn(await wholeDance(web()), 403, 'did not let you in');
  });

  it.each([false, undefined])('wants an address that the provider calls verified, and not %s', async (verified) => {
    there.person = { email: FOCAL, verified };
    await expectNotIn(await wholeDance(web()), 403, `does not vouch for ${FOCAL}`);
    expect((await wholeDance(web({ trustEmail: true }))).status).toBe(303);
  });

  it('tells somebody whom no plan names what to do', async () => {
    there.person = { email: 'newcomer@mowca.example', verified: true };
    await expectNotIn(await wholeDance(web()), 403, 'newcomer@mowca.example');
  });

  it('says so when the person has cancelled over there', async () => {
    const app = web();
    const { url } = await begin(app);
    const state = url.searchParams.get('state')!;
    const back = await app.request(`${CALLBACK}?${new URLSearchParams({ state, error: 'access_denied' })}&lang=en`);
    await expectNotIn(back, 403, 'did not let you in');
  });

  it('says so while the provider is away, and goes on with it once it is back', async () => {
    const gone = await startOidcServer(() => [`${SETTINGS.baseUrl}${CALLBACK}`]);
    await gone.close();
    await expectNotIn(await post(web({ issuer: gone.issuer }), '/sign-in/oidc', {}), 503, 'by mail');
    const app = web();
    const { url, cookie } = await begin(app);
    const answer = await visit(url);
    const { issuer } = there;
    await there.close();
    await expectNotIn(await post(app, CALLBACK, answer, cookie), 503, 'does not answer');
    there = await startOidcServer(() => [`${SETTINGS.baseUrl}${CALLBACK}`]);
    expect(there.issuer).not.toBe(issuer);
  });

  it('shows no such button, and has no such page, where no office account is set', async () => {
    const app = createWeb(partsOf(ministry.database, clock));
    expect(await (await app.request('/sign-in')).text()).not.toContain('/sign-in/oidc');
    expect((await post(app, '/sign-in/oidc', {})).status).toBe(404);
    expect((await app.request(CALLBACK)).status).toBe(404);
    expect((await post(app, CALLBACK, {})).status).toBe(404);
  });

  it('begins nothing from another site’s form', async () => {
    const headers = { origin: 'https://elsewhere.example', 'content-type': 'application/x-www-form-urlencoded' };
    expect((await web().request('/sign-in/oidc', { method: 'POST', headers, body: 'next=/' })).status).toBe(403);
  });
});
