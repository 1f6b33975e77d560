import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../../src/db/database.ts';
import { formTokenOf } from '../../src/sign-in/tokens.ts';
import { createWeb } from '../../src/web/app.ts';
import { type Ministry, ministryInMarch } from './office.ts';
import { ADMINISTRATOR, cookieFor, partsOf, rowWith, textOf } from './pages.ts';

const PLAN = 'mowca-2021-22';
const ORIGIN = 'http://localhost';

let ministry: Ministry;

beforeAll(async () => {
  ministry = await ministryInMarch();
});
afterAll(() => ministry.close());

const web = () => createWeb(partsOf(ministry.database, ministry.office.clock));

/** A browser of a person of the plan, by id, or of an address. */
async function browserOf(who: string) {
  const address = ministry.plan.people.find(({ id }) => id === who)?.email ?? who;
  const cookie = await cookieFor(ministry.database, ministry.office.clock, address);
  const token = formTokenOf(cookie.replace('session=', ''));
  return {
    open: async (path: string) => {
      const response = await web().request(path, { headers: { cookie: `${cookie}; language=en` } });
      const html = await response.text();
      return { status: response.status, html, text: textOf(html) };
    },
    send: async (path: string, fields: Record<string, string> = {}) => {
      const headers = { cookie: `${cookie}; language=en`, origin: ORIGIN };
      const body = new URLSearchParams({ token, ...fields });
      const response = await web().request(path, { method: 'POST', headers, body });
      const html = await response.text();
      return { status: response.status, headers: response.headers, html, text: textOf(html) };
    },
  };
}

describe('One’s preferences', () => {
  it('are what the plan says until one chooses, from half hours after its own hour to six in the evening', async () => {
    const { open } = await browserOf('programmer');
    const { html, text } = await open('/account/preferences');
    expect(text).toContain('As the plan says (9:00 am)');
    const hours = [...html.matchAll(/<option value="(\d\d:\d\d)"/g)].map(([, hour]) => hour);
    expect([hours[0], hours.at(-1), hours.length]).toEqual(['09:30', '18:00', 18]);
  });

  it('are kept, told so, and shown the next time', async () => {
    const { open, send } = await browserOf('programmer');
    const saved = await send('/account/preferences', { language: 'en', hour: '11:00', delivery: 'single' });
    expect([saved.status, saved.headers.get('location')]).toEqual([303, '/account/preferences?done=saved']);
    expect(saved.headers.get('set-cookie')).toMatch(/^language=en; /);
    const { html, text } = await open('/account/preferences?done=saved');
    expect(text).toContain('Your preferences are saved.');
    expect(html.match(/<option value="[^"]*" selected=""/g)).toEqual(
      ['en', '11:00', 'single'].map((value) => `<option value="${value}" selected=""`),
    );
  });

  it('are none that are not among the choices, and all such faults are told at once', async () => {
    const { send } = await browserOf('programmer');
    const refused = await send('/account/preferences', { language: 'fr', hour: '03:00', delivery: 'pigeon' });
    expect(refused.status).toBe(422);
    expect(refused.html.match(/<p class="form-fault"/g)).toHaveLength(3);
  });

  it('greet in the preferred language where none was chosen in this browser, and leave alone what was', async () => {
    const { signIn } = partsOf(ministry.database, ministry.office.clock);
    const { send } = await browserOf('secretary');
    await send('/account/preferences', { language: 'en', hour: '', delivery: 'digest' });
    const address = ministry.plan.people.find(({ id }) => id === 'secretary')!.email;
    const enter = async (cookie: string) => {
      const path = new URL(await signIn.makeLink(address)).pathname;
      const entered = await web().request(path, { method: 'POST', headers: { origin: ORIGIN, cookie } });
      return entered.headers.getSetCookie().filter((set) => set.startsWith('language='));
    };
    expect(await enter('')).toMatchObject([expect.stringMatching(/^language=en;/)]);
    expect(await enter('language=bn')).toEqual([]);
  });

  it('are nobody’s at the program’s own console', async () => {
    const { database, office } = ministry;
    const cookie = await cookieFor(database, office.clock, null as unknown as string);
    const page = await web().request('/account/preferences?lang=en', { headers: { cookie } });
    expect(textOf(await page.text())).toContain('This belongs to a mail address');
  });
});

