import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../../src/db/database.ts';
import { createWeb } from '../../src/web/app.ts';
import type { WebApp } from '../../src/web/web-parts.ts';
import { formTo, send } from './forms.ts';
import { type Ministry, ministryInMarch } from './office.ts';
import { cookieFor, partsOf, readPage, signedIn } from './pages.ts';

const LIST = '/plans/mowca-2021-22/assessments';

describe('The pages of a self-assessment', () => {
  let ministry: Ministry;
  const as = (address: string): WebApp => {
    const { database, office } = ministry;
    return signedIn(createWeb(partsOf(database, office.clock)), cookieFor(database, office.clock, address));
  };
  beforeAll(async () => {
    ministry = await ministryInMarch();
  });
  afterAll(() => ministry?.close());

  it('lead from preparing it to its judgement, each to whoever may', async () => {
    const focal = as('programmer@mowca.example');
    const head = as('secretary@mowca.example');
    const above = as('egov@cabinet.example');
    const form = formTo((await readPage(focal, `${LIST}/new?lang=en`)).html, `${LIST}/new`);
    const early = await send(focal, form, { period: 'year', until: 'periodEnd' });
    expect(early.status).toBe(422);
    expect(early.text).toMatch(/মেয়াদ শেষ হয়নি|period has not ended/);
    const made = await send(focal, form, { period: 'halfYear', until: 'today', language: 'en' });
    expect([made.status, made.location]).toEqual([303, `${LIST}/1?done=prepared`]);
    expect((await send(focal, form, { period: 'halfYear', until: 'today' })).status).toBe(409);

    expect((await readPage(focal, `${LIST}/1`)).html).not.toContain(`${LIST}/1/approve`);
    expect((await readPage(head, '/my-work')).html).toContain(`${LIST}/1"`);
    const approval = formTo((await readPage(head, `${LIST}/1`)).html, `${LIST}/1/approve`);
    expect((await send(head, approval)).location).toBe(`${LIST}/1?done=approved`);
    expect((await send(head, approval)).status).toBe(409);
    const sending = formTo((await readPage(head, `${LIST}/1`)).html, `${LIST}/1/send`);
    expect((await send(head, sending, { memo: '32.00.0000' })).location).toBe(`${LIST}/1?done=sent`);

    expect((await readPage(above, '/offices')).html).toContain(`${LIST}/1"`);
    const judging = formTo((await readPage(above, `${LIST}/1`)).html, `${LIST}/1/judge`);
    const name = 'accepted-1.3.1';
    expect(judging.fields[name]).toBeDefined();
    const faulty = await send(above, judging, { verdict: 'returned', [name]: '৯৯' });
    expect(faulty.status).toBe(422);
    expect(faulty.html).toContain(`href="#${name}"`);
    expect(faulty.html).toContain('href="#word"');
    expect(faulty.html).toContain('value="৯৯"');
    expect((await send(above, judging, { verdict: 'accepted' })).location).toBe(`${LIST}/1?done=accepted`);
    const after = await readPage(focal, '/plans/mowca-2021-22/indicators/1.3.1?lang=en');
    expect(after.text).toMatch(/Claimed \S+ Supported by evidence \S+ Accepted \S+ Half-yearly/);
  });

  it('give the same document for ever, as Word, workbook and page', async () => {
    const focal = as('programmer@mowca.example');
    for (const ending of ['docx', 'xlsx', 'html']) {
      const bytes = async () => Buffer.from(await (await focal.request(`${LIST}/1/document/${ending}`)).arrayBuffer());
      const [one, other] = [await bytes(), await bytes()];
      expect(one.length, ending).toBeGreaterThan(2_000);
      expect(one.equals(other), ending).toBe(true);
    }
    const stranger = as('nobody@elsewhere.example');
    for (const path of [LIST, `${LIST}/1`, `${LIST}/1/document/docx`]) {
      expect((await stranger.request(path)).status, path).toBe(404);
    }
  });

  it('tell beside the points what they were reckoned from, as long as the record is as it was', async () => {
    const focal = as('programmer@mowca.example');
    const { text } = await readPage(focal, `${LIST}/1?lang=en`);
    expect(text).toMatch(/1\.3\.1 At least one service digitised 5 30\/12\/2021 28\/12\/2021 100% 5 5 5 \S+/);
    expect(text).toMatch(/1\.1\.1 One new innovative idea implemented 5 16\/03\/2022 in progress 0% 0 0 0 –/);
    await query(ministry.database.db, `update assessment set record_hash = repeat('a', 64)`);
    const after = (await readPage(focal, `${LIST}/1?lang=en`)).text;
    expect(after).toContain('stand in the kept document');
    expect(after).toMatch(/1\.3\.1 At least one service digitised 5 5 5 5/);
  });

  it('tell on an open indicator what finishing it earns, today and later', async () => {
    const { text } = await readPage(as('programmer@mowca.example'), '/plans/mowca-2021-22/indicators/1.1.1?lang=en');
    expect(text).toContain('Finish today or by 16 March 2022: 5 of 5.');
    expect(text).toContain('After 16 March 2022: 0 of 5.');
  });
});
