import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../../src/db/database.ts';
import { type Answer, deliverMessage } from '../../src/engine/deliver-message.ts';
import { createWeb } from '../../src/web/app.ts';
import type { WebApp } from '../../src/web/web-parts.ts';
import { type Ministry, ministryInMarch } from './office.ts';
import { ADMINISTRATOR, cookieFor, countingQueries, pagesOf, partsOf, readPage, rowWith, signedIn } from './pages.ts';

describe('The pages of letters', () => {
  let ministry: Ministry;
  let app: WebApp;
  let ids: number[];

  beforeAll(async () => {
    ministry = await ministryInMarch();
    app = pagesOf(ministry.database, ministry.office.clock);
    ids = (await query<{ id: number }>(ministry.database.db, 'select id from message order by id')).map(({ id }) => id);
    await deliver(ids[0]!, { outcome: 'retry', mayHaveArrived: false, answer: '421 4.7.0 try again later' });
    await deliver(ids[0]!, { outcome: 'sent', mayHaveArrived: false, answer: '250 2.0.0 Ok: queued as <4F7C1>' });
    await deliver(ids[1]!, { outcome: 'refused', mayHaveArrived: false, answer: '550 5.1.1 no such mailbox' });
  });
  afterAll(() => ministry.close());

  function deliver(id: number, answer: Answer) {
    const { now } = ministry.office.clock;
    return deliverMessage(ministry.database.db, id, { send: async () => answer, realNow: now, now, lease: 60_000 });
  }

  it('list the letters newest first, each with its state and recipient', async () => {
    const { html, text } = await readPage(app, '/messages?lang=en');
    expect(html.indexOf(`/messages/${ids.at(-1)}"`)).toBeLessThan(html.indexOf(`/messages/${ids.at(-2)}"`));
    expect(text).toContain(`All ${ids.length} Waiting ${ids.length - 2} Sent 1 Could not be sent 1`);
    expect(rowWith(html, 'লক্ষ্যমাত্রা অর্জিত হয়নি: ১.২.১')).toMatch(
      /Additional Secretary \(Administration\) addl\.secretary\.admin@mowca\.example Waiting 2\d February 2022/,
    );
  });

  it('go on to older letters, fifty on a page', async () => {
    const { db } = ministry.database;
    await query(
      db,
      `insert into message (plan_id, class, post, person_id, address, language, subject, text, html, header_id, thread_id,
         status, created_at, for_instant)
       select plan_id, class, post, person_id, address, language, subject, text, html, '<copy-' || id || '@x.example>',
         thread_id, 'queued', created_at, for_instant from message`,
    );
    const { html } = await readPage(app, '/messages');
    expect(html.match(/<a href="\/messages\/\d+">/g)).toHaveLength(50);
    const older = /href="(\/messages\?before=\d+)"/.exec(html)![1]!;
    const next = await readPage(app, older);
    expect(next.html.match(/<a href="\/messages\/\d+">/g)).toHaveLength(2 * ids.length - 50);
    expect(next.text).toContain('সর্বশেষ বার্তা');
    await query(db, `delete from message where header_id like '<copy-%'`);
  });

  it('show the letters in one state alone', async () => {
    const { html } = await readPage(app, '/messages?status=failed');
    expect(html.match(/<a href="\/messages\/\d+">/g)).toEqual([`<a href="/messages/${ids[1]}">`]);
    for (const odd of ['?status=toString', "?status='--", '?before=-1', '?before=9999999999999999999']) {
      expect((await readPage(app, `/messages${odd}`)).status).toBe(200);
    }
  });

  it('show every attempt to send a letter, with what the mail server said', async () => {
    const { html } = await readPage(app, `/messages/${ids[0]}?lang=en`);
    expect(rowWith(html, '421')).toMatch(/^1 2 March 2022 , 10:30 am To be tried again 421 4\.7\.0 try again later$/);
    // What went wrong stands above the letter, and the letter leads to what it tells of.
    expect(html.indexOf('421 4.7.0')).toBeLessThan(html.indexOf('<iframe'));
    expect(html).toMatch(/<dd class="told-of"><a href="\/plans\/mowca-2021-22\/indicators\/[\d.]+">/);
    expect(rowWith(html, '250')).toMatch(/^2 .* Accepted 250 2\.0\.0 Ok: queued as <4F7C1>$/);
  });

  it('show the body as it was sent, as text and in a frame of its own', async () => {
    const [letter] = await query<{ text: string; html: string }>(
      ministry.database.db,
      'select text, html from message where id = $1',
      [ids[0]],
    );
    const { html, text } = await readPage(app, `/messages/${ids[0]}`);
    expect(text).toContain(letter!.text.replace(/\s+/g, ' ').trim());
    expect(html).toContain(`<iframe class="letter"`);
    expect(html).toContain('sandbox="allow-top-navigation-by-user-activation"');
    const body = await app.request(`/messages/${ids[0]}/body`);
    expect((await body.text()).replace('<base target="_top">', '')).toBe(letter!.html);
    expect(body.headers.get('content-security-policy')).toMatch(/^default-src 'none'; .*sandbox/);
    expect(body.headers.get('x-frame-options')).toBe('SAMEORIGIN');
  });

  it('run no script that a letter might hold', async () => {
    await query(ministry.database.db, `update message set subject = $2, text = $2, html = $2 where id = $1`, [
      ids[2],
      '<script>alert(1)</script>',
    ]);
    for (const path of [`/messages/${ids[2]}`, '/messages']) {
      expect((await readPage(app, path)).html).not.toContain('<script>');
    }
    const body = await app.request(`/messages/${ids[2]}/body`);
    expect(body.headers.get('content-security-policy')).not.toMatch(/script-src|allow-scripts|allow-same-origin/);
  });

  it('give the deadline as a calendar file where the letter has one', async () => {
    const [withFile] = await query<{ id: number; ics: string }>(
      ministry.database.db,
      'select id, ics from message where ics is not null limit 1',
    );
    const response = await app.request(`/messages/${withFile!.id}/deadline.ics`);
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(await response.text()).toBe(withFile!.ics);
    const [without] = await query<{ id: number }>(ministry.database.db, 'select id from message where ics is null');
    expect((await app.request(`/messages/${without!.id}/deadline.ics`)).status).toBe(404);
  });

  it('read with a handful of queries', async () => {
    const counting = countingQueries(ministry.database);
    const { clock } = ministry.office;
    const cookie = cookieFor(ministry.database, clock, ADMINISTRATOR);
    const counted = signedIn(createWeb(partsOf(counting.database, clock)), await cookie);
    await counted.request('/messages');
    expect(counting.count()).toBeLessThanOrEqual(5);
    await counted.request(`/messages/${ids[0]}`);
    expect(counting.count()).toBeLessThanOrEqual(9);
  });

  it('are not there for letters that nobody wrote', async () => {
    for (const id of ['0', '999999', '1e3', '99999999999999999999', 'x', '-1']) {
      expect((await readPage(app, `/messages/${id}`)).status).toBe(404);
    }
  });
});
