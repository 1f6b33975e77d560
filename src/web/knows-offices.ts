import { createMiddleware } from 'hono/factory';
import { OverseersMenu } from '../reading/overseen-plans.ts';
import type { WebEnv, WebParts } from './web-parts.ts';

/** Tells the frame of every page whether its reader has offices to see, so that the menu leads there. */
export function knowsOffices({ database: { db }, clock }: WebParts) {
  const menu = new OverseersMenu();
  return createMiddleware<WebEnv>(async (c, next) => {
    const { session } = c.var;
    if (session) c.set('seesOffices', await menu.hasOffices(db, session.viewer, clock.now()));
    await next();
  });
}
