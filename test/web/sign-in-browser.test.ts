import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, openApp } from '../../src/app.ts';
import { createLogger } from '../../src/log.ts';
import { readSettings } from '../../src/settings.ts';
import type { RunningWeb } from '../../src/web/server.ts';
import { missing, titled } from '../support/available.ts';
import { expectToFit, launchBrowser, PHONE, shoot, visit } from '../support/browser.ts';
import { startSmtpServer, type TestSmtpServer } from '../support/smtp-server.ts';
import { Office, officePlan } from './office.ts';

const PLAN = '/plans/chatkhil-2024-25';

const reason = missing('chromium', 'bengali-font');
describe.skipIf(reason)(titled('Signing in on a phone, in Bengali, without JavaScript', reason), () => {
  const clock = { now: () => Date.parse('2024-10-01T04:30:00Z'), waitFor: () => 0 };
  let folder: string;
  let smtp: TestSmtpServer;
  let app: App;
  let web: RunningWeb;
  let browser: Browser;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'suchok-phone-'));
    smtp = await startSmtpServer();
    const settings = readSettings({ DATA_DIR: folder, SMTP_URL: smtp.url(), PORT: '0' }, 'config');
    app = await openApp({ settings, logger: createLogger({ logLevel: 'silent' }), clock });
    await new Office(app.database, '2024-10-01T10:30:00').apply(officePlan('chatkhil-2024-25'));
    web = await app.startWeb();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await web?.close();
    await app?.close();
    await smtp?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('goes from the plan’s address to the letter, back to the plan, and out', async () => {
    const { email } = officePlan('chatkhil-2024-25').people[0]!;
    await visit(browser, { url: web.url, viewport: PHONE, javaScriptEnabled: false }, async (page) => {
      const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
      const expectFits = async (name: string) => {
        await expectToFit(page);
        await shoot(page, `${name}-bn-${PHONE.width}`);
      };

      await page.goto(`${web.url}${PLAN}`);
      await expectFits('sign-in');
      await page.getByLabel('ইমেইল ঠিকানা').fill('ভুল ঠিকানা');
      await press('লিংক পাঠান');
      expect(await page.getByRole('alert').textContent()).toContain('সম্পূর্ণ ইমেইল ঠিকানা লিখুন');
      await page.getByLabel('ইমেইল ঠিকানা').fill(email);
      await press('লিংক পাঠান');
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('আপনার ইমেইল দেখুন');
      await expectFits('sign-in-sent');

      const mail = await smtp.nextMail();
      const link = /\/sign-in\/[\w-]{43}/.exec(mail.parsed.text!)![0];
      const inbox = await page.context().newPage();
      await inbox.setContent(mail.parsed.html as string);
      await shoot(inbox, 'sign-in-letter-bn-360');
      await inbox.close();
      await page.goto(`${web.url}${link}`);
      expect(await page.locator('main').textContent()).toContain(email);
      await expectFits('sign-in-confirm');
      await press('প্রবেশ');
      await page.waitForURL(`**${PLAN}`);
      expect(await page.getByRole('rowheader').count()).toBeGreaterThanOrEqual(9);
      await expectFits('signed-in-plan');

      await page.getByRole('link', { name: 'অ্যাকাউন্ট', exact: true }).click();
      await page.getByRole('link', { name: 'যেসব ডিভাইসে প্রবেশ করা আছে' }).click();
      expect(await page.locator('main').textContent()).toContain('এই ডিভাইস');
      await expectFits('sessions');
      await page.locator('header').getByRole('button', { name: 'প্রস্থান' }).click();
      await page.waitForURL('**/sign-in');
      await page.goto(`${web.url}${PLAN}`);
      expect(new URL(page.url()).pathname).toBe('/sign-in');
      await page.goto(`${web.url}${link}`);
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('লিংকটি আর কার্যকর নেই');
    });
  });
});
