import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import type { Language } from '../plan/types.ts';
import type { WebEnv } from './web-parts.ts';

const COOKIE = 'language';
const YEAR = 365 * 24 * 60 * 60;

/** The language of a page: what `?lang=` asks for, which is then remembered; else what was; else Bengali. */
export const chooseLanguage = createMiddleware<WebEnv>(async (c, next) => {
  const asked = asLanguage(c.req.query('lang'));
  const language = asked ?? asLanguage(getCookie(c, COOKIE)) ?? 'bn';
  c.set('language', language);
  if (asked) setCookie(c, COOKIE, asked, { path: '/', maxAge: YEAR, sameSite: 'Lax', httpOnly: true });
  await next();
});

/** This very page in another language: the path and its query, without the host. */
export function pathInLanguage(c: Context, language: Language): string {
  const { pathname, searchParams } = new URL(c.req.url);
  searchParams.set('lang', language);
  return `${pathname}?${searchParams}`;
}

function asLanguage(text: string | undefined): Language | null {
  return text === 'bn' || text === 'en' ? text : null;
}
