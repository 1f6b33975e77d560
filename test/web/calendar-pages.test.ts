import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query, withTransaction } from '../../src/db/database.ts';
import { insertLeave } from '../../src/db/queries/leaves.ts';
import { formTokenOf } from '../../src/sign-in/tokens.ts';
import { createWeb } from '../../src/web/app.ts';
import type { WebApp } from '../../src/web/web-parts.ts';
import { type Ministry, ministryInMarch } from './office.ts';
import { ADMINISTRATOR, cookieFor, partsOf, quietLogger, readPage, SETTINGS, signedIn, textOf } from './pages.ts';

const PLAN = 'mowca-2021-22';
const FEED = /http:\/\/127\.0\.0\.1:3000(\/calendar\/feed\/[\w-]{43}\.ics)/;

let ministry: Ministry;

beforeAll(async () => {
  ministry = await ministryInMarch();
});
afterAll(() => ministry.close());

const web = (logger = quietLogger) => createWeb(partsOf(ministry.database, ministry.office.clock, logger));
const addressOf = (person: string) => ministry.plan.people.find(({ id }) => id === person)!.email;
const pagesFor = (address: string): WebApp =>
  signedIn(web(), cookieFor(ministry.database, ministry.office.clock, address));
const ofProgrammer = () => pagesFor(addressOf('programmer'));

