import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenDatabase, query } from '../../src/db/database.ts';
import type { Plan } from '../../src/plan/types.ts';
import { createWeb } from '../../src/web/app.ts';
import { inOrder, type OfficeRow } from '../../src/web/office-ranking.ts';
import type { WebApp } from '../../src/web/web-parts.ts';
import { indicatorOf } from '../machines/office.ts';
import { EVERY_POST_HELD, personWho, staffed } from '../notices/staffed.ts';
import { databaseFlavours, type TestDatabase } from '../support/databases.ts';
import { Office } from './office.ts';
import { ADMINISTRATOR, cookieFor, partsOf, readPage, rowWith, signedIn } from './pages.ts';

const idea = indicatorOf('milestone', { code: '1.1.1', weight: 5, steps: [] });
const training = indicatorOf('count', { code: '1.2.1', weight: 3 });
const office = (id: string, people = EVERY_POST_HELD, indicators = [idea, training]): Plan => ({
  ...staffed(people, indicators),
  id: `${id}-2021-22`,
  office: { id, name: { bn: `${id} অফিস`, en: `Office ${id}` } },
});
const minister = personWho('the-ministry', 'ministry');
const elsewhere = EVERY_POST_HELD.map((person) => ({ ...person, email: `${person.id}@elsewhere.example` }));

