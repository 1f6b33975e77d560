import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import type { Database } from '../db/database.ts';
import { preferencesOf } from '../db/queries/preferences.ts';
import { preferenceOf } from '../notices/preference.ts';
import type { Language } from '../plan/types.ts';
import type { WebEnv } from './web-parts.ts';

const COOKIE = 'language';
const YEAR = 365 * 24 * 60 * 60;

/** The language of a page: what `?lang=` asks for, which is then remembered; else what was; else Bengali. */
export const chooseLanguage = createMiddleware<WebEnv>(async (c, next) => {
  const asked = asLanguage(c.req.query('lang'));
  const language = asked ?? asLanguage(getCookie(c, COOKIE)) ?? 'bn';
  c.set('language', language);
  if (asked) rememberLanguage(c, asked);
  await next();
});

/** From now on pages are in this language in this browser, until another one is chosen. */
export function rememberLanguage(c: Context, language: Language): void {
  setCookie(c, COOKIE, language, { path: '/', maxAge: YEAR, sameSite: 'Lax', httpOnly: true });
}

/** Whoever has just signed in reads in the language that was chosen in this browser, else in the preferred one. */
export async function greetInPreferredLanguage(c: Context, db: Database, address: string | null): Promise<void> {
  if (address === null || asLanguage(getCookie(c, COOKIE)) !== null) return;
  const { language } = preferenceOf(await preferencesOf(db, [address]), { email: address });
  if (language) rememberLanguage(c, language);
}

/** This very page in another language: the path and its query, without the host. */
export function pathInLanguage(c: Context, language: Language): string {
  const { pathname, searchParams } = new URL(c.req.url);
  searchParams.set('lang', language);
  // Two slashes at the beginning would be another host's address.
  return `${pathname.replace(/^\/{2,}/, '/')}?${searchParams}`;
}

export function asLanguage(text: string | undefined): Language | null {
  return text === 'bn' || text === 'en' ? text : null;
}
