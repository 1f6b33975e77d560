import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../../src/db/database.ts';
import type { Indicator } from '../../src/plan/types.ts';
import { createWeb } from '../../src/web/app.ts';
import type { WebApp } from '../../src/web/web-parts.ts';
import { formTo, send } from './forms.ts';
import { type Ministry, ministryInMarch, Office } from './office.ts';
import { ADMINISTRATOR, cookieFor, partsOf, readPage, signedIn } from './pages.ts';

const PLAN = '/plans/mowca-2021-22';
const at = (code: string) => `${PLAN}/indicators/${code}`;
const act = (code: string, type: string) => `${at(code)}/record/${type}`;

const PDF = new File(
  ['%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\nxref\n0 2\ntrailer<</Size 2/Root 1 0 R>>\nstartxref\n50\n%%EOF\n'],
  'order.pdf',
  { type: 'application/pdf' },
);

describe('Acting on the page of an indicator', () => {
  let ministry: Ministry;
  const apps = new Map<string, WebApp>();
  /** The pages as this person sees them, in English. */
  const as = (name: string) => apps.get(name)!;
  const page = (who: string, path: string) => readPage(as(who), `${path}${path.includes('?') ? '&' : '?'}lang=en`);

  beforeAll(async () => {
    ministry = await ministryInMarch();
    const parts = partsOf(ministry.database, ministry.office.clock);
    for (const [name, address] of Object.entries({
      focal: 'programmer@mowca.example',
      officer: 'admin1@mowca.example',
      chair: 'addl.secretary.admin@mowca.example',
      head: 'secretary@mowca.example',
      admin: ADMINISTRATOR,
    })) {
      const cookie = cookieFor(ministry.database, ministry.office.clock, address).then((one) => `${one}; language=en`);
      apps.set(name, signedIn(createWeb(parts), cookie));
    }
  });
  afterAll(() => ministry.close());

  const lastEntry = async (code: string) => {
    const [row] = await query<{ entry: { type: string } }>(
      ministry.database.db,
      `select entry from event_log join indicator on indicator.id = indicator_id where code = $1 order by seq desc limit 1`,
      [code],
    );
    return row!.entry;
  };

  it('shows the form of the next step, and what else can be done as links', async () => {
    const { html, text } = await page('officer', at('1.2.1'));
    const { fields } = formTo(html, act('1.2.1', 'completeStep'));
    expect(fields).toMatchObject({ step: 'office-order', on: '2 March 2022', reference1: '', note: '' });
    expect(text).toContain('You can also Put on hold Declare not achieved');
    expect(html).toContain(`href="${act('1.2.1', 'suspend')}"`);
    expect(html).not.toContain(act('1.2.1', 'resume'));
  });

  it('says what cannot be done, and who may or what is missing', async () => {
    const { text } = await page('focal', at('1.2.1'));
    expect(text).toContain(
      'Put on hold · Declare not achieved Only the innovation officer or the head of office may do this.',
    );
    expect(text).toContain('Withdraw the indicator Only the head of office or the superior authority may do this.');
    expect(text).toContain(
      'Declare the target achieved The indicator cannot be achieved while steps are missing. Complete them first: Office order for the simpler procedure issued.',
    );
  });

  it('offers no form to those who only read, and tells them who records', async () => {
    for (const who of ['chair', 'admin']) {
      const { html, text } = await page(who, at('1.2.1'));
      expect(text).toContain(
        'What to do now Record a step as done: Only the focal point or the innovation officer may do this.',
      );
      expect(html).not.toContain('/record/');
    }
  });

  it('tells why nothing is recorded of what is on hold, and lets it be resumed by whom it concerns', async () => {
    const { text } = await page('officer', at('2.2.5'));
    expect(text).toContain('The indicator is on hold (কোভিড-১৯ পরিস্থিতি). Resume it first');
    expect(text).toContain('You can also Resume');
    expect((await page('focal', at('2.2.5'))).text).not.toContain('You can also');
  });

  it('tells somebody who opens the address of a form why it is not for the person', async () => {
    const { status, text } = await page('focal', act('1.2.1', 'suspend'));
    expect(status).toBe(403);
    expect(text).toContain('It may be done by: innovation officer, head of office.');
    expect((await page('officer', act('1.2.1', 'resume'))).status).toBe(409);
    expect((await page('officer', act('1.2.1', 'recordNumber'))).status).toBe(404);
    expect((await page('officer', act('1.2.1', 'constructor'))).status).toBe(404);
  });

  it('tells everything that is wrong at once, at the fields, and has lost nothing typed', async () => {
    const form = formTo((await page('focal', at('1.2.1'))).html, act('1.2.1', 'completeStep'));
    const typed = { on: '৩১-০২-২০২২', dated2: 'soon', note: '"Signed" <today>', file1: PDF };
    const answer = await send(as('focal'), form, typed);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Nothing was recorded yet Write a date as in 22-12-2026 or 22 December 2026.');
    expect(answer.html).toContain('<a href="#completeStep-reference2">');
    const again = formTo(answer.html, act('1.2.1', 'completeStep'));
    expect(again.fields).toMatchObject({ on: '৩১-০২-২০২২', dated2: 'soon' });
    expect(answer.html).toContain('&quot;Signed&quot; &lt;today&gt;</textarea>');
    expect(answer.text).toContain('order.pdf');
    expect(again.fields['file1-receipt']).toMatch(/^[\w-]{32}$/);
    expect((await lastEntry('1.2.1')).type).toBe('fire');
  });

  it('asks for a paper where one is owed', async () => {
    const form = formTo((await page('focal', at('1.2.1'))).html, act('1.2.1', 'completeStep'));
    const answer = await send(as('focal'), form);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Name a paper that shows it');
    const picture = new File(['no picture at all'], 'scan.png', { type: 'image/png' });
    const wrong = await send(as('focal'), form, { file1: picture });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('“scan.png” is no PDF');
    expect(wrong.text).not.toContain('Name a paper that shows it');
  });

  it('tells who did what meanwhile, shows the form again as it was filled in, and takes it when sent once more', async () => {
    const form = formTo((await page('focal', at('1.5.1'))).html, act('1.5.1', 'recordReading'));
    const other = formTo((await page('officer', at('1.5.1'))).html, act('1.5.1', 'recordReading'));
    const paper = { value: '৭৫%', reference1: 'Memo 7' };
    const first = await send(as('officer'), other, paper);
    expect(first.status).toBe(303);
    const stale = await send(as('focal'), form, { ...paper, note: 'Workshop' });
    expect(stale.status).toBe(409);
    expect(stale.text).toContain(
      'Others acted meanwhile, so nothing was recorded yet Since you opened the form: 2 March 2022 , 10:30 am Percentage recorded : 75% Deputy Secretary, Administration-1 Branch',
    );
    const again = formTo(stale.html, act('1.5.1', 'recordReading'));
    expect(again.fields).toMatchObject({ value: '৭৫%', reference1: 'Memo 7', note: 'Workshop' });
    expect(Number(again.fields.seen)).toBe(Number(form.fields.seen) + 1);
    expect((await send(as('focal'), again)).status).toBe(303);
    expect(await lastEntry('1.5.1')).toMatchObject({ type: 'recordReading', value: 75, note: 'Workshop' });
  });

  it('shows a stale form again even where it can be sent no more', async () => {
    const form = formTo((await page('focal', at('2.1.1'))).html, act('2.1.1', 'holdOccurrence'));
    const hold = formTo((await page('officer', act('2.1.1', 'suspend'))).html, act('2.1.1', 'suspend'));
    expect((await send(as('officer'), hold, { reason: 'Flood' })).status).toBe(303);
    const stale = await send(as('focal'), form, { note: 'All boxes' });
    expect(stale.status).toBe(409);
    expect(stale.text).toContain('Put on hold Deputy Secretary, Administration-1 Branch Reason: Flood');
    expect(stale.text).toContain('This can no longer be done. The indicator is on hold (Flood).');
    expect(formTo(stale.html, act('2.1.1', 'holdOccurrence')).fields.note).toBe('All boxes');
  });

  it('records a step with its file, says what comes of it, and shows the paper with the step and in the history', async () => {
    const form = formTo((await page('focal', at('1.2.1'))).html, act('1.2.1', 'completeStep'));
    const filled = { file1: PDF, reference1: 'Memo 12', dated1: '২৭/০২/২০২২', on: '২৮ ফেব্রুয়ারি ২০২২' };
    const answer = await send(as('focal'), form, filled);
    expect(answer.status).toBe(303);
    expect(answer.location).toMatch(/indicators\/1\.2\.1\?done=\d+$/);
    expect(await lastEntry('1.2.1')).toMatchObject({ type: 'completeStep', on: '2022-02-28' });
    const { html, text } = await page('focal', answer.location);
    expect(text).toContain(
      'Step completed: Office order for the simpler procedure issued It now stands at: achieved. No further notice goes out.',
    );
    const paper = 'Evidence: Memo 12 (27 February 2022) order.pdf';
    expect(text.split(paper)).toHaveLength(3);
    const download = /href="([^"]+\/evidence\/[0-9a-f]{64})"/.exec(html)![1]!;
    expect((await as('chair').request(download)).status).toBe(200);
    // The same address, opened by somebody else or later, tells no such news.
    expect((await page('officer', answer.location)).text).not.toContain('It now stands at');
  });

  it('says what comes next while something is still owed', async () => {
    const form = formTo((await page('officer', at('2.1.2'))).html, act('2.1.2', 'holdOccurrence'));
    const answer = await send(as('officer'), form, { reference1: 'Memo 9' });
    expect(answer.status, answer.text).toBe(303);
    const { text } = await page('officer', answer.location);
    expect(text).toMatch(
      /It now stands at: in progress, 3 of 4\. Next: 4th quarter, due .* 2022\. The next notice goes out on /,
    );
  });

  it('lets nobody record by a form that is not the own', async () => {
    const form = formTo((await page('officer', at('1.6.1'))).html, act('1.6.1', 'recordNumber'));
    expect((await send(as('focal'), form, { number: '1' })).status).toBe(403);
    const own = formTo((await page('focal', at('1.6.1'))).html, act('1.6.1', 'recordNumber'));
    expect((await send(as('focal'), { ...own, action: act('1.6.1', 'suspend') }, { reason: 'x' })).status).toBe(403);
  });

  it('keeps a comment as plain text, with who, in which post and when', async () => {
    const form = formTo((await page('chair', at('1.6.1'))).html, `${at('1.6.1')}/comments`);
    const empty = await send(as('chair'), form, { comment: '  ' });
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('Write something first.');
    // Nothing typed is lost by looking at the page in the other language.
    expect(empty.html).toMatch(/class="switch"[^>]* target="_blank" rel="noopener"/);
    const long = await send(as('chair'), form, { comment: 'ক'.repeat(4_001) });
    expect(long.text).toContain('This is longer than 4,000 characters.');
    const answer = await send(as('chair'), form, { comment: 'One\n<b>two</b> https://office.example' });
    expect(answer).toMatchObject({ status: 303, location: `${at('1.6.1')}?done=comment#comments` });
    const { html, text } = await page('focal', at('1.6.1'));
    expect(html).toContain('<p class="as-typed">One\n&lt;b&gt;two&lt;/b&gt; https://office.example</p>');
    expect(text).toContain('Additional Secretary (Administration) 2 March 2022 , 10:30 am One');
  });

  it('keeps a comment once, however often its button is pressed', async () => {
    const form = formTo((await page('chair', at('1.6.1'))).html, `${at('1.6.1')}/comments`);
    const press = () => send(as('chair'), form, { comment: 'Pressed twice' });
    const pressed = await Promise.all([press(), press(), press()]);
    expect(pressed.map(({ status }) => status)).toEqual([303, 303, 303]);
    const said = async () => (await page('focal', at('1.6.1'))).html.split('Pressed twice').length - 1;
    expect(await said()).toBe(1);
    await send(as('chair'), form, { comment: 'Something else' });
    await press();
    expect(await said()).toBe(2);
  });

  it('marks the present state of both regions in the picture of the states', async () => {
    const { html } = await page('chair', at('2.2.5'));
    expect([...html.matchAll(/class="state is-now" data-state="(\w+)"/g)].map(([, name]) => name)).toEqual([
      'onHold',
      'paused',
    ]);
    expect(html).toContain(
      'Work: the states of an indicator of the kind “milestone” and the ways between them. Now: on hold.',
    );
  });

  it('tells which version of the plan moved a due day', async () => {
    const { plan, database } = ministry;
    const later = (one: Indicator): Indicator =>
      one.code === '1.1.1' ? { ...one, due: '2022-04-20', target: '2022-04-20' } : one;
    const activities = plan.activities.map((one) => ({ ...one, indicators: one.indicators.map(later) }));
    await new Office(database, '2022-03-02T11:00:00').apply({ ...plan, activities });
    expect((await page('chair', at('1.1.1'))).text).toContain(
      'Work plan revised, due day moved version 2 of the plan · due day moved from 16 March 2022 to 20 April 2022',
    );
  });
});
