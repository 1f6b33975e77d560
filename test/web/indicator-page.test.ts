import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WebApp } from '../../src/web/web-parts.ts';
import { type Ministry, ministryInMarch } from './office.ts';
import { pagesOf, readPage, rowWith } from './pages.ts';

describe('The page of an indicator', () => {
  let ministry: Ministry;
  let app: WebApp;
  const page = (code: string, language = 'en') =>
    readPage(app, `/plans/mowca-2021-22/indicators/${code}?lang=${language}`);

  beforeAll(async () => {
    ministry = await ministryInMarch();
    app = pagesOf(ministry.database, ministry.office.clock);
  });
  afterAll(() => ministry.close());

  it('stands where the letters link to', async () => {
    const { html } = await readPage(app, '/messages/1/body');
    const path = /href="http:\/\/127\.0\.0\.1:3000([^"]+)"/.exec(html)![1]!;
    expect((await readPage(app, path)).status).toBe(200);
  });

  it('heads with the code and title, how it stands and when it was due', async () => {
    const { text } = await page('1.2.1', 'bn');
    expect(text).toContain('কর্মসম্পাদন সূচক ১.২.১ একটি সেবা সহজিকৃত');
    expect(text).toContain('শেষ দিন শুক্রবার, ২৫ ফেব্রুয়ারি ২০২২ ৫ দিন পার হয়েছে');
  });

  it('marks the steps that are done with their days, and says what is left', async () => {
    const { html, text } = await page('1.2.1');
    expect(text).toContain('Service to be simplified selected Done on 12 October 2021');
    expect(text).toContain('Office order for the simpler procedure issued Still to do · needs evidence');
    expect(html.match(/<li class="done">/g)).toHaveLength(2);
  });

  it('marks the quarters that were held', async () => {
    const { text } = await page('2.1.1');
    expect(text).toContain('1st quarter Done on 26 September 2021 · due 30 September 2021');
    expect(text).toContain('3rd quarter Still to do · due 31 March 2022');
  });

  it('reckons what it earns, by which criterion', async () => {
    const { html, text } = await page('1.3.1');
    expect(text).toMatch(/Score \d+ of \d+/);
    expect(text).toMatch(/Achieved on [^.]+\. 100% of a weight of (\d+) makes \1\./);
    expect(html.match(/class="criterion-met"/g)).toHaveLength(1);
    expect((await page('1.2.1', 'bn')).text).toContain('গণনাযোগ্য কিছু এখনো লিপিবদ্ধ হয়নি।');
  });

  it('lists the next notices to come, each with its day and whom it goes to', async () => {
    const { html } = await page('1.2.1');
    expect(rowWith(html, '10 working days after')).toBe(
      '10 March 2022 , 9:00 am 10 working days after Cabinet Division Why By the policy 10 working days after the due ' +
        'day, 25 February 2022. Cabinet Division: as superior authority. It goes out unless the indicator is settled or ' +
        'put on hold before.',
    );
    expect(html).toContain('<summary>5 more</summary>');
  });

  it('leaves notices of a far future out to stay light, and shows them to whoever asks', async () => {
    const path = '/plans/mowca-2021-22/indicators/2.1.1';
    const { html, text } = await page('2.1.1');
    expect(text).toContain('Show all notices, sent and to come (14 are left out here)');
    expect(html).toContain(`href="${path}?show=all"`);
    const all = await readPage(app, `${path}?show=all&lang=en`);
    expect(all.html.match(/class="why"/g)!.length - html.match(/class="why"/g)!.length).toBe(14);
    expect(all.text).not.toContain('left out here');
  });

  it('weighs less than 100 kB with its style sheet', async () => {
    const { html } = await page('2.1.1', 'bn');
    const style = await app.request(/href="(\/assets\/style[^"]+)"/.exec(html)![1]!);
    expect(Buffer.byteLength(html) + (await style.arrayBuffer()).byteLength).toBeLessThan(100_000);
  });

  it('tells newest first what happened, who recorded it and which letter told whom', async () => {
    const { html, text } = await page('1.2.1');
    const history = text.slice(text.indexOf('What happened'));
    expect(history).toMatch(
      /27 February 2022 , 9:00 am Escalation \(1 working day after\) Additional Secretary \(Administration\) Waiting/,
    );
    expect(history).toContain('26 February 2022 Deadline passed automatic');
    expect(history).toContain(
      '14 December 2021 , 12:00 pm Step completed : New process with fewer steps laid down Programmer, ICT Branch',
    );
    expect(history.indexOf('Escalation')).toBeLessThan(history.indexOf('Step completed'));
    expect(html).toMatch(/<a href="\/messages\/\d+">Additional Secretary/);
  });

  it('tells why a reminder was not sent', async () => {
    expect((await page('1.2.1')).text).toContain('Focal point Not sent: told in a later notice');
  });

  it('tells of a notice that moved which day off it moved from', async () => {
    expect((await page('2.1.1')).text).toContain(
      'By the policy 14 days before the due day, 31 March 2022. 17 March 2022 is a day off (Birthday of the Father of the Nation), so on 16 March 2022.',
    );
  });

  it('tells the reason of a suspension, and the day it took place where it was recorded later', async () => {
    const { text } = await page('2.2.5', 'bn');
    expect(text).toContain(
      '১১ জানুয়ারি ২০২২ , দুপুর ১২.০০টা স্থগিত করা হয়েছে প্রোগ্রামার, আইসিটি শাখা · কাজের তারিখ ১০ জানুয়ারি ২০২২ কারণ: কোভিড-১৯ পরিস্থিতি',
    );
    expect(text).toContain('এই সূচকের আর কোনো বার্তা নির্ধারিত নেই।');
  });

  it('names the evidence of what was achieved', async () => {
    expect((await page('1.3.1', 'bn')).text).toContain('প্রমাণক: ডিজিটাল সেবা চালুর বিজ্ঞপ্তি');
  });

  it('is not there for a code that the plan does not have', async () => {
    for (const path of ['9.9.9', '1.2.1%00', '..%2f..', 'x']) expect((await page(path)).status).toBe(404);
    expect((await readPage(app, '/plans/nobody-2021-22/indicators/1.2.1')).status).toBe(404);
  });
});
