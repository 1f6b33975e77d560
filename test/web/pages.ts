import { attachRunner, type Database, type OpenDatabase, query } from '../../src/db/database.ts';
import { createWeb } from '../../src/web/app.ts';
import type { WebApp, WebParts } from '../../src/web/web-parts.ts';

export const quietLogger = { info: () => {}, warn: () => {}, error: () => {} } as unknown as WebParts['logger'];

export const SETTINGS = { host: '127.0.0.1', port: 0, baseUrl: 'http://127.0.0.1:3000' };

/** The pages over a database and a clock, without a server. */
export function pagesOf(database: OpenDatabase, clock: WebParts['clock'], logger = quietLogger): WebApp {
  return createWeb({ settings: SETTINGS, database, clock, logger });
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
