import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../../src/db/database.ts';
import { createWeb } from '../../src/web/app.ts';
import type { WebApp } from '../../src/web/web-parts.ts';
import { type Ministry, ministryInMarch, officePlan } from './office.ts';
import { cookieFor, countingQueries, partsOf, readPage, signedIn, textOf } from './pages.ts';

describe('My work', () => {
  let ministry: Ministry;

  beforeAll(async () => {
    ministry = await ministryInMarch();
  });
  afterAll(() => ministry.close());

  const pagesFor = (address: string, database = ministry.database): WebApp =>
    signedIn(
      createWeb(partsOf(database, ministry.office.clock)),
      cookieFor(ministry.database, ministry.office.clock, address),
    );
  const PROGRAMMER = 'programmer@mowca.example';

  it('is where whoever has a post begins', async () => {
    for (const address of [PROGRAMMER, 'secretary@mowca.example']) {
      expect((await pagesFor(address).request('/')).headers.get('location')).toBe('/my-work');
    }
  });

  it('lists what is owed by date, overdue first, with one way to settle each', async () => {
    const { html } = await readPage(pagesFor(PROGRAMMER), '/my-work?lang=en');
    const due = [...html.matchAll(/<time datetime="(\d{4}-\d\d-\d\d)"/g)].map(([, day]) => day!);
    expect(due[0]).toBe('2022-02-25');
    const owed = dutiesIn(html);
    expect(owed[0]).toMatch(/^1\.2\.1 One service simplified Next step: .*5 days overdue.*Record$/);
    expect(owed).toHaveLength(9);
    expect(html).toContain('href="/plans/mowca-2021-22/indicators/1.2.1#record"');
    expect(textOf(html)).toContain('Overdue 1');
    // Achieved, and on hold: nothing is owed.
    expect(owed.some((duty) => /^(1\.3\.1|2\.2\.5)/.test(duty))).toBe(false);
  });

  it('says what is next: the step, the quarter, how far it has come', async () => {
    const duties = dutiesIn((await readPage(pagesFor(PROGRAMMER), '/my-work?lang=en')).html);
    const of = (code: string) => duties.find((duty) => duty.startsWith(code));
    expect(of('2.1.1')).toContain('3rd quarter · So far: 2 of 4');
    expect(of('1.6.1')).toContain('So far: 3 of 4');
    expect(of('1.5.1')).toMatch(/Next step: Letter sent to every branch .* · So far: Not recorded/i);
    expect(of('2.1.1')).toContain('As: Focal point (Programmer, ICT Branch)');
  });

  it("lists to the innovation officer the whole office's, in that part", async () => {
    const duties = dutiesIn((await readPage(pagesFor('admin1@mowca.example'), '/my-work?lang=en')).html);
    expect(duties).toHaveLength(9);
    expect(duties[0]).toContain('As: Innovation officer (Deputy Secretary, Administration-1 Branch)');
  });

  it('tells kindly whom nothing is asked of', async () => {
    const { text } = await readPage(pagesFor('secretary@mowca.example'), '/my-work?lang=en');
    expect(text).toContain('You owe nothing just now Thank you.');
    const { text: stranger } = await readPage(pagesFor('admin@suchok.example'), '/my-work');
    expect(stranger).toContain('কোনো কর্মপরিকল্পনায় আপনার দায়িত্ব নেই');
  });

  it('remembers what was done this month, quietly', async () => {
    const { office, plan } = ministry;
    const reading = { indicator: '1.5.1', on: '2022-03-01', at: '2022-03-02T10:40:00', by: 'programmer-ict' };
    await office.live(plan, '2022-03-02T10:45:00', [
      { ...reading, action: { type: 'recordReading', value: 23.44, evidence: [], note: null } },
    ]);
    const { text } = await readPage(pagesFor(PROGRAMMER), '/my-work?lang=en');
    expect(text).toContain(
      'Done this month 1 March 2022 1.5.1 Notes disposed of in e-file : Percentage recorded, 23.44%',
    );
  });

  it('holds each duty once for a person with several posts, and names them all', async () => {
    const plan = officePlan('mowca-2021-22');
    const [programmer] = plan.people;
    const both = { ...programmer!, holds: [...programmer!.holds, ...plan.people[1]!.holds] };
    await ministry.office.apply({ ...plan, people: [both, ...plan.people.slice(1)] });
    const duties = dutiesIn((await readPage(pagesFor(PROGRAMMER), '/my-work?lang=en')).html);
    expect(duties).toHaveLength(9);
    expect(duties[0]).toMatch(/As: Focal point \(Programmer, ICT Branch\); Innovation officer \(Deputy Secretary/);
  });

  it('is read in a handful of queries, however many plans and indicators there are', async () => {
    const { body } = (
      await query<{ body: object }>(ministry.database.db, `select body from plan where id = 'mowca-2021-22'`)
    )[0]!;
    await ministry.office.apply({ ...(body as ReturnType<typeof officePlan>), id: 'second-2021-22' });
    const counting = countingQueries(ministry.database);
    const app = pagesFor(PROGRAMMER, counting.database);
    const { html } = await readPage(app, '/my-work?lang=en');
    expect(dutiesIn(html).length).toBeGreaterThan(18);
    expect(counting.count()).toBeLessThanOrEqual(11);
  });
});

function dutiesIn(html: string): string[] {
  return (html.match(/<li class="duty.*?<\/li>/gs) ?? []).map(textOf);
}
