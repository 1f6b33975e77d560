import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { SESSION_LASTS } from '../sign-in/sessions.ts';

/** The cookie that holds a session's token, out of any script's reach. */
export interface SessionCookie {
  read(c: Context): string | undefined;
  write(c: Context, token: string): void;
  remove(c: Context): void;
}

/**
 * Where people come by https the cookie goes over https alone, and its name begins with `__Host-`: browsers then take
 * it from this very host only, not from a neighbour under the same domain.
 */
export function sessionCookie(baseUrl: string): SessionCookie {
  const secure = baseUrl.startsWith('https:');
  const name = secure ? '__Host-session' : 'session';
  const options = { path: '/', httpOnly: true, sameSite: 'Lax', secure } as const;
  return {
    read: (c) => getCookie(c, name),
    write: (c, token) => setCookie(c, name, token, { ...options, maxAge: SESSION_LASTS / 1_000 }),
    remove: (c) => void deleteCookie(c, name, options),
  };
}
