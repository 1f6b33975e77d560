import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { commentAs } from '../../src/acting/comment-as.ts';
import type { OpenDatabase } from '../../src/db/database.ts';
import { changeMark, isStillCurrent } from '../../src/db/queries/change-mark.ts';
import { revokeSession } from '../../src/db/queries/sessions.ts';
import { useSession } from '../../src/sign-in/sessions.ts';
import { createWeb } from '../../src/web/app.ts';
import { OpenStreams } from '../../src/web/live/open-streams.ts';
import { type RunningWeb, startWeb } from '../../src/web/server.ts';
import { missing, titled } from '../support/available.ts';
import { DESK, launchBrowser, visit } from '../support/browser.ts';
import { databaseFlavours, type TestDatabase } from '../support/databases.ts';
import { Office, officePlan } from './office.ts';
import { ADMINISTRATOR, cookieFor, partsOf, signedIn } from './pages.ts';

const plan = officePlan('mowca-2021-22');
const PAGE = `/plans/${plan.id}`;

/** A stream of events as a program reads it. */
class Stream {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  #text = '';

  constructor(response: Response) {
    this.#reader = response.body!.getReader();
  }

  /** Reads on until this was sent; false when the stream ends before. */
  async until(text: string): Promise<boolean> {
    while (!this.#text.includes(text)) {
      const { done, value } = await this.#reader.read();
      if (done) return false;
      this.#text += new TextDecoder().decode(value);
    }
    this.#text = this.#text.slice(this.#text.indexOf(text) + text.length);
    return true;
  }

  close(): Promise<void> {
    return this.#reader.cancel();
  }
}