/** The cell of a day. */
function dayOf(html: string, date: string): string {
  const cells = html.match(/<td class="day.*?<\/td>/gs) ?? [];
  return textOf(cells.find((cell) => cell.includes(`datetime="${date}"`)) ?? '');
}

describe('The calendar', () => {
  it('opens on this month, with today marked and each deadline on its day as it stands', async () => {
    const { html, text } = await readPage(ofProgrammer(), '/calendar?lang=en');
    expect(text).toContain('March 2022');
    expect(html).toMatch(/<td class="day day-today" aria-current="date">.*?datetime="2022-03-02"/s);
    expect(dayOf(html, '2022-03-16')).toMatch(/In progress|Not started/);
    expect(html).toContain(`href="/plans/${PLAN}/indicators/1.1.1"`);
    const february = (await readPage(ofProgrammer(), '/calendar?lang=en&month=2022-02')).html;
    expect(dayOf(february, '2022-02-25')).toMatch(/Overdue 1\.2\.1/);
  });

  it('names holidays, and begins its weeks on Sunday', async () => {
    const { html } = await readPage(ofProgrammer(), '/calendar?lang=en');
    expect(dayOf(html, '2022-03-26')).toContain('Independence');
    expect(html).toMatch(/<td class="day day-off[^"]*"[^>]*><p class="day-head"><time datetime="2022-03-04">/);
    expect(html).not.toMatch(/<td class="day day-off[^"]*"[^>]*><p class="day-head"><time datetime="2022-03-06">/);
    const [first] = [...html.matchAll(/<th scope="col">(\w+)<\/th>/g)].map(([, name]) => name);
    expect(first).toBe('Sunday');
  });

  it('names the months and days of the Bengali calendar to who reads Bengali', async () => {
    const { html, text } = await readPage(ofProgrammer(), '/calendar?lang=bn');
    expect(text).toContain('মার্চ ২০২২ ফাল্গুন – চৈত্র ১৪২৮ বঙ্গাব্দ');
    expect(dayOf(html, '2022-03-15')).toContain('১ চৈত্র');
  });

  it('leads to the months before and after, and shows months of no plan without deadlines', async () => {
    const { html } = await readPage(ofProgrammer(), '/calendar?lang=en&month=2021-12');
    expect(html).toContain('href="/calendar?month=2021-11&amp;show=mine"');
    expect(html).toContain('href="/calendar?month=2022-01&amp;show=mine"');
    const far = await readPage(ofProgrammer(), '/calendar?lang=en&month=2190-01');
    expect(far.text).toContain('Nothing of yours is due in this month.');
    expect(far.text).toContain('public holidays of this month are not in the calendar yet');
    expect((await readPage(ofProgrammer(), '/calendar?month=nonsense')).status).toBe(200);
  });

  it('shows the own indicators or a whole plan that one may read, and no other plan', async () => {
    const app = pagesFor(ADMINISTRATOR);
    const { html } = await readPage(app, `/calendar?lang=en&show=${PLAN}`);
    expect(dayOf(html, '2022-03-16')).toContain('1.1.1');
    expect((await readPage(app, '/calendar?lang=en&show=mine')).text).toContain('Nothing of yours');
    expect((await readPage(app, '/calendar?show=nowhere')).status).toBe(404);
    const stranger = pagesFor('stranger@office.example');
    expect((await readPage(stranger, `/calendar?show=${PLAN}`)).status).toBe(404);
    expect((await readPage(stranger, '/calendar?lang=en')).text).toContain('No work plan names you yet');
  });

  it('has those of a stand-in among the own', async () => {
    const { database, office } = ministry;
    const reader = pagesFor(addressOf('cabinet-division-desk'));
    const plan = { ...ministry.plan, id: 'other-2021-22' };
    const alone = { ...plan, people: plan.people.filter(({ id }) => id !== 'cabinet-division-desk') };
    await office.apply({ ...alone, people: [...alone.people, { ...plan.people[4]!, holds: [] }] });
    const mine = async () => (await readPage(reader, '/calendar?lang=en')).html;
    expect(await mine()).not.toContain('/plans/other-2021-22/indicators');
    await withTransaction(database.db, (tx) =>
      insertLeave(tx, {
        planId: plan.id,
        person: 'secretary',
        deputy: 'cabinet-division-desk',
        from: '2022-03-02',
        to: '2022-03-02',
        createdAt: office.clock.now(),
        createdBy: 'test',
      }),
    );
    expect(await mine()).toContain('/plans/other-2021-22/indicators');
  });
});

describe('A calendar feed', () => {
  /** Makes a feed as its page does, and gives its path, which is shown this once. */
  async function makeFeed(address: string, language: 'bn' | 'en'): Promise<string> {
    const cookie = await cookieFor(ministry.database, ministry.office.clock, address);
    const token = formTokenOf(cookie.replace('session=', ''));
    const made = await web().request('/account/calendar', {
      method: 'POST',
      headers: { cookie, origin: 'http://localhost' },
      body: new URLSearchParams({ token, language }),
    });
    const html = await made.text();
    expect(html).toContain('href="webcal://127.0.0.1:3000/calendar/feed/');
    return FEED.exec(html)![1]!;
  }

  const read = (path: string, headers = {}) => web().request(path, { headers });

  function entriesOf(text: string) {
    const calendar = new ICAL.Component(ICAL.parse(text));
    return calendar.getAllSubcomponents('vevent').map((component) => ({
      event: new ICAL.Event(component),
      url: component.getFirstPropertyValue('url'),
      changed: String(component.getFirstPropertyValue('last-modified')),
    }));
  }

  it('gives a calendar program all deadlines of its person, done ones marked, in the language asked for', async () => {
    const feed = await read(await makeFeed(addressOf('programmer'), 'en'));
    expect(feed.status).toBe(200);
    expect(feed.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(feed.headers.get('cache-control')).toContain('private');
    const entries = entriesOf(await feed.text());
    const of = (code: string) => entries.filter(({ event }) => event.uid.startsWith(`${PLAN}/${code}/`));
    const [late] = of('1.2.1');
    expect(late!.event.summary).toMatch(/^⚠ 1\.2\.1 /);
    expect(late!.event.startDate.toString()).toBe('2022-02-25');
    expect(late!.event.startDate.isDate).toBe(true);
    expect(late!.url).toBe(`${SETTINGS.baseUrl}/plans/${PLAN}/indicators/1.2.1`);
    expect(late!.changed).toMatch(/^2022-0[23]-/);
    expect(of('2.2.5')[0]!.event.summary).toMatch(/^⏸ /);
    const done = entries.filter(({ event }) => event.summary.startsWith('✔'));
    expect(done.length).toBeGreaterThan(0);
    expect(new Set(entries.map(({ event }) => event.uid)).size).toBe(entries.length);
    const bengali = entriesOf(await (await read(await makeFeed(addressOf('programmer'), 'bn'))).text());
    expect(bengali.find(({ event }) => event.uid.includes('/1.2.1/'))!.event.summary).toContain('১.২.১');
  });

  it('is the same to the byte until something happens, and then tells the change by a higher sequence', async () => {
    const path = await makeFeed(addressOf('programmer'), 'en');
    const first = await read(path);
    const etag = first.headers.get('etag')!;
    const before = entriesOf(await first.text());
    expect((await read(path, { 'if-none-match': etag })).status).toBe(304);
    const { plan, office } = ministry;
    const action = { type: 'suspend', reason: 'Flood' } as const;
    const event = { indicator: '1.1.1', on: '2022-03-02', at: '2022-03-02T11:00:00', by: 'secretary', action };
    await office.live(plan, '2022-03-02T11:00:00', [event]);
    const changed = await read(path, { 'if-none-match': etag });
    expect(changed.status).toBe(200);
    const after = entriesOf(await changed.text());
    expect(after.map(({ event: { uid } }) => uid)).toEqual(before.map(({ event: { uid } }) => uid));
    const sequence = (entries: typeof after) => entries.find(({ event: { uid } }) => uid.includes('/1.1.1/'))!.event;
    expect(sequence(after).sequence).toBeGreaterThan(sequence(before).sequence);
    expect(sequence(after).summary).toMatch(/^⏸ 1\.1\.1/);
  });

  it('is kept as a hash, notes when it was read, and ends when it is revoked', async () => {
    const { database, office } = ministry;
    const address = addressOf('secretary');
    const path = await makeFeed(address, 'en');
    const secret = path.slice(15, 58);
    const rows = await query<Record<string, unknown>>(database.db, 'select * from calendar_feed order by id');
    expect(JSON.stringify(rows)).not.toContain(secret);
    const cookie = await cookieFor(database, office.clock, address);
    const list = async () => (await readPage(signedIn(web(), cookie), '/account/calendar?lang=en')).html;
    expect(textOf(await list())).toContain('not yet');
    expect(await list()).not.toContain(secret);
    await read(path);
    expect(textOf(await list())).toMatch(/2 March 2022.*2 March 2022/);
    const [, revoke] = /action="(\/account\/calendar\/\d+\/revoke)"/.exec(await list())!;
    const form = (of: string) => ({
      method: 'POST',
      headers: { cookie: of, origin: 'http://localhost' },
      body: new URLSearchParams({ token: formTokenOf(of.replace('session=', '')) }),
    });
    const other = await cookieFor(database, office.clock, addressOf('programmer'));
    expect((await web().request(revoke!, form(other))).status).toBe(404);
    expect((await read(path)).status).toBe(200);
    expect((await web().request(revoke!, form(cookie))).status).toBe(303);
    expect((await read(path)).status).toBe(404);
    expect((await read(`/calendar/feed/${'x'.repeat(43)}.ics`)).status).toBe(404);
  });

  it('is one of twenty at most', async () => {
    const { database, office } = ministry;
    const address = addressOf('deputy-secretary');
    for (let count = 0; count < 20; count++) await makeFeed(address, 'en');
    const cookie = await cookieFor(database, office.clock, address);
    const made = await web().request('/account/calendar', {
      method: 'POST',
      headers: { cookie, origin: 'http://localhost' },
      body: new URLSearchParams({ token: formTokenOf(cookie.replace('session=', '')), language: 'en' }),
    });
    expect([made.status, made.headers.get('location')]).toEqual([303, '/account/calendar?done=too-many']);
    const list = await readPage(signedIn(web(), cookie), '/account/calendar?done=too-many&lang=en');
    expect(list.text).toContain('Revoke one that you no longer use.');
    expect(list.html.match(/\/revoke"/g)).toHaveLength(20);
  });

  it('ends with its person’s last post', async () => {
    const path = await makeFeed('left@mowca.example', 'en');
    expect((await read(path)).status).toBe(404);
  });

  it('leaves no trace of its secret in the log when something goes wrong', async () => {
    const logged: unknown[] = [];
    const logger = { ...quietLogger, error: (...words: unknown[]) => void logged.push(words) } as typeof quietLogger;
    const path = await makeFeed(addressOf('programmer'), 'en');
    const parts = partsOf(ministry.database, ministry.office.clock, logger);
    const now = () => {
      throw new Error('The clock stands still.');
    };
    const broken = { ...parts, clock: { ...parts.clock, now } };
    expect((await createWeb(broken).request(path)).status).toBe(500);
    expect(logged).toMatchObject([[{ path: '/calendar/feed/…' }, expect.anything()]]);
    expect(JSON.stringify(logged)).not.toContain(path.slice(15, 58));
  });
});
