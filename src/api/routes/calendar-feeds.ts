import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { endFeed, MOST_FEEDS, makeFeed, ownFeeds } from '../../acting/calendar-feeds.ts';
import { HOME_ZONE } from '../../calendar/home-zone.ts';
import { toIsoWithOffset } from '../../calendar/local-time.ts';
import type { ApiEnv, ApiParts } from '../api-parts.ts';
import { requireScope } from '../authenticate.ts';
import { inOneTransaction } from '../idempotency.ts';
import { isoOrNull } from '../json-values.ts';
import { Problem } from '../problem.ts';
import { json, NOT_FOUND, problems, WRITE_PROBLEMS } from '../responses.ts';
import { instant, language, numericId, writeHeaders } from '../schemas/shared.ts';

const feed = z
  .object({ id: z.number().int(), language, createdAt: instant, lastReadAt: instant.nullable() })
  .openapi('CalendarFeed', { description: 'A secret address for a calendar program; the address itself is not kept.' });

const feedList = z.object({ items: z.array(feed) }).openapi('CalendarFeedList');

const feedMade = z
  .object({ id: z.number().int(), url: z.string().openapi({ description: 'Told here and never again.' }) })
  .openapi('CalendarFeedMade');

const getFeeds = createRoute({
  method: 'get',
  path: '/me/calendar-feeds',
  tags: ['Calendar'],
  summary: 'List your calendar feeds',
  description: 'Those that are not revoked, the latest first.',
  responses: { 200: json(feedList, 'Your feeds'), ...problems(NOT_FOUND) },
});

const postFeed = createRoute({
  method: 'post',
  path: '/me/calendar-feeds',
  tags: ['Calendar'],
  summary: 'Make a calendar feed',
  description: `A secret address that answers with iCalendar, of your own deadlines and nothing else, until it is revoked; ${MOST_FEEDS} at most. Needs the scopes \`read\` and \`record\`: whoever has the address reads, also once the token is over.`,
  request: {
    headers: writeHeaders,
    body: {
      required: true,
      content: { 'application/json': { schema: z.object({ language: language.default('bn') }) } },
    },
  },
  responses: { 201: json(feedMade, 'Made'), ...problems({ ...NOT_FOUND, ...WRITE_PROBLEMS }) },
});

const revokeFeed = createRoute({
  method: 'post',
  path: '/me/calendar-feeds/{id}/revoke',
  tags: ['Calendar'],
  summary: 'Revoke a calendar feed',
  description: 'From then on its address answers nothing.',
  request: { params: z.object({ id: numericId }), headers: writeHeaders },
  responses: {
    200: json(z.object({ id: z.number().int() }), 'Revoked'),
    ...problems({ ...NOT_FOUND, ...WRITE_PROBLEMS }),
  },
});

/** `/me/calendar-feeds`. */
export function addCalendarFeeds(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { db, clock, settings } = parts;

  app.openapi(getFeeds, async (c) => {
    requireScope(c.var.caller, 'read');
    const feeds = await ownFeeds(parts, c.var.caller.viewer);
    if (!feeds) throw new Problem('notFound');
    const items = feeds.map(({ id, language: told, createdAt, lastReadAt }) => ({
      id,
      language: told,
      createdAt: toIsoWithOffset(createdAt, HOME_ZONE),
      lastReadAt: isoOrNull(lastReadAt, HOME_ZONE),
    }));
    return c.json({ items }, 200);
  });

  app.openapi(postFeed, async (c) => {
    const { caller } = c.var;
    requireScope(caller, 'record');
    requireScope(caller, 'read');
    c.set('isSecret', true);
    const body = await inOneTransaction(c, db, 201, async (tx) => {
      const made = await makeFeed({ db: tx, clock }, caller.viewer, c.req.valid('json').language);
      if ('token' in made) {
        return { id: made.id, url: `${settings.baseUrl.replace(/\/+$/, '')}/calendar/feed/${made.token}.ics` };
      }
      // The administrator at the console has no address, and so nothing in a calendar.
      if (made.refused === 'noAddress') throw new Problem('notFound');
      throw new Problem('conflict', { detail: `There are ${MOST_FEEDS} feeds already; revoke one.` });
    });
    return c.json(body, 201);
  });

  app.openapi(revokeFeed, async (c) => {
    requireScope(c.var.caller, 'record');
    const id = Number(c.req.valid('param').id);
    const body = await inOneTransaction(c, db, 200, async (tx) => {
      if (!(await endFeed({ db: tx, clock }, c.var.caller.viewer, id))) throw new Problem('notFound');
      return { id };
    });
    return c.json(body, 200);
  });
}
