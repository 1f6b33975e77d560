import type { Instant, LocalDate } from '../src/calendar/types.ts';
import type { Checkpoint, IndicatorDefinition, Mark } from '../src/plan/definition.ts';
import type { Counted, Done, IndicatorContext } from './context.ts';

/** How far an indicator has come, derived from what its machine remembers. Pure. */

/** The numeric target of a count, a recurring indicator or a percentage. */
export function targetNumber({ target }: IndicatorDefinition): number {
  if (typeof target === 'number') return target;
  throw new TypeError(`The target ${target} is a date, not a number.`);
}

/** The day by which the whole target is owed. */
export function finalDue(definition: IndicatorDefinition): LocalDate {
  return definition.checkpoints.at(-1)?.due ?? definition.closes;
}

function isSettled(context: IndicatorContext, checkpoint: Checkpoint): boolean {
  if (context.achievedOn !== null) return true;
  if (context.definition.kind === 'recurring') return hasDone(context.occurrences, checkpoint.id);
  // Of a meeting, the notice is settled once it went out; the minutes, once they are issued, which achieves it.
  if (context.definition.kind === 'meeting') return hasDone(context.steps, checkpoint.id);
  // A reading taken within the period or later tells how the period went; the whole target is settled by achievement.
  return checkpoint.id !== 'year' && context.readings.some((reading) => reading.on >= checkpoint.from);
}

export function unsettled(context: IndicatorContext): Checkpoint[] {
  return context.definition.checkpoints.filter((checkpoint) => !isSettled(context, checkpoint));
}

/** The marks still ahead on the ladder, of what is not settled yet, in order of time. */
export function marksAhead(context: IndicatorContext): Mark[] {
  return context.definition.marks.filter(isAhead(context));
}

/** The instant of the next mark; infinity where the ladder has none left. */
export function nextMarkAt(context: IndicatorContext): Instant {
  return context.definition.marks.find(isAhead(context))?.at ?? Number.POSITIVE_INFINITY;
}

function isAhead(context: IndicatorContext): (mark: Mark) => boolean {
  const owed = new Set(unsettled(context).map((checkpoint) => checkpoint.id));
  return (mark) => mark.at > context.climbedTo && owed.has(mark.checkpoint);
}

/** Whether something unsettled has reached the given instant of its deadline. */
export function hasReached(context: IndicatorContext, point: 'soonAt' | 'dueAt' | 'overdueAt', at: Instant): boolean {
  return unsettled(context).some((checkpoint) => checkpoint[point] <= at);
}

/**
 * The day on which what is recorded met the target; null while it does not. What needs nobody to record anything but
 * its completion is never met by itself.
 */
export function metOn(context: IndicatorContext): LocalDate | null {
  switch (context.definition.kind) {
    case 'milestone':
    case 'report':
    case 'meeting':
      return stepsLeft(context).length === 0 ? latestDay(context.steps) : null;
    case 'recurring':
      return context.definition.checkpoints.every(({ id }) => hasDone(context.occurrences, id))
        ? latestDay(context.occurrences)
        : null;
    case 'count':
      return dayReached(context.numbers, targetNumber(context.definition));
    // Only somebody who says so has carried a decision out.
    case 'action':
      return null;
    case 'percentage': {
      const reading = latestReading(context);
      return reading && reading.value >= targetNumber(context.definition) ? reading.on : null;
    }
  }
}

export function totalNumber(numbers: readonly Counted[]): number {
  return numbers.reduce((total, { number }) => total + number, 0);
}

/** The day at whose end, and ever after, the total stood at the target, in whichever order the numbers were recorded. */
function dayReached(numbers: readonly Counted[], target: number): LocalDate | null {
  const totalOn = (day: LocalDate) => totalNumber(numbers.filter(({ on }) => on <= day));
  const days = numbers.map(({ on }) => on).sort();
  return days[days.findLastIndex((day) => totalOn(day) < target) + 1] ?? null;
}

function latestDay(done: readonly Done[]): LocalDate | null {
  return done.reduce<LocalDate | null>((latest, { on }) => (latest && latest > on ? latest : on), null);
}

/** Whether the steps are the target itself; of the other kinds they only lead up to it. */
export function isMadeOfSteps({ kind }: IndicatorDefinition): boolean {
  return kind === 'milestone' || kind === 'report' || kind === 'meeting';
}

export function stepsLeft({ definition, steps }: IndicatorContext) {
  return definition.steps.filter((step) => !hasDone(steps, step.id));
}

/** The steps that may be completed now: the first that is left, and those that may be done in any order. */
export function stepsOpen(context: IndicatorContext) {
  return stepsLeft(context).filter((step, position) => position === 0 || step.anyOrder);
}

/**
 * The occurrence that something held on this day settles: the one in whose period the day falls, else the earliest
 * that is still owed from before. Null where all that were due by then are held.
 */
export function occurrenceFor(context: IndicatorContext, on: LocalDate): Checkpoint | null {
  const open = unsettled(context);
  return open.find(({ from, due }) => from <= on && on <= due) ?? open.find(({ due }) => due < on) ?? null;
}

/** The latest reading by its day; of two on one day, the one recorded last. */
export function latestReading({ readings }: IndicatorContext) {
  return readings.reduce<(typeof readings)[number] | null>(
    (latest, reading) => (latest && latest.on > reading.on ? latest : reading),
    null,
  );
}

export function hasDone(done: readonly Done[], id: string): boolean {
  return done.some((one) => one.id === id);
}
