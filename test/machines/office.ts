import { readFileSync } from 'node:fs';
import { begin, fireDue, type LogEntry, send } from '../../machines/advance.ts';
import type { IndicatorState } from '../../machines/state.ts';
import type { Evidence, PersonAction, PersonEvent, Refusal } from '../../machines/types.ts';
import { buildCalendar } from '../../src/calendar/calendar.ts';
import { parseCalendarFile } from '../../src/calendar/calendar-file.ts';
import { atTime, parseLocalDateTime, toIsoWithOffset } from '../../src/calendar/local-time.ts';
import type { Instant, LocalDate } from '../../src/calendar/types.ts';
import { compilePlan } from '../../src/plan/compile.ts';
import type { IndicatorDefinition } from '../../src/plan/definition.ts';
import { readPolicy } from '../../src/plan/read-policy.ts';
import type { Indicator, IndicatorKind, Occurrence, Plan, Policy, RolePosts } from '../../src/plan/types.ts';

/** An office in Dhaka in the fiscal year 2021-22, with the calendar and the policy that come with the software. */
export const ZONE = 'Asia/Dhaka';
export const OPENS = '2021-07-01';
export const CLOSES = '2022-06-30';

export const calendar = (() => {
  const path = 'config/calendars/bangladesh.yaml';
  const read = parseCalendarFile(readFileSync(path, 'utf8'), path);
  if ('faults' in read) throw new Error(`${path} has faults.`);
  return buildCalendar(read.file);
})();

export const standardPolicy: Policy = (() => {
  const path = 'config/policies/standard.yaml';
  const read = readPolicy(readFileSync(path, 'utf8'), path);
  if ('faults' in read) throw new Error(`${path} has faults.`);
  return read.policy;
})();

const posts: RolePosts = {
  focalPoint: 'focal',
  innovationOfficer: 'innovation',
  supervisor: 'supervisor',
  headOfOffice: 'head',
  superiorAuthority: 'ministry',
};

export const quarters: readonly Occurrence[] = (
  [
    ['q1', '2021-07-01', '2021-09-30'],
    ['q2', '2021-10-01', '2021-12-31'],
    ['q3', '2022-01-01', '2022-03-31'],
    ['q4', '2022-04-01', '2022-06-30'],
  ] as const
).map(([id, from, due]) => ({ id, title: { bn: id, en: id }, from, due }));

export const step = (id: string, terms: { evidenceRequired?: boolean; anyOrder?: boolean } = {}) => ({
  id,
  title: { bn: id, en: id },
  evidenceRequired: false,
  anyOrder: false,
  ...terms,
});

/** What an indicator of each kind is when a test says nothing else. */
const USUAL: Record<IndicatorKind, Partial<Indicator>> = {
  milestone: { unit: 'date', target: '2022-03-16', due: '2022-03-16', steps: [step('design'), step('office-order')] },
  recurring: { unit: 'number', target: 4, occurrences: quarters },
  count: { unit: 'number', target: 4, due: '2022-05-30' },
  percentage: { unit: 'percent', target: 80, measure: 'rate', occurrences: quarters.slice(0, 3) },
  report: {
    unit: 'date',
    target: '2022-01-13',
    due: '2022-01-13',
    steps: [step('prepared'), step('approved'), step('sent')],
  },
  meeting: {
    unit: 'date',
    target: '2022-01-20',
    due: '2022-01-20',
    steps: [step('notice'), step('held'), step('drafted'), step('issued')],
    occurrences: [
      { id: 'notice', title: { bn: 'notice', en: 'notice' }, from: OPENS, due: '2022-01-06' },
      { id: 'minutes', title: { bn: 'minutes', en: 'minutes' }, from: OPENS, due: '2022-01-20' },
    ],
  },
  action: { unit: 'date', target: '2022-03-16', due: '2022-03-16' },
};

