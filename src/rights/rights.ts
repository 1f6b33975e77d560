import type { LocalDate } from '../calendar/types.ts';
import { belongsTo, holdersOf, type Staffing } from '../notices/recipients.ts';
import { type Indicator, type Person, type Plan, ROLES, type Role } from '../plan/types.ts';

/** Whoever asks: a mail address, or none for the administrator whom the program's own console let in. */
export interface Viewer {
  readonly address: string | null;
  readonly isAdministrator: boolean;
}

/** As what somebody acts: a role by a post held on the day, the administrator, or any person of the plan. */
export const CAPACITIES = [...ROLES, 'administrator', 'viewer'] as const;
export type Capacity = (typeof CAPACITIES)[number];

interface Anywhere {
  readonly plan?: Plan | undefined;
}

/** What rights have to know of a plan: its people, and which posts play which part in its indicators. */
export interface StaffedPlan extends Staffing {
  readonly activities: readonly { readonly indicators: readonly Pick<Indicator, 'posts'>[] }[];
}

interface InPlan {
  readonly plan: StaffedPlan;
  /** The day in the plan's zone: posts pass from hand to hand. */
  readonly on: LocalDate;
}

interface OfIndicator extends InPlan {
  readonly indicator: Pick<Indicator, 'posts'>;
}

interface Own extends InPlan {
  /** To whom a letter was written, or whose leave it is. */
  readonly address: string;
}

interface Absence extends InPlan {
  /** Who is away. */
  readonly absent: Person;
}

/** Everything that rights decide on, and what has to be known to decide. */
interface Subjects {
  readonly readPlan: InPlan;
  readonly readIndicator: OfIndicator;
  readonly readOwnMessages: Own;
  readonly readMessages: InPlan;
  readonly readEvidence: OfIndicator;
  readonly recordProgress: OfIndicator;
  readonly suspend: OfIndicator;
  readonly resume: OfIndicator;
  readonly declareNotAchieved: OfIndicator;
  readonly reopen: OfIndicator;
  readonly withdraw: OfIndicator;
  readonly comment: OfIndicator;
  readonly answerEscalation: OfIndicator;
  readonly explain: OfIndicator;
  readonly takeLeave: Own;
  readonly setLeave: Absence;
  readonly sendMessageAgain: InPlan;
  readonly cancelMessage: InPlan;
  readonly seeOffices: InPlan;
  readonly previewNotices: InPlan;
  readonly arrangeMeeting: InPlan;
  readonly prepareAssessment: InPlan;
  readonly approveAssessment: InPlan;
  readonly sendAssessment: InPlan;
  readonly judgeAssessment: InPlan;
  readonly applyPlan: Anywhere;
  readonly manageSessions: Anywhere;
  readonly readHealth: Anywhere;
  readonly seeAdministration: Anywhere;
  readonly manageWebhooks: Anywhere;
}

export type Act = keyof Subjects;

const EVERYBODY = CAPACITIES;
const KEEPERS = ['innovationOfficer', 'headOfOffice'] as const;
const ABOVE = ['supervisor', 'headOfOffice', 'superiorAuthority'] as const;

/** Who may do what; `docs/rights.md` is this table in words, and tells why. */
const ALLOWED: Readonly<Record<Act, readonly Capacity[]>> = {
  readPlan: EVERYBODY,
  readIndicator: EVERYBODY,
  readOwnMessages: EVERYBODY,
  readMessages: [...KEEPERS, 'administrator'],
  readEvidence: EVERYBODY,
  recordProgress: ['focalPoint', 'innovationOfficer'],
  suspend: KEEPERS,
  resume: KEEPERS,
  declareNotAchieved: KEEPERS,
  reopen: KEEPERS,
  withdraw: ['headOfOffice', 'superiorAuthority'],
  comment: [...ROLES, 'viewer'],
  answerEscalation: ABOVE,
  explain: ['focalPoint', 'innovationOfficer'],
  takeLeave: [...ROLES, 'viewer'],
  setLeave: [...KEEPERS, 'administrator'],
  sendMessageAgain: [...KEEPERS, 'administrator'],
  cancelMessage: [...KEEPERS, 'administrator'],
  seeOffices: [...ABOVE, 'administrator'],
  previewNotices: [...KEEPERS, 'administrator'],
  arrangeMeeting: KEEPERS,
  prepareAssessment: ['focalPoint', 'innovationOfficer'],
  approveAssessment: ['headOfOffice'],
  sendAssessment: KEEPERS,
  judgeAssessment: ['superiorAuthority'],
  applyPlan: ['administrator'],
  manageSessions: ['administrator'],
  readHealth: ['administrator'],
  seeAdministration: ['administrator'],
  manageWebhooks: ['administrator'],
};

