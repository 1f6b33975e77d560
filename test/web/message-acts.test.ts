import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../../src/db/database.ts';
import { deliverMessage } from '../../src/engine/deliver-message.ts';
import { createWeb } from '../../src/web/app.ts';
import type { WebApp } from '../../src/web/web-parts.ts';
import { type Ministry, ministryInMarch } from './office.ts';
import { ADMINISTRATOR, cookieFor, partsOf, readPage, signedIn, textOf } from './pages.ts';

describe('What can be done to a letter', () => {
  let ministry: Ministry;
  let ids: number[];
  const pages = (address: string): WebApp =>
    signedIn(
      createWeb(partsOf(ministry.database, ministry.office.clock)),
      cookieFor(ministry.database, ministry.office.clock, address),
    );

  beforeAll(async () => {
    ministry = await ministryInMarch();
    ids = (await query<{ id: number }>(ministry.database.db, 'select id from message order by id')).map(({ id }) => id);
  });
  afterAll(() => ministry.close());

  /** Presses the button of a form on a page. */
  async function press(app: WebApp, page: string, action: string, from = page) {
    const html = await (await app.request(from)).text();
    const token = /name="token" value="([^"]+)"/.exec(html)![1]!;
    return app.request(action, {
      method: 'POST',
      body: new URLSearchParams({ token }),
      headers: { origin: 'http://localhost' },
    });
  }
  const statusOf = async (id: number) =>
    (await query<{ status: string }>(ministry.database.db, 'select status from message where id = $1', [id]))[0]!
      .status;

  it('is shown by its state, and only to whom it is open', async () => {
    const waits = `/messages/${ids[0]}`;
    expect((await readPage(pages(ADMINISTRATOR), `${waits}?lang=en`)).text).toContain('Cancel it for good');
    expect((await readPage(pages(ADMINISTRATOR), waits)).text).not.toContain('আবার পাঠান');
    const [own] = await query<{ id: number }>(
      ministry.database.db,
      `select id from message where status = 'queued' and address = $1 limit 1`,
      [await addressOf('focalPoint')],
    );
    const focal = await readPage(pages(await addressOf('focalPoint')), `/messages/${own!.id}?lang=en`);
    expect(focal.status).toBe(200);
    expect(focal.text).not.toContain('Cancel');
  });

  it('a waiting letter is cancelled by a button, and its page and its indicator say so', async () => {
    const app = pages(ADMINISTRATOR);
    const page = `/messages/${ids[0]}`;
    const answer = await press(app, page, `${page}/cancel`);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${page}?done=cancelled`]);
    expect((await readPage(app, `${page}?done=cancelled&lang=en`)).text).toContain('It will not be sent.');
    const [notice] = await query<{ planId: string; code: string }>(
      ministry.database.db,
      `select indicator.plan_id as "planId", code from notification join indicator on indicator.id = indicator_id
       where message_id = $1 limit 1`,
      [ids[0]],
    );
    const indicator = await readPage(app, `/plans/${notice!.planId}/indicators/${notice!.code}?lang=en`);
    expect(indicator.text).toContain('Cancelled');
    expect((await readPage(app, '/messages?status=cancelled')).html.match(/<a href="\/messages\/\d+">/g)).toEqual([
      `<a href="${page}">`,
    ]);
  });

  it('is told too late where it was done already, and changes nothing', async () => {
    const app = pages(ADMINISTRATOR);
    for (const act of ['cancel', 'send-again']) {
      const answer = await press(app, `/messages/${ids[0]}`, `/messages/${ids[0]}/${act}`, '/account/sessions');
      expect(answer.headers.get('location')).toBe(`/messages/${ids[0]}?done=too-late`);
    }
    expect(await statusOf(ids[0]!)).toBe('cancelled');
    expect((await readPage(app, `/messages/${ids[0]}?done=too-late&lang=en`)).text).toContain('Nothing was changed');
    expect((await readPage(app, `/messages/${ids[0]}?done=<b>`)).html).not.toContain('<b>');
  });

  it('a failed letter is sent again by a button', async () => {
    const app = pages(ADMINISTRATOR);
    const { now } = ministry.office.clock;
    const send = async () => ({ outcome: 'refused', answer: '550 no such mailbox' }) as const;
    await deliverMessage(ministry.database.db, ids[1]!, { send, realNow: now, now, lease: 60_000 });
    const page = `/messages/${ids[1]}`;
    expect((await readPage(app, `${page}?lang=en`)).text).toContain('Send again');
    const answer = await press(app, page, `${page}/send-again`);
    expect(answer.headers.get('location')).toBe(`${page}?done=queued`);
    expect(await statusOf(ids[1]!)).toBe('queued');
    expect((await readPage(app, `${page}?done=queued&lang=en`)).text).toContain('in the queue again');
  });

  it('is refused with who may, where the reader may see the letter and do nothing to it', async () => {
    const address = await addressOf('focalPoint');
    const app = pages(address);
    const [own] = await query<{ id: number }>(
      ministry.database.db,
      `select id from message where status = 'queued' and address = $1 limit 1`,
      [address],
    );
    const answer = await press(app, '', `/messages/${own!.id}/cancel`, '/account/sessions?lang=en');
    expect(answer.status).toBe(403);
    expect(textOf(await answer.text())).toMatch(/পরিবর্তন হয়নি|innovation officer, head of office/);
    expect(await statusOf(own!.id)).toBe('queued');
    expect((await press(app, '', '/messages/999999/cancel', '/account/sessions')).status).toBe(404);
  });

  it('changes nothing without the form of this very session', async () => {
    const answer = await pages(ADMINISTRATOR).request(`/messages/${ids[2]}/cancel`, { method: 'POST' });
    expect(answer.status).toBe(403);
    expect(await statusOf(ids[2]!)).toBe('queued');
  });

  it('are found by plan and by words of the subject or the address, which are no pattern', async () => {
    const app = pages(ADMINISTRATOR);
    const found = async (search: string) =>
      (await readPage(app, `/messages?${search}`)).html.match(/<a href="\/messages\/\d+">/g)?.length ?? 0;
    const all = await found('');
    const missed = await found(`search=${encodeURIComponent('লক্ষ্যমাত্রা অর্জিত হয়নি')}`);
    expect(missed).toBeGreaterThan(0);
    expect(missed).toBeLessThan(all);
    expect(await found('search=ADDL.secretary')).toBe(await found('search=addl.SECRETARY'));
    expect(await found('search=%25')).toBe(0);
    expect(await found(`plan=${ministry.plan.id}`)).toBe(all);
    expect(await found('plan=none&search=%00')).toBe(0);
    const { html, text } = await readPage(app, '/messages?search=addl&status=queued&lang=en');
    expect(html).toContain('value="addl"');
    expect(text).toContain('Show all messages');
    expect(html).toMatch(/href="\/messages\?search=addl(&amp;|&)status=queued" aria-current/);
  });

  async function addressOf(role: 'focalPoint'): Promise<string> {
    const posts = new Set(
      ministry.plan.activities.flatMap(({ indicators }) => indicators.map((one) => one.posts[role])),
    );
    const person = ministry.plan.people.find(({ holds }) => holds.some(({ post }) => posts.has(post)));
    return person!.email;
  }
});
