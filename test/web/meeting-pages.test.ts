import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWeb } from '../../src/web/app.ts';
import type { WebApp } from '../../src/web/web-parts.ts';
import { formTo, send } from './forms.ts';
import { type Ministry, ministryInMarch } from './office.ts';
import { cookieFor, partsOf, readPage, signedIn } from './pages.ts';

const OFFICER = 'admin1@mowca.example';
const FOCAL_POINT = 'programmer@mowca.example';
const MEETINGS = '/plans/mowca-2021-22/meetings';
const FIRST = `${MEETINGS}/1`;

/** The fourth review is owed until the end of June; the third was held in March already. */
describe('The meetings of an office, on its pages', () => {
  let ministry: Ministry;
  const desks = new Map<string, WebApp>();

  beforeAll(async () => {
    ministry = await ministryInMarch();
  });
  afterAll(async () => {
    await ministry.close();
  });

  function deskOf(address: string): WebApp {
    const { database, office } = ministry;
    const known = desks.get(address);
    if (known) return known;
    const desk = signedIn(
      createWeb(partsOf(database, office.clock)),
      cookieFor(database, office.clock, address).then((session) => `${session}; language=en`),
    );
    desks.set(address, desk);
    return desk;
  }

  const read = (path: string, address = OFFICER) => readPage(deskOf(address), path);
  const press = async (path: string, act: string, filled: Record<string, string> = {}) =>
    send(deskOf(OFFICER), formTo((await read(path)).html, `${path}/${act}`), filled);
  const write = async (path: string, part: string, filled: Record<string, string>) => {
    const action = `${path}/edit/${part}`;
    return send(deskOf(OFFICER), formTo((await read(action)).html, action), filled);
  };
  const plan = async (filled: Record<string, string>) =>
    send(deskOf(OFFICER), formTo((await read(`${MEETINGS}/new`)).html, MEETINGS), filled);

  it('lists what is owed and has no meeting, with a way to plan one', async () => {
    const { status, html, text } = await read(MEETINGS);
    expect(status).toBe(200);
    expect(text).toContain('No meeting is planned yet.');
    expect(html).toContain(`${MEETINGS}/new?settles=2.2.3%2Fq3`);
    expect(html).not.toContain(`${MEETINGS}/new?settles=2.2.3%2Fq2`);
    // Updates of the portal are due in the same quarter, and no meetings.
    expect(html.indexOf('Other duties that a meeting could settle')).toBeGreaterThan(
      html.indexOf('settles=2.2.3%2Fq4'),
    );
    expect(html.indexOf('settles=2.1.1%2Fq3')).toBeGreaterThan(
      html.indexOf('Other duties that a meeting could settle'),
    );
    const { html: form } = await read(`${MEETINGS}/new`);
    expect(form.indexOf('value="2.2.3/q3"')).toBeLessThan(form.indexOf('value="2.1.1/q3"'));
  });

  it('tells all that is wrong with a new meeting at once, and keeps what was typed', async () => {
    const answer = await plan({ settles: '9.9.9', day: 'soon', time: 'noon', place: 'Main hall' });
    expect(answer.status).toBe(422);
    for (const fault of ['Write the day of the meeting', 'Write the time', 'That is owed no longer']) {
      expect(answer.text).toContain(fault);
    }
    expect(answer.html).toContain('value="Main hall"');
  });

  it('plans a meeting for a quarter, which begins as the office would write it', async () => {
    const answer = await plan({
      settles: '2.2.3/q3',
      kind: 'review',
      day: '১৬ মার্চ ২০২২',
      time: '14.30',
      place: 'সভাকক্ষ',
    });
    expect(answer.location).toBe(`${FIRST}?done=planned`);
    const { text } = await read(FIRST);
    expect(text).toContain('16 March 2022');
    expect(text).toContain('2:30 pm');
    // Chaired by the head of office; all posts but the superior authority are invited.
    expect(text).toContain('Chair, by designation সচিব');
    expect(text).toContain('Deputy Secretary, Administration-1 Branch');
    expect(text).not.toContain('Cabinet Division');
    expect((await read(MEETINGS)).html).not.toContain('settles=2.2.3%2Fq3');
    const minutes = await read(`${FIRST}/minutes`);
    expect(minutes.text).toContain('২০২১-২২ অর্থবছরের ই-গভর্ন্যান্স ও উদ্ভাবন কর্মপরিকল্পনা');
    expect(minutes.text).toContain('১৬/০৩/২০২২ খ্রি.');
    expect(minutes.text).toContain('বিকাল ২.৩০ ঘটিকা');
  });

  it('offers what can be done now, and says why not the rest', async () => {
    const { html, text } = await read(FIRST);
    expect(html).toContain(`action="${FIRST}/notice"`);
    expect(html).not.toContain(`action="${FIRST}/issue"`);
    expect(text).toContain('The meeting was held: Send the notice first.');
  });

  it('lets the focal point read it, and not arrange it', async () => {
    const { status, html, text } = await read(FIRST, FOCAL_POINT);
    expect(status).toBe(200);
    expect(html).not.toContain('/notice"');
    expect(text).toContain('arrange meetings');
    expect((await read(`${FIRST}/edit/agenda`, FOCAL_POINT)).status).toBe(403);
    expect((await read(`${FIRST}/minutes`, FOCAL_POINT)).status).toBe(200);
    expect((await read(`${MEETINGS}/new`, FOCAL_POINT)).status).toBe(403);
  });

  it('loses nothing of a form that others have overtaken', async () => {
    const action = `${FIRST}/edit/agenda`;
    const stale = formTo((await read(action)).html, action);
    expect((await write(FIRST, 'attendance', { members: 'সচিব | সভাপতি\nপ্রোগ্রামার, আইসিটি শাখা' })).status).toBe(303);
    const answer = await send(deskOf(OFFICER), stale, { 'talk-0': 'Much was said.' });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('Somebody has changed this meeting meanwhile');
    expect(answer.html).toContain('Much was said.');
    // Once seen, it can be sent again as it stands.
    const again = await send(deskOf(OFFICER), formTo(answer.html, action));
    expect(again.location).toBe(`${FIRST}?done=saved`);
    expect((await read(FIRST)).text).toContain('Much was said.');
  });

  it('sends the notice, and is held on its day', async () => {
    expect((await press(FIRST, 'notice')).location).toBe(`${FIRST}?done=notice`);
    expect((await read(FIRST)).html).not.toContain(`action="${FIRST}/notice"`);
    const early = await press(FIRST, 'hold');
    expect(early.status).toBe(422);
    await ministry.office.live(ministry.plan, '2022-03-16T17:00:00');
    // Nobody stays signed in for a fortnight without coming by.
    desks.clear();
    expect((await press(FIRST, 'hold', { on: '16-03-2022' })).location).toBe(`${FIRST}?done=hold`);
    expect((await read(FIRST)).text).toContain('Notice sent 2 March 2022');
    expect((await press(FIRST, 'draft')).location).toBe(`${FIRST}?done=draft`);
  });

  it('takes discussion and decisions, and tells what a decision lacks', async () => {
    await write(FIRST, 'discussion', { 'talk-1.5.1': 'শাখাভিত্তিক তথ্য সংগ্রহ করা হচ্ছে', 'sentence-1.5.1': '' });
    const lacking = await write(FIRST, 'decisions', { 'text-0': 'পোর্টাল হালনাগাদ করতে হবে', 'post-0': 'programmer-ict' });
    expect(lacking.status).toBe(422);
    expect(lacking.text).toContain('A decision that a post carries out needs a day.');
    expect(lacking.html).toContain('পোর্টাল হালনাগাদ করতে হবে');
    const saved = await send(deskOf(OFFICER), formTo(lacking.html, `${FIRST}/edit/decisions`), {
      'by-0': '৩০ এপ্রিল ২০২২',
      'who-0': 'প্রোগ্রামার, আইসিটি শাখা',
      'about-0': '2.1.1',
      'text-1': 'সকলকে ধন্যবাদ জানানো হয়',
    });
    expect(saved.location).toBe(`${FIRST}?done=saved`);
    const { text } = await read(`${FIRST}/minutes`);
    expect(text).toContain('শাখাভিত্তিক তথ্য সংগ্রহ করা হচ্ছে');
    expect(text).toContain('পোর্টাল হালনাগাদ করতে হবে। (সময়সীমা: ৩০ এপ্রিল ২০২২)');
    expect(text).toContain('বাস্তবায়নকারী: প্রোগ্রামার, আইসিটি শাখা');
  });

  it('issues the minutes: the quarter is met, the file is kept, the decision is followed up', async () => {
    const issued = await press(FIRST, 'issue');
    expect(issued.location).toBe(`${FIRST}?done=issue`);
    const { text, html } = await read(FIRST);
    expect(text).toContain('Issued on 16 March 2022');
    expect(html).not.toContain('<form class="form');
    const file = await deskOf(FOCAL_POINT).request(`${FIRST}/minutes/M1-minutes.docx`);
    expect(file.status).toBe(200);
    const bytes = Buffer.from(await file.arrayBuffer());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    const indicator = await read('/plans/mowca-2021-22/indicators/2.2.3');
    expect(indicator.text).toMatch(/Evidence\S* [^.]*কার্যবিবরণী/);
    const actions = await read('/plans/mowca-2021-22/actions');
    expect(actions.text).toContain('M1.1 পোর্টাল হালনাগাদ করতে হবে');
    expect(actions.text).not.toContain('সকলকে ধন্যবাদ');
  });

  it('shows a decision to whoever has to carry it out, who records it as done', async () => {
    const item = `${FIRST}/actions/1`;
    const work = await read('/my-work', FOCAL_POINT);
    expect(work.html).toContain(`href="${item}"`);
    const page = await read(item, FOCAL_POINT);
    const answer = await send(deskOf(FOCAL_POINT), formTo(page.html, item), { note: 'সেবা বক্স হালনাগাদ করা হয়েছে', on: '' });
    expect(answer.location).toBe(`${item}?done=action`);
    expect((await read(item)).text).toContain('Achieved');
  });

  it('opens the next minutes with what became of the decisions', async () => {
    const answer = await plan({ settles: '2.2.3/q4', kind: 'review', day: '28-06-2022', place: 'Main\u0000 hall' });
    expect(answer.location).toBe(`${MEETINGS}/2?done=planned`);
    expect((await read(`${MEETINGS}/2`)).text).toContain('Main hall');
    const { text } = await read(`${MEETINGS}/2/minutes`);
    expect(text).toContain('বিগত ১৬/০৩/২০২২ খ্রি. তারিখে অনুষ্ঠিত সভার সিদ্ধান্ত');
    expect(text).toContain('১৬ মার্চ ২০২২ তারিখে বাস্তবায়িত হয়েছে; সেবা বক্স হালনাগাদ করা হয়েছে');
    // What was said at the last one is not said again.
    expect(text).not.toContain('শাখাভিত্তিক তথ্য সংগ্রহ');
  });

  it('puts a meeting off until it has a new day, and calls one off for a reason', async () => {
    const second = `${MEETINGS}/2`;
    const without = await press(second, 'postpone', { reason: '' });
    expect(without.status).toBe(422);
    expect((await press(second, 'postpone', { reason: 'Floods' })).location).toBe(`${second}?done=postpone`);
    expect((await read(second)).text).toContain('Floods');
    expect((await write(second, 'arrangements', { day: '29-06-2022' })).location).toBe(`${second}?done=saved`);
    expect((await read(second)).text).toContain('29 June 2022');
    expect((await press(second, 'cancel', { reason: 'Held online by the Division' })).location).toBe(
      `${second}?done=cancel`,
    );
    expect((await read(MEETINGS)).html).toContain('settles=2.2.3%2Fq4');
  });

  it('leads from what letters call it to its own page', async () => {
    const answer = await deskOf(OFFICER).request('/plans/mowca-2021-22/indicators/M1.1');
    expect(answer.headers.get('location')).toBe(`${FIRST}/actions/1`);
  });
});
