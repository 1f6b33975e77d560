import { addDays } from '../calendar/local-time.ts';
import type { LocalDate } from '../calendar/types.ts';
import { mailAddressFault } from './check-address.ts';
import type { Language, Person, Plan, Tenure } from './types.ts';

/** A change of who holds the posts of a plan, or of a person. */
export type PeopleChange =
  /** The tenure at that place of the person's list ends with this day. */
  | { readonly type: 'end'; readonly person: string; readonly tenure: number; readonly to: LocalDate }
  /** Somebody takes over a post; whoever is in charge then, without an end, leaves the day before. */
  | {
      readonly type: 'add';
      readonly post: string;
      readonly person: { readonly id: string } | NewPerson;
      readonly from: LocalDate | null;
      readonly to: LocalDate | null;
      readonly deputy: boolean;
    }
  | {
      readonly type: 'change';
      readonly person: string;
      readonly email: string;
      readonly language: Language | null;
    };

export interface NewPerson {
  readonly name: { readonly bn: string; readonly en: string };
  readonly email: string;
  readonly language: Language | null;
}

export type PeopleFault =
  | 'personUnknown'
  | 'postUnknown'
  | 'tenureUnknown'
  | 'nameMissing'
  | 'addressInvalid'
  | 'addressTaken'
  | 'endsBeforeBegin'
  | 'alreadyHeld';

/** The plan as it would be, or what is wrong, by the field it is wrong in. Pure. */
export function changePeople(
  plan: Plan,
  change: PeopleChange,
): { readonly plan: Plan } | { readonly faults: Readonly<Record<string, PeopleFault>> } {
  switch (change.type) {
    case 'end':
      return endTenure(plan, change);
    case 'add':
      return addTenure(plan, change);
    case 'change':
      return changePerson(plan, change);
  }
}

type Outcome = ReturnType<typeof changePeople>;

function endTenure(plan: Plan, { person: id, tenure, to }: Extract<PeopleChange, { type: 'end' }>): Outcome {
  const person = plan.people.find((one) => one.id === id);
  const held = person?.holds[tenure];
  if (!person || !held) return { faults: { to: 'tenureUnknown' } };
  if (held.from !== null && to < held.from) return { faults: { to: 'endsBeforeBegin' } };
  return { plan: withHolds(plan, id, (holds) => holds.map((one, i) => (i === tenure ? { ...one, to } : one))) };
}

function addTenure(plan: Plan, change: Extract<PeopleChange, { type: 'add' }>): Outcome {
  const { post, person, from, to, deputy } = change;
  const faults: Record<string, PeopleFault> = {};
  if (!plan.posts.some(({ id }) => id === post)) faults.post = 'postUnknown';
  if (from !== null && to !== null && to < from) faults.to = 'endsBeforeBegin';
  if (!('name' in person)) {
    if (!plan.people.some(({ id }) => id === person.id)) faults.person = 'personUnknown';
  } else {
    if (person.name.bn.trim() === '') faults.nameBn = 'nameMissing';
    if (person.name.en.trim() === '') faults.nameEn = 'nameMissing';
    Object.assign(faults, addressFaults(plan, person.email, null));
  }
  const tenure: Tenure = { post, from, to, deputy };
  const left = deputy ? plan : leaveBefore(plan, tenure);
  const isHeld = left.people.some(({ holds }) => holds.some((one) => !one.deputy && overlap(one, tenure)));
  if (!deputy && isHeld) faults.from = 'alreadyHeld';
  if (Object.keys(faults).length > 0) return { faults };
  if (!('name' in person)) return { plan: withHolds(left, person.id, (holds) => [...holds, tenure]) };
  const id = freeId(plan, post);
  return { plan: { ...left, people: [...left.people, { id, ...person, holds: [tenure] }] } };
}

function changePerson(plan: Plan, change: Extract<PeopleChange, { type: 'change' }>): Outcome {
  const { person: id, email, language } = change;
  if (!plan.people.some((one) => one.id === id)) return { faults: { email: 'personUnknown' } };
  const faults = addressFaults(plan, email, id);
  if (Object.keys(faults).length > 0) return { faults };
  return { plan: withPerson(plan, id, (person) => ({ ...person, email, language })) };
}

/** Whoever holds the post without an end, and began before, has it until the day before. */
function leaveBefore(plan: Plan, { post, from }: Tenure): Plan {
  if (from === null) return plan;
  const to = addDays(from, -1);
  const leave = (one: Tenure): Tenure =>
    one.post === post && !one.deputy && one.to === null && (one.from === null || one.from < from)
      ? { ...one, to }
      : one;
  return { ...plan, people: plan.people.map((person) => ({ ...person, holds: person.holds.map(leave) })) };
}

function addressFaults(plan: Plan, email: string, own: string | null): Record<string, PeopleFault> {
  if (mailAddressFault(email) !== null) return { email: 'addressInvalid' };
  const isTaken = plan.people.some((one) => one.id !== own && one.email.toLowerCase() === email.toLowerCase());
  // Two people of one address would act for each other.
  return isTaken ? { email: 'addressTaken' } : {};
}

function overlap(a: Tenure, b: Tenure): boolean {
  const begins = ({ from }: Tenure) => from ?? '';
  const ends = ({ to }: Tenure) => to ?? '9999-12-31';
  return a.post === b.post && begins(a) <= ends(b) && begins(b) <= ends(a);
}

/** Named after the post, with a number where somebody has that name already. */
function freeId(plan: Plan, post: string): string {
  const taken = new Set(plan.people.map(({ id }) => id));
  for (let number = 2; ; number += 1) {
    const id = `${post}-${number}`;
    if (!taken.has(id)) return id;
  }
}

function withHolds(plan: Plan, id: string, change: (holds: readonly Tenure[]) => readonly Tenure[]): Plan {
  return withPerson(plan, id, (person) => ({ ...person, holds: change(person.holds) }));
}

function withPerson(plan: Plan, id: string, change: (person: Person) => Person): Plan {
  return { ...plan, people: plan.people.map((person) => (person.id === id ? change(person) : person)) };
}
