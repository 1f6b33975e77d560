import { Hono } from 'hono';
import { revokeSession, sessionsOf } from '../../db/queries/sessions.ts';
import { showPage } from '../page-layout.tsx';
import { SessionList } from '../pages/session-list.tsx';
import { accountPath } from '../parts/account-menu.tsx';
import { signInPath } from '../paths.ts';
import type { SessionCookie } from '../session-cookie.ts';
import type { WebApp, WebEnv, WebParts } from '../web-parts.ts';
import { signInWords } from '../wording/sign-in-words.ts';

/** One's own sessions, and the way out. */
export function accountRoutes({ database: { db }, clock }: WebParts, cookie: SessionCookie): WebApp {
  const app = new Hono<WebEnv>();

  app.get('/account', (c) => c.redirect(accountPath('preferences')));

  app.get('/account/sessions', async (c) => {
    const { language } = c.var;
    const session = c.var.session!;
    const sessions = await sessionsOf(db, session.viewer.address, clock.now());
    const content = <SessionList sessions={sessions} session={session} language={language} />;
    return showPage(c, { title: signInWords(language).sessions, section: null, content });
  });

  app.post('/account/sessions/:id{[1-9][0-9]{0,14}}/end', async (c) => {
    const { id: own, viewer } = c.var.session!;
    const id = Number(c.req.param('id'));
    if (!(await revokeSession(db, id, viewer.address, clock.now()))) return c.notFound();
    if (id !== own) return c.redirect('/account/sessions', 303);
    cookie.remove(c);
    return c.redirect(signInPath(), 303);
  });

  app.post('/sign-out', async (c) => {
    const { id, viewer } = c.var.session!;
    await revokeSession(db, id, viewer.address, clock.now());
    cookie.remove(c);
    return c.redirect(signInPath(), 303);
  });
  return app;
}
