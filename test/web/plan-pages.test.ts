import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenDatabase, query } from '../../src/db/database.ts';
import type { Plan } from '../../src/plan/types.ts';
import { createWeb } from '../../src/web/app.ts';
import type { WebApp } from '../../src/web/web-parts.ts';
import { describeOnDatabases, type TestDatabase } from '../support/databases.ts';
import { type Ministry, ministryInMarch, Office, officePlan } from './office.ts';
import { ADMINISTRATOR, cookieFor, countingQueries, pagesOf, partsOf, readPage, rowWith, signedIn } from './pages.ts';

const PLAN = '/plans/mowca-2021-22';

describe('The pages of a plan', () => {
  let ministry: Ministry;
  let database: OpenDatabase;
  let office: Office;
  let app: WebApp;

  beforeAll(async () => {
    ministry = await ministryInMarch();
    ({ database, office } = ministry);
    app = pagesOf(database, office.clock);
  });
  afterAll(() => ministry.close());

  it('lead from the root to the only plan there is', async () => {
    const response = await app.request('/');
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe(PLAN);
  });

  it('head the plan with its office, its year and today, in Bengali first', async () => {
    const { html, text } = await readPage(app, PLAN);
    expect(html).toContain('<html lang="bn"');
    expect(text).toContain('মহিলা ও শিশু বিষয়ক মন্ত্রণালয় কর্মপরিকল্পনা ২০২১-২২');
    expect(text).toContain('বুধবার, ২ মার্চ ২০২২ · ১৭ ফাল্গুন ১৪২৮');
  });

  it('count the indicators in each state and those overdue', async () => {
    const { text } = await readPage(app, PLAN);
    expect(text).toContain('মোট সূচক ১৩ অর্জিত ৩ চলমান ৭ শুরু হয়নি ২ স্থগিত ১ সময় উত্তীর্ণ ১');
  });

  it('show of an overdue indicator how long, and who is told next', async () => {
    const { html } = await readPage(app, PLAN);
    expect(rowWith(html, 'একটি সেবা সহজিকৃত')).toBe(
      '১.২.১ একটি সেবা সহজিকৃত ২৫ ফেব্রুয়ারি ২০২২ ৩ ধাপের ২টি চলমান ২৫ ফেব্রুয়ারি ২০২২ ৫ দিন পার হয়েছে প্রোগ্রামার, আইসিটি শাখা ৩ মার্চ ২০২২ , সকাল ৯.০০টা ৫ কার্যদিবস পরে · প্রাপক: সচিব ০ / ৫',
    );
  });

  it('show when an indicator was achieved, and that nothing more is sent of it', async () => {
    const { html } = await readPage(app, PLAN);
    expect(rowWith(html, 'ন্যূনতম একটি সেবা ডিজিটাইজকৃত')).toBe(
      '১.৩.১ ন্যূনতম একটি সেবা ডিজিটাইজকৃত ৩০ ডিসেম্বর ২০২১ ৩ ধাপের ৩টি অর্জিত ২৮ ডিসেম্বর ২০২১ ৩০ ডিসেম্বর ২০২১ পূরণ হয়েছে প্রোগ্রামার, আইসিটি শাখা নেই ৫ / ৫',
    );
  });

  it('name the quarter that is owed next', async () => {
    const { html } = await readPage(app, `${PLAN}?lang=en`);
    expect(rowWith(html, '2.1.1')).toMatch(
      /2 of 4 In progress On target so far 31 March 2022 3rd quarter 29 days left/,
    );
  });

  it('group the rows by activity, each under a heading of its own', async () => {
    const { html } = await readPage(app, `${PLAN}?lang=en`);
    const groups = html.match(/<th scope="rowgroup" colspan="10">/g);
    expect(groups).toHaveLength(8);
    expect(html.match(/<th class="title" scope="row">/g)).toHaveLength(13);
  });

  it('speak English at the switch, and remember it in a cookie', async () => {
    const response = await app.request(`${PLAN}?lang=en`);
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^language=en; .*HttpOnly; SameSite=Lax/);
    const next = await app.request(PLAN, { headers: { cookie: cookie.split(';')[0]! } });
    const html = await next.text();
    expect(html).toContain('<html lang="en"');
    expect(html).toContain('href="/plans/mowca-2021-22?lang=bn"');
  });

  it('fall back to Bengali for a language that they do not have', async () => {
    expect((await readPage(app, `${PLAN}?lang=fr`)).html).toContain('<html lang="bn"');
  });

  it('read with a handful of queries, however many indicators there are', async () => {
    const counting = countingQueries(database);
    const counted = signedIn(
      createWeb(partsOf(counting.database, office.clock)),
      await cookieFor(database, office.clock, ADMINISTRATOR),
    );
    await counted.request(PLAN);
    expect(counting.count()).toBeLessThanOrEqual(5);
    const again = counting.count();
    await counted.request(PLAN);
    expect(counting.count() - again).toBeLessThanOrEqual(2);
    const before = counting.count();
    await counted.request(`${PLAN}/indicators/1.2.1`);
    expect(counting.count() - before).toBeLessThanOrEqual(10);
  });

  it('weigh less than 100 kB with their style sheet and their script, the fonts apart', async () => {
    const { html } = await readPage(app, PLAN);
    let weight = Buffer.byteLength(html);
    for (const [, path] of html.matchAll(/(?:href|src)="(\/assets\/[^"]+\.(?:css|js|svg))"/g)) {
      weight += (await (await app.request(path!)).arrayBuffer()).byteLength;
    }
    expect(weight).toBeGreaterThan(30_000);
    expect(weight).toBeLessThan(100_000);
  });

  it('say what the plan has earned of its weight, and what it may still come to', async () => {
    const { text } = await readPage(app, `${PLAN}?lang=en`);
    expect(text).toContain('Score so far 12 of 50 42 if all that is open is met');
  });

  it('show only what is asked for, and keep that in the address of every further choice', async () => {
    const { html } = await readPage(app, `${PLAN}?status=inProgress&activity=2.1&lang=en`);
    expect(codesIn(html)).toEqual(['2.1.1', '2.1.2']);
    expect(html).toContain('href="/plans/mowca-2021-22?status=inProgress&amp;activity=2.1&amp;sort=due"');
    expect(html).toContain('href="/plans/mowca-2021-22?activity=2.1"');
    expect(codesIn((await readPage(app, `${PLAN}?due=overdue&lang=en`)).html)).toEqual(['1.2.1']);
    expect((await readPage(app, `${PLAN}?status=withdrawn&lang=en`)).text).toContain(
      'No indicator of this plan is like',
    );
  });

  it('sort by a column, say so, and let its head turn the order round', async () => {
    const { html } = await readPage(app, `${PLAN}?sort=-points&lang=en`);
    expect(codesIn(html).slice(0, 4)).toEqual(['1.3.1', '1.4.1', '2.2.4', '1.1.1']);
    expect(html).toMatch(/aria-sort="descending"><a class="sort" href="[^"]+sort=points">Points/);
    expect(html).not.toContain('scope="rowgroup"');
    expect(codesIn((await readPage(app, `${PLAN}?sort=due&lang=en`)).html).slice(0, 2)).toEqual(['1.4.1', '1.3.1']);
  });

  it('take no notice of an address that asks for what there is not', async () => {
    for (const asked of ['status=lost', 'sort=-colour', 'page=99', 'page=-1', 'activity=9.9', 'who=nobody', 'due=1']) {
      const { status, html } = await readPage(app, `${PLAN}?${asked}&lang=en`);
      expect(status).toBe(200);
      expect(codesIn(html), asked).toHaveLength(13);
    }
  });

  it('show to a focal point which indicators are the own', async () => {
    const programmer = await cookieFor(database, office.clock, 'programmer@mowca.example');
    const { html } = await readPage(
      signedIn(createWeb(partsOf(database, office.clock)), programmer),
      `${PLAN}?lang=en`,
    );
    expect(rowWith(html, '1.2.1')).toContain('Programmer, ICT Branch (you)');
    expect((await readPage(app, `${PLAN}?lang=en`)).html).not.toContain('(you)');
  });

  it('draw the year with every deadline as a mark that has a name', async () => {
    const { html } = await readPage(app, `${PLAN}?lang=en`);
    const titles = [...html.matchAll(/<title>(\d[^<]+)<\/title>/g)].map(([, title]) => title);
    expect(titles).toContain('1.2.1 · 25 February 2022 · Missed');
    expect(titles).toContain('2.2.5 · 30 May 2022 · On hold');
    expect(titles).toContain('2.1.1 · 31 December 2021 · Done in time');
    expect(titles).toContain('2.1.1 · 30 June 2022 · To come');
    expect(html).toContain('<title>Today: 2 March 2022</title>');
  });

  it('show an indicator that was set aside with its error', async () => {
    await query(database.db, `update indicator set fault = 'It <broke>', fault_at = $1 where code = '2.2.2'`, [
      '2022-03-01T00:00:00Z',
    ]);
    const { html, text } = await readPage(app, PLAN);
    expect(html).not.toContain('<broke>');
    expect(text).toContain('ত্রুটির কারণে আলাদা রাখা হয়েছে It <broke>');
    expect((await readPage(app, `${PLAN}/indicators/2.2.2`)).text).toContain('It <broke>');
  });
});

