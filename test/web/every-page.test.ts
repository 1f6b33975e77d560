import type { Browser, Page, Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planMeetingAs } from '../../src/acting/arrange-meetings.ts';
import { prepareAssessmentAs } from '../../src/acting/prepare-assessment.ts';
import { query } from '../../src/db/database.ts';
import { readFirstBody } from '../../src/reading/meeting-minutes.ts';
import { createWeb } from '../../src/web/app.ts';
import { type LivingOffice, openLivingOffice } from '../stories/living-office.ts';
import { missing, titled } from '../support/available.ts';
import { DESK, expectAccessible, expectToFit, launchBrowser, PHONE, shoot, visit } from '../support/browser.ts';
import { heldMeeting } from './held-meetings.ts';
import { officePlan } from './office.ts';
import { ADMINISTRATOR, cookieFor, partsOf } from './pages.ts';

/*
 * A walk through every page that there is, whoever wrote it, so that none can be forgotten: read on a phone and at a desk,
 * in both languages, in light and dark colours. `npm run screenshots` takes the same walk and keeps a picture of each.
 */

const PLAN = 'mowca-2021-22';
const FOCAL_POINT = 'programmer@mowca.example';
const OFFICER = 'admin1@mowca.example';
const SUPERVISOR = 'addl.secretary.admin@mowca.example';
const HEAD = 'secretary@mowca.example';
const isKeeping = process.env.SCREENSHOTS !== undefined;

/** What stands for the parts of an address that vary. A route that needs another is told so by the test. */
const PARTS: readonly (readonly [route: RegExp, path: string])[] = [
  // The first meeting's minutes are issued, those of the second are being written.
  [/:number\{\[1-9\]\[0-9\]\{0,5\}\}\/edit/, '2/edit'],
  [/:number\{\[1-9\]\[0-9\]\{0,5\}\}/, '1'],
  [/:item\{\[1-9\]\[0-9\]\{0,5\}\}/, '1'],
  [/:part\{[^}]*\}/, 'decisions'],
  [/:name\{[^}]*\}/, 'MeetingDetail'],
  [/:id\{\[a-z0-9-\]\+\}/, PLAN],
  [/:code\{[^}]*\}/, '1.2.1'],
  [/:action\{[^}]*\}/, 'suspend'],
  [/:topic\{[^}]*\}/, 'letters'],
  [/:report\{[^}]*\}/, 'progress'],
  [/:token\{[^}]*\}\}/, 'x'.repeat(43)],
  [/:assessment\{\[1-9\]\[0-9\]\{0,14\}\}/, '1'],
  [/:id\{\[1-9\]\[0-9\]\{0,14\}\}/, '1'],
];

/** Routes that answer with something else than a page of ours, and why. */
const NO_PAGES = [
  /^\/assets\//,
  /^\/healthz$/,
  /\/feed\/.*ics/,
  /deadline\.ics$/,
  /\/plan\.yaml$/,
  /\/changes$/,
  /\/evidence\//,
  // The files of a self-assessment.
  /\/document\//,
  // A report as a file.
  /\/:format\{/,
  // A letter as mail programs get it.
  /\/body$/,
  // The board of BullMQ, as its makers wrote it.
  /^\/administration\/queues/,
  // Where another server's sign-in comes back to.
  /^\/sign-in\/oidc\/callback$/,
  // A paper as it is printed, and as a Word file.
  /\.(?:docx|html)\}$/,
  '/',
];

