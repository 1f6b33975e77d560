import { mkdirSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningWeb, startWeb } from '../../src/web/server.ts';
import { findProgram, missing, titled } from '../support/available.ts';
import { type Ministry, ministryInMarch } from './office.ts';
import { cookieFor, partsOf } from './pages.ts';

const FLAGS =
  '--no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync';
const INDICATORS = '/plans/mowca-2021-22/indicators';
const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 900 };
const FOCAL_POINT = 'programmer@mowca.example';
const OFFICER = 'admin1@mowca.example';

const reason = missing('chromium', 'bengali-font');
describe.skipIf(reason)(titled('Acting on an indicator in a browser', reason), () => {
  let ministry: Ministry;
  let web: RunningWeb;
  let browser: Browser;

  beforeAll(async () => {
    mkdirSync('artefacts', { recursive: true });
    ministry = await ministryInMarch();
    web = await startWeb(partsOf(ministry.database, ministry.office.clock));
    const executablePath = findProgram('chromium', 'chromium-browser', 'google-chrome')!;
    browser = await chromium.launch({ executablePath, args: FLAGS.split(' ') });
  });
  afterAll(async () => {
    await browser?.close();
    await web?.close();
    await ministry?.close();
  });

  async function withPage(
    address: string,
    options: Parameters<Browser['newContext']>[0],
    work: (page: Page) => Promise<void>,
  ) {
    const context = await browser.newContext(options);
    const cookie = await cookieFor(ministry.database, ministry.office.clock, address);
    await context.addCookies([{ name: 'session', value: cookie.replace('session=', ''), url: web.url }]);
    try {
      await work(await context.newPage());
    } finally {
      await context.close();
    }
  }

  const widthOf = (page: Page) => page.evaluate('document.documentElement.scrollWidth');

  it('works on a phone in Bengali without JavaScript, from a fault to the step that is done', async () => {
    await withPage(FOCAL_POINT, { viewport: PHONE, javaScriptEnabled: false }, async (page) => {
      await page.goto(`${web.url}${INDICATORS}/1.2.1?lang=bn`);
      expect(await widthOf(page)).toBe(PHONE.width);
      await page.screenshot({ path: 'artefacts/indicator-bn-360.png', fullPage: true });
      await page.getByLabel('কাজের তারিখ').fill('৩০-০২-২০২২');
      await page.getByLabel('মন্তব্য (ঐচ্ছিক)').fill('সচিব মহোদয়ের স্বাক্ষর হয়েছে');
      await page.getByRole('button', { name: 'সম্পন্ন হিসেবে লিপিবদ্ধ করুন' }).click();
      expect(await page.getByRole('alert').textContent()).toContain('এখনো কিছু লিপিবদ্ধ হয়নি');
      expect(await widthOf(page)).toBe(PHONE.width);
      await page.screenshot({ path: 'artefacts/indicator-fault-bn-360.png', fullPage: true });
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
      await page.screenshot({ path: 'artefacts/indicator-en-1280.png', fullPage: true });
      await page.getByRole('link', { name: 'Resume' }).click();
      await page.getByRole('button', { name: 'Resume' }).click();
      expect(await page.locator('.done-notice').textContent()).toContain('in progress, 2 of 4.');
    });
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`has no serious fault of access in ${colorScheme} colours, with everything unfolded`, async () => {
      // The checker's own script may run here, and only here; the pages themselves allow none.
      await withPage(OFFICER, { viewport: PHONE, colorScheme, bypassCSP: true }, async (page) => {
        for (const path of ['/2.1.2', '/2.2.5', '/1.1.1/record/suspend', '/2.2.1/record/recordNumber']) {
          await page.goto(`${web.url}${INDICATORS}${path}?lang=en`);
          await page.evaluate(`document.querySelectorAll('details').forEach((one) => { one.open = true; })`);
          expect(await widthOf(page), path).toBe(PHONE.width);
          await page.addScriptTag({ content: axe.source });
          const faults = await page.evaluate(`axe.run(document).then(({ violations }) =>
            violations.filter(({ impact }) => ['serious', 'critical'].includes(impact))
              .map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | ')))`);
          expect(faults, path).toEqual([]);
        }
      });
    });
  }
});
