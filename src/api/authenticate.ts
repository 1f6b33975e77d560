import type { Context, MiddlewareHandler } from 'hono';
import type { Scope } from '../db/queries/api-tokens.ts';
import { useApiToken } from '../sign-in/api-tokens.ts';
import { viewerAt } from '../sign-in/known-address.ts';
import type { ApiEnv, ApiParts, Caller } from './api-parts.ts';
import { Problem } from './problem.ts';
import type { RateLimit } from './rate-limit.ts';

/**
 * Lets only those through who bring a bearer token that is good. Cookies count for nothing here, so no page of another
 * site can make a browser act.
 */
export function authenticate({ db, clock, settings }: ApiParts, limit: RateLimit): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const secret = bearerOf(c);
    if (!secret) throw new Problem('tokenMissing', {}, { 'WWW-Authenticate': 'Bearer realm="Suchok"' });
    const now = clock.now();
    const token = await useApiToken(db, secret, now);
    if (!token) throw new Problem('tokenInvalid', {}, { 'WWW-Authenticate': 'Bearer error="invalid_token"' });
    const { allowed, remaining, reset } = limit.take(token.id, now);
    c.header('RateLimit-Limit', String(limit.most));
    c.header('RateLimit-Remaining', String(remaining));
    c.header('RateLimit-Reset', String(reset));
    if (!allowed) throw new Problem('tooManyRequests', {}, { 'Retry-After': String(reset) });
    c.set('caller', {
      token,
      viewer: viewerAt(token.address, settings.adminEmails),
      scopes: new Set(token.scopes),
    });
    await next();
  };
}

/** The secret of the token that a request brings. */
export function bearerOf(c: Context<ApiEnv>): string | undefined {
  return /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
}

/** @throws Problem when the token was not made for this. */
export function requireScope({ scopes }: Caller, scope: Scope): void {
  if (!scopes.has(scope)) throw new Problem('scopeMissing', { detail: `scope: ${scope}` });
}
