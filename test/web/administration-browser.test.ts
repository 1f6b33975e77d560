import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, openApp } from '../../src/app.ts';
import { createLogger } from '../../src/log.ts';
import { readSettings } from '../../src/settings.ts';
import type { RunningWeb } from '../../src/web/server.ts';
import { administrationWords } from '../../src/web/wording/administration-words.ts';
import { oidcWords } from '../../src/web/wording/oidc-words.ts';
import { signInWords } from '../../src/web/wording/sign-in-words.ts';
import { findProgram, missing, titled } from '../support/available.ts';
import { freePort } from '../support/free-port.ts';
import { CLIENT, startOidcServer, type TestOidcServer } from '../support/oidc-server.ts';
import { Office, officePlan } from './office.ts';

const FLAGS =
  '--no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync';
const ID = 'chatkhil-2024-25';
const PLANS = '/administration/plans';
const FILE = readFileSync(`config/plans/${ID}.yaml`, 'utf8');
const ADMINISTRATOR = 'admin@suchok.example';

const say = administrationWords('bn');

const PAGES = {
  home: '/administration',
  plans: PLANS,
  people: `${PLANS}/${ID}/people`,
  versions: `${PLANS}/${ID}`,
  calendar: '/administration/calendar?year=2024-25',
  health: '/administration/health',
  sessions: '/administration/sessions',
  notices: `/plans/${ID}/notices`,
};

