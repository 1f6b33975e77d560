import type { Context, MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import type { StoredSession } from '../db/queries/sessions.ts';
import { viewerAt } from '../sign-in/known-address.ts';
import { useSession } from '../sign-in/sessions.ts';
import { formTokenOf, sameSecret } from '../sign-in/tokens.ts';
import { signInPath } from './paths.ts';
import { PostedForm } from './posted-form.ts';
import type { SessionCookie } from './session-cookie.ts';
import { takesFiles } from './takes-files.ts';
import type { Session, WebEnv, WebParts } from './web-parts.ts';

/**
 * Lets only those through who are signed in; others are sent to sign in, and come back to the page that they asked for.
 * What changes anything has to come by POST out of a form of this very session.
 */
export function requireSession(
  { database: { db }, clock, settings }: WebParts,
  cookie: SessionCookie,
): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const token = cookie.read(c);
    const used = token ? await useSession(db, token, clock.now()) : null;
    const reads = c.req.method === 'GET' || c.req.method === 'HEAD';
    if (!token || !used) return c.redirect(signInPath(reads ? pathAndQuery(c) : '/'), 303);
    const formToken = formTokenOf(token);
    const postedForm = takesFiles(c) ? new PostedForm(c.req.raw) : undefined;
    try {
      if (!reads && !(await carries(c, postedForm, formToken))) throw new HTTPException(403);
      if (used.extended) cookie.write(c, token);
      c.set('session', sessionOf(used.session, formToken, settings));
      c.set('postedForm', postedForm);
      await next();
    } finally {
      await postedForm?.drain();
    }
  };
}

/** Lets everybody through, and knows who is signed in: for what strangers may read too, and may not send anything to. */
export function knowSession({ database: { db }, clock, settings }: WebParts, cookie: SessionCookie) {
  return createMiddleware<WebEnv>(async (c, next) => {
    const token = cookie.read(c);
    const used = token ? await useSession(db, token, clock.now()) : null;
    if (token && used) {
      if (used.extended) cookie.write(c, token);
      c.set('session', sessionOf(used.session, formTokenOf(token), settings));
    }
    await next();
  });
}

function sessionOf({ id, address }: StoredSession, formToken: string, settings: WebParts['settings']): Session {
  return { id, viewer: viewerAt(address, settings.adminEmails), formToken };
}

async function carries(c: Context, postedForm: PostedForm | undefined, formToken: string): Promise<boolean> {
  if (c.req.method !== 'POST') return false;
  const token = postedForm ? await postedForm.token : (await c.req.parseBody()).token;
  return typeof token === 'string' && sameSecret(token, formToken);
}

function pathAndQuery(c: Context): string {
  const { pathname, search } = new URL(c.req.url);
  return `${pathname}${search}`;
}