/** Who looks, where the administrator is not the one who sees most. */
const READERS: readonly (readonly [path: RegExp, address: string | null])[] = [
  [/^\/sign-in/, null],
  [/^\/my-work/, FOCAL_POINT],
  [/^\/calendar/, OFFICER],
  [/^\/account/, FOCAL_POINT],
  [/^\/offices/, SUPERVISOR],
  [/\/questions$/, SUPERVISOR],
  [/\/assessments\/new$/, FOCAL_POINT],
  [/\/assessments\/1$/, HEAD],
  [/\/indicators\//, OFFICER],
  [/\/meetings\/1\/actions/, FOCAL_POINT],
  [/\/meetings|\/actions/, OFFICER],
];

/** Further faces of pages that look different then. */
const MORE: Readonly<Record<string, string>> = {
  'plan-filtered': `/plans/${PLAN}?status=inProgress&sort=-points`,
  'indicator-count': `/plans/${PLAN}/indicators/2.2.1`,
  'indicator-recurring': `/plans/${PLAN}/indicators/2.1.2`,
  'indicator-percentage': `/plans/${PLAN}/indicators/1.5.1`,
  'indicator-report': `/plans/${PLAN}/indicators/2.2.4`,
  'indicator-on-hold': `/plans/${PLAN}/indicators/2.2.5`,
  'record-number': `/plans/${PLAN}/indicators/2.2.1/record/recordNumber`,
  'calendar-plan': `/calendar?month=2022-06&show=${PLAN}`,
  'plan-versions': `/administration/plans/${PLAN}?from=1&to=1`,
  'meeting-drafted': `/plans/${PLAN}/meetings/2`,
  'meeting-arrangements': `/plans/${PLAN}/meetings/3/edit/arrangements`,
  'meeting-planned': `/plans/${PLAN}/meetings/3`,
  'meeting-agenda': `/plans/${PLAN}/meetings/2/edit/agenda`,
  'meeting-attendance': `/plans/${PLAN}/meetings/2/edit/attendance`,
  'meeting-discussion': `/plans/${PLAN}/meetings/2/edit/discussion`,
  'meeting-paper': `/plans/${PLAN}/meetings/2/edit/paper`,
  'meeting-minutes-draft': `/plans/${PLAN}/meetings/2/minutes`,
  'report-assessment': `/plans/${PLAN}/reports/self-assessment?period=annual`,
  'report-apa': `/plans/${PLAN}/reports/apa?quarter=q1`,
  'not-there': '/plans/nowhere',
};

interface Stop {
  readonly name: string;
  readonly path: string;
  readonly reader: string | null;
}

const reason = missing('chromium', 'bengali-font');
describe.skipIf(reason)(titled('Every page there is', reason), () => {
  let office: LivingOffice;
  let browser: Browser;
  let stops: readonly Stop[];
  const cookies = new Map<string, string>();

  beforeAll(async () => {
    office = await openLivingOffice('ministry');
    const { app } = office;
    await office.apply(officePlan('wewb-2021-22'));
    await holdMeetings(app);
    await query(
      app.database.db,
      `insert into webhook (office_id, url, secret, events, created_at, created_by)
       values ('mowca', 'https://receiver.example/suchok', 'whsec_x', '{message.sent}', now(), 'test')`,
    );
    const made = { planId: PLAN, period: 'year', until: 'today', language: 'bn', seen: '' } as const;
    const { engine, evidence } = partsOf(app.database, app.clock);
    const focal = { address: FOCAL_POINT, isAdministrator: false };
    await prepareAssessmentAs({ db: app.database.db, clock: app.clock, engine, evidence }, focal, made);
    stops = stopsOf(createWeb(partsOf(app.database, app.clock)).routes);
    for (const address of [FOCAL_POINT, OFFICER, SUPERVISOR, HEAD, ADMINISTRATOR]) {
      cookies.set(address, await cookieFor(app.database, app.clock, address));
    }
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await office?.close();
  });

  const TURNS = [
    { language: 'bn', colorScheme: 'light' },
    { language: 'en', colorScheme: 'dark' },
  ] as const;

  for (const { language, colorScheme } of TURNS) {
    it(`reads well in ${language}, on a phone and at a desk, in ${colorScheme} colours`, async () => {
      const faults: string[] = [];
      for (const reader of new Set(stops.map((stop) => stop.reader))) {
        const cookie = reader === null ? undefined : cookies.get(reader)!;
        const terms = { url: office.web.url, ...(cookie ? { cookie } : {}), viewport: PHONE, withChecker: true };
        await visit(browser, { ...terms, colorScheme }, async (page) => {
          for (const stop of stops.filter((one) => one.reader === reader)) {
            await look(page, stop, language).catch((error: Error) => faults.push(`${stop.path}: ${error.message}`));
          }
        });
      }
      expect(faults.join('\n\n')).toBe('');
    });
  }

  async function look(page: Page, { name, path }: Stop, language: 'bn' | 'en') {
    const answer = await page.goto(`${office.web.url}${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
    expect(answer!.status()).toBe(name === 'not-there' ? 404 : name.startsWith('sign-in-x') ? 410 : 200);
    expect(await page.evaluate('document.documentElement.lang')).toBe(language);
    await page.evaluate('document.fonts.ready');
    expect(await weightOf(answer!, page), 'bytes').toBeLessThan(100_000);
    expect((await strangeDigits(page, language)).join('\n'), 'digits').toBe('');
    if (language === 'bn') expect(await page.evaluate(OWN_FONT), 'the font of Bengali').toBe(true);
    await page.evaluate(`document.querySelectorAll('details').forEach((one) => { one.open = true; })`);
    await expectToFit(page);
    await expectAccessible(page);
    await page.evaluate(`document.querySelectorAll('details').forEach((one) => { one.open = false; })`);
    await keep(page, `${name}-${language}-${PHONE.width}`);
    await page.setViewportSize(DESK);
    await expectToFit(page);
    await keep(page, `${name}-${language}-${DESK.width}`);
    await page.setViewportSize(PHONE);
  }
});

/** One meeting whose minutes are issued, one with a draft, and one that is planned. */
async function holdMeetings({ database, engine, clock }: LivingOffice['app']): Promise<void> {
  const { evidence, calendars } = partsOf(database, clock);
  const parts = { db: database.db, engine, clock, evidence, calendars };
  const decisions = [
    {
      text: 'সকল শাখার হার্ড নথির তথ্য সঠিকভাবে দ্রুত সংগ্রহ পূর্বক চূড়ান্ত প্রতিবেদন প্রস্তুত করতে হবে।',
      implementers: ['প্রোগ্রামার, আইসিটি শাখা'],
      post: 'programmer-ict',
      by: '2022-04-14',
      about: '1.5.1',
    },
  ];
  const talks = [
    {
      code: '1.5.1',
      subject: null,
      discussion: ['শাখাভিত্তিক তথ্য পাওয়া গেলে এ প্রতিবেদন প্রস্তুত করা যাবে।'],
      decision: null,
      implementers: [],
      proposer: null,
    },
  ];
  const held = { plan: officePlan(PLAN), address: OFFICER, on: '2022-03-02', decisions, talks };
  await heldMeeting(parts, { ...held, settles: ['2.2.3', 'q3'] }, true);
  await heldMeeting(parts, held, false);
  const wish = { kind: 'review', day: '2022-06-28', settles: '2.2.3', occurrence: 'q4' } as const;
  const body = await readFirstBody(database.db, held.plan, wish, clock.now());
  const viewer = { address: OFFICER, isAdministrator: false };
  await planMeetingAs(parts, viewer, { ...wish, planId: PLAN, time: '14:30', body });
}

async function keep(page: Page, name: string) {
  if (isKeeping) await shoot(page, name);
}

function stopsOf(routes: readonly { readonly method: string; readonly path: string }[]): Stop[] {
  const paths = routes.filter(({ method }) => method === 'GET').map(({ path }) => path);
  const pages = [...new Set(paths)].filter(
    (path) => !NO_PAGES.some((one) => (typeof one === 'string' ? one === path : one.test(path))),
  );
  const ways = pages.map((route) => PARTS.reduce((path, [part, value]) => path.replace(part, value), route));
  const unknown = ways.filter((path) => /[:*{]/.test(path));
  if (unknown.length > 0) throw new Error(`Say in PARTS what stands for the parts of ${unknown.join(', ')}.`);
  return [
    ...ways.map((path) => ({ name: nameOf(path), path })),
    ...Object.entries(MORE).map(([name, path]) => ({ name, path })),
  ].map((stop) => ({ ...stop, reader: readerOf(stop.path) }));
}

function nameOf(path: string): string {
  return path.slice(1).replace(/x{43}/, 'x').replaceAll('/', '-').replace(`plans-${PLAN}`, 'plan');
}

function readerOf(path: string): string | null {
  const found = READERS.find(([pattern]) => pattern.test(path));
  return found ? found[1] : ADMINISTRATOR;
}

const sizes = new Map<string, number>();

/** Bytes of a page, which is not compressed, with its style sheet and its scripts, which are, as a browser gets them. */
async function weightOf(answer: Response, page: Page): Promise<number> {
  let weight = (await answer.body()).byteLength;
  const files = await page.evaluate<string[]>(
    `[...document.querySelectorAll('link[rel=stylesheet], script[src]')].map((one) => one.href || one.src)`,
  );
  for (const file of files) {
    if (!sizes.has(file)) sizes.set(file, await sentSize(file));
    weight += sizes.get(file)!;
  }
  return weight;
}

/** As it is on its way to a browser, which all take it compressed. */
async function sentSize(file: string): Promise<number> {
  const answer = await fetch(file, { headers: { 'Accept-Encoding': 'gzip' } });
  const length = Number(answer.headers.get('content-length'));
  expect(length, `${file}: bytes`).toBeGreaterThan(0);
  return length;
}

/** Pieces of text with the digits of the other language, but for what is the same in every language. */
async function strangeDigits(page: Page, language: 'bn' | 'en'): Promise<string[]> {
  const texts = await page.evaluate<string[]>(`(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      const other = parent.closest('[lang]');
      if (other !== document.documentElement && other.lang !== '${language}') continue;
      if (parent.closest('code, pre, script, style, textarea, .as-typed')) continue;
      texts.push(walker.currentNode.textContent.trim());
    }
    return texts;
  })()`);
  const strange = language === 'bn' ? /[0-9]/ : /[০-৯]/;
  // Addresses and what mail servers answer; and in a page in English, the words that somebody wrote in Bengali.
  const sameEverywhere = language === 'bn' ? /\S+@\S+|https?:\S+|\/\S+|250 OK/g : /\S*[\u0985-\u09df]\S*/g;
  return texts.filter((text) => strange.test(text.replace(sameEverywhere, '')));
}

/** Whether Bengali is drawn in our own font; a test of the plan's page looks at the very glyphs. */
const OWN_FONT = `document.fonts.check('16px "Suchok Sans"', 'সূচক ১২৩')`;
