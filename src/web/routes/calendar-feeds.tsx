import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { endFeed, makeFeed, openFeed, ownFeeds } from '../../acting/calendar-feeds.ts';
import type { DefinitionCache } from '../../engine/definition-cache.ts';
import { readDeadlines } from '../../engine/read-deadlines.ts';
import { ownDeadlines } from '../../reading/own-deadlines.ts';
import { ownPlans } from '../../reading/readable-plans.ts';
import { viewerAt } from '../../sign-in/known-address.ts';
import { feedText } from '../feed-text.ts';
import { asLanguage } from '../language.ts';
import { type Page, showPage } from '../page-layout.tsx';
import { CalendarFeedsPage, FeedMadePage } from '../pages/calendar-feeds-page.tsx';
import { OnlyWithAddress } from '../pages/preferences-page.tsx';
import { accountPath } from '../parts/account-menu.tsx';
import { textFields } from '../text-fields.ts';
import type { WebApp, WebEnv, WebParts } from '../web-parts.ts';
import { accountWords } from '../wording/account-words.ts';

/** `/calendar/feed/SECRET.ics`: open to whoever has the secret, for calendar programs that cannot sign in. */
export function feedRoutes({ database: { db }, clock, settings }: WebParts, definitions: DefinitionCache): WebApp {
  const app = new Hono<WebEnv>();

  app.get('/calendar/feed/:file{[A-Za-z0-9_-]{43}\\.ics}', async (c) => {
    const now = clock.now();
    const feed = await openFeed(db, c.req.param('file').slice(0, 43), now);
    // No administrator sees more in a calendar than what is their own.
    const plans = feed ? await ownPlans(db, viewerAt(feed.address, []), now) : [];
    if (!feed || plans.length === 0) return c.text('Not found', 404, { 'Cache-Control': 'private, no-store' });
    const deadlines = ownDeadlines(await readDeadlines(db, definitions, plans, now), feed.address, now);
    const text = feedText(deadlines, feed.language, settings.baseUrl);
    const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
    const headers = { ETag: etag, 'Cache-Control': 'private, no-cache', Vary: 'Accept-Encoding' };
    if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
    return c.body(text, 200, {
      ...headers,
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="suchok.ics"',
    });
  });
  return app;
}

const PATH = accountPath('calendar');

/** One's own feeds: made, shown once, revoked. */
export function accountFeedRoutes({ database: { db }, clock, settings }: WebParts): WebApp {
  const app = new Hono<WebEnv>();
  const acting = { db, clock };

  app.get(PATH, async (c) => {
    const session = c.var.session!;
    const { language } = c.var;
    const feeds = await ownFeeds(acting, session.viewer);
    if (!feeds) return show(c, <OnlyWithAddress current="calendar" language={language} />);
    const done = c.req.query('done');
    return show(c, <CalendarFeedsPage feeds={feeds} session={session} language={language} done={done} />);
  });

  // Answered at once instead of by a redirection: the address is known only here, and is shown this once.
  app.post(PATH, async (c) => {
    const { language } = c.var;
    const asked = asLanguage((await textFields(c)).language) ?? language;
    const made = await makeFeed(acting, c.var.session!.viewer, asked);
    if ('refused' in made) return c.redirect(made.refused === 'tooMany' ? `${PATH}?done=too-many` : PATH, 303);
    const address = `${settings.baseUrl.replace(/\/+$/, '')}/calendar/feed/${made.token}.ics`;
    return show(c, <FeedMadePage address={address} language={language} />);
  });

  app.post(`${PATH}/:id{[1-9][0-9]{0,14}}/revoke`, async (c) => {
    const ended = await endFeed(acting, c.var.session!.viewer, Number(c.req.param('id')));
    return ended ? c.redirect(`${PATH}?done=revoked`, 303) : c.notFound();
  });
  return app;
}

function show(c: Context<WebEnv>, content: Page['content']): Response {
  return showPage(c, { title: accountWords(c.var.language).feeds, section: null, content });
}
