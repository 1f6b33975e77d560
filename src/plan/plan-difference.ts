import type { Bilingual } from '../calendar/types.ts';
import type { Plan } from './types.ts';

type Scalar = string | number | boolean;

/** One part of a plan that is not as it was. */
export interface Change {
  readonly subject: 'plan' | 'policy' | 'post' | 'person' | 'activity' | 'indicator';
  /** The id, or the code of an activity or indicator. */
  readonly id: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly title: Bilingual;
  /** What differs, field by field; empty for what was added or removed as a whole. */
  readonly fields: readonly FieldChange[];
}

export interface FieldChange {
  /** As in `target`, `steps[office-order].title.bn`. */
  readonly field: string;
  /** `null` where the field had no value. */
  readonly before: Scalar | null;
  readonly after: Scalar | null;
}

interface Part {
  readonly id: string;
  readonly title: Bilingual;
  readonly value: object;
}

/**
 * What changes when one plan takes the place of another: nothing for equal plans, everything added where there was none
 * before. Parts are matched by their ids and codes.
 */
export function planDifference(before: Plan | null, after: Plan): Change[] {
  const parts = (plan: Plan | null, of: (plan: Plan) => readonly Part[]) => (plan === null ? [] : of(plan));
  const compare = (subject: Change['subject'], of: (plan: Plan) => readonly Part[]) =>
    partDifference(subject, parts(before, of), parts(after, of));
  return [
    ...partDifference('plan', before === null ? [] : [planPart(before, after)], [planPart(after, before)]),
    ...compare('policy', policyPart),
    ...compare('post', postParts),
    ...compare('person', personParts),
    ...compare('activity', activityParts),
    ...compare('indicator', indicatorParts),
  ];
}

/** The changes as plain English text, one line to a change and one, indented, to a field. */
export function describeChanges(changes: readonly Change[]): string {
  if (changes.length === 0) return 'Nothing has changed.';
  return changes
    .flatMap(({ subject, id, change, title, fields }) => [
      `${subject} ${id} ${change}${title.en === id ? '' : `: ${title.en}`}`,
      ...fields.map(({ field, before, after }) => `  ${field}: ${shown(before)} → ${shown(after)}`),
    ])
    .join('\n');
}

function shown(value: Scalar | null): string {
  return value === null || value === '' ? '(none)' : String(value);
}

function partDifference(subject: Change['subject'], before: readonly Part[], after: readonly Part[]): Change[] {
  const old = new Map(before.map((part) => [part.id, part]));
  const kept = new Set(after.map((part) => part.id));
  const removed = before.filter((part) => !kept.has(part.id));
  return [
    ...removed.map(({ id, title }): Change => ({ subject, id, change: 'removed', title, fields: [] })),
    ...after.flatMap(({ id, title, value }): Change[] => {
      const was = old.get(id);
      if (was === undefined) return [{ subject, id, change: 'added', title, fields: [] }];
      const fields = fieldDifference(was.value, value);
      return fields.length === 0 ? [] : [{ subject, id, change: 'changed', title, fields }];
    }),
  ];
}

function fieldDifference(before: object, after: object): FieldChange[] {
  const old = new Map(leaves(before));
  const now = new Map(leaves(after));
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((field) => ({ field, before: old.get(field) ?? null, after: now.get(field) ?? null }))
    .filter((change) => change.before !== change.after);
}

/** Every value with its path. A list shows as its ids or values, so that what was added or moved in it is seen. */
function* leaves(value: unknown, path = ''): Generator<[string, Scalar | null]> {
  if (Array.isArray(value)) {
    const plain = value.every((item) => typeof item !== 'object');
    const ids = value.map((item, i) => String(plain ? item : (item.id ?? i + 1)));
    yield [path, ids.join(', ')];
    if (plain) return;
    for (const [i, item] of value.entries()) yield* leaves(item, `${path}[${ids[i]}]`);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) yield* leaves(inner, path === '' ? key : `${path}.${key}`);
  } else yield [path, (value ?? null) as Scalar | null];
}

/** The plan's own fields, and the order of its parts where the parts themselves are the same. */
function planPart(plan: Plan, other: Plan | null): Part {
  const { id, office, posts, people, activities: _, leaves: __, duties: ___, policy, ...fields } = plan;
  const order: Record<string, string> = {};
  if (other !== null) {
    order['order of posts'] = orderOf(posts, other.posts, (post) => post.id);
    order['order of people'] = orderOf(people, other.people, (person) => person.id);
    order['order of activities'] = orderOf(plan.activities, other.activities, (activity) => activity.code);
    order['order of indicators'] = orderOf(indicatorsOf(plan), indicatorsOf(other), (indicator) => indicator.code);
  }
  return { id, title: office.name, value: { office, ...fields, policy: policy.id, ...order } };
}

/** The keys that both lists have, in the order of the first. */
function orderOf<Item>(items: readonly Item[], others: readonly Item[], key: (item: Item) => string): string {
  const common = new Set(others.map(key));
  return items
    .map(key)
    .filter((each) => common.has(each))
    .join(', ');
}

function policyPart({ policy }: Plan): Part[] {
  return [{ id: policy.id, title: { bn: policy.id, en: policy.id }, value: policy }];
}

function postParts(plan: Plan): Part[] {
  return plan.posts.map((post) => ({ id: post.id, title: post.title, value: post }));
}

function personParts(plan: Plan): Part[] {
  return plan.people.map((person) => ({ id: person.id, title: person.name, value: person }));
}

function activityParts(plan: Plan): Part[] {
  return plan.activities.map(({ code, title }) => ({ id: code, title, value: { title } }));
}

function indicatorParts(plan: Plan): Part[] {
  return plan.activities.flatMap((activity) =>
    activity.indicators.map((indicator) => ({
      id: indicator.code,
      title: indicator.title,
      value: { activity: activity.code, ...indicator },
    })),
  );
}

function indicatorsOf(plan: Plan) {
  return plan.activities.flatMap((activity) => activity.indicators);
}
