import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../../src/db/database.ts';
import { DefinitionCache } from '../../src/engine/definition-cache.ts';
import { standingOfPlan } from '../../src/engine/standing-of-plan.ts';
import { lettersAhead } from '../../src/simulate/letters-ahead.ts';
import { createWeb } from '../../src/web/app.ts';
import type { WebApp } from '../../src/web/web-parts.ts';
import { type Ministry, ministryInMarch } from './office.ts';
import { cookieFor, pagesOf, partsOf, readPage, rowWith, signedIn } from './pages.ts';

const ID = 'mowca-2021-22';
const NOTICES = `/plans/${ID}/notices`;

describe('The administration', () => {
  let ministry: Ministry;
  let app: WebApp;

  beforeAll(async () => {
    ministry = await ministryInMarch();
    app = pagesOf(ministry.database, ministry.office.clock);
  });
  afterAll(() => ministry?.close());

  const read = (path: string) => readPage(app, path);
  const post = async (path: string, fields: Record<string, string> = {}) => {
    const token = /name="token" value="([^"]+)"/.exec((await read('/account/sessions')).html)![1]!;
    const headers = { origin: 'http://localhost' };
    return app.request(path, { method: 'POST', headers, body: new URLSearchParams({ token, ...fields }) });
  };

  it('leads to all its parts', async () => {
    const home = await read('/administration?lang=en');
    for (const [, path] of home.html.matchAll(/<li><a href="(\/administration\/[a-z]+)"/g)) {
      expect((await read(path!)).status, path).toBe(200);
    }
    expect(home.html.match(/<li><a href="\/administration\//g)).toHaveLength(6);
  });

  it('lists the days off with their source, and marks those that wait for the moon', async () => {
    const then = await read('/administration/calendar?year=2021-22&lang=en');
    expect(rowWith(then.html, 'Victory Day')).toBe('16 December 2021 Thursday Victory Day General holiday');
    expect(then.text).toContain('list of holidays for 2022, published on 31 October 2021');
    expect(then.text).toContain('config/calendars/bangladesh.yaml');
    expect(then.text).not.toContain('Provisional');
    const now = await read('/administration/calendar?year=2026-27&lang=bn');
    expect(now.text).toContain('সাময়িক'.normalize('NFC'));
    expect((await read('/administration/calendar?year=2040-41&lang=en')).text).toContain('only weekends count');
    expect((await read('/administration/calendar?calendar=nowhere')).status).toBe(404);
  });

  it('ends anybody’s session at once', async () => {
    const { database, office } = ministry;
    const cookie = await cookieFor(database, office.clock, 'secretary@mowca.example');
    const secretary = signedIn(createWeb(partsOf(database, office.clock)), cookie);
    expect((await secretary.request('/plans')).status).toBe(200);
    const list = await read('/administration/sessions?lang=en&address=SECRETARY@');
    expect(rowWith(list.html, 'secretary@mowca.example')).toContain('End');
    expect(list.html.match(/sessions\/\d+\/end/g)).toHaveLength(1);
    const path = /action="(\/administration\/sessions\/\d+\/end)"/.exec(list.html)![1]!;
    const done = await post(path);
    expect(done.status).toBe(303);
    expect((await read(`${done.headers.get('location')}&lang=en`)).text).toContain('The session has ended.');
    expect((await read('/administration/sessions?lang=en&address=secretary@')).text).toContain('Nobody like that');
    expect((await secretary.request('/plans')).headers.get('location')).toBe('/sign-in?next=%2Fplans');
    expect((await post(path)).status).toBe(404);
  });

  it('ends everything of an address at once: sessions, API tokens and calendar feeds', async () => {
    const { database, office } = ministry;
    const cookie = await cookieFor(database, office.clock, 'secretary@mowca.example');
    const secretary = signedIn(createWeb(partsOf(database, office.clock)), cookie);
    await query(
      database.db,
      `insert into api_token (token_hash, address, name, scopes, created_at)
       values ('theirs', 'Secretary@mowca.example', 'a program', '{read}', now()),
         ('another', 'programmer@mowca.example', 'a program', '{read}', now())`,
    );
    await query(
      database.db,
      `insert into calendar_feed (token_hash, address, language, created_at)
       values ('theirs', 'secretary@mowca.example', 'bn', now())`,
    );
    expect((await read('/administration/sessions?address=secretary')).html).not.toContain('shut-out');
    expect((await read('/administration/sessions?address=secretary@mowca.example')).html).toContain('shut-out');
    const done = await post('/administration/sessions/shut-out', { address: 'secretary@mowca.example' });
    expect((await read(`${done.headers.get('location')}&lang=en`)).text).toContain('tokens and feeds of the address');
    expect((await secretary.request('/plans')).headers.get('location')).toBe('/sign-in?next=%2Fplans');
    const left = await query<{ address: string }>(
      database.db,
      `select address from api_token where revoked_at is null
       union all select address from calendar_feed where revoked_at is null`,
    );
    expect(left).toEqual([{ address: 'programmer@mowca.example' }]);
    expect((await post('/administration/sessions/shut-out', { address: 'secretary' })).status).toBe(404);
  });

  it('says how the program is, and what to do about it', async () => {
    const [indicator] = await query<{ id: number }>(
      ministry.database.db,
      `select id from indicator where code = '1.1.1'`,
    );
    const well = await read('/administration/health?lang=en');
    expect(rowWith(well.html, 'Set aside')).toContain('In order');
    expect(well.text).toContain('PGlite');
    await query(ministry.database.db, `update indicator set fault = 'Error: broken', fault_at = now() where id = $1`, [
      indicator!.id,
    ]);
    const ill = await read('/administration/health?lang=bn');
    expect(rowWith(ill.html, 'ত্রুটিতে স্থগিত')).toContain('সংশোধনের পর প্রোগ্রাম চালু হলে আবার চেষ্টা হবে');
    expect(ill.html).toContain(`href="/plans/${ID}/indicators/1.1.1"`);
    expect(ill.text).toContain('Error: broken');
    expect((await read(`${NOTICES}?lang=en`)).text).toContain('an error has set them aside: 1.1.1');
    await query(ministry.database.db, 'update indicator set fault = null, fault_at = null');
  });

  it('says that there is no queue to look at where there is none', async () => {
    expect((await read('/administration/queues?lang=en')).text).toContain('The queues are not in this process');
  });

  it('lists who would get which letter about what, day by day, and by person', async () => {
    const all = await read(`${NOTICES}?lang=en`);
    expect(all.text).toContain('until 30 June 2022 if nobody recorded anything');
    expect(all.text).toContain('Wednesday, 9 March 2022 9:00 am');
    const one = await read(`${NOTICES}?lang=en&person=secretary`);
    expect(one.text).toContain('Secretary');
    expect(one.html.match(/class="ahead-letter/g)!.length).toBeLessThan(all.html.match(/class="ahead-letter/g)!.length);
    expect(one.html).not.toContain('ahead-letter"');
    expect(one.html).toContain('ahead-escalation');
  });

  it('foretells exactly the letters that then go out', async () => {
    const { database, plan, office } = ministry;
    const { standing } = await standingOfPlan(database.db, new DefinitionCache(), plan);
    const told = lettersAhead(plan, standing, plan.closes).flatMap(({ at, letters }) =>
      letters.map(({ class: letter, person, items }) => `${at} ${letter} ${person.id} ${items.length}`),
    );
    const now = new Date(office.clock.now()).toISOString();
    const days = [...new Set(lettersAhead(plan, standing, plan.closes).map(({ day }) => day))];
    // The office wakes at each of the days' hours, as the alarms would have it do.
    for (const day of days) await office.live(plan, `${day}T09:00:00`);
    await office.live(plan, '2022-07-01T12:00:00');
    const sent = await query<{ said: string }>(
      database.db,
      `select (extract(epoch from m.created_at) * 1000)::bigint || ' ' || m.class || ' ' || m.person_id || ' ' ||
         (select count(distinct (n.indicator_id, n.checkpoint, n.rung)) from notification n where n.message_id = m.id) as said
       from message m where m.created_at > $1::timestamptz order by m.id`,
      [now],
    );
    expect(told.length).toBeGreaterThan(20);
    const letterOf = (line: string) => line.split(' ').slice(0, 3).join(' ');
    expect(sent.map(({ said }) => letterOf(said)).sort()).toEqual(told.map(letterOf).sort());
  });
});
