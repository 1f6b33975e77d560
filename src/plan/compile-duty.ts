import { addDays, endOfDay, localDate, startOfDay } from '../calendar/local-time.ts';
import type { Calendar, Instant, LocalDate } from '../calendar/types.ts';
import type { IndicatorDefinition } from './definition.ts';
import { MEETING_STEPS } from './duties.ts';
import { cutLadder } from './ladder.ts';
import type { Plan } from './types.ts';

/** A notice goes out so many working days before the meeting, and its minutes so many after. */
const NOTICE_BEFORE = 5;
const MINUTES_AFTER = 5;

/** So many days after its last deadline what is still open is given up, and the end of the year if that is later. */
const OPEN_FOR = 60;

/** Beside its day, a duty's definition needs to know since when it is owed. */
export interface DutyTerms {
  readonly plan: Plan;
  readonly calendar: Calendar;
  /** When it was planned or decided: whoever is told of it is told after that. */
  readonly since: Instant;
}

/**
 * What a meeting on a day owes: its notice five working days before, and its minutes within five working days after. Of a
 * meeting that was planned at shorter notice, the notice is owed on the day of planning. Pure.
 */
export function compileMeeting(code: string, day: LocalDate, terms: DutyTerms): IndicatorDefinition {
  const { calendar, plan, since } = terms;
  const planned = localDate(since, plan.zone);
  const inTime = workingDaysBefore(calendar, day, NOTICE_BEFORE);
  return compile(
    { code, kind: 'meeting' },
    [
      { id: 'notice', from: planned, due: later(inTime, planned) },
      { id: 'minutes', from: planned, due: calendar.addWorkingDays(day, MINUTES_AFTER) },
    ],
    terms,
  );
}

/** What a decision owes: that it is carried out by its day. Pure. */
export function compileAction(code: string, due: LocalDate, terms: DutyTerms): IndicatorDefinition {
  const from = localDate(terms.since, terms.plan.zone);
  return compile({ code, kind: 'action' }, [{ id: 'year', from, due }], terms);
}

function compile(
  { code, kind }: Pick<IndicatorDefinition, 'code' | 'kind'>,
  owed: readonly { id: string; from: LocalDate; due: LocalDate }[],
  { plan, calendar, since }: DutyTerms,
): IndicatorDefinition {
  const due = owed
    .map((one) => one.due)
    .sort()
    .at(-1)!;
  const closes = later(addDays(due, OPEN_FOR), plan.closes);
  const closesAt = endOfDay(closes, plan.zone);
  const ladders = owed.map((one) => cutLadder(one, { policy: plan.policy, calendar, zone: plan.zone, closesAt }));
  return {
    code,
    kind,
    target: due,
    measure: null,
    steps:
      kind === 'meeting'
        ? MEETING_STEPS.map(({ id, evidenceRequired, anyOrder }) => ({ id, evidenceRequired, anyOrder }))
        : [],
    evidenceRequired: false,
    checkpoints: ladders.map(({ checkpoint }) => checkpoint).sort((a, b) => (a.due < b.due ? -1 : 1)),
    // Nobody is reminded of what was not owed yet.
    marks: ladders
      .flatMap(({ marks }) => marks)
      .filter((mark) => 'phase' in mark || mark.at >= since)
      .sort((a, b) => a.at - b.at),
    opens: plan.opens,
    closes,
    opensAt: startOfDay(plan.opens, plan.zone),
    closesAt,
  };
}

function later(...days: readonly LocalDate[]): LocalDate {
  return [...days].sort().at(-1)!;
}

function workingDaysBefore(calendar: Calendar, date: LocalDate, count: number): LocalDate {
  let day = date;
  for (let counted = 0; counted < count; counted++) day = calendar.workingDayOnOrBefore(addDays(day, -1));
  return day;
}
