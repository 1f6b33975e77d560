import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { setPreference } from '../../src/acting/set-preference.ts';
import { type App, openApp } from '../../src/app.ts';
import { parseLocalDateTime } from '../../src/calendar/local-time.ts';
import { query } from '../../src/db/database.ts';
import { formatCode } from '../../src/i18n/format.ts';
import { createLogger } from '../../src/log.ts';
import type { Language, Plan } from '../../src/plan/types.ts';
import { readSettings } from '../../src/settings.ts';
import type { RunningWeb } from '../../src/web/server.ts';
import { signInWords } from '../../src/web/wording/sign-in-words.ts';
import { DESK, expectToFit, PHONE, visit } from '../support/browser.ts';
import { freePort } from '../support/free-port.ts';
import { type ShiftedClock, shiftedClock } from '../support/shifted-clock.ts';
import { type ReceivedMail, startSmtpServer, type TestSmtpServer } from '../support/smtp-server.ts';
import { calendar, copyOfMinistry, MARCH } from '../web/office.ts';
import { ADMINISTRATOR } from '../web/pages.ts';

const ZONE = 'Asia/Dhaka';

/** The whole program as an office runs it, with a mail server beside it and a clock that the test sets. */
export interface LivingOffice {
  readonly app: App;
  readonly clock: ShiftedClock;
  readonly smtp: TestSmtpServer;
  readonly web: RunningWeb;
  apply(plan: Plan): Promise<void>;
  /** Puts the clock to a moment of the office's own time, as in `2022-03-09T09:00:00`, and lets happen what is due. */
  liveUntil(local: string): Promise<void>;
  /** The letter to somebody that says this, of those that have come or will. */
  mailTo(address: string, words: string | RegExp): Promise<ReceivedMail>;
  /** From now on somebody is written to in this language. */
  writeIn(language: Language, address: string): Promise<void>;
  close(): Promise<void>;
}

/** How a story is read: every one of them once in each of these ways. */
export const WAYS = [
  { language: 'bn', title: 'on a phone, in Bengali, without JavaScript', viewport: PHONE, javaScriptEnabled: false },
  { language: 'en', title: 'at a desk, in English', viewport: DESK, javaScriptEnabled: true },
] as const;
export type Way = (typeof WAYS)[number];

/** The ministry on 2 March 2022, or an office that has no plan yet. */
export async function openLivingOffice(start: 'ministry' | { readonly emptyAt: string }): Promise<LivingOffice> {
  const isMinistry = start === 'ministry';
  const folder = isMinistry ? await copyOfMinistry() : mkdtempSync(join(tmpdir(), 'suchok-story-'));
  const clock = shiftedClock(parseLocalDateTime(isMinistry ? MARCH : start.emptyAt, ZONE));
  const smtp = await startSmtpServer();
  const port = await freePort();
  const settings = readSettings(
    {
      DATA_DIR: folder,
      PORT: String(port),
      BASE_URL: `http://127.0.0.1:${port}`,
      SMTP_URL: smtp.url(),
      MAIL_PER_SECOND: '1000',
      ADMIN_EMAIL: ADMINISTRATOR,
    },
    'config',
  );
  const app = await openApp({ settings, logger: createLogger({ logLevel: 'silent' }), clock });
  // The letters of the year so far went out long ago.
  await query(
    app.database.db,
    `update message set status = 'sent', attempts = 1, sent_at = created_at, answer = '250 OK' where status = 'queued'`,
  );
  app.startWorkers();
  const web = await app.startWeb();
  return {
    app,
    clock,
    smtp,
    web,
    apply: async (plan) => {
      await app.engine.apply({ plan, calendar: calendar(), source: 'test', by: 'test' });
    },
    liveUntil: async (local) => {
      clock.put(parseLocalDateTime(local, ZONE));
      await app.engine.run();
    },
    mailTo: (address, words) =>
      smtp.waitFor(({ to, parsed }) => {
        const text = `${parsed.subject}\n${parsed.text}`;
        return to.includes(address) && (typeof words === 'string' ? text.includes(words) : words.test(text));
      }),
    writeIn: async (language, address) => {
      const parts = { db: app.database.db, clock };
      await setPreference(parts, { address, isAdministrator: false }, { language, hour: null, delivery: 'digest' });
    },
    close: async () => {
      await web.close();
      await app.close();
      await smtp.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Somebody's own browser, in one of the ways. */
export function inBrowser(browser: Browser, { web }: LivingOffice, way: Way, work: (page: Page) => Promise<void>) {
  const { viewport, javaScriptEnabled } = way;
  return visit(browser, { url: web.url, viewport, javaScriptEnabled, acceptDownloads: true }, async (page) => {
    await work(page);
    await expectToFit(page);
  });
}

const used = new Set<string>();

/** From the page to sign in, by the link that comes by mail, to where somebody wanted to go. */
export async function signInByMail(page: Page, { smtp }: LivingOffice, address: string, language: Language) {
  const say = signInWords(language);
  if (language === 'en') await page.getByRole('link', { name: 'English' }).click();
  await page.getByLabel(say.address).fill(address);
  await page.getByRole('button', { name: say.sendLink }).click();
  const linkIn = (text: string | undefined) => /http\S+\/sign-in\/[\w-]{43}/.exec(text ?? '')?.[0];
  const mail = await smtp.waitFor(({ to, parsed }) => {
    const link = linkIn(parsed.text);
    return to.includes(address) && link !== undefined && !used.has(link);
  });
  const link = linkIn(mail.parsed.text)!;
  used.add(link);
  await page.goto(link);
  await page.getByRole('button', { name: say.signIn, exact: true }).click();
}

/** The address in a letter that leads to an indicator. */
export function linkTo(code: string, { parsed }: ReceivedMail): string {
  const link = parsed.text!.split(/\s+/).find((word) => word.includes(`/indicators/${code}`));
  if (!link) throw new Error(`The letter leads nowhere near ${code}: ${parsed.text}`);
  return link;
}

/** The line of a letter that begins with an indicator. */
export function lineAbout(code: string, language: Language): RegExp {
  return new RegExp(`^${formatCode(code, language).replaceAll('.', '\\.')} `, 'm');
}
