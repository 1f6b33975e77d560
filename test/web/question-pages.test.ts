import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenDatabase, query } from '../../src/db/database.ts';
import { createWeb } from '../../src/web/app.ts';
import type { WebApp } from '../../src/web/web-parts.ts';
import { indicatorOf } from '../machines/office.ts';
import { EVERY_POST_HELD, personWho, staffed } from '../notices/staffed.ts';
import { databaseFlavours, type TestDatabase } from '../support/databases.ts';
import { Office } from './office.ts';
import { cookieFor, partsOf, readPage, signedIn, textOf } from './pages.ts';

const plan = staffed([...EVERY_POST_HELD, personWho('reader')], [indicatorOf('milestone', { code: '1.1.1' })]);
const INDICATOR = `/plans/${plan.id}/indicators/1.1.1`;
const SUPERVISOR = 'the-supervisor@office.example';
const FOCAL = 'the-focal@office.example';

describe('Questions about a missed target', () => {
  let stored: TestDatabase;
  let database: OpenDatabase;
  let office: Office;

  beforeAll(async () => {
    stored = await databaseFlavours[0]!.create();
    database = await stored.open();
    office = new Office(database, '2021-08-02T10:00:00');
    await office.apply(plan);
    await office.live(plan, '2022-03-20T10:00:00');
  });
  afterAll(async () => {
    await database?.close();
    await stored?.drop();
  });

  const pages = (address: string): WebApp =>
    signedIn(createWeb(partsOf(database, office.clock)), cookieFor(database, office.clock, address));

  /** Fills in the form of a page that goes to this address; fields that are not given stay as the page has them. */
  async function submit(app: WebApp, to: string, fields: Record<string, string>, from = INDICATOR) {
    const html = await (await app.request(from)).text();
    const form = html.split('<form').find((one) => one.includes(`action="${to}"`)) ?? html;
    const hidden = [...form.matchAll(/type="hidden" name="([a-z]+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name!,
      value!,
    ]);
    const body = new URLSearchParams({ ...Object.fromEntries(hidden), ...fields });
    return app.request(to, { method: 'POST', body, headers: { origin: 'http://localhost' } });
  }
  const answer = (app: WebApp, kind: string, text: string) =>
    submit(app, `${INDICATOR}/escalation`, { kind, text }, `${INDICATOR}/questions`);
  const remarks = () => query<{ kind: string; text: string }>(database.db, 'select kind, text from remark order by id');

  it('are shown with their form to whoever was told, and to nobody else', async () => {
    const { html, text } = await readPage(pages(SUPERVISOR), `${INDICATOR}?lang=en`);
    expect(text).toContain('You were told that the target of 16 March 2022 was missed');
    expect(html).toContain('value="explanationRequest"');
    for (const other of [FOCAL, 'the-head@office.example', 'reader@office.example']) {
      expect((await readPage(pages(other), `${INDICATOR}?lang=en`)).text).not.toContain('Take note');
    }
    expect((await readPage(pages(FOCAL), `${INDICATOR}/questions?lang=en`)).text).toContain('Nobody has asked');
    expect((await readPage(pages('stranger@office.example'), `${INDICATOR}/questions`)).status).toBe(404);
  });

  it('wait on the page of what one has to do, until they are answered', async () => {
    const { text, html } = await readPage(pages(SUPERVISOR), '/my-work?lang=en');
    expect(text).toContain('Missed targets that wait for your answer');
    expect(html).toContain(`href="${INDICATOR}/questions"`);
    expect((await readPage(pages(FOCAL), '/my-work?lang=en')).text).not.toContain('wait for your answer');
  });

  it('show what was typed again, with what is wrong with it, in both languages', async () => {
    const app = pages(SUPERVISOR);
    const missing = await answer(app, 'explanationRequest', '  ');
    expect(missing.status).toBe(422);
    expect(textOf(await missing.text())).toContain('আপনার বক্তব্য লিখুন।');
    await app.request('/plans?lang=en');
    const long = await answer(app, 'acknowledgement', `<b>${'long '.repeat(1_000)}`);
    const html = await long.text();
    expect([long.status, html.includes('&lt;b&gt;long long')]).toEqual([422, true]);
    expect(html).toContain('href="#answer-year"');
    expect(html).toMatch(/<textarea id="answer-year"[^>]*aria-invalid="true"/);
    expect(await remarks()).toEqual([]);
  });

  it('are refused to whoever may see the indicator and not ask, and to forms of no kind', async () => {
    const focal = pages(FOCAL);
    const refused = await submit(focal, `${INDICATOR}/escalation`, { kind: 'acknowledgement', text: 'x' }, '/plans');
    expect(refused.status).toBe(403);
    const words = { kind: 'acknowledgement', text: 'x', checkpoint: 'year', generation: '1' };
    const head = await submit(pages('the-head@office.example'), `${INDICATOR}/escalation`, words, '/plans');
    expect(head.status).toBe(409);
    expect(textOf(await head.text())).toContain('জবাবের প্রয়োজন নেই');
    expect((await answer(pages(SUPERVISOR), 'nonsense', 'x')).status).toBe(403);
    expect(
      (
        await submit(
          pages('stranger@office.example'),
          `${INDICATOR}/escalation`,
          { kind: 'acknowledgement', text: 'x' },
          '/account/sessions',
        )
      ).status,
    ).toBe(404);
    expect(await remarks()).toEqual([]);
  });

  it('go on record by a form, are answered by another, and the page tells the whole of it', async () => {
    const asked = await answer(pages(SUPERVISOR), 'explanationRequest', 'Why <late>?\nBy when?');
    expect([asked.status, asked.headers.get('location')]).toEqual([
      303,
      `${INDICATOR}?said=explanationRequest#questions`,
    ]);
    const done = await readPage(pages(SUPERVISOR), `${INDICATOR}?said=explanationRequest&lang=en`);
    expect(done.text).toContain('on its way by mail');
    expect(done.html).toContain('Why &lt;late&gt;?\nBy when?');
    expect(done.text).toContain('No explanation yet');
    expect(done.text).not.toContain('You were told that the target');
    expect(done.text).toContain('Say more about the missed target of 16 March 2022');

    const focal = pages(FOCAL);
    expect((await readPage(focal, `${INDICATOR}?lang=en`)).text).toContain('Your explanation');
    const owed = await readPage(focal, '/my-work?lang=en');
    expect(owed.text).toMatch(/You are asked to explain .* Why <late>\? By when\? supervisor/);
    expect(owed.html).toContain(`href="${INDICATOR}/questions"`);
    expect((await readPage(pages(SUPERVISOR), '/my-work?lang=en')).text).not.toContain('You are asked to explain');
    const empty = await submit(focal, `${INDICATOR}/explanation`, { text: '' });
    expect(empty.status).toBe(422);
    const explained = await submit(focal, `${INDICATOR}/explanation`, { text: 'The hall was flooded.' });
    expect(explained.headers.get('location')).toBe(`${INDICATOR}?said=explanation#questions`);
    expect((await readPage(focal, '/my-work?lang=en')).text).not.toContain('You are asked to explain');
    const { text } = await readPage(pages(SUPERVISOR), `${INDICATOR}?lang=en`);
    expect(text).toMatch(/Asked for an explanation · .* Why <late>\? By when\? Explained · .* The hall was flooded\./);
    const history = text.slice(text.indexOf('What happened'));
    expect(history).toMatch(
      /Explained the-focal, focal The hall was flooded\. .* Asked for an explanation the-supervisor/,
    );
    expect((await readPage(pages(SUPERVISOR), '/my-work?lang=en')).text).not.toContain('wait for your answer');
    expect((await remarks()).map(({ kind }) => kind)).toEqual(['explanationRequest', 'explanation']);
  });

  it('say nothing of what never happened', async () => {
    const app = pages(SUPERVISOR);
    expect((await readPage(app, `${INDICATOR}?said=acknowledgement&lang=en`)).text).not.toContain('you took note');
    expect((await readPage(app, `${INDICATOR}?said=<b>`)).html).not.toContain('<b>');
    expect((await submit(pages(FOCAL), `${INDICATOR}/explanation`, { question: '999', text: 'x' })).status).toBe(409);
    expect((await submit(pages(FOCAL), `${INDICATOR}/explanation`, { question: 'x', text: 'x' })).status).toBe(409);
  });
});