const reason = missing('chromium', 'bengali-font');
describe.skipIf(reason)(titled('An administrator in a browser', reason), () => {
  const clock = { now: () => Date.parse('2024-10-01T04:30:00Z'), waitFor: () => 0 };
  let folder: string;
  let there: TestOidcServer;
  let app: App;
  let web: RunningWeb;
  let browser: Browser;
  let entered: Awaited<ReturnType<BrowserContext['storageState']>> | null = null;
  const complaints: string[] = [];

  beforeAll(async () => {
    mkdirSync('artefacts', { recursive: true });
    folder = mkdtempSync(join(tmpdir(), 'suchok-administrator-'));
    const port = await freePort();
    there = await startOidcServer(() => [`http://127.0.0.1:${port}/sign-in/oidc/callback`]);
    there.person = { email: ADMINISTRATOR, verified: true };
    const env = {
      DATA_DIR: folder,
      PORT: String(port),
      ADMIN_EMAIL: ADMINISTRATOR,
      OIDC_ISSUER: there.issuer,
      OIDC_CLIENT_ID: CLIENT.clientId,
      OIDC_CLIENT_SECRET: CLIENT.clientSecret,
    };
    app = await openApp({ settings: readSettings(env, 'config'), logger: createLogger({ logLevel: 'silent' }), clock });
    await new Office(app.database, '2024-10-01T10:30:00').apply(officePlan(ID));
    web = await app.startWeb();
    const executablePath = findProgram('chromium', 'chromium-browser', 'google-chrome')!;
    browser = await chromium.launch({ executablePath, args: FLAGS.split(' ') });
  });
  afterAll(async () => {
    await browser?.close();
    await web?.close();
    await app?.close();
    await there?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function watch(page: Page): Page {
    // That a form was refused is told by its status too, and by browsers as a complaint.
    page.on('console', (message) => {
      if (!/status of (403|422)/.test(message.text())) complaints.push(message.text());
    });
    page.on('request', (request) => {
      const isKnown = [web.url, there.issuer, 'data:'].some((start) => request.url().startsWith(start));
      if (!isKnown) complaints.push(`asked for ${request.url()}`);
    });
    return page;
  }

  /** In by the office's own account, as people would do it; once for all tests. */
  async function signedIn(options: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> {
    const context = await browser.newContext({ ...options, ...(entered ? { storageState: entered } : {}) });
    context.setDefaultTimeout(15_000);
    if (entered) return context;
    const page = watch(await context.newPage());
    await page.goto(`${web.url}/administration?lang=bn`);
    await page.screenshot({ path: 'artefacts/sign-in-with-account-bn.png' });
    await page.getByRole('button', { name: oidcWords('bn').button }).click();
    await page.waitForURL('**/sign-in/oidc/callback?**');
    await page.getByRole('button', { name: signInWords('bn').signIn, exact: true }).click();
    await page.waitForURL(/\/administration\?lang=bn$/);
    await page.close();
    entered = await context.storageState();
    return context;
  }

  it('comes in by the office’s own account, without JavaScript', async () => {
    const context = await signedIn({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${web.url}/account/sessions`);
    expect(await page.locator('.account').textContent()).toContain(ADMINISTRATOR);
    await context.close();
    expect(complaints).toEqual([]);
  });

  for (const width of [360, 1280]) {
    it(`finds every page readable, ${width} wide, in both languages`, async () => {
      const context = await signedIn({ viewport: { width, height: 800 } });
      const page = watch(await context.newPage());
      for (const language of ['bn', 'en']) {
        for (const [name, path] of Object.entries(PAGES)) {
          await page.goto(`${web.url}${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
          await page.evaluate('document.fonts.ready');
          expect(await page.evaluate('document.documentElement.scrollWidth'), name).toBe(width);
          await page.screenshot({ path: `artefacts/administration-${name}-${language}-${width}.png`, fullPage: true });
        }
      }
      await context.close();
      expect(complaints).toEqual([]);
    });
  }

  it('checks a file, mends it, sees the difference and applies it, on a phone without JavaScript', async () => {
    const context = await signedIn({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
    const page = watch(await context.newPage());
    const fits = async (shot: string) => {
      expect((await page.locator('html').boundingBox())!.width).toBe(360);
      await page.screenshot({ path: `artefacts/administration-${shot}-bn-360.png`, fullPage: true });
    };
    const text = FILE.replace('target: 2025-06-30', 'target: 2025-05-31');
    await page.goto(`${web.url}${PLANS}?lang=bn`);
    const file = {
      name: 'chatkhil.yaml',
      mimeType: 'application/yaml',
      buffer: Buffer.from(text.replace('language: bn', 'language: bd')),
    };
    await page.setInputFiles('input[name="file"]', file);
    await page.getByRole('button', { name: say.check }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain(say.faults('১'));
    await fits('faults');
    const kept = await page.locator('textarea[name="text"]').inputValue();
    expect(kept).toBe(text.replace('language: bn', 'language: bd'));
    await page.locator('textarea[name="text"]').fill(kept.replace('language: bd', 'language: bn'));
    await page.getByRole('button', { name: say.checkAgain }).click();
    expect(await page.locator('main').textContent()).toContain('৩০ জুন ২০২৫ → ৩১ মে ২০২৫');
    await fits('difference');
    await page.getByRole('button', { name: say.apply }).click();
    await page.waitForURL('**done=applied');
    expect(await page.getByRole('status').textContent()).toContain(say.done('২'));
    await context.close();
    expect(complaints).toEqual([]);
  });

  it('looks at the queues, which load nothing from elsewhere and can only be looked at', async () => {
    const context = await signedIn({ viewport: { width: 1280, height: 800 } });
    const page = watch(await context.newPage());
    const written: string[] = [];
    page.on('request', (request) => request.method() !== 'GET' && written.push(request.url()));
    await page.goto(`${web.url}/administration/queues`);
    await page.getByRole('link', { name: 'alarms' }).first().click();
    await page.waitForURL('**/queues/queue/alarms**');
    await page.screenshot({ path: 'artefacts/administration-queues-1280.png' });
    const forged = await page.evaluate(
      `fetch('api/queues/alarms/pause', { method: 'PUT' }).then(({ status }) => status)`,
    );
    expect(forged).toBe(403);
    expect(written).toEqual([`${web.url}/administration/queues/api/queues/alarms/pause`]);
    await context.close();
    expect(complaints).toEqual([]);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`finds no serious fault of access in ${colorScheme} colours`, async () => {
      const context = await signedIn({ colorScheme, bypassCSP: true });
      const page = await context.newPage();
      for (const path of [...Object.values(PAGES), `${PLANS}/${ID}?from=1&to=1`]) {
        await page.goto(`${web.url}${path}`);
        await page.addScriptTag({ content: axe.source });
        const faults = await page.evaluate(`axe.run(document, { iframes: false }).then(({ violations }) =>
          violations.filter(({ impact }) => ['serious', 'critical'].includes(impact))
            .map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | ')))`);
        expect(faults, path).toEqual([]);
      }
      await context.close();
    });
  }
});