describe('The offices below somebody', () => {
  let stored: TestDatabase;
  let database: OpenDatabase;
  let life: Office;

  beforeAll(async () => {
    stored = await databaseFlavours[0]!.create();
    database = await stored.open();
    life = new Office(database, '2021-08-02T10:00:00');
    const late = office('late');
    const good = office('good', [minister, personWho('other-boss', 'supervisor')]);
    for (const plan of [good, late, office('foreign', elsewhere)]) await life.apply(plan);
    const by = 'focal';
    const events = [
      { indicator: '1.1.1', on: '2022-01-10', at: '2022-01-10T11:00:00', by, action: achieved() },
      { indicator: '1.2.1', on: '2022-01-11', at: '2022-01-11T11:00:00', by, action: counted(1) },
    ];
    await life.live(good, '2022-03-01T10:00:00', events);
    await life.live(late, '2022-03-20T10:00:00');
  });
  afterAll(async () => {
    await database?.close();
    await stored?.drop();
  });

  const pages = (address: string): WebApp =>
    signedIn(createWeb(partsOf(database, life.clock)), cookieFor(database, life.clock, address));
  const named = (html: string) => [...html.matchAll(/href="\/plans\/([a-z]+)-2021-22"/g)].map(([, name]) => name);

  it('are shown worst first, each with its counts and its score so far, and all together', async () => {
    const { html, text } = await readPage(pages('the-ministry@office.example'), '/offices?lang=en');
    expect(named(html)).toEqual(['late', 'good']);
    expect(rowWith(html, 'Office late')).toMatch(/^Office late 2021-22 0 \d \d 1 0 0 2 0% 0 of [\d.]+$/);
    expect(rowWith(html, 'Office good')).toMatch(/^Office good 2021-22 1 \d \d 0 0 0 2 \d+% [\d.]+ of [\d.]+$/);
    expect(rowWith(html, 'All 2 work plans')).toMatch(/^All 2 work plans 1 \d \d 1 0 0 4 /);
    expect(text).toContain('Worst first');
  });

  it('are only those in which the reader stands above, for an administrator all, and nobody else has the page', async () => {
    expect(named((await readPage(pages('the-supervisor@office.example'), '/offices')).html)).toEqual(['late']);
    expect(named((await readPage(pages(ADMINISTRATOR), '/offices')).html).sort()).toEqual(['foreign', 'good', 'late']);
    for (const path of ['/offices', '/offices/escalations']) {
      expect((await readPage(pages('the-focal@office.example'), path)).status).toBe(404);
    }
  });

  it('are in the menu of those who have some', async () => {
    const menuOf = async (address: string) => (await readPage(pages(address), '/account/sessions')).html;
    expect(await menuOf('the-supervisor@office.example')).toContain('href="/offices"');
    expect(await menuOf(ADMINISTRATOR)).toContain('href="/offices"');
    expect(await menuOf('the-focal@office.example')).not.toContain('href="/offices"');
  });

  it('are sorted, turned round, searched and paged by link', async () => {
    const app = pages(ADMINISTRATOR);
    const order = async (search: string) => named((await readPage(app, `/offices?${search}`)).html);
    expect(await order('sort=achieved')).toEqual(['good', 'foreign', 'late']);
    expect(await order('sort=achieved&reversed=yes')).toEqual(['foreign', 'late', 'good']);
    expect(await order('sort=office')).toEqual(['foreign', 'good', 'late']);
    expect(await order('sort=score&reversed=yes')).toEqual(['good', 'foreign', 'late']);
    expect(await order('search=GOOD')).toEqual(['good']);
    expect(await order(`search=${encodeURIComponent('late অফিস')}`)).toEqual(['late']);
    expect((await readPage(app, '/offices?search=none&lang=en')).text).toContain('No office of that name');
    for (const odd of ['page=-3', 'page=x', 'page=999', 'sort=toString', 'year=1900', 'search=%00']) {
      expect((await readPage(app, `/offices?${odd}`)).status).toBe(200);
    }
  });

  it('keep the score that was reckoned until something changes', async () => {
    const app = pages(ADMINISTRATOR);
    const before = rowWith((await readPage(app, '/offices?lang=en')).html, 'Office late');
    const late = office('late');
    const event = { indicator: '1.2.1', on: '2022-03-20', at: '2022-03-20T11:00:00', by: 'focal', action: counted(4) };
    await life.live(late, '2022-03-20T12:00:00', [event]);
    const after = rowWith((await readPage(app, '/offices?lang=en')).html, 'Office late');
    expect(before).toContain('0%');
    expect(after).not.toContain(' 0%');
  });

  it('tell what waits for an answer, with the way to answer it', async () => {
    const app = pages('the-supervisor@office.example');
    expect((await readPage(app, '/offices?lang=en')).text).toContain('Missed targets that wait for your answer: 1');
    const { text, html } = await readPage(app, '/offices/escalations?lang=en');
    expect(text).toContain('Office late, 2021-22');
    expect(text).toMatch(/You were told on \d+ March 2022, as supervisor/);
    expect(html).toContain('href="/plans/late-2021-22/indicators/1.1.1/questions"');
    expect((await readPage(app, '/my-work?lang=en')).text).not.toContain('You owe nothing');
    const admin = await readPage(pages(ADMINISTRATOR), '/offices/escalations?lang=en');
    expect(admin.text).toContain('Nothing waits for your answer.');
    const [{ id }] = (await query<{ id: number }>(database.db, 'select max(id) as id from notification')) as [
      { id: number },
    ];
    expect((await readPage(app, `/offices/escalations?after=${id}&lang=en`)).text).toContain('Nothing waits');
  });
});

describe('The worst office', () => {
  const row = (planId: string, overdue: number, total: number, points: number): OfficeRow => ({
    planId,
    fiscalYear: '2021-22',
    office: { bn: planId, en: planId },
    revision: '1/1',
    achieved: 0,
    onTarget: total - overdue,
    dueSoon: 0,
    overdue,
    onHold: 0,
    notAchieved: 0,
    total,
    score: { points, total: 50 },
  });

  it('has the largest share overdue, then the lowest score, then the first name', () => {
    const rows = [row('b', 1, 10, 20), row('a', 1, 10, 20), row('c', 2, 13, 40), row('d', 1, 10, 5), row('e', 0, 9, 0)];
    const ids = (reversed = false) => inOrder(rows, 'worst', reversed, 'en').map(({ planId }) => planId);
    expect(ids()).toEqual(['c', 'd', 'a', 'b', 'e']);
    expect(ids(true)).toEqual(['e', 'a', 'b', 'd', 'c']);
  });
});

function achieved() {
  return { type: 'complete', evidence: [{ reference: 'Memo 1', date: null }], note: null } as const;
}

function counted(number: number) {
  return { type: 'recordNumber', number, evidence: [{ reference: 'Memo 2', date: null }], note: null } as const;
}
