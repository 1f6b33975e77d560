import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatCode } from '../../src/i18n/format.ts';
import { actWords } from '../../src/web/wording/act-words.ts';
import { wordingIn } from '../../src/web/wording/wording.ts';
import { pdf } from '../evidence/sample-files.ts';
import { missing, titled } from '../support/available.ts';
import { launchBrowser, shoot } from '../support/browser.ts';
import {
  inBrowser,
  type LivingOffice,
  lineAbout,
  linkTo,
  openLivingOffice,
  signInByMail,
  WAYS,
} from './living-office.ts';

const FOCAL_POINT = 'programmer@mowca.example';

/** What is owed, when a letter reminds of it, when the next one comes, and what that one is about. */
const OWED = {
  bn: {
    code: '1.1.1',
    act: 'completeStep',
    remindedAt: '2022-03-09T09:00:00',
    next: { at: '2022-03-16T09:00:00', about: '2.1.1' },
    comesOfIt: ['বর্তমান অবস্থা: অর্জিত।', 'আর কোনো বার্তা যাবে না।'],
  },
  en: {
    code: '2.1.1',
    act: 'holdOccurrence',
    remindedAt: '2022-03-24T09:00:00',
    next: { at: '2022-03-28T09:00:00', about: '2.1.2' },
    comesOfIt: ['3 of 4', 'Next: 4th quarter, due 30 June 2022', 'The next notice goes out on'],
  },
} as const;

const reason = missing('chromium', 'bengali-font');
describe.skipIf(reason)(titled('As the focal point', reason), () => {
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

  for (const way of WAYS) {
    it(`I am reminded, follow the letter, record my work with its paper, and am left in peace: ${way.title}`, async () => {
      const { language } = way;
      const { code, act, remindedAt, next, comesOfIt } = OWED[language];
      const say = wordingIn(language);
      const written = formatCode(code, language);
      await office.writeIn(language, FOCAL_POINT);
      await office.liveUntil(remindedAt);
      const reminder = await office.mailTo(FOCAL_POINT, lineAbout(code, language));

      await inBrowser(browser, office, way, async (page) => {
        await page.goto(linkTo(code, reminder));
        await signInByMail(page, office, FOCAL_POINT, language);
        expect(new URL(page.url()).pathname).toMatch(`/indicators/${code}`);

        await page.getByRole('link', { name: say.myWork, exact: true }).click();
        const duty = page.locator('.duty', { has: page.locator(`a[href$="/${code}"]`) });
        await duty.locator('a.act').click();
        const form = page.locator('form.act-form').first();
        const file = { name: 'অফিস আদেশ.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdf('order')) };
        await form.locator('input[type=file]').first().setInputFiles(file);
        await form.getByRole('button', { name: actWords(language).act[act].button }).click();
        const told = await page.locator('.done-notice').textContent();
        for (const words of comesOfIt) expect(told).toContain(words);
        expect(await page.getByRole('link', { name: file.name }).count()).toBeGreaterThan(0);
        await shoot(page, `story-recorded-${language}-${way.viewport.width}`);

        await page.getByRole('link', { name: say.myWork, exact: true }).click();
        expect(await page.locator('.deeds').textContent()).toContain(written);
        const later = page.locator('.stretch', { hasText: written });
        if (code === '1.1.1') expect(await later.count()).toBe(0);
        await shoot(page, `story-my-work-after-${language}-${way.viewport.width}`);
      });

      const before = office.smtp.mails.length;
      await office.liveUntil(next.at);
      const later = () => office.smtp.mails.slice(before).filter(({ to }) => to.includes(FOCAL_POINT));
      const following = await office.smtp.waitFor((mail) => later().includes(mail));
      expect(following.parsed.text).toMatch(lineAbout(next.about, language));
      expect(following.parsed.text).not.toMatch(lineAbout(code, language));
    });
  }
});
