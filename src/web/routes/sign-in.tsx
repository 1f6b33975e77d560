import { type Context, Hono } from 'hono';
import { mailAddressFault } from '../../plan/check-address.ts';
import { openSession } from '../../sign-in/sessions.ts';
import { greetInPreferredLanguage } from '../language.ts';
import { showPage } from '../page-layout.tsx';
import { AskPage, ConfirmPage, LinkOverPage, SentPage } from '../pages/sign-in-pages.tsx';
import { safePath } from '../safe-path.ts';
import type { SessionCookie } from '../session-cookie.ts';
import type { WebApp, WebEnv, WebParts } from '../web-parts.ts';
import { signInWords } from '../wording/sign-in-words.ts';

/** A token as `newToken` makes it; anything else is no link of ours. */
const TOKEN = '[A-Za-z0-9_-]{43}';

/** `/sign-in` and the links that letters hold. Opening one changes nothing: only its button lets in. */
export function signInRoutes({ database: { db }, clock, signIn, oidc }: WebParts, cookie: SessionCookie): WebApp {
  const app = new Hono<WebEnv>();

  app.get('/sign-in', (c) => ask(c, oidc, safePath(c.req.query('next'))));

  app.post('/sign-in', async (c) => {
    const { language } = c.var;
    const say = signInWords(language);
    const form = await c.req.parseBody();
    const next = safePath(textOf(form.next));
    const typed = textOf(form.address).trim();
    if (mailAddressFault(typed) !== null) return ask(c, oidc, next, { typed, fault: say.notAnAddress }, 422);
    if (!(await signIn.ask(typed, next, language))) return ask(c, oidc, next, { typed, fault: say.tooOften }, 429);
    return c.redirect('/sign-in/sent', 303);
  });

  app.get('/sign-in/sent', (c) => {
    const { language } = c.var;
    return showPage(c, { title: signInWords(language).sent, section: null, content: <SentPage language={language} /> });
  });

  app.get(`/sign-in/:token{${TOKEN}}`, async (c) => {
    const { language } = c.var;
    const token = c.req.param('token');
    const target = await signIn.look(token);
    if (!target) return linkOver(c);
    const content = <ConfirmPage token={token} address={target.address} language={language} />;
    return showPage(c, { title: signInWords(language).confirm, section: null, content });
  });

  app.post(`/sign-in/:token{${TOKEN}}`, async (c) => {
    const target = await signIn.redeem(c.req.param('token'));
    if (!target) return linkOver(c);
    cookie.write(c, await openSession(db, target.address, c.req.header('user-agent') ?? '', clock.now()));
    await greetInPreferredLanguage(c, db, target.address);
    return c.redirect(safePath(target.next), 303);
  });
  return app;
}

type Fault = { readonly typed: string; readonly fault: string };

function ask(
  c: Context<WebEnv>,
  oidc: WebParts['oidc'],
  next: string,
  fault?: Fault,
  status: 200 | 422 | 429 = 200,
): Response {
  const { language } = c.var;
  const content = <AskPage next={next} oidc={oidc} language={language} {...fault} />;
  return showPage(c, { title: signInWords(language).signIn, section: null, content }, status);
}

function linkOver(c: Context<WebEnv>): Response {
  const { language } = c.var;
  const content = <LinkOverPage language={language} />;
  return showPage(c, { title: signInWords(language).linkOver, section: null, content }, 410);
}

function textOf(field: unknown): string {
  return typeof field === 'string' ? field : '';
}
