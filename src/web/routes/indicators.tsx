import { Hono } from 'hono';
import { changeMark } from '../../db/queries/change-mark.ts';
import type { DefinitionCache } from '../../engine/definition-cache.ts';
import { mayDo } from '../../rights/rights.ts';
import { readIndicatorPage } from '../indicator-reading.ts';
import { changesPath } from '../paths.ts';
import { questionsOf } from '../questions-reading.ts';
import { showIndicator } from '../show-indicator.tsx';
import type { WebApp, WebEnv, WebParts } from '../web-parts.ts';

/** `/plans/:id/indicators/:code`, to which the letters link. */
export function indicatorRoutes(
  { database: { db }, calendars, clock }: WebParts,
  definitions: DefinitionCache,
): WebApp {
  const app = new Hono<WebEnv>();
  app.get('/plans/:id{[a-z0-9-]+}/indicators/:code{[A-Za-z0-9.-]+}', async (c) => {
    const { id, code } = c.req.param();
    const now = clock.now();
    // Read first: what changes while the page is made is then told to it.
    const mark = await changeMark(db, id);
    const facts = await readIndicatorPage({ db, definitions, calendars }, id, code, now);
    if (!facts || mark === null) return c.notFound();
    const { plan, indicator, today } = facts;
    if (!mayDo(c.var.session!.viewer, 'readIndicator', { plan, indicator, on: today }).allowed) return c.notFound();
    const questions = await questionsOf(db, definitions, facts, c.var.session!.viewer, now);
    return showIndicator(c, facts, { now, questions, changes: changesPath(id, mark) });
  });
  return app;
}