describeOnDatabases('The list of plans', (create) => {
  let stored: TestDatabase;
  let database: OpenDatabase;

  beforeAll(async () => {
    stored = await create();
    database = await stored.open();
  });
  afterAll(async () => {
    await database.close();
    await stored.drop();
  });

  it('tells how to get a first plan, and later lists all of them, the latest year first', async () => {
    const office = new Office(database, '2024-08-01T10:00:00');
    const app = pagesOf(database, office.clock);
    expect((await app.request('/')).headers.get('location')).toBe('/plans');
    expect((await readPage(app, '/plans')).text).toContain('এখনো কোনো কর্মপরিকল্পনা নেই');

    for (const name of ['wewb-2021-22', 'chatkhil-2024-25']) await office.apply(officePlan(name));
    expect((await app.request('/')).headers.get('location')).toBe('/plans');
    const { html } = await readPage(app, '/plans?lang=en');
    expect(html.indexOf('/plans/chatkhil-2024-25')).toBeLessThan(html.indexOf('/plans/wewb-2021-22'));
    expect(rowWith(html, 'Chatkhil')).toContain('2024-25 9 0 0 9');
  });

  it('keeps the list short with a choice of years, and says what each plan has earned', async () => {
    const app = pagesOf(database, new Office(database, '2024-08-01T10:00:00').clock);
    const { html, text } = await readPage(app, '/plans?year=2021-22&lang=en');
    expect(html).toContain('href="/plans/wewb-2021-22"');
    expect(html).not.toContain('href="/plans/chatkhil-2024-25"');
    expect(html).toContain('<a href="/plans?year=2021-22" aria-current="true">2021-22</a>');
    expect(text).toContain('0 / 100');
  });

  it('stays usable for an office with a thousand indicators: a hundred at a time, and the year by months', async () => {
    const office = new Office(database, '2022-03-02T10:00:00');
    await office.apply(largePlan());
    const app = pagesOf(database, office.clock);
    const { html, text } = await readPage(app, '/plans/large-2021-22?lang=en');
    expect(codesIn(html)).toHaveLength(100);
    // Codes are numbers: 2.1 stands before 10.1.
    expect(codesIn(html).slice(9, 12)).toEqual(['1.10', '2.1', '2.2']);
    expect(text).toContain('1 to 100 of 1,000');
    expect(html).toContain('<select id="activity"');
    expect(html.match(/<use /g)!.length).toBeLessThan(80);
    expect(Buffer.byteLength(html)).toBeLessThan(250_000);
    expect(codesIn((await readPage(app, '/plans/large-2021-22?page=10&lang=en')).html).at(-1)).toBe('100.10');
    expect(codesIn((await readPage(app, '/plans/large-2021-22?activity=7&lang=en')).html)).toHaveLength(10);
  });

  it('escapes whatever stands in a plan', async () => {
    const office = new Office(database, '2022-03-02T10:00:00');
    await office.apply(withHostileTitles(officePlan('dol-2021-22')));
    const app = pagesOf(database, office.clock);
    for (const path of ['/plans', '/plans/dol-2021-22', '/plans/dol-2021-22/indicators/1.1.1']) {
      const { status, html, text } = await readPage(app, path);
      expect(status).toBe(200);
      expect(html).not.toMatch(/<script>|<img/);
      expect(text).toContain(HOSTILE);
    }
    expect((await readPage(app, '/messages')).status).toBe(200);
  });
});

