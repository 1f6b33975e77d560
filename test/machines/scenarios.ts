import fc from 'fast-check';
import { buildCalendar } from '../../src/calendar/calendar.ts';
import { addDays, localDate } from '../../src/calendar/local-time.ts';
import type { Calendar, Instant, LocalDate } from '../../src/calendar/types.ts';
import { compilePlan } from '../../src/plan/compile.ts';
import type { IndicatorDefinition } from '../../src/plan/definition.ts';
import type { IndicatorKind } from '../../src/plan/types.ts';
import { at, CLOSES, indicatorOf, OPENS, paper, planOf, step, ZONE } from './office.ts';
import type { Deed, Owed, Terms } from './oracle.ts';

/** Years in the life of an indicator, made up by fast-check: the plan, the holidays, and what people do when. */
export interface Scenario {
  readonly terms: Terms;
  readonly holidays: readonly LocalDate[];
  readonly start: Instant;
  readonly happenings: readonly Happening[];
}

/** After `wait` milliseconds a person does something, the plan changes, or nobody does anything. */
export interface Happening {
  readonly wait: number;
  /** The day it happened that is recorded now: so many days ago, or one of the plan's own days. */
  readonly on: number | LocalDate;
  readonly deed: Omit<Deed, 'on'> | null;
  readonly change: { readonly owed: readonly Owed[]; readonly target: number; readonly moved: boolean } | null;
}

const MINUTE = 60_000;
const MEETING_STEPS = ['notice', 'held', 'drafted', 'issued'] as const;

export function scenarios(kind: IndicatorKind): fc.Arbitrary<Scenario> {
  return termsOf(kind).chain((terms) =>
    fc.record({
      terms: fc.constant(terms),
      holidays: fc.uniqueArray(dateIn(0, 364), { maxLength: 25 }),
      start: fc
        .oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: minutes(400) })
        .map((late) => at(`${OPENS}T00:00:00`) + late),
      happenings: fc.array(happening(terms), { minLength: 2, maxLength: 16, size: 'max' }),
    }),
  );
}

export function calendarWith(holidays: readonly LocalDate[]): Calendar {
  const name = { bn: 'ছুটি', en: 'Holiday' };
  return buildCalendar({
    id: 'made-up',
    name,
    weekend: [5, 6],
    periods: [
      {
        from: OPENS,
        to: CLOSES,
        source: 'made up',
        holidays: holidays.map((date) => ({ dates: [date], name, kind: 'general', provisional: false })),
        workingDays: [],
      },
    ],
  });
}

export function definitionOf(terms: Terms, calendar: Calendar): IndicatorDefinition {
  const { kind, owed, target, measure, evidenceRequired } = terms;
  const due = owed.at(-1)!.due;
  const indicator = indicatorOf(kind, {
    due,
    target: kind === 'recurring' || kind === 'count' || kind === 'percentage' ? target : due,
    measure,
    evidenceRequired,
    steps: terms.steps.map(({ id, ...rest }) => step(id, rest)),
    occurrences: owed
      .filter(({ id }) => id !== 'year')
      .map((each) => ({ ...each, title: { bn: each.id, en: each.id } })),
  });
  return compilePlan(planOf([indicator]), calendar)[0]!;
}

export const dayOf = (instant: Instant) => localDate(instant, ZONE);

/** The terms after a change of plan: without a moved due date the ladders stay what they are. */
export function changed(terms: Terms, { owed, target, moved }: NonNullable<Happening['change']>): Terms {
  return { ...terms, target, owed: moved ? owed : terms.owed };
}

const dateIn = (from: number, to: number) => fc.integer({ min: from, max: to }).map((days) => addDays(OPENS, days));
const minutes = (days: number) => fc.integer({ min: 0, max: days * 24 * 60 }).map((count) => count * MINUTE);

function termsOf(kind: IndicatorKind): fc.Arbitrary<Terms> {
  return fc.record({
    kind: fc.constant(kind),
    owed: owedBy(kind, kind === 'recurring' || kind === 'percentage' ? 3 : kind === 'meeting' ? 2 : 1),
    target: targetOf(kind),
    measure: kind === 'percentage' ? fc.constantFrom('cumulative' as const, 'rate' as const) : fc.constant(null),
    steps: stepsOf(kind),
    evidenceRequired: fc.boolean(),
  });
}

const targetOf = (kind: IndicatorKind) =>
  kind === 'percentage' ? fc.integer({ min: 20, max: 90 }) : fc.integer({ min: 1, max: 4 });

