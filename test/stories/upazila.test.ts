import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { words } from '../../src/i18n/words.ts';
import { actWords } from '../../src/web/wording/act-words.ts';
import { myWorkWords } from '../../src/web/wording/my-work-words.ts';
import { wordingIn } from '../../src/web/wording/wording.ts';
import { missing, titled } from '../support/available.ts';
import { launchBrowser, shoot } from '../support/browser.ts';
import { officePlan } from '../web/office.ts';
import { inBrowser, type LivingOffice, lineAbout, openLivingOffice, signInByMail, WAYS } from './living-office.ts';

const MEMBER_SECRETARY = 'member.secretary@chatkhil.example';
const CONVENER = 'convener@chatkhil.example';

const OWED = {
  bn: { code: '4.1.2', act: 'recordReading', value: '২৩.৪৪', shown: '২৩.৪৪%' },
  en: { code: '5.1.1', act: 'holdOccurrence', value: null, shown: '1 of 4' },
} as const;

const reason = missing('chromium', 'bengali-font');
describe.skipIf(reason)(titled('In an upazila office of three', reason), () => {
  let office: LivingOffice;
  let browser: Browser;
  beforeAll(async () => {
    office = await openLivingOffice({ emptyAt: '2024-07-01T08:00:00' });
    await office.apply(officePlan('chatkhil-2024-25'));
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await office?.close();
  });

  it('I am one person in several posts, and get one letter of what both owe', async () => {
    await office.liveUntil('2024-09-23T09:00:00');
    const { parsed } = await office.mailTo(MEMBER_SECRETARY, lineAbout('4.1.2', 'bn'));
    expect(parsed.text).toMatch(lineAbout('5.1.1', 'bn'));
    const sameMorning = office.smtp.mails.filter(
      (mail) => mail.to.includes(MEMBER_SECRETARY) && mail.parsed.date!.getTime() === parsed.date!.getTime(),
    );
    expect(sameMorning).toHaveLength(1);
  });

  for (const way of WAYS) {
    it(`I see and do in one place what I owe in all my posts: ${way.title}`, async () => {
      const { language } = way;
      const { code, act, value, shown } = OWED[language];
      await inBrowser(browser, office, way, async (page) => {
        await page.goto(office.web.url);
        await signInByMail(page, office, MEMBER_SECRETARY, language);
        const duty = page.locator('.duty', { has: page.locator(`a.act[href*="/${code}#"]`) });
        expect(await duty.count()).toBe(1);
        const asWhat = (await duty.textContent())!.toLowerCase();
        for (const role of ['focalPoint', 'innovationOfficer'] as const) {
          expect(asWhat).toContain(words(language).role[role].toLowerCase());
        }
        await shoot(page, `story-upazila-${language}-${way.viewport.width}`);
        await duty.locator('a.act').click();
        const say = actWords(language);
        const form = page.locator('form.act-form').first();
        if (value) await form.getByLabel(say.value).fill(value);
        await form.getByLabel(say.paper).first().fill('১ম ত্রৈমাসিক অগ্রগতি প্রতিবেদন');
        await form.getByRole('button', { name: say.act[act].button }).click();
        await page.locator('.done-notice').waitFor();
        expect(await page.locator('.standing').textContent()).toContain(shown);
      });
    });
  }

  it('I convene and supervise in one person, and see my office as one', async () => {
    await inBrowser(browser, office, WAYS[0], async (page) => {
      await page.goto(`${office.web.url}/offices`);
      await signInByMail(page, office, CONVENER, 'bn');
      expect(await page.locator('.office-table tbody tr.row:not(.totals)').count()).toBe(1);
      await page.getByRole('link', { name: wordingIn('bn').myWork, exact: true }).click();
      expect(await page.locator('main').textContent()).toContain(myWorkWords('bn').nothing);
    });
  });
});