export const ACTS = Object.keys(ALLOWED) as readonly Act[];

/** As what somebody may act: the post and the person, for the record, are null for an administrator. */
export interface Standing {
  readonly capacity: Capacity;
  readonly post: string | null;
  readonly person: string | null;
}

export type Verdict =
  | { readonly allowed: true; readonly as: Standing }
  | {
      readonly allowed: false;
      /** `notYours`: a letter to somebody else, or their leave. `notEntitled`: no post that may do it. */
      readonly code: 'notEntitled' | 'notYours';
      /** Who may do it. */
      readonly needs: readonly Capacity[];
    };

/**
 * Decides whether somebody may do something: the one place that does. Who holds several posts may do what any of them
 * may. Of an indicator the posts that play its own parts count; of a plan, the posts of any of its indicators.
 */
export function mayDo<A extends Act>(viewer: Viewer, act: A, subject: Subjects[A]): Verdict {
  const needs = ALLOWED[act];
  const [standing] = standingsFor(viewer, act, subject);
  if (!standing) return { allowed: false, code: 'notEntitled', needs };
  if ('address' in subject && !isAddressOf(viewer, subject.address)) return { allowed: false, code: 'notYours', needs };
  return { allowed: true, as: standing };
}

/** As what somebody may do something: each of the posts that let the person do so, the nearest part first. */
export function standingsFor<A extends Act>(viewer: Viewer, act: A, subject: Subjects[A]): Standing[] {
  return standingsOf(viewer, subject).filter(
    ({ capacity }) => ALLOWED[act].includes(capacity) && !('absent' in subject && isAbove(subject, capacity)),
  );
}

/** Two mail addresses are one, however their letters are cased. */
export function sameAddress(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/**
 * The people of a plan who have an address: those who hold a post, will hold one, or were named without any. Whose last
 * post has ended is a stranger again.
 */
export function peopleAt(plan: Staffing, address: string, on: LocalDate): Person[] {
  return plan.people.filter((person) => sameAddress(person.email, address) && belongsTo(person, on));
}

/** The posts of a plan that somebody holds on a day, or stands in for, whatever they are for. */
export function postsOf(
  viewer: Pick<Viewer, 'address'>,
  plan: Staffing & Pick<Plan, 'posts'>,
  on: LocalDate,
): string[] {
  const people = viewer.address === null ? [] : peopleAt(plan, viewer.address, on);
  const isHeld = (post: string) => holdersOf(plan, post, on).some((one) => people.includes(one));
  return plan.posts.map(({ id }) => id).filter(isHeld);
}

/** All that a viewer stands for with regard to a plan or an indicator, the roles first. */
function standingsOf(viewer: Viewer, subject: Subjects[Act]): Standing[] {
  const asAdministrator: Standing[] = viewer.isAdministrator
    ? [{ capacity: 'administrator', post: null, person: null }]
    : [];
  if (!('on' in subject) || viewer.address === null) return asAdministrator;
  const { plan, on } = subject;
  const people = peopleAt(plan, viewer.address, on);
  const indicators =
    'indicator' in subject ? [subject.indicator] : plan.activities.flatMap((activity) => activity.indicators);
  const roles = ROLES.flatMap((role) => rolesAt(plan, indicators, role, people, on));
  return [
    ...roles,
    ...asAdministrator,
    ...people.map(({ id }): Standing => ({ capacity: 'viewer', post: null, person: id })),
  ];
}

function rolesAt(
  plan: StaffedPlan,
  indicators: readonly Pick<Indicator, 'posts'>[],
  role: Role,
  people: readonly Person[],
  on: LocalDate,
): Standing[] {
  const posts = new Set(indicators.map((indicator) => indicator.posts[role]));
  return [...posts].flatMap((post) => {
    const holder = post === null ? undefined : holdersOf(plan, post, on).find((one) => people.includes(one));
    return holder ? [{ capacity: role, post, person: holder.id }] : [];
  });
}

/**
 * Whether somebody holds, or will hold, a post above a capacity: nobody names a stand-in for those above, and so comes by
 * their rights.
 */
function isAbove({ plan, absent, on }: Absence, capacity: Capacity): boolean {
  if (capacity === 'administrator') return false;
  const posts = new Set(absent.holds.filter(({ to }) => to === null || on <= to).map(({ post }) => post));
  const indicators = plan.activities.flatMap((activity) => activity.indicators);
  const above = ROLES.slice(ROLES.indexOf(capacity as Role) + 1);
  return above.some((role) => indicators.some((indicator) => posts.has(indicator.posts[role] ?? '')));
}

function isAddressOf(viewer: Viewer, address: string): boolean {
  return viewer.address !== null && sameAddress(viewer.address, address);
}