/** The year cut into so many periods, each owing something by its last day. */
function owedBy(kind: IndicatorKind, parts: number): fc.Arbitrary<readonly Owed[]> {
  const named = kind === 'meeting' ? ['notice', 'minutes'] : ['q1', 'q2', 'q3', 'q4'];
  return fc
    .uniqueArray(fc.integer({ min: 0, max: 364 }), { minLength: parts, maxLength: parts })
    .map((days) => days.sort((a, b) => a - b))
    .map((days) =>
      days.map((day, i) => {
        const isWhole = kind !== 'recurring' && kind !== 'meeting' && i === parts - 1;
        const from = isWhole || i === 0 ? OPENS : addDays(OPENS, days[i - 1]! + 1);
        return { id: isWhole ? 'year' : named[i]!, from, due: addDays(OPENS, day) };
      }),
    );
}

function stepsOf(kind: IndicatorKind): fc.Arbitrary<Terms['steps']> {
  if (kind === 'action') return fc.constant([]);
  if (kind === 'meeting') {
    return fc.tuple(
      ...MEETING_STEPS.map((id) =>
        fc.record({ id: fc.constant(id), evidenceRequired: fc.boolean(), anyOrder: fc.constant(false) }),
      ),
    );
  }
  const count = kind === 'report' ? fc.constant(3) : fc.integer({ min: 0, max: 3 });
  return count.chain((length) =>
    fc.tuple(
      ...['s1', 's2', 's3']
        .slice(0, length)
        .map((id) => fc.record({ id: fc.constant(id), evidenceRequired: fc.boolean(), anyOrder: fc.boolean() })),
    ),
  );
}

function happening(terms: Terms): fc.Arbitrary<Happening> {
  const { kind } = terms;
  const evidence = fc.oneof({ weight: 4, arbitrary: fc.constant(paper) }, { weight: 1, arbitrary: fc.constant([]) });
  const reason = fc.constantFrom('for a reason', 'for a reason', ' ');
  const type = <Type extends string>(name: Type) => fc.constant(name);
  const own = {
    step: fc.record({
      type: type('completeStep'),
      step: fc.constantFrom('s1', 's1', 's2', 's2', 's3', 's3', 's4'),
      evidence,
    }),
    number: fc.record({ type: type('recordNumber'), number: fc.integer({ min: -2, max: 3 }), evidence }),
    reading: fc.record({ type: type('recordReading'), value: fc.integer({ min: -5, max: 105 }), evidence }),
    occurrence: fc.record({
      type: type('holdOccurrence'),
      occurrence: fc.constantFrom(null, null, 'q1', 'q2', 'q3', 'q4'),
      evidence,
    }),
  };
  const progress = {
    milestone: own.step,
    report: own.step,
    count: own.number,
    percentage: own.reading,
    recurring: own.occurrence,
    meeting: fc.record({ type: type('completeStep'), step: fc.constantFrom(...MEETING_STEPS), evidence }),
    action: fc.record({ type: type('complete'), evidence }),
  };
  const deeds: fc.WeightedArbitrary<Omit<Deed, 'on'> | null>[] = [
    { weight: 16, arbitrary: progress[kind] },
    { weight: 1, arbitrary: fc.oneof(...Object.values(own)) },
    { weight: 2, arbitrary: fc.record({ type: type('complete'), evidence }) },
    { weight: 2, arbitrary: fc.record({ type: type('suspend'), reason }) },
    { weight: 3, arbitrary: fc.record({ type: type('resume'), reason: fc.constant(null) }) },
    { weight: 1, arbitrary: fc.record({ type: fc.constantFrom('withdraw', 'declareNotAchieved'), reason }) },
    { weight: 4, arbitrary: fc.record({ type: type('reopen'), reason }) },
    { weight: 2, arbitrary: fc.constant(null) },
  ];
  const change = fc.record({ owed: owedBy(kind, terms.owed.length), target: targetOf(kind), moved: fc.boolean() });
  return fc.record({
    wait: fc.oneof(minutes(1), minutes(15), minutes(60)),
    on: fc.oneof(
      { weight: 3, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 60 }) },
      { weight: 2, arbitrary: fc.constantFrom(...terms.owed.flatMap(({ from, due }) => [from, due, addDays(due, 1)])) },
    ),
    deed: fc.oneof(...deeds),
    change: fc.oneof({ weight: 12, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: change }),
  });
}
