import ICAL from 'ical.js';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountWords } from '../../src/web/wording/account-words.ts';
import { officeWords } from '../../src/web/wording/office-words.ts';
import { wordingIn } from '../../src/web/wording/wording.ts';
import { missing, titled } from '../support/available.ts';
import { launchBrowser, shoot } from '../support/browser.ts';
import { officePlan } from '../web/office.ts';
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
const SUPERVISOR = 'addl.secretary.admin@mowca.example';

/** What was missed, when its supervisor is told, and what they then write. */
const MISSED = {
  bn: {
    code: '1.1.1',
    toldAt: '2022-03-20T09:00:00',
    question: 'অফিস আদেশ এখনো জারি হয়নি কেন?',
    explanation: 'খসড়া আদেশ সচিব মহোদয়ের স্বাক্ষরের অপেক্ষায় আছে; ২৪ মার্চের মধ্যে জারি হবে।',
  },
  en: {
    code: '2.1.1',
    toldAt: '2022-04-03T09:00:00',
    question: 'Which service boxes are still old?',
    explanation: 'Two boxes wait for figures from the districts. All will be current by 7 April.',
  },
} as const;

const reason = missing('chromium', 'bengali-font');
describe.skipIf(reason)(titled('As the supervisor', reason), () => {
  let office: LivingOffice;
  let browser: Browser;
  beforeAll(async () => {
    office = await openLivingOffice('ministry');
    // An office below the ministry, of which nothing is on record yet: it stands worse.
    const below = officePlan('dwa-2021-22');
    const people = below.people.map((person) =>
      person.holds.some(({ post }) => post === 'ministry') ? { ...person, email: SUPERVISOR } : person,
    );
    await office.apply({ ...below, people });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await office?.close();
  });

  for (const way of WAYS) {
    it(`I am told of a missed target, find the office, ask, and read the explanation: ${way.title}`, async () => {
      const { language } = way;
      const { code, toldAt, question, explanation } = MISSED[language];
      const say = officeWords(language);
      const words = wordingIn(language);
      const picture = (page: Page, name: string) => shoot(page, `story-${name}-${language}-${way.viewport.width}`);
      await Promise.all([office.writeIn(language, SUPERVISOR), office.writeIn(language, FOCAL_POINT)]);
      await office.liveUntil(toldAt);
      const escalation = await office.mailTo(SUPERVISOR, lineAbout(code, language));

      await inBrowser(browser, office, way, async (page) => {
        await page.goto(linkTo(code, escalation));
        await signInByMail(page, office, SUPERVISOR, language);
        await page.getByRole('link', { name: words.offices, exact: true }).click();
        const rows = page.locator('.office-table tbody tr th a');
        expect(await rows.first().textContent()).toBe(officePlan('dwa-2021-22').office.name[language]);
        await picture(page, 'offices');
        await rows.nth(1).click();
        await page.locator(`tr[data-key="${code}"] a`).first().click();
        const asked = page.locator('.asked').first();
        await asked.locator('textarea').fill(question);
        await asked.getByRole('button', { name: say.askExplanation }).click();
        expect(await page.locator('.done-notice').textContent()).toContain(say.done.explanationRequest);

        const letter = await office.mailTo(FOCAL_POINT, question);
        await inBrowser(browser, office, way, async (focal) => {
          await focal.goto(linkTo(code, letter));
          await signInByMail(focal, office, FOCAL_POINT, language);
          await focal.getByLabel(say.explain).fill(explanation);
          await picture(focal, 'explaining');
          await focal.getByRole('button', { name: say.sendExplanation }).click();
          expect(await focal.locator('.done-notice').textContent()).toContain(say.done.explanation);
        });

        await page.goto(linkTo(code, await office.mailTo(SUPERVISOR, explanation)));
        expect(await page.locator('main').textContent()).toContain(explanation);
        await picture(page, 'explained');
      });
    });
  }

  it('I have the deadlines in the calendar of my phone, for as long as I want', async () => {
    const say = accountWords('bn');
    await office.writeIn('bn', SUPERVISOR);
    await inBrowser(browser, office, WAYS[0], async (page) => {
      await page.goto(`${office.web.url}/account/calendar`);
      await signInByMail(page, office, SUPERVISOR, 'bn');
      await page.getByRole('button', { name: say.makeFeed }).click();
      await shoot(page, 'story-feed-bn-360');
      const address = /http\S+\.ics/.exec(await page.locator('main').innerHTML())![0];
      const calendar = new ICAL.Component(ICAL.parse(await (await fetch(address)).text()));
      const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event).summary);
      expect(events.some((summary) => summary.includes('২.২.২'))).toBe(true);

      await page.getByRole('link', { name: say.toFeeds }).click();
      await page.getByRole('button', { name: say.revoke }).click();
      expect((await fetch(address)).status).toBe(404);
    });
  });
});
