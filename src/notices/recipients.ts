import type { LocalDate } from '../calendar/types.ts';
import { type Person, type Plan, ROLES, type Role, type RolePosts } from '../plan/types.ts';

/** Somebody who is to be told, and the post as whose holder. */
export interface Recipient {
  readonly post: string;
  readonly person: Person;
}

/**
 * Who is told on a day when a rung names a role: the holder of its post, else the deputy. A vacant post is passed over
 * at once to the next role above it, and where all are vacant to the plan's last resort. Empty when even that is vacant.
 */
export function recipientsOf(plan: Plan, posts: RolePosts, role: Role, on: LocalDate): Recipient[] {
  const upwards = ROLES.slice(ROLES.indexOf(role)).map((above) => posts[above]);
  for (const post of [...upwards, plan.lastResort]) {
    if (post === null) continue;
    const holders = holdersOf(plan, post, on);
    if (holders.length > 0) return holders.map((person) => ({ post, person }));
  }
  return [];
}

/** The people in charge of a post on a day; its deputies where nobody is. */
export function holdersOf(plan: Plan, post: string, on: LocalDate): Person[] {
  const holding = (deputy: boolean) =>
    plan.people.filter((person) =>
      person.holds.some(
        (tenure) =>
          tenure.post === post &&
          tenure.deputy === deputy &&
          (tenure.from === null || tenure.from <= on) &&
          (tenure.to === null || on <= tenure.to),
      ),
    );
  const inCharge = holding(false);
  return inCharge.length > 0 ? inCharge : holding(true);
}
