import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningWeb, startWeb } from '../../src/web/server.ts';
import { missing, titled } from '../support/available.ts';
import { DESK, expectToFit, launchBrowser, PHONE, type Visit, visit } from '../support/browser.ts';
import { type Ministry, ministryInMarch } from './office.ts';
import { ADMINISTRATOR, cookieFor, partsOf } from './pages.ts';

const PLAN = '/plans/mowca-2021-22';

const reason = missing('chromium', 'bengali-font');
describe.skipIf(reason)(titled('The pages in a browser', reason), () => {
  let ministry: Ministry;
  let web: RunningWeb;
  let browser: Browser;
  let session: string;

  beforeAll(async () => {
    ministry = await ministryInMarch();
    const { database, office } = ministry;
    web = await startWeb(partsOf(database, office.clock));
    session = await cookieFor(database, office.clock, ADMINISTRATOR);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await web?.close();
    await ministry?.close();
  });

  const withPage = (options: Partial<Visit>, work: (page: Page) => Promise<void>) =>
    visit(browser, { url: web.url, cookie: session, viewport: DESK, ...options }, work);

  it('show the whole plan, every row of it, on a phone as at a desk', async () => {
    await withPage({}, async (page) => {
      for (const viewport of [PHONE, DESK]) {
        await page.setViewportSize(viewport);
        await page.goto(`${web.url}${PLAN}`);
        expect(await page.getByRole('table').isVisible()).toBe(true);
        expect(await page.getByRole('rowheader').count()).toBeGreaterThanOrEqual(13);
        expect(await page.locator('tr.row').last().isVisible()).toBe(true);
      }
    });
  });

  it('lead by keyboard past the menu to the main part', async () => {
    await withPage({}, async (page) => {
      await page.goto(`${web.url}${PLAN}`);
      await page.keyboard.press('Tab');
      expect(await page.locator('a.skip').isVisible()).toBe(true);
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement.id')).toBe('main');
    });
  });

  it('show a letter in its frame, whose link opens the indicator in the whole window', async () => {
    await withPage({}, async (page) => {
      await page.goto(`${web.url}/messages/1?lang=en`);
      const link = page.frameLocator('iframe.letter').locator('a').first();
      await link.evaluate((element, url) => element.setAttribute('href', url), `${web.url}${PLAN}/indicators/1.4.1`);
      await link.click();
      await page.waitForURL('**/indicators/1.4.1');
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('1.4.1');
    });
  });

  it('draw Bengali with the font that is ours, and with no other', async () => {
    await withPage({}, async (page) => {
      await page.goto(`${web.url}${PLAN}?lang=bn`);
      await page.evaluate('document.fonts.ready');
      const devTools = await page.context().newCDPSession(page);
      await devTools.send('DOM.enable');
      await devTools.send('CSS.enable');
      const { root } = await devTools.send('DOM.getDocument', { depth: 0 });
      for (const selector of ['h1', '.menu a', 'tr.row th a', 'tr.row td']) {
        const { nodeId } = await devTools.send('DOM.querySelector', { nodeId: root.nodeId, selector });
        const { fonts } = await devTools.send('CSS.getPlatformFontsForNode', { nodeId });
        expect(fonts.length, selector).toBeGreaterThan(0);
        expect(
          fonts.filter(({ isCustomFont }) => !isCustomFont),
          selector,
        ).toEqual([]);
      }
    });
  });

  it('print a plan on sheets of paper, the head of its table on each, and nothing to click', async () => {
    await withPage({}, async (page) => {
      await page.goto(`${web.url}${PLAN}?lang=en`);
      await page.emulateMedia({ media: 'print' });
      for (const hidden of ['.menu', '.filters', '.account', '.reckoned', '.live-notice']) {
        expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
      }
      expect(await page.evaluate(`getComputedStyle(document.querySelector('thead')).display`)).toBe(
        'table-header-group',
      );
      // The width of the sheet's printed part: what does not fit there is cut off.
      await page.setViewportSize({ width: 1046, height: 700 });
      await expectToFit(page);
      const sheet = await page.pdf({ path: 'artefacts/plan-en.pdf', preferCSSPageSize: true });
      expect(sheet.toString('latin1').match(/\/Type\s*\/Page\b/g)!.length).toBe(3);
      expect(sheet.toString('latin1')).toMatch(/\/MediaBox\s*\[0 0 84[12][.\d]* 59[45]/);
    });
  });
});