export function indicatorOf(kind: IndicatorKind, terms: Partial<Indicator> = {}): Indicator {
  return {
    code: '1.1.1',
    kind,
    title: { bn: 'সূচক', en: 'Indicator' },
    unit: 'date',
    weight: null,
    target: 0,
    due: CLOSES,
    criteria: [],
    steps: [],
    evidenceRequired: false,
    occurrences: [],
    measure: null,
    posts,
    guidance: null,
    ...USUAL[kind],
    ...terms,
  };
}

export function planOf(indicators: readonly Indicator[], policy: Policy = standardPolicy): Plan {
  return {
    id: 'office-2021-22',
    office: { id: 'office', name: { bn: 'দপ্তর', en: 'Office' } },
    fiscalYear: '2021-22',
    opens: OPENS,
    closes: CLOSES,
    zone: ZONE,
    language: 'bn',
    calendar: 'bangladesh',
    policy,
    totalWeight: null,
    posts: Object.values(posts).map((id) => ({ id: id!, title: { bn: id!, en: id! } })),
    people: [],
    lastResort: 'head',
    activities: [{ code: '1.1', title: { bn: 'কার্যক্রম', en: 'Activity' }, indicators }],
  };
}

export function define(kind: IndicatorKind, terms: Partial<Indicator> = {}): IndicatorDefinition {
  return compilePlan(planOf([indicatorOf(kind, terms)]), calendar)[0]!;
}

/** An instant in Dhaka, `2022-02-17` (noon) or `2022-02-17T09:00:00`. */
export function at(text: string): Instant {
  return text.includes('T') ? parseLocalDateTime(text, ZONE) : atTime(text, '12:00', ZONE);
}

export const iso = (instant: Instant | undefined) => (instant === undefined ? null : toIsoWithOffset(instant, ZONE));

/** A paper, for acts that need one. */
export const paper: readonly Evidence[] = [{ reference: 'Memo 56.00.0000.028', date: null }];

type Loose<Action> = Action extends PersonAction
  ? Omit<Action, 'evidence' | 'note'> & Partial<Pick<Action, Extract<keyof Action, 'evidence' | 'note'>>>
  : never;

/** A person's act, recorded at noon of the day unless `when` says otherwise. */
export function act(on: LocalDate, action: Loose<PersonAction>, when: string = on): PersonEvent {
  return {
    evidence: [],
    note: null,
    ...action,
    on,
    at: at(when),
    by: { post: 'innovation', person: null },
  } as unknown as PersonEvent;
}

/** An indicator's life as a test tells it: acts and waiting, with every step, rung and refusal kept. */
export interface Life {
  readonly definition: IndicatorDefinition;
  readonly state: IndicatorState;
  readonly entries: readonly LogEntry[];
  /** Rungs told of, as `2022-02-17T09:00:00+06:00 year 1-day-before`. */
  readonly told: readonly string[];
  readonly refusals: readonly Refusal[];
}

/** A life from the first of July: sends each act in turn; a text waits until that instant, or noon of that day. */
export function live(definition: IndicatorDefinition, ...happenings: (PersonEvent | string)[]): Life {
  return liveFrom(`${OPENS}T00:00:00`, definition, ...happenings);
}

/** A life that the machine enters late. */
export function liveFrom(
  start: string,
  definition: IndicatorDefinition,
  ...happenings: (PersonEvent | string)[]
): Life {
  const first = begin(definition, at(start));
  const steps = [first, ...fireDue(definition, first.state, at(start))];
  const refusals: Refusal[] = [];
  for (const happening of happenings) {
    const state = steps.at(-1)!.state;
    if (typeof happening === 'string') {
      steps.push(...fireDue(definition, state, at(happening)));
    } else {
      const { steps: more, refusal } = send(definition, state, happening);
      steps.push(...more);
      if (refusal) refusals.push(refusal);
    }
  }
  return {
    definition,
    state: steps.at(-1)!.state,
    entries: steps.map(({ entry }) => entry),
    told: steps.flatMap(({ entry, effects }) =>
      effects.map(({ checkpoint, rung }) => `${iso(entry.at)} ${checkpoint} ${rung}`),
    ),
    refusals,
  };
}
