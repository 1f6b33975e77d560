import { mkdirSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningWeb, startWeb } from '../../src/web/server.ts';
import { findProgram, missing, titled } from '../support/available.ts';
import { type Ministry, ministryInMarch } from './office.ts';
import { ADMINISTRATOR, cookieFor, partsOf } from './pages.ts';

const FLAGS =
  '--no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync';
const PLAN = '/plans/mowca-2021-22';

const SCREENS = [
  { name: 'a phone', width: 360, height: 740 },
  { name: 'a desk', width: 1280, height: 900 },
];

const reason = missing('chromium', 'bengali-font');
describe.skipIf(reason)(titled('The pages in a browser', reason), () => {
  let ministry: Ministry;
  let web: RunningWeb;
  let browser: Browser;
  let session: string;

  beforeAll(async () => {
    mkdirSync('artefacts', { recursive: true });
    ministry = await ministryInMarch();
    const { database, office } = ministry;
    web = await startWeb(partsOf(database, office.clock));
    session = (await cookieFor(database, office.clock, ADMINISTRATOR)).replace('session=', '');
    const executablePath = findProgram('chromium', 'chromium-browser', 'google-chrome')!;
    browser = await chromium.launch({ executablePath, args: FLAGS.split(' ') });
  });
  afterAll(async () => {
    await browser?.close();
    await web?.close();
    await ministry?.close();
  });

  /** Runs with a fresh page; fails when it complained, or asked another host for anything. */
  async function withPage(options: Parameters<Browser['newContext']>[0], work: (page: Page) => Promise<void>) {
    const context = await browser.newContext(options);
    await context.addCookies([{ name: 'session', value: session, url: web.url }]);
    const complaints: string[] = [];
    try {
      const page = await context.newPage();
      page.on('console', (message) => {
        // The tool that drives the browser reaches into frames too; a letter's frame lets no script in, not even that.
        if (!message.text().startsWith('Blocked script execution')) complaints.push(message.text());
      });
      page.on('request', (request) => {
        if (!request.url().startsWith(web.url)) complaints.push(`asked for ${request.url()}`);
      });
      await work(page);
    } finally {
      await context.close();
    }
    expect(complaints).toEqual([]);
  }

  for (const { name, width, height } of SCREENS) {
    for (const language of ['bn', 'en']) {
      it(`show the whole plan on ${name} in ${language}, with nothing to push sideways`, async () => {
        await withPage({ viewport: { width, height } }, async (page) => {
          await page.goto(`${web.url}${PLAN}?lang=${language}`);
          await page.evaluate('document.fonts.ready');
          expect(await page.getByRole('table').isVisible()).toBe(true);
          expect(await page.getByRole('rowheader').count()).toBeGreaterThanOrEqual(13);
          expect(await page.locator('tr.row').last().isVisible()).toBe(true);
          expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
          expect(await page.evaluate(`document.fonts.check('16px "Suchok Sans"', 'সূচক')`)).toBe(true);
          await page.screenshot({ path: `artefacts/plan-${language}-${width}.png`, fullPage: true });
        });
      });
    }
  }

  it('lead by keyboard past the menu to the main part', async () => {
    await withPage({ viewport: SCREENS[1]! }, async (page) => {
      await page.goto(`${web.url}${PLAN}`);
      await page.keyboard.press('Tab');
      expect(await page.locator('a.skip').isVisible()).toBe(true);
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement.id')).toBe('main');
    });
  });

  it('show a letter in its frame, whose link opens the indicator in the whole window', async () => {
    await withPage({ viewport: SCREENS[1]! }, async (page) => {
      await page.goto(`${web.url}/messages/1?lang=en`);
      const link = page.frameLocator('iframe.letter').locator('a').first();
      await link.evaluate((element, url) => element.setAttribute('href', url), `${web.url}${PLAN}/indicators/1.4.1`);
      await link.click();
      await page.waitForURL('**/indicators/1.4.1');
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('1.4.1');
    });
  });

  it('show a focal point on a phone what is owed, and lead in one click to where it is recorded', async () => {
    const { database, office } = ministry;
    const programmer = (await cookieFor(database, office.clock, 'programmer@mowca.example')).replace('session=', '');
    await withPage({ viewport: SCREENS[0]!, bypassCSP: true }, async (page) => {
      await page.context().addCookies([{ name: 'session', value: programmer, url: web.url }]);
      await page.goto(`${web.url}/?lang=bn`);
      expect(new URL(page.url()).pathname).toBe('/my-work');
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
      await page.screenshot({ path: 'artefacts/my-work-bn-360.png', fullPage: true });
      await page.addScriptTag({ content: axe.source });
      expect(await page.evaluate('axe.run(document).then(({ violations }) => violations.map(({ id }) => id))')).toEqual(
        [],
      );
      await page
        .getByRole('link', { name: /লিপিবদ্ধ করুন/ })
        .first()
        .click();
      await page.waitForURL('**/indicators/1.2.1#record');
      expect(await page.locator('#record').isVisible()).toBe(true);
    });
  });

  it('print a plan on sheets of paper, the head of its table on each, and nothing to click', async () => {
    await withPage({ viewport: SCREENS[1]! }, async (page) => {
      await page.goto(`${web.url}${PLAN}?lang=en`);
      await page.emulateMedia({ media: 'print' });
      for (const hidden of ['.menu', '.filters', '.account', '.reckoned', '.live-notice']) {
        expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
      }
      expect(await page.evaluate(`getComputedStyle(document.querySelector('thead')).display`)).toBe(
        'table-header-group',
      );
      const sheet = await page.pdf({ path: 'artefacts/plan-en.pdf', preferCSSPageSize: true });
      expect(sheet.toString('latin1')).toMatch(/\/MediaBox\s*\[0 0 84[12][.\d]* 59[45]/);
    });
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`have no serious fault of access in ${colorScheme} colours`, async () => {
      // The checker's own script may run here, and only here; the pages themselves allow none.
      await withPage({ viewport: SCREENS[1]!, colorScheme, bypassCSP: true }, async (page) => {
        for (const path of [
          PLAN,
          `${PLAN}?status=inProgress&sort=-points&lang=bn`,
          `${PLAN}/indicators/1.2.1`,
          '/messages',
          '/messages/1',
          '/plans',
          '/calendar?month=2022-06&show=mowca-2021-22',
          '/account/preferences',
          '/account/leave',
          '/account/calendar',
          '/account/sessions',
          '/help',
          '/help/letters',
          '/sign-in',
          '/?lang=en',
        ]) {
          await page.goto(`${web.url}${path}`);
          await page.addScriptTag({ content: axe.source });
          const faults = await page.evaluate(`axe.run(document, { iframes: false }).then(({ violations }) =>
            violations.filter(({ impact }) => ['serious', 'critical'].includes(impact))
              .map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | ')))`);
          expect(faults, path).toEqual([]);
        }
      });
    });
  }
});
