import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LivingOffice, openLivingOffice } from '../stories/living-office.ts';
import { missing, titled } from '../support/available.ts';
import { expectToFit, launchBrowser, PHONE, visit } from '../support/browser.ts';
import { cookieFor } from './pages.ts';

const OFFICER = 'admin1@mowca.example';

const reason = missing('chromium', 'bengali-font');
describe.skipIf(reason)(titled('A meeting, on a phone without JavaScript', reason), () => {
  let office: LivingOffice;
  let browser: Browser;

  beforeAll(async () => {
    office = await openLivingOffice('ministry');
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await office?.close();
  });

  it('is planned, announced by letter, held, minuted and issued', async () => {
    const { app, web } = office;
    const cookie = await cookieFor(app.database, app.clock, OFFICER);
    const terms = { url: web.url, cookie, viewport: PHONE, javaScriptEnabled: false, acceptDownloads: true };
    await visit(browser, terms, async (page) => {
      const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
      await page.goto(`${web.url}/plans/mowca-2021-22?lang=en`);
      await page.getByRole('link', { name: 'Meetings', exact: true }).click();
      await page.getByRole('link', { name: 'Plan a meeting (2.2.3, 3rd quarter)' }).click();
      await page.getByLabel('Day').fill('2 March 2022');
      await page.getByLabel('Time (optional)').fill('4 pm');
      await press('Plan a meeting');
      expect(await page.getByRole('alert').textContent()).toContain('Write the time');
      await page.getByLabel('Time (optional)').fill('16:00');
      await press('Plan a meeting');
      await press('Send the notice');
      const notice = await office.mailTo('programmer@mowca.example', /পর্যালোচনা সভা/);
      expect(notice.parsed.attachments.map(({ contentType }) => contentType)).toContain('text/calendar');
      await press('It was held');
      await page.getByRole('link', { name: 'Decisions', exact: true }).click();
      await page.getByLabel('Decision', { exact: true }).first().fill('পোর্টাল হালনাগাদ করতে হবে');
      await page.getByLabel('Responsible post').first().selectOption('programmer-ict');
      await page.getByLabel('Until').first().fill('14-04-2022');
      await expectToFit(page);
      await press('Save and write on');
      expect(await page.getByLabel('Decision', { exact: true }).count()).toBe(3);
      await press('Save');
      await press('Issue the minutes');
      expect(await page.getByRole('status').textContent()).toContain('The minutes are issued.');
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: 'Word file' }).click();
      expect((await download).suggestedFilename()).toBe('M1-minutes.docx');
      await page.getByRole('link', { name: 'M1.1' }).click();
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('পোর্টাল হালনাগাদ');
    });
  });
});
