import { addDays } from '../calendar/local-time.ts';
import type { LocalDate } from '../calendar/types.ts';
import type { Person, Plan, Post, Tenure } from './types.ts';

/** So many days before its end a tenure is pointed out. */
const ENDING_WITHIN = 30;

/** What somebody should see to, so that letters reach people. */
export interface PeopleToMind {
  /** Posts that nobody holds on that day, in charge or as a deputy. */
  readonly vacant: readonly Post[];
  /** Tenures in charge that end soon, and nobody takes over the day after. */
  readonly ending: readonly { readonly person: Person; readonly tenure: Tenure; readonly post: Post }[];
  /** People who hold no post, today or later. */
  readonly idle: readonly Person[];
}

export function peopleToMind(plan: Plan, on: LocalDate): PeopleToMind {
  const soon = addDays(on, ENDING_WITHIN);
  const isHeld = (post: string, day: LocalDate, deputies: boolean) =>
    plan.people.some(({ holds }) =>
      holds.some((one) => one.post === post && (deputies || !one.deputy) && holdsOn(one, day)),
    );
  const tenures = plan.people.flatMap((person) =>
    person.holds.flatMap((tenure) => {
      const post = plan.posts.find(({ id }) => id === tenure.post);
      return post ? [{ person, tenure, post }] : [];
    }),
  );
  return {
    vacant: plan.posts.filter(({ id }) => !isHeld(id, on, true)),
    ending: tenures.filter(
      ({ tenure: { post, to, deputy } }) =>
        !deputy && to !== null && on <= to && to <= soon && to < plan.closes && !isHeld(post, addDays(to, 1), false),
    ),
    idle: plan.people.filter(({ holds }) => holds.every(({ to }) => to !== null && to < on)),
  };
}

function holdsOn({ from, to }: Tenure, day: LocalDate): boolean {
  return (from === null || from <= day) && (to === null || day <= to);
}