/** The codes of a table's rows, in their order. */
function codesIn(html: string): string[] {
  return [...html.matchAll(/<tr class="row[^"]*" data-key="([^"]+)"/g)].map(([, code]) => code!);
}

function largePlan(): Plan {
  const plan = officePlan('mowca-2021-22');
  const patterns = plan.activities.flatMap(({ indicators }) => indicators);
  const activities = Array.from({ length: 100 }, (_, a) => ({
    code: `${a + 1}`,
    title: plan.activities[0]!.title,
    indicators: Array.from({ length: 10 }, (_, i) => ({
      ...patterns[(10 * a + i) % 13]!,
      code: `${a + 1}.${i + 1}`,
      weight: null,
    })),
  }));
  return { ...plan, id: 'large-2021-22', totalWeight: null, activities };
}

const HOSTILE = `"><script>alert(1)</script><img src=x onerror='alert(1)'>`;

function withHostileTitles(plan: Plan): Plan {
  const title = { bn: HOSTILE, en: HOSTILE };
  return {
    ...plan,
    office: { ...plan.office, name: title },
    posts: plan.posts.map((post) => ({ ...post, title })),
    activities: plan.activities.map((activity) => ({
      ...activity,
      title,
      indicators: activity.indicators.map((indicator) => ({ ...indicator, title, guidance: title })),
    })),
  };
}
