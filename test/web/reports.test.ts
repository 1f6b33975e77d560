import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWeb } from '../../src/web/app.ts';
import type { WebApp } from '../../src/web/web-parts.ts';
import { type Ministry, ministryInMarch } from './office.ts';
import { ADMINISTRATOR, cookieFor, partsOf } from './pages.ts';

const REPORTS = '/plans/mowca-2021-22/reports';
let ministry: Ministry;
let web: WebApp;
let cookie: string;

beforeAll(async () => {
  ministry = await ministryInMarch();
  web = createWeb(partsOf(ministry.database, ministry.office.clock));
  cookie = await cookieFor(ministry.database, ministry.office.clock, ADMINISTRATOR);
});
afterAll(() => ministry.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  Promise.resolve(web.request(`${REPORTS}${path}`, { headers: { cookie, ...headers } }));
const page = async (path: string) => (await get(path)).text();

describe('The reports of a plan', () => {
  it('are found from the page of the plan, each with its form', async () => {
    const plan = await (await web.request('/plans/mowca-2021-22?lang=bn', { headers: { cookie } })).text();
    expect(plan).toContain(`<a href="${REPORTS}">প্রতিবেদন</a>`);
    const list = await page('?lang=en');
    for (const report of ['progress', 'self-assessment', 'apa']) {
      expect(list).toContain(`method="get" action="${REPORTS}/${report}"`);
    }
  });

  it('stand on a page of ours, in the language that is asked for, without any style of their own', async () => {
    const report = await page('/progress?lang=en&language=bn&quarter=q2');
    expect(report).toContain('<article class="report-paper landscape" lang="bn">');
    expect(report).toContain('তথ্যের তারিখ');
    expect(report).toContain('৩১ ডিসেম্বর ২০২১'.normalize('NFC'));
    expect(report).not.toMatch(/ style=|<style/);
  });

  it('tell what changed since the last one: since the last day of the quarter before, a day that is named, or nothing', async () => {
    const since = async (query: string) =>
      /<dt>Last report<\/dt><dd>([^<]+)/.exec(await page(`/progress?lang=en&${query}`))?.[1] ?? null;
    expect(await since('')).toBe('31 December 2021');
    expect(await since('since=1/12/2021')).toBe('1 December 2021');
    expect(await since('compare=none')).toBeNull();
  });

  it('are files with a name that says what they are, the same bytes whenever they are asked for', async () => {
    const shown = await page('/self-assessment?lang=en&period=half-yearly');
    const links = [...shown.matchAll(/href="([^"]+)" download/g)].map(([, href]) => href!.replaceAll('&amp;', '&'));
    expect(links).toHaveLength(4);
    for (const link of links) {
      const first = await web.request(link, { headers: { cookie } });
      expect(first.status).toBe(200);
      expect(first.headers.get('Content-Disposition')).toMatch(
        /^attachment; filename="mowca-2021-22-self-assessment-half-yearly-2021-12-31-en\.(docx|xlsx|html|json)"$/,
      );
      const etag = first.headers.get('ETag')!;
      const again = await web.request(link, { headers: { cookie } });
      expect(Buffer.from(await again.arrayBuffer()).equals(Buffer.from(await first.arrayBuffer()))).toBe(true);
      expect((await web.request(link, { headers: { cookie, 'If-None-Match': etag } })).status).toBe(304);
    }
    const json = JSON.parse(await (await web.request(links[3]!, { headers: { cookie } })).text());
    expect(json.source).toMatchObject({
      version: 1,
      on: '2021-12-31',
      recordHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });
});

describe('A report that cannot be made', () => {
  it('is told of at its fields, all of it, with what was typed', async () => {
    const answer = await get('/progress?lang=en&on=2020-01-01&quarter=q1&since=never&language=fr');
    expect(answer.status).toBe(422);
    const text = await answer.text();
    expect(text).toContain('id="progress-on-fault"');
    expect(text).toContain('1 January 2020 lies before the plan');
    expect(text).toContain('The date and the quarter both name the day');
    expect(text).toContain('value="never"');
    expect(text).toContain('id="progress-language-fault"');
    expect(text).not.toContain('report-paper');
  });

  it.each([
    ['/self-assessment?', 'Say which period'],
    ['/self-assessment?period=monthly', 'There is no such choice'],
    ['/progress?on=2030-01-01', 'lies ahead'],
    ['/progress?quarter=q4', 'This quarter begins on 1 April 2022'],
    ['/progress?quarter=q2&since=2022-01-05', 'does not lie before 31 December 2021'],
    ['/progress?since=2021-12-01&compare=none', 'Changes are left out'],
  ])('%s says why', async (path, why) => {
    const answer = await get(`${path}&lang=en`);
    expect([answer.status, (await answer.text()).includes(why)]).toEqual([422, true]);
  });

  it('is no file: whoever asks for one is led to the form', async () => {
    const answer = await get('/progress/docx?on=2030-01-01');
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, `${REPORTS}/progress?on=2030-01-01`]);
  });
});
