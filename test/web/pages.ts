import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calendarsIn } from '../../src/calendar/calendar-folder.ts';
import { attachRunner, type Database, type OpenDatabase, query } from '../../src/db/database.ts';
import { EvidenceStore } from '../../src/evidence/evidence-store.ts';
import { planLibraryIn } from '../../src/plan/config-folder.ts';
import { openSession } from '../../src/sign-in/sessions.ts';
import { SignIn } from '../../src/sign-in/sign-in.ts';
import { createWeb } from '../../src/web/app.ts';
import type { WebApp, WebParts } from '../../src/web/web-parts.ts';
import { webEngine } from './web-engine.ts';

export const quietLogger = { info: () => {}, warn: () => {}, error: () => {} } as unknown as WebParts['logger'];

export const ADMINISTRATOR = 'admin@suchok.example';

export const SETTINGS = {
  host: '127.0.0.1',
  port: 0,
  baseUrl: 'http://127.0.0.1:3000',
  adminEmails: [ADMINISTRATOR],
  configDir: 'config',
  dataDir: join(tmpdir(), `suchok-web-${process.pid}`),
};

/** What the pages are made of, over a database and a clock; no letter leaves. */
export function partsOf(database: OpenDatabase, clock: WebParts['clock'], logger = quietLogger): WebParts {
  const signIn = new SignIn({
    db: database.db,
    clock,
    baseUrl: SETTINGS.baseUrl,
    administrators: SETTINGS.adminEmails,
    sendLink: async () => 'sent',
    logger,
  });
  const folder = join(SETTINGS.dataDir, 'evidence');
  const evidence = new EvidenceStore({ folder, scanner: null, logger, realNow: () => Date.now() });
  const calendars = calendarsIn(SETTINGS.configDir);
  const library = planLibraryIn(SETTINGS.configDir);
  const engine = webEngine(database, clock);
  return { settings: SETTINGS, database, clock, calendars, library, signIn, logger, engine, evidence };
}

/** The pages without a server, as the administrator sees them. */
export function pagesOf(database: OpenDatabase, clock: WebParts['clock'], logger = quietLogger): WebApp {
  // A database that is away cannot let anybody in; the pages are to say so themselves.
  const entered = cookieFor(database, clock, ADMINISTRATOR).catch(() => `session=${'x'.repeat(43)}`);
  return signedIn(createWeb(partsOf(database, clock, logger)), entered);
}

/** The cookie of a browser that somebody has just signed in with. */
export async function cookieFor(database: OpenDatabase, clock: WebParts['clock'], address: string): Promise<string> {
  return `session=${await openSession(database.db, address, 'a test', clock.now())}`;
}

/** The same pages, with a session's cookie sent along with every request. */
export function signedIn(app: WebApp, session: Promise<string> | string): WebApp {
  const { request } = app;
  app.request = async (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('cookie', [await session, headers.get('cookie')].filter(Boolean).join('; '));
    return request(input, { ...init, headers });
  };
  return app;
}

/** What a page says, without its markup. */
export async function readPage(app: WebApp, path: string): Promise<{ status: number; html: string; text: string }> {
  const response = await app.request(path);
  const html = await response.text();
  return { status: response.status, html, text: textOf(html) };
}

/** The words of a piece of HTML in their order, with a space for every tag. */
export function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The cells of the table's row in which a piece of text stands. */
export function rowWith(html: string, text: string): string {
  const rows = html.match(/<tr[ >].*?<\/tr>/gs) ?? [];
  const row = rows.find((candidate) => textOf(candidate).includes(text));
  if (row === undefined) throw new Error(`No row says ${text}.`);
  return textOf(row);
}

/** The same database, with every query counted. */
export function countingQueries(database: OpenDatabase): { database: OpenDatabase; count: () => number } {
  let count = 0;
  const db = attachRunner<Database>(
    {},
    {
      run: (text, params, name) => {
        count += 1;
        return query(database.db, name === null ? text : { name, text }, params);
      },
      transaction: () => Promise.reject(new Error('A page changes nothing, so it needs no transaction.')),
    },
  );
  return { database: { ...database, db }, count: () => count };
}
