import { localDate } from '../calendar/local-time.ts';
import type { Instant } from '../calendar/types.ts';
import type { Deadline } from '../engine/read-deadlines.ts';
import { type Plan, ROLES } from '../plan/types.ts';
import { postsOf } from '../rights/rights.ts';

/** The deadlines of indicators in which somebody with this address holds a post today, or stands in for it. Pure. */
export function ownDeadlines(deadlines: readonly Deadline[], address: string | null, now: Instant): Deadline[] {
  const held = new Map<Plan, readonly string[]>();
  return deadlines.filter(({ plan, indicator }) => {
    const posts = held.get(plan) ?? postsOf({ address }, plan, localDate(now, plan.zone));
    held.set(plan, posts);
    return ROLES.some((role) => posts.includes(indicator.posts[role] ?? ''));
  });
}