describe('Leave', () => {
  const leave = (fields: Record<string, string> = {}) => ({
    plan: PLAN,
    person: 'programmer',
    deputy: 'deputy-secretary',
    from: '5 March 2022',
    to: '০৭/০৩/২০২২',
    ...fields,
  });

  it('is set with dates as people type them, shown with its deputy, and taken back', async () => {
    const { open, send } = await browserOf('programmer');
    const set = await send('/account/leave', leave());
    expect([set.status, set.headers.get('location')]).toEqual([303, `/account/leave?plan=${PLAN}&done=set`]);
    const { html, text } = await open(set.headers.get('location')!);
    expect(text).toContain('The leave is set.');
    expect(rowWith(html, '5 March 2022 – 7 March 2022')).toMatch(/Deputy Secretary.*Take back/);
    const [, path] = /action="(\/account\/leave\/\d+\/end)"/.exec(html)!;
    expect((await send(path!)).status).toBe(303);
    expect((await open('/account/leave')).text).toContain('Nobody is on leave');
    expect((await send(path!)).status).toBe(404);
  });

  it('tells all that is wrong at once, and has lost nothing that was typed', async () => {
    const { send } = await browserOf('programmer');
    const empty = await send('/account/leave', { plan: PLAN, person: 'programmer', from: 'soon', to: '' });
    expect(empty.status).toBe(422);
    expect(empty.html.match(/<p class="form-fault"/g)).toHaveLength(3);
    expect(empty.html).toContain('value="soon"');
    const wrong = leave({ deputy: 'programmer', from: '1 August 2022', to: '1 February 2022' });
    const { text } = await send('/account/leave', wrong);
    for (const fault of ['after the plan’s year', 'before the first', 'Nobody is their own deputy']) {
      expect(text).toContain(fault);
    }
    expect((await send('/account/leave', leave({ from: '1 March 2022', to: '1 March 2022' }))).text).toContain(
      'passed',
    );
  });

  it('does not overlap with another of the same person, nor with one of the deputy', async () => {
    const { send } = await browserOf('programmer');
    await send('/account/leave', leave({ from: '10 March 2022', to: '14 March 2022' }));
    const again = await send('/account/leave', leave({ from: '14 March 2022', to: '20 March 2022' }));
    expect(again.text).toContain('There is a leave already from 10 March 2022 to 14 March 2022');
    const chief = await browserOf('deputy-secretary');
    const chained = leave({
      person: 'deputy-secretary',
      deputy: 'programmer',
      from: '12 March 2022',
      to: '12 March 2022',
    });
    expect((await chief.send('/account/leave', chained)).text).toContain('on leave then too');
    const free = { ...chained, from: '15 March 2022', to: '15 March 2022' };
    expect((await chief.send('/account/leave', free)).status).toBe(303);
  });

  it('is set for others only by who keeps the plan, and for nobody above', async () => {
    const focal = await browserOf('programmer');
    const keeper = await browserOf('deputy-secretary');
    const ofKeeper = leave({
      person: 'deputy-secretary',
      deputy: 'programmer',
      from: '1 April 2022',
      to: '1 April 2022',
    });
    const refused = await focal.send('/account/leave', ofKeeper);
    expect(refused.status).toBe(403);
    expect(refused.text).toContain('You may set a leave for yourself');
    const days = { from: '2 April 2022', to: '2 April 2022' };
    expect((await keeper.send('/account/leave', leave(days))).status).toBe(303);
    const above = await keeper.send('/account/leave', leave({ ...days, person: 'secretary' }));
    expect(above.status).toBe(403);
    const administrator = await browserOf(ADMINISTRATOR);
    expect((await administrator.send('/account/leave', leave({ ...days, person: 'secretary' }))).status).toBe(303);
  });

  it('gives the deputy the pages’ rights while it lasts', async () => {
    const keeper = await browserOf('deputy-secretary');
    const reader = await browserOf('cabinet-division-desk');
    expect((await reader.open('/messages/1')).status).toBe(404);
    const today = { from: '2 March 2022', to: '2 March 2022' };
    const inPlace = leave({ ...today, person: 'deputy-secretary', deputy: 'cabinet-division-desk' });
    expect((await keeper.send('/account/leave', inPlace)).status).toBe(303);
    expect((await reader.open('/messages/1')).status).toBe(200);
    const { html } = await keeper.open('/account/leave');
    expect(rowWith(html, 'Cabinet')).toContain('Now');
  });

  it('of a plan that one may not see is not there', async () => {
    const [{ count } = { count: 0 }] = await query<{ count: number }>(
      ministry.database.db,
      'select count(*) from leave',
    );
    const stranger = await browserOf('stranger@office.example');
    expect((await stranger.open(`/account/leave?plan=${PLAN}`)).status).toBe(404);
    expect((await stranger.send('/account/leave', leave())).status).toBe(404);
    expect((await stranger.open('/account/leave')).text).toContain('No plan names your address');
    const [after] = await query<{ count: number }>(ministry.database.db, 'select count(*) from leave');
    expect(after!.count).toBe(count);
  });
});
