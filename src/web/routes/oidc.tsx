import { type Context, Hono } from 'hono';
import type { OidcEnd } from '../../sign-in/oidc-sign-in.ts';
import { openSession } from '../../sign-in/sessions.ts';
import { oidcCookie } from '../oidc-cookie.ts';
import { showPage } from '../page-layout.tsx';
import { BackPage, GoingOnPage, NotInPage } from '../pages/oidc-pages.tsx';
import { safePath } from '../safe-path.ts';
import type { SessionCookie } from '../session-cookie.ts';
import type { WebApp, WebEnv, WebParts } from '../web-parts.ts';
import { type OidcWords, oidcWords } from '../wording/oidc-words.ts';

/** What a provider sends back that is of use here (RFC 6749, 4.1.2; RFC 9207). */
const ANSWER = ['code', 'state', 'iss', 'error'] as const;
/** Longer answers no provider gives. */
const LONGEST = 4_096;

/**
 * The way in by the office's own sign-in; not there where none is set. Opening the way back changes nothing: only its
 * button lets in. The way there is a page that leads on by itself, because browsers hold a form's redirect to the
 * policy of the page that it stands on, and nobody knows over which hosts a provider leads.
 */
export function oidcRoutes({ database: { db }, clock, oidc, settings }: WebParts, cookie: SessionCookie): WebApp {
  const app = new Hono<WebEnv>();
  const binding = oidcCookie(settings.baseUrl);

  app.post('/sign-in/oidc', async (c) => {
    if (!oidc) return c.notFound();
    const { next } = await c.req.parseBody();
    const start = await oidc.start(safePath(typeof next === 'string' ? next : undefined));
    const say = oidcWords(c.var.language);
    if (start.outcome === 'away') return notIn(c, 503, say.away, say.awayAdvice);
    if (start.outcome === 'tooMany') return notIn(c, 429, say.tooMany, say.tooManyAdvice);
    binding.write(c, start.state);
    c.header('Refresh', `0; url=${start.url}`);
    const content = <GoingOnPage url={start.url} language={c.var.language} />;
    return showPage(c, { title: say.goingOn, section: null, content });
  });

  app.get('/sign-in/oidc/callback', (c) => {
    if (!oidc) return c.notFound();
    const say = oidcWords(c.var.language);
    const answer = answerOf((name) => c.req.query(name));
    if (!answer.has('state')) return notIn(c, 410, say.over, say.overAdvice);
    if (answer.has('error')) return notIn(c, 403, say.refused, say.refusedAdvice);
    const content = <BackPage answer={answer} language={c.var.language} />;
    return showPage(c, { title: say.back, section: null, content });
  });

  app.post('/sign-in/oidc/callback', async (c) => {
    if (!oidc) return c.notFound();
    const form = await c.req.parseBody();
    const end = await oidc.finish(
      answerOf((name) => form[name]),
      binding.read(c),
    );
    if (end.outcome !== 'in') return tell(c, end);
    binding.remove(c);
    cookie.write(c, await openSession(db, end.address, c.req.header('user-agent') ?? '', clock.now()));
    return c.redirect(safePath(end.next), 303);
  });
  return app;
}

function answerOf(read: (name: string) => unknown): URLSearchParams {
  const answer = new URLSearchParams();
  for (const name of ANSWER) {
    const value = read(name);
    if (typeof value === 'string' && value.length <= LONGEST) answer.set(name, value);
  }
  return answer;
}

function tell(c: Context<WebEnv>, end: Exclude<OidcEnd, { outcome: 'in' }>): Response {
  const say: OidcWords = oidcWords(c.var.language);
  switch (end.outcome) {
    case 'over':
      return notIn(c, 410, say.over, say.overAdvice);
    case 'refused':
      return notIn(c, 403, say.refused, say.refusedAdvice);
    case 'away':
      return notIn(c, 503, say.away, say.awayAdvice);
    case 'unverified':
      return notIn(c, 403, say.unverified, say.unverifiedAdvice(end.email));
    case 'unknown':
      return notIn(c, 403, say.unknown, say.unknownAdvice(end.email!));
  }
}

function notIn(c: Context<WebEnv>, status: 403 | 410 | 429 | 503, title: string, advice: string): Response {
  const content = <NotInPage title={title} advice={advice} language={c.var.language} />;
  return showPage(c, { title, section: null, content }, status);
}