for (const { name, missing: reason, create } of databaseFlavours) {
  describe.skipIf(reason)(titled(`Pages that follow along on ${name}`, reason), () => {
    let stored: TestDatabase;
    /** Two processes on one Postgres; of PGlite there is but one. */
    let here: OpenDatabase;
    let elsewhere: OpenDatabase;
    let office: Office;
    let session: string;

    beforeAll(async () => {
      stored = await create();
      here = await stored.open();
      elsewhere = here.flavour === 'postgres' ? await stored.open() : here;
      office = new Office(elsewhere, '2022-03-02T10:00:00');
      await office.apply(plan);
      session = await cookieFor(here, office.clock, ADMINISTRATOR);
    });
    afterAll(async () => {
      await here.close();
      if (elsewhere !== here) await elsewhere.close();
      await stored.drop();
    });

    /** Somebody completes a step, in the other process. */
    let day = 0;
    const recordElsewhere = async (indicator = '1.6.1') => {
      day += 1;
      const at = `2022-03-02T10:00:${String(day).padStart(2, '0')}`;
      const action = { type: 'recordNumber' as const, number: 1, evidence: [], note: null };
      await office.live(plan, at, [{ indicator, on: '2022-03-01', at, by: 'programmer-ict', action }]);
    };

    describe('through their stream', () => {
      const stopping = new AbortController();
      const streams: Stream[] = [];
      const pages = () => signedIn(createWeb(partsOf(here, office.clock), stopping.signal), session);
      const open = async (app: ReturnType<typeof pages>, query = '') => {
        const response = await app.request(`${PAGE}/changes${query}`);
        expect(response.status).toBe(200);
        const stream = new Stream(response);
        streams.push(stream);
        return { stream, response };
      };
      afterEach(() => Promise.all(streams.splice(0).map((stream) => stream.close())));

      it('hear of what was recorded elsewhere, and that nobody may keep or hold back the word', async () => {
        const { stream, response } = await open(pages(), '?seen=older');
        expect(response.headers.get('content-type')).toContain('text/event-stream');
        expect(response.headers.get('cache-control')).toBe('no-store, no-transform');
        expect(response.headers.get('x-accel-buffering')).toBe('no');
        expect(await stream.until('event: change')).toBe(true);
        await recordElsewhere();
        expect(await stream.until('event: change')).toBe(true);
      });

      it('hear at once of what happened between the page and the stream', async () => {
        const app = pages();
        const html = await (await app.request(PAGE)).text();
        const [, path] = /data-changes="([^"]+)"/.exec(html)!;
        await recordElsewhere();
        const { stream } = await open(app, new URL(path!.replaceAll('&amp;', '&'), 'http://localhost').search);
        expect(await stream.until('event: change')).toBe(true);
      });

      it('of an indicator hear of a comment, also of one made before the stream was open; that of the plan shows none', async () => {
        const focal = { address: plan.people[0]!.email, isAdministrator: false };
        const app = pages();
        const seenOn = async (path: string) => {
          const [, stream] = /data-changes="([^"]+)"/.exec(await (await app.request(path)).text())!;
          return new URL(stream!.replaceAll('&amp;', '&'), 'http://localhost').search;
        };
        const [ofPlan, ofIndicator] = [await seenOn(PAGE), await seenOn(`${PAGE}/indicators/1.6.1`)];
        const say = (text: string) =>
          commentAs({ db: elsewhere.db, clock: office.clock }, focal, { planId: plan.id, code: '1.6.1', text });
        expect(await say('The hall is booked')).toMatchObject({ outcome: 'written' });
        const mark = await changeMark(here.db, plan.id);
        expect(isStillCurrent(new URLSearchParams(ofPlan).get('seen')!, mark)).toBe(true);
        const { stream } = await open(app, ofIndicator);
        expect(await stream.until('event: change')).toBe(true);
        await say('And the invitations are out');
        expect(await stream.until('event: change')).toBe(true);
      });

      it('are as many as a browser has use for', async () => {
        const app = pages();
        for (let count = 0; count < 8; count += 1) await open(app);
        expect((await app.request(`${PAGE}/changes`)).status).toBe(429);
        await streams.pop()!.close();
        await open(app);
      });

      it('end for whom the session was ended, and show others that somebody is there', async () => {
        const now = office.clock.now();
        const idOf = async (cookie: string) =>
          (await useSession(here.db, cookie.replace('session=', ''), now))!.session.id;
        const leaving = await idOf(await cookieFor(here, office.clock, ADMINISTRATOR));
        const open = new OpenStreams(partsOf(here, office.clock), 50);
        const [gone, staying] = [leaving, await idOf(session)].map(
          (id) => new Stream(new Response(open.open(id, () => () => {}))),
        );
        expect(await gone!.until(':\n\n')).toBe(true);
        expect(await staying!.until(':\n\n')).toBe(true);
        await revokeSession(here.db, leaving, ADMINISTRATOR, now);
        expect(await gone!.until('never sent')).toBe(false);
        expect(open.size).toBe(1);
        open.close();
        expect(await staying!.until('never sent')).toBe(false);
      });

      it('end when the program stops', async () => {
        const { stream } = await open(pages());
        stopping.abort();
        expect(await stream.until('never sent')).toBe(false);
      });
    });

    const noBrowser = missing('chromium');
    describe.skipIf(noBrowser)(titled('in a browser', noBrowser), () => {
      let web: RunningWeb;
      let browser: Browser;

      beforeAll(async () => {
        web = await startWeb(partsOf(here, office.clock));
        browser = await launchBrowser();
      });
      afterAll(async () => {
        await browser?.close();
        await web?.close();
      });

      async function withPage(path: string, work: (page: Page) => Promise<void>, javaScriptEnabled = true) {
        await visit(browser, { url: web.url, cookie: session, javaScriptEnabled, viewport: DESK }, async (page) => {
          const streaming = javaScriptEnabled ? page.waitForResponse(/\/changes/) : null;
          await page.goto(`${web.url}${path}`);
          await streaming;
          await work(page);
        });
      }

      const progressOf = (page: Page, code: string) => page.locator(`tr[data-key="${code}"] td:nth-child(4)`);
      const written = (page: Page, code: string, text: string) =>
        progressOf(page, code).getByText(text, { exact: false }).waitFor();

      it('show the plan as it is now without being asked, and leave the reader where the reader was', async () => {
        await withPage(`${PAGE}?lang=en`, async (page) => {
          const before = await progressOf(page, '2.2.1').textContent();
          expect(before).toBe('0 of 4');
          await page.locator('details.reckoned summary').click();
          await page.locator('tr[data-key="2.2.5"] a').focus();
          const scrolled = await page.evaluate('scrollY');
          expect(scrolled).toBeGreaterThan(0);
          await recordElsewhere('2.2.1');
          await written(page, '2.2.1', '1 of 4');
          expect(await page.evaluate('scrollY')).toBe(scrolled);
          expect(await page.evaluate('document.activeElement.closest("tr").dataset.key')).toBe('2.2.5');
          expect(await page.locator('details.reckoned').getAttribute('open')).not.toBeNull();
          expect(await page.getByRole('status').textContent()).toBe('Updated just now.');
          await recordElsewhere('2.2.1');
          await written(page, '2.2.1', '2 of 4');
        });
      });

      it('show the indicator as it is now', async () => {
        await withPage(`${PAGE}/indicators/2.2.1?lang=en`, async (page) => {
          await recordElsewhere('2.2.1');
          await page.locator('.standing').getByText('3 of 4').waitFor();
        });
      });

      it('move nothing under the hands of somebody who is filling in a form, but say that there is news', async () => {
        await withPage(`${PAGE}?lang=en`, async (page) => {
          const stood = await progressOf(page, '2.2.1').textContent();
          await page.evaluate(
            `document.querySelector('main').insertAdjacentHTML('beforeend', '<form><input name="note"></form>')`,
          );
          await page.locator('main input[name=note]').fill('half a sent');
          await recordElsewhere('2.2.1');
          const link = page.getByRole('status').getByRole('link', { name: 'Show the changes' });
          await link.waitFor();
          expect(await progressOf(page, '2.2.1').textContent()).toBe(stood);
          expect(await page.locator('main input[name=note]').inputValue()).toBe('half a sent');
          await link.click();
          await page.waitForFunction(`!document.querySelector('main input[name=note]')`);
          expect(await progressOf(page, '2.2.1').textContent()).not.toBe(stood);
        });
      });

      it('are whole without JavaScript, and ask for no stream', async () => {
        await withPage(
          `${PAGE}?lang=en`,
          async (page) => {
            const asked: string[] = [];
            page.on('request', (request) => asked.push(request.url()));
            await page.reload();
            expect(await page.locator('tr.row').count()).toBe(13);
            expect(await page.locator('.year-svg use').count()).toBeGreaterThan(13);
            expect(asked.filter((url) => url.includes('/changes'))).toEqual([]);
          },
          false,
        );
      });
    });
  });
}
