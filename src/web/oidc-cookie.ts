import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { OIDC_MINUTES } from '../sign-in/oidc-sign-in.ts';
import type { SessionCookie } from './session-cookie.ts';

/**
 * The cookie that binds a sign-in elsewhere to the browser that began it, so that nobody can be made to finish a
 * stranger's. `Lax`, since the way back leads from the provider's site to ours.
 */
export function oidcCookie(baseUrl: string): SessionCookie {
  const secure = baseUrl.startsWith('https:');
  const name = secure ? '__Host-oidc' : 'oidc';
  const options = { path: '/', httpOnly: true, sameSite: 'Lax', secure } as const;
  return {
    read: (c: Context) => getCookie(c, name),
    write: (c, state) => setCookie(c, name, state, { ...options, maxAge: OIDC_MINUTES * 60 }),
    remove: (c) => void deleteCookie(c, name, options),
  };
}
