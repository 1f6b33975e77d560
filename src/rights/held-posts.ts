import type { LocalDate } from '../calendar/types.ts';
import { holdersOf } from '../notices/recipients.ts';
import type { Plan } from '../plan/types.ts';
import { peopleAt } from './rights.ts';

/** The posts of a plan that somebody holds on a day, in charge or as the deputy of nobody in charge. */
export function postsHeldBy(plan: Plan, address: string | null, on: LocalDate): ReadonlySet<string> {
  const people = address === null ? [] : peopleAt(plan, address, on);
  if (people.length === 0) return new Set();
  const held = plan.posts.filter(({ id }) => holdersOf(plan, id, on).some((holder) => people.includes(holder)));
  return new Set(held.map(({ id }) => id));
}
