import type { LocalDate } from '../src/calendar/types.ts';
import type { Checkpoint, IndicatorDefinition } from '../src/plan/definition.ts';
import type { IndicatorContext } from './context.ts';
import { unsettled } from './progress.ts';
import { type IndicatorState, workStatus } from './state.ts';
import type { WorkStatus } from './types.ts';

/** How one deadline of an indicator ended, or stands. */
export type DeadlineOutcome = 'done' | 'late' | 'missed' | 'toCome' | 'onHold' | 'withdrawn';

/** One thing owed by one day, for pictures of the year and lists of what is to be done. */
export interface DeadlineView {
  /** The id of the occurrence or reading; `year` for the whole target. */
  readonly checkpoint: string;
  readonly due: LocalDate;
  readonly outcome: DeadlineOutcome;
  /** The day on which it was met; null while it is not. */
  readonly metOn: LocalDate | null;
}

/** The deadlines of an indicator in order of their days, as they stand on a day. Pure. */
export function deadlinesOf(definition: IndicatorDefinition, state: IndicatorState, on: LocalDate): DeadlineView[] {
  const context: IndicatorContext = { ...state.context, definition };
  const status = workStatus(state.value);
  const owed = new Set(unsettled(context).map(({ id }) => id));
  return definition.checkpoints.map((checkpoint) => {
    const { id, due } = checkpoint;
    const metOn = owed.has(id) ? null : dayMet(context, checkpoint);
    return { checkpoint: id, due, outcome: outcomeOf(status, owed.has(id), due, metOn, on), metOn };
  });
}

function outcomeOf(
  status: WorkStatus,
  isOwed: boolean,
  due: LocalDate,
  metOn: LocalDate | null,
  on: LocalDate,
): DeadlineOutcome {
  if (!isOwed) return metOn !== null && metOn > due ? 'late' : 'done';
  if (status === 'withdrawn') return 'withdrawn';
  if (status === 'onHold') return 'onHold';
  return status === 'notAchieved' || due < on ? 'missed' : 'toCome';
}

/** The day that settled it; where only the whole target did, the day of its achievement. */
function dayMet(context: IndicatorContext, { id, from }: Checkpoint) {
  const { definition, occurrences, steps, readings, achievedOn } = context;
  const done = definition.kind === 'meeting' ? steps : occurrences;
  const held = done.find((one) => one.id === id)?.on;
  if (held !== undefined) return held;
  if (definition.kind !== 'percentage' || id === 'year') return achievedOn;
  const [first] = readings
    .map((reading) => reading.on)
    .filter((day) => day >= from)
    .sort();
  return first ?? achievedOn;
}
