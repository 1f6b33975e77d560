import { localDate } from '../calendar/local-time.ts';
import type { Instant } from '../calendar/types.ts';
import type { Database } from '../db/database.ts';
import { staffedPlans } from '../db/queries/staffed-plans.ts';
import type { HeldPosts } from '../db/queries/waiting-escalations.ts';
import { mayDo, postsOf, type Viewer } from '../rights/rights.ts';

/** The plans that somebody sees side by side, each with the posts held in it; null for all there are. */
export async function overseenPlans(db: Database, viewer: Viewer, now: Instant): Promise<readonly HeldPosts[] | null> {
  return viewer.isAdministrator ? null : plansBelow(db, viewer, now);
}

/** The plans in which somebody supervises, heads or stands above, also where the same person administrates. */
export async function plansBelow(db: Database, viewer: Viewer, now: Instant): Promise<readonly HeldPosts[]> {
  if (viewer.address === null) return [];
  const asPerson: Viewer = { ...viewer, isAdministrator: false };
  const plans = await staffedPlans(db, viewer.address);
  return plans.flatMap(({ id, zone, roles, leaves, people, posts }) => {
    const indicators = (roles ?? []).map((one) => ({ posts: one }));
    const plan = { people, posts, activities: [{ indicators }], ...(leaves ? { leaves } : {}) };
    const on = localDate(now, zone);
    if (!mayDo(asPerson, 'seeOffices', { plan, on }).allowed) return [];
    return [{ planId: id, posts: postsOf(asPerson, plan, on) }];
  });
}

/** So long, in milliseconds, the menu goes by what it knew of a person; the pages themselves ask anew each time. */
const REMEMBERED = 5 * 60 * 1_000;

/** For the menu of every page: whether somebody has offices to see. Asked once in a while, since it stays as it is for months. */
export class OverseersMenu {
  readonly #known = new Map<string, { readonly until: Instant; readonly sees: boolean }>();

  async hasOffices(db: Database, viewer: Viewer, now: Instant): Promise<boolean> {
    if (viewer.isAdministrator) return true;
    if (viewer.address === null) return false;
    const address = viewer.address.toLowerCase();
    const known = this.#known.get(address);
    if (known && now < known.until) return known.sees;
    const sees = (await plansBelow(db, viewer, now)).length > 0;
    for (const [one, { until }] of this.#known) if (until <= now) this.#known.delete(one);
    this.#known.set(address, { until: now + REMEMBERED, sees });
    return sees;
  }
}
