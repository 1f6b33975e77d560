import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPlan } from '../../src/db/queries/plans.ts';
import { readSurroundings } from '../../src/plan/config-folder.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import type { WebApp } from '../../src/web/web-parts.ts';
import { type Ministry, ministryInMarch } from './office.ts';
import { pagesOf, readPage, rowWith, textOf } from './pages.ts';

const ID = 'mowca-2021-22';
const PLANS = '/administration/plans';
const FILE = readFileSync('config/plans/mowca-2021-22.yaml', 'utf8');

describe('Plans, applied by page', () => {
  let ministry: Ministry;
  let app: WebApp;
  let token: string;

  beforeAll(async () => {
    ministry = await ministryInMarch();
    app = pagesOf(ministry.database, ministry.office.clock);
    token = /name="token" value="([^"]+)"/.exec(await (await app.request(PLANS)).text())![1]!;
  });
  afterAll(() => ministry?.close());

  async function send(path: string, fields: Record<string, string | File>) {
    const body = new FormData();
    body.set('token', token);
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    const headers = { origin: 'http://localhost', cookie: 'language=en' };
    const response = await app.request(path, { method: 'POST', body, headers });
    const html = await response.text();
    return { status: response.status, location: response.headers.get('location'), html, text: textOf(html) };
  }

  const check = (text: string) => send(`${PLANS}/check`, { text, name: 'mine.yaml' });
  const stored = async () => (await findPlan(ministry.database.db, ID))!;

  /** What the page of a difference would send when its button is pressed. */
  function agreement(html: string): Record<string, string> {
    const form = /<form[^>]+plans\/apply"[\s\S]*?<\/form>/.exec(html)![0];
    const unescaped = (text: string) =>
      text
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&');
    return Object.fromEntries(
      [...form.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
        name!,
        unescaped(value!),
      ]),
    );
  }

  it('tells every fault at once, by line and column, with the line and the text kept', async () => {
    const faulty = FILE.replace('kind: milestone', 'kind: milestoon').replace(
      'target: 2022-02-25',
      'target: 31 June 2022',
    );
    const line = faulty.split('\n').findIndex((one) => one.includes('milestoon')) + 1;
    const page = await check(faulty);
    expect(page.status).toBe(422);
    expect(page.text).toContain('2 faults: nothing was applied');
    const row = rowWith(page.html, 'milestoon');
    expect(row).toContain(`${line}:`);
    expect(row).toContain('mine.yaml');
    expect(row).toContain('kind: milestoon');
    expect(rowWith(page.html, '31 June 2022')).toContain('is no date of the calendar');
    expect(page.text).toContain('id: mowca-2021-22');
    expect((await stored()).version).toBe(1);
  });

  it('takes the file that was chosen rather than the text', async () => {
    const page = await send(`${PLANS}/check`, { text: 'nonsense', file: new File([FILE], 'C:\\plans\\mowca.yaml') });
    expect(page.status).toBe(200);
    expect(page.text).toContain('This is the plan in force');
    expect(page.html).not.toContain('Apply this plan');
  });

  it.each([
    ['nothing', { text: '  ' }, 'Choose a file'],
    ['a picture', { file: new File([new Uint8Array([0xff, 0xd8, 0xff])], 'a.yaml') }, 'no text in UTF-8'],
    ['too much', { file: new File(['x'.repeat(520_000)], 'a.yaml') }, 'longer than 500 kB'],
  ])('says what is wrong with %s', async (_, fields, words) => {
    const page = await send(`${PLANS}/check`, fields as never);
    expect(page.status).toBe(422);
    expect(page.text).toContain(words);
  });

  it('refuses what is longer than any plan before it is read', async () => {
    const page = await send(`${PLANS}/check`, { file: new File(['x'.repeat(700_000)], 'a.yaml') });
    expect(page.status).toBe(413);
  });

  it('shows what a later target day means before anything is applied, and in Bengali too', async () => {
    const later = FILE.replace('target: 2022-05-30', 'target: 2022-06-15');
    expect(later).not.toBe(FILE);
    const page = await check(later);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Nothing has been applied yet.');
    expect(page.text).toContain('1 indicator goes on otherwise than before');
    expect(page.text).toContain('30 May 2022 → 15 June 2022');
    expect(page.text).toContain('A due day moves');
    const bengali = await send(`${PLANS}/check?lang=bn`, { text: later, name: 'mine.yaml' });
    expect(bengali.text).toContain('১টি সূচক আগের চেয়ে ভিন্নভাবে চলবে: ২.২.৫'.normalize('NFC'));
    expect(bengali.text).toContain('৩০ মে ২০২২ → ১৫ জুন ২০২২');
    expect(bengali.text).toContain('লক্ষ্যমাত্রা');
    expect((await stored()).version).toBe(1);
  });

  it('applies exactly what was shown, once, and keeps the file with its comments', async () => {
    const renamed = FILE.replace('# ', '# A comment of mine. ').replace(
      'title: { bn: সচিব, en: Secretary }',
      'title: { bn: সিনিয়র সচিব, en: Senior Secretary }',
    );
    const shown = await check(renamed);
    expect(shown.text).toContain('stays as it is');
    const done = await send(`${PLANS}/apply`, agreement(shown.html));
    expect(done.status).toBe(303);
    expect(done.location).toBe(`${PLANS}/${ID}?done=applied`);
    expect((await stored()).version).toBe(2);
    expect(JSON.stringify((await stored()).body.posts)).toContain('Senior Secretary');
    const versions = await readPage(app, `${done.location!}&lang=en`);
    expect(versions.text).toContain('The plan is in force as version 2.');
    expect(rowWith(versions.html, 'Version 2')).toContain('admin@suchok.example');
    expect(versions.text).toContain('Senior Secretary');
    expect(await (await app.request(`${PLANS}/${ID}/plan.yaml`)).text()).toBe(renamed);

    const again = await send(`${PLANS}/apply`, agreement(shown.html));
    expect(again.status).toBe(409);
    expect(again.text).toContain('The plan was changed meanwhile');
    expect((await stored()).version).toBe(2);
  });

  it('lets one of two apply who press the button at once, and tells the other', async () => {
    const before = (await stored()).version;
    const texts = ['Chief Secretary', 'First Secretary'].map((title) =>
      FILE.replace('title: { bn: সচিব, en: Secretary }', `title: { bn: সচিব, en: ${title} }`),
    );
    const agreements = await Promise.all(texts.map(async (text) => agreement((await check(text)).html)));
    const answers = await Promise.all(agreements.map((agreed) => send(`${PLANS}/apply`, agreed)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect((await stored()).version).toBe(before + 1);
  });

  it('applies nothing that is not what was shown', async () => {
    const shown = agreement((await check(FILE)).html);
    const other = { ...shown, text: FILE.replace('target: 2022-05-30', 'target: 2022-06-16') };
    const before = (await stored()).version;
    const answer = await send(`${PLANS}/apply`, other);
    expect(answer.status).toBe(409);
    expect((await stored()).version).toBe(before);
  });

  it('says in words that an indicator cannot become another kind', async () => {
    const other = FILE.replace(
      /( {6}- code: 1\.2\.1\n)[\s\S]*?(?= {2}- code: 1\.3)/,
      (_, head) =>
        `${head}        kind: count\n        title: { bn: এক, en: One }\n        weight: 5\n        target: 3\n\n`,
    );
    const page = await check(other);
    expect(page.text).toContain('These would become another kind of indicator: 1.2.1');
    expect(page.html).not.toContain('Apply this plan');
  });

  it('shows the notices that a changed plan would send, and sends none', async () => {
    const quiet = FILE.replace('policy: standard', 'policy:\n  reminders: { to: focalPoint, daysBefore: [2] }');
    const page = await send(`${PLANS}/notices`, { text: quiet, name: 'mine.yaml' });
    expect(page.status).toBe(200);
    expect(page.text).toContain('Nothing has been applied or sent.');
    expect(page.text).toContain('2 days before');
    expect(page.text).not.toContain('Escalation');
  });

  it('writes a plan in force as a file that reads back the same, whatever became of its own file', async () => {
    const shown = await check(
      (await (await app.request(`${PLANS}/${ID}/plan.yaml`)).text()).replace('email: ', 'email:  '),
    );
    expect(shown.text).toContain('This is the plan in force');
    await ministry.office.apply((await stored()).body);
    const reading = readPlan(FILE, 'file', readSurroundings('config'));
    await ministry.office.apply('plan' in reading ? reading.plan : (await stored()).body);
    const text = await (await app.request(`${PLANS}/${ID}/plan.yaml`)).text();
    expect(text).toMatch(/^# Ministry.*: version 4, in force since 2022-03-02T10:30:00\+06:00\.\n/);
    expect((await check(text)).text).toContain('This is the plan in force');
  });

  it('begins a new plan from the template, to be completed', async () => {
    const form = {
      officeId: 'Not an id',
      nameBn: '',
      nameEn: 'Some office',
      year: 'soon',
      template: 'egov-innovation',
    };
    const refused = await send(`${PLANS}/new`, form);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('as in 2026-27');
    expect(refused.html).toContain('value="Not an id"');
    const written = await send(`${PLANS}/new`, {
      ...form,
      officeId: 'some-office',
      nameBn: 'কোনো অফিস',
      year: '২০২২-২৩',
    });
    expect(written.status).toBe(200);
    const text = /<textarea[^>]*>([\s\S]*?)<\/textarea>/.exec(written.html)![1]!;
    expect(text).toContain('id: some-office-2022-23');
    const checked = await check(textUnescaped(text));
    expect(checked.text).toContain('13 indicators are new');
  });

  it('hands a post over by a form, as a new version of the plan', async () => {
    const people = `${PLANS}/${ID}/people`;
    const page = await readPage(app, `${people}?lang=en`);
    expect(page.text).toContain('People and posts');
    const refused = await send(`${people}/add`, { post: 'programmer-ict', person: '', email: 'x', from: '2022-04-01' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Write the name or designation.');
    expect(refused.html).toContain('value="2022-04-01"');
    const shown = await send(`${people}/add`, {
      post: 'programmer-ict',
      person: '',
      nameBn: 'নতুন প্রোগ্রামার',
      nameEn: 'New programmer',
      email: 'new.programmer@mowca.example',
      from: '2022-04-01',
      deputy: 'no',
    });
    expect(shown.text).toContain('31 March 2022');
    expect(shown.text).toContain('programmer-ict-2 : New programmer');
    const { version } = await stored();
    const done = await send(`${PLANS}/apply`, agreement(shown.html));
    expect(done.status).toBe(303);
    expect((await stored()).version).toBe(version + 1);
    const after = await readPage(app, `${people}?lang=en`);
    expect(after.text).toContain('New programmer');
    expect(after.text).toContain('still to begin');
  });

  it('wants the session’s own token on every form', async () => {
    const headers = { origin: 'http://localhost' };
    const body = new URLSearchParams({ text: FILE });
    for (const path of ['check', 'apply', 'new', 'notices', `${ID}/people/end`]) {
      expect((await app.request(`${PLANS}/${path}`, { method: 'POST', headers, body })).status, path).toBe(403);
    }
  });
});

function textUnescaped(html: string): string {
  return html
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
