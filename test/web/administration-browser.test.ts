import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, openApp } from '../../src/app.ts';
import { createLogger } from '../../src/log.ts';
import { readSettings } from '../../src/settings.ts';
import type { RunningWeb } from '../../src/web/server.ts';
import { administrationWords } from '../../src/web/wording/administration-words.ts';
import { oidcWords } from '../../src/web/wording/oidc-words.ts';
import { signInWords } from '../../src/web/wording/sign-in-words.ts';
import { missing, titled } from '../support/available.ts';
import { DESK, expectToFit, launchBrowser, PHONE, shoot, type Visit, visit } from '../support/browser.ts';
import { freePort } from '../support/free-port.ts';
import { CLIENT, startOidcServer, type TestOidcServer } from '../support/oidc-server.ts';
import { Office, officePlan } from './office.ts';

const ID = 'chatkhil-2024-25';
const PLANS = '/administration/plans';
const FILE = readFileSync(`config/plans/${ID}.yaml`, 'utf8');
const ADMINISTRATOR = 'admin@suchok.example';

const say = administrationWords('bn');

const reason = missing('chromium', 'bengali-font');
describe.skipIf(reason)(titled('An administrator in a browser', reason), () => {
  const clock = { now: () => Date.parse('2024-10-01T04:30:00Z'), waitFor: () => 0 };
  let folder: string;
  let there: TestOidcServer;
  let app: App;
  let web: RunningWeb;
  let browser: Browser;
  let entered: { storageState?: Awaited<ReturnType<BrowserContext['storageState']>> } = {};

  beforeAll(async () => {
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
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await web?.close();
    await app?.close();
    await there?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** In by the office’s own account, as people would do it; once for all tests. */
  const signedIn = (options: Partial<Visit>, work: (page: Page) => Promise<void>) =>
    visit(browser, { url: web.url, also: [there.issuer], ...options, ...entered }, async (page) => {
      page.setDefaultTimeout(15_000);
      if (!entered.storageState) {
        await page.goto(`${web.url}/administration?lang=bn`);
        await shoot(page, 'sign-in-with-account-bn');
        await page.getByRole('button', { name: oidcWords('bn').button }).click();
        await page.waitForURL('**/sign-in/oidc/callback?**');
        await page.getByRole('button', { name: signInWords('bn').signIn, exact: true }).click();
        await page.waitForURL(/\/administration\?lang=bn$/);
        entered = { storageState: await page.context().storageState() };
      }
      await work(page);
    });

  it('comes in by the office’s own account, without JavaScript', async () => {
    await signedIn({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${web.url}/account/sessions`);
      expect(await page.locator('.account').textContent()).toContain(ADMINISTRATOR);
    });
  });

  it('checks a file, mends it, sees the difference and applies it, on a phone without JavaScript', async () => {
    await signedIn({ viewport: PHONE, javaScriptEnabled: false }, async (page) => {
      const fits = async (shot: string) => {
        await expectToFit(page);
        await shoot(page, `administration-${shot}-bn-360`);
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
    });
  });

  it('looks at the queues, which load nothing from elsewhere and can only be looked at', async () => {
    await signedIn({ viewport: DESK }, async (page) => {
      const written: string[] = [];
      page.on('request', (request) => request.method() !== 'GET' && written.push(request.url()));
      await page.goto(`${web.url}/administration/queues`);
      await page.getByRole('link', { name: 'alarms' }).first().click();
      await page.waitForURL('**/queues/queue/alarms**');
      await shoot(page, 'administration-queues-1280');
      const forged = await page.evaluate(
        `fetch('api/queues/alarms/pause', { method: 'PUT' }).then(({ status }) => status)`,
      );
      expect(forged).toBe(403);
      expect(written).toEqual([`${web.url}/administration/queues/api/queues/alarms/pause`]);
    });
  });
});
