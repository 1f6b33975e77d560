import { Hono } from 'hono';
import { localDate } from '../../calendar/local-time.ts';
import { changeMark, isStillCurrent } from '../../db/queries/change-mark.ts';
import { findPlan } from '../../db/queries/plans.ts';
import { mayDo } from '../../rights/rights.ts';
import { ChangeWatch } from '../live/change-watch.ts';
import { OpenStreams, STREAMS_OF_A_SESSION } from '../live/open-streams.ts';
import type { WebApp, WebEnv, WebParts } from '../web-parts.ts';

/** Nobody in between may keep, pack or hold back what has to arrive at once. */
const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
};

const CHANGED = 'event: change\ndata: .\n\n';

/**
 * `/plans/:id/changes`: tells, as server-sent events, that something about the plan has changed. The event says no more
 * than that; what changed is read from the page, with the rights that a page asks for. All streams end when `stopping`
 * is aborted.
 */
export function changeRoutes(parts: WebParts, stopping: AbortSignal): WebApp {
  const { database, clock, logger } = parts;
  const watch = new ChangeWatch(database, logger);
  const streams = new OpenStreams(parts);
  stopping.addEventListener('abort', () => {
    streams.close();
    void watch.close();
  });
  const app = new Hono<WebEnv>();

  app.get('/plans/:id{[a-z0-9-]+}/changes', async (c) => {
    const planId = c.req.param('id');
    const { id: sessionId, viewer } = c.var.session!;
    const plan = (await findPlan(database.db, planId))?.body;
    if (!plan || !mayDo(viewer, 'readPlan', { plan, on: localDate(clock.now(), plan.zone) }).allowed) {
      return c.notFound();
    }
    if (c.req.method === 'HEAD') return c.body(null, 200, HEADERS);
    if (streams.ofSession(sessionId) >= STREAMS_OF_A_SESSION || stopping.aborted) return c.body(null, 429);
    const seen = c.req.query('seen');
    const body = streams.open(sessionId, (send) => {
      let isOver = false;
      let unfollow = () => {
        isOver = true;
      };
      send(':\n\n');
      void watch
        .follow(planId, () => send(CHANGED))
        .then(async (end) => {
          if (isOver) return end();
          unfollow = end;
          // What happened between the page and this stream has nobody told yet.
          if (seen !== undefined && !isStillCurrent(seen, await changeMark(database.db, planId))) send(CHANGED);
        })
        .catch((error: unknown) => logger.warn({ err: error, plan: planId }, 'A plan could not be followed'));
      return () => unfollow();
    });
    return c.body(body, 200, HEADERS);
  });
  return app;
}
