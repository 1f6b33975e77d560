import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningWeb, startWeb } from '../../src/web/server.ts';
import { missing, titled } from '../support/available.ts';
import { DESK, expectToFit, launchBrowser, PHONE, shoot, type Visit, visit } from '../support/browser.ts';
import { type Ministry, ministryInMarch } from './office.ts';
import { cookieFor, partsOf } from './pages.ts';

const INDICATORS = '/plans/mowca-2021-22/indicators';
const FOCAL_POINT = 'programmer@mowca.example';
const OFFICER = 'admin1@mowca.example';

const reason = missing('chromium', 'bengali-font');
describe.skipIf(reason)(titled('Acting on an indicator in a browser', reason), () => {
  let ministry: Ministry;
  let web: RunningWeb;
  let browser: Browser;

  beforeAll(async () => {
    ministry = await ministryInMarch();
    web = await startWeb(partsOf(ministry.database, ministry.office.clock));
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await web?.close();
    await ministry?.close();
  });

  const withPage = async (address: string, options: Partial<Visit>, work: (page: Page) => Promise<void>) => {
    const cookie = await cookieFor(ministry.database, ministry.office.clock, address);
    await visit(browser, { url: web.url, cookie, ...options }, work);
  };

  it('works on a phone in Bengali without JavaScript, from a fault to the step that is done', async () => {
    await withPage(FOCAL_POINT, { viewport: PHONE, javaScriptEnabled: false }, async (page) => {
      await page.goto(`${web.url}${INDICATORS}/1.2.1?lang=bn`);
      await expectToFit(page);
      await shoot(page, 'indicator-bn-360');
      await page.getByLabel('কাজের তারিখ').fill('৩০-০২-২০২২');
      await page.getByLabel('মন্তব্য (ঐচ্ছিক)').fill('সচিব মহোদয়ের স্বাক্ষর হয়েছে');
      await page.getByRole('button', { name: 'সম্পন্ন হিসেবে লিপিবদ্ধ করুন' }).click();
      expect(await page.getByRole('alert').textContent()).toContain('এখনো কিছু লিপিবদ্ধ হয়নি');
      await expectToFit(page);
      await shoot(page, 'indicator-fault-bn-360');
      expect(await page.getByLabel('মন্তব্য (ঐচ্ছিক)').inputValue()).toBe('সচিব মহোদয়ের স্বাক্ষর হয়েছে');
      await page.getByLabel('কাজের তারিখ').fill('২৮-০২-২০২২');
      await page.getByLabel('প্রমাণক: স্মারক নম্বর বা শিরোনাম').first().fill('৩২.০০.০০০০.০৩৪');
      await page.getByRole('button', { name: 'সম্পন্ন হিসেবে লিপিবদ্ধ করুন' }).click();
      const told = await page.locator('.done-notice').textContent();
      expect(told).toContain('ধাপ সম্পন্ন: সহজ পদ্ধতিতে সেবা প্রদানের অফিস আদেশ জারি');
      expect(told).toContain('বর্তমান অবস্থা: অর্জিত।');
      expect(await page.locator('.checklist .paper').textContent()).toContain('প্রমাণক: ৩২.০০.০০০০.০৩৪');
    });
  });

  it('works at a desk in English: a hold, its reason, and back', async () => {
    await withPage(OFFICER, { viewport: DESK, javaScriptEnabled: false }, async (page) => {
      await page.goto(`${web.url}${INDICATORS}/2.1.1?lang=en`);
      await page.getByRole('link', { name: 'Put on hold' }).click();
      await page.getByLabel('Reason').fill('Flood');
      await page.getByRole('button', { name: 'Put on hold' }).click();
      expect(await page.locator('.done-notice').textContent()).toContain('It now stands at: on hold.');
      await page.locator('.chart summary').click();
      expect(await page.locator('.statechart .is-now').allTextContents()).toEqual(['● on hold', '● paused']);
      await shoot(page, 'indicator-en-1280');
      await page.getByRole('link', { name: 'Resume' }).click();
      await page.getByRole('button', { name: 'Resume' }).click();
      expect(await page.locator('.done-notice').textContent()).toContain('in progress, 2 of 4.');
    });
  });
});
