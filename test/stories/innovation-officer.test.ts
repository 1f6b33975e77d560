import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordAs } from '../../src/acting/record-as.ts';
import { accountWords } from '../../src/web/wording/account-words.ts';
import { actWords } from '../../src/web/wording/act-words.ts';
import { noticeWords } from '../../src/web/wording/notice-words.ts';
import { wordingIn } from '../../src/web/wording/wording.ts';
import { missing, titled } from '../support/available.ts';
import { launchBrowser, shoot } from '../support/browser.ts';
import { inBrowser, type LivingOffice, openLivingOffice, signInByMail, WAYS } from './living-office.ts';

const OFFICER = 'admin1@mowca.example';
const FOCAL_POINT = 'programmer@mowca.example';
const PLAN = 'mowca-2021-22';

const WORK = {
  bn: {
    complete: { code: '1.2.1', act: 'completeStep', memo: '৩২.০০.০০০০.০৩৪.১৬.০০১.২০-৫৩', comesOfIt: 'অর্জিত' },
    stale: { code: '1.5.1', other: 70, own: '৭২.৫', shown: '৭২.৫%' },
    hold: { code: '2.2.3', why: 'বন্যা পরিস্থিতি' },
  },
  en: {
    complete: { code: '1.1.1', act: 'completeStep', memo: '32.00.0000.034.16.001.22-11', comesOfIt: 'achieved' },
    stale: { code: '2.2.2', other: 40, own: '45.5', shown: '45.5%' },
    hold: { code: '2.1.2', why: 'The portal is being moved to another server' },
  },
} as const;

const reason = missing('chromium', 'bengali-font');
describe.skipIf(reason)(titled('As the innovation officer', reason), () => {
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

  /** The focal point records a share, elsewhere and at the same time. */
  async function recordElsewhere(code: string, value: number) {
    const { database, engine, clock } = office.app;
    const on = '2022-03-01';
    const evidence = [{ reference: 'Monthly statement', date: null }];
    const action = { type: 'recordReading', value, evidence, note: null } as const;
    const viewer = { address: FOCAL_POINT, isAdministrator: false };
    const done = await recordAs({ db: database.db, engine, clock }, viewer, { planId: PLAN, code, action, on });
    expect(done).toMatchObject({ outcome: 'answered', refusal: null });
  }

  for (const way of WAYS) {
    it(`I keep the plan of my office, and lose nothing to others who act: ${way.title}`, async () => {
      const { language } = way;
      const { complete, stale, hold } = WORK[language];
      const [say, act] = [wordingIn(language), actWords(language)];
      await inBrowser(browser, office, way, async (page) => {
        const picture = (name: string) => shoot(page, `story-${name}-${language}-${way.viewport.width}`);
        const openIndicator = async (code: string) => {
          await page.getByRole('link', { name: say.plans, exact: true }).first().click();
          // Where there is but one plan, its page is where the way ends.
          if (new URL(page.url()).pathname === '/plans') await page.locator(`a[href$="${PLAN}"]`).first().click();
          expect(await page.locator('tr.row').count()).toBe(13);
          await page.locator(`tr[data-key="${code}"] a`).first().click();
        };
        const done = () => page.locator('.done-notice').textContent();

        await page.goto(`${office.web.url}/`);
        await signInByMail(page, office, OFFICER, language);
        expect(new URL(page.url()).pathname).toBe('/my-work');

        await openIndicator(complete.code);
        await page.getByLabel(act.paper).first().fill(complete.memo);
        await page.getByRole('button', { name: act.act[complete.act].button }).click();
        expect(await done()).toContain(complete.comesOfIt);
        expect(await page.locator('.checklist').textContent()).toContain(complete.memo);

        await openIndicator(stale.code);
        await page.getByLabel(act.value).fill(stale.own);
        await page.getByLabel(act.paper).first().fill(complete.memo);
        await page.getByLabel(act.note).fill(hold.why);
        await recordElsewhere(stale.code, stale.other);
        await page.getByRole('button', { name: act.act.recordReading.button }).click();
        expect(await page.getByRole('alert').textContent()).toContain(act.tooLateTitle);
        await picture('stale');
        expect(await page.getByLabel(act.value).inputValue()).toBe(stale.own);
        expect(await page.getByLabel(act.note).inputValue()).toBe(hold.why);
        await page.getByRole('button', { name: act.act.recordReading.button }).click();
        await page.locator('.done-notice').waitFor();
        expect(await page.locator('.standing').textContent()).toContain(stale.shown);

        await openIndicator(hold.code);
        await page.getByRole('link', { name: act.act.suspend.title }).click();
        await page.getByLabel(act.reason).fill(hold.why);
        await page.getByRole('button', { name: act.act.suspend.button }).click();
        await page.locator('.done-notice').waitFor();
        expect(await page.locator('.timeline').textContent()).toContain(hold.why);
        await picture('held');
      });
    });
  }

  for (const way of WAYS) {
    it(`I look up why a notice was not sent, and have mine later in the day: ${way.title}`, async () => {
      const { language } = way;
      // The computer was off while three reminders of the quarter would have gone out; then the last one goes alone.
      await office.liveUntil('2022-03-31T09:00:00');
      const say = accountWords(language);
      await inBrowser(browser, office, way, async (page) => {
        await page.goto(`${office.web.url}/plans/${PLAN}/indicators/2.1.1`);
        await signInByMail(page, office, OFFICER, language);
        const why = page.locator('.timeline li', { hasText: wordingIn(language).notSent }).first();
        await why.locator('summary').first().click();
        expect(await why.locator('details').textContent()).toContain(noticeWords(language).whyNot.overtaken);
        await shoot(page, `story-why-not-${language}-${way.viewport.width}`);

        await page.getByRole('link', { name: say.account, exact: true }).click();
        await page.getByLabel(say.hourLabel).selectOption('11:00');
        await page.getByLabel(say.languageLabel).selectOption(language);
        await page.getByRole('button', { name: say.save }).click();
        expect(await page.getByRole('status').textContent()).toContain(say.saved);
        expect(await page.getByLabel(say.hourLabel).inputValue()).toBe('11:00');
      });
    });
  }
});
