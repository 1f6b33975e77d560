import type { LocalDate } from '../calendar/types.ts';
import { type Leave, type Person, type Plan, ROLES, type Role, type RolePosts, type Tenure } from '../plan/types.ts';

/** Who holds what in a plan: all that has to be known of it to tell who is in charge. */
export type Staffing = Pick<Plan, 'people' | 'leaves'>;

/** Somebody who is to be told, and the post as whose holder. */
export interface Recipient {
  readonly post: string;
  readonly person: Person;
  /** Who is on leave and would have been told. */
  readonly inPlaceOf: Person | null;
}

/**
 * Who is told on a day when a rung names a role: the holder of its post, else the deputy. A vacant post is passed over
 * at once to the next role above it, and where all are vacant to the plan's last resort. Empty when even that is vacant.
 */
export function recipientsOf(plan: Plan, posts: RolePosts, role: Role, on: LocalDate): Recipient[] {
  const upwards = ROLES.slice(ROLES.indexOf(role)).map((above) => posts[above]);
  for (const post of [...upwards, plan.lastResort]) {
    if (post === null) continue;
    const holdings = holdingsOf(plan, post, on);
    if (holdings.length > 0) return holdings.map((holding) => ({ post, ...holding }));
  }
  return [];
}

/**
 * The people in charge of a post on a day; its deputies where nobody is. Who is on leave that day has left the post to
 * whoever stands in; a stand-in who is on leave too stands in for nobody, and nobody else is looked for.
 */
export function holdersOf(plan: Staffing, post: string, on: LocalDate): Person[] {
  return holdingsOf(plan, post, on).map(({ person }) => person);
}

/** Whether a plan still names somebody on a day: whose last post has ended is a stranger to it. */
export function belongsTo({ holds }: Person, on: LocalDate): boolean {
  return holds.length === 0 || holds.some(({ to }) => to === null || on <= to);
}

interface Holding {
  readonly person: Person;
  readonly inPlaceOf: Person | null;
}

function holdingsOf(plan: Staffing, post: string, on: LocalDate): Holding[] {
  const holding = (deputy: boolean) =>
    plan.people
      .filter(({ holds }) =>
        holds.some((tenure) => tenure.post === post && tenure.deputy === deputy && isOn(tenure, on)),
      )
      .flatMap((person) => presentFor(plan, person, on));
  const inCharge = holding(false);
  return onceEach(inCharge.length > 0 ? inCharge : holding(true));
}

/** The person, or on a day of leave the stand-in; nobody where that one is away too, or no longer of the plan. */
function presentFor(plan: Staffing, person: Person, on: LocalDate): Holding[] {
  const leave = leaveOf(plan, person.id, on);
  if (!leave) return [{ person, inPlaceOf: null }];
  const deputy = plan.people.find(({ id }) => id === leave.deputy);
  if (!deputy || leaveOf(plan, deputy.id, on) || !belongsTo(deputy, on)) return [];
  return [{ person: deputy, inPlaceOf: person }];
}

function leaveOf({ leaves = [] }: Staffing, person: string, on: LocalDate): Leave | undefined {
  return leaves.find((leave) => leave.person === person && leave.from <= on && on <= leave.to);
}

function isOn({ from, to }: Tenure, on: LocalDate): boolean {
  return (from === null || from <= on) && (to === null || on <= to);
}

/** Who holds a post and stands in for its other holder is told once, for the own part. */
function onceEach(holdings: readonly Holding[]): Holding[] {
  const ownFirst = [...holdings].sort(
    (one, other) => Number(one.inPlaceOf !== null) - Number(other.inPlaceOf !== null),
  );
  return [...new Map(ownFirst.reverse().map((holding) => [holding.person.id, holding])).values()].reverse();
}
