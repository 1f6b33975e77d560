import type { LocalDate } from '../src/calendar/types.ts';
import type { Checkpoint, IndicatorDefinition, NoticeMark } from '../src/plan/definition.ts';
import type { IndicatorContext } from './context.ts';
import { finalDue, latestReading, marksAhead, stepsLeft, targetNumber, totalNumber, unsettled } from './progress.ts';
import { refusalByState } from './refusal.ts';
import { deadlineStatus, type IndicatorState, workStatus } from './state.ts';
import type { DeadlineStatus, PersonAction, WorkStatus } from './types.ts';

/** An indicator as pages, letters and reports show it. */
export interface IndicatorView {
  readonly status: WorkStatus;
  readonly deadline: DeadlineStatus;
  /** The earliest day by which something is still owed; the last one when all is settled. */
  readonly due: LocalDate;
  readonly target: LocalDate | number;
  /** Occurrences held, the count so far, or the latest reading; null for date targets and before the first reading. */
  readonly achieved: number | null;
  /** As `achieved`, but only what was done by its day. */
  readonly inTime: number | null;
  /** The days by which something is still owed, the earliest first. */
  readonly owed: readonly LocalDate[];
  /** The day on which the whole target was met. */
  readonly achievedOn: LocalDate | null;
  /** The target, or an occurrence of it, was met after its day. */
  readonly late: boolean;
  /** All that was due so far is met: what minutes call achieved of a four-times-a-year indicator in January. */
  readonly onTarget: boolean;
  /** The ids of the steps not yet completed, in the plan's order. */
  readonly stepsLeft: readonly string[];
}

/** Reads the view off a stored state. "So far" is the state's own clock: the time of its last event or firing. Pure. */
export function viewOf(definition: IndicatorDefinition, state: IndicatorState): IndicatorView {
  const context = contextOf(definition, state);
  return {
    status: workStatus(state.value),
    deadline: deadlineStatus(state.value),
    due: unsettled(context)[0]?.due ?? finalDue(definition),
    target: definition.target,
    achieved: achievedNumber(context),
    inTime: achievedNumber(onlyInTime(context)),
    owed: unsettled(context).map(({ due }) => due),
    achievedOn: context.achievedOn,
    late: context.late,
    onTarget: isOnTarget(context, state),
    stepsLeft: stepsLeft(context).map((step) => step.id),
  };
}

/** The days by which something is owed, in order of time, each with whether it is settled: met, or met with the whole. */
export function dueDays(definition: IndicatorDefinition, state: IndicatorState) {
  const owed = new Set(unsettled(contextOf(definition, state)).map(({ id }) => id));
  return definition.checkpoints.map(({ id, due }) => ({ checkpoint: id, due, settled: !owed.has(id) }));
}

/** The rungs still to come while work is active, in order of time; none once it is on hold, achieved or closed. */
export function noticesAhead(definition: IndicatorDefinition, state: IndicatorState): NoticeMark[] {
  if (typeof state.value.deadline === 'string') return [];
  return marksAhead(contextOf(definition, state)).filter((mark) => 'rung' in mark);
}

/** What is owed since before today: the checkpoints whose day has ended, while somebody still works on them. */
export function overdueCheckpoints(definition: IndicatorDefinition, state: IndicatorState): Checkpoint[] {
  if (deadlineStatus(state.value) !== 'overdue') return [];
  return unsettled(contextOf(definition, state)).filter(({ overdueAt }) => overdueAt <= state.at);
}

const ACTIONS = [
  'completeStep',
  'recordNumber',
  'recordReading',
  'holdOccurrence',
  'complete',
  'suspend',
  'resume',
  'declareNotAchieved',
  'withdraw',
  'reopen',
] as const satisfies readonly PersonAction['type'][];

/** What a person may send now, by the kind of indicator and the state it is in; what it must carry is not asked. */
export function actionsOpen(definition: IndicatorDefinition, state: IndicatorState): PersonAction['type'][] {
  const context = contextOf(definition, state);
  const status = workStatus(state.value);
  return ACTIONS.filter((type) => refusalByState(context, status, { type }) === null);
}

function contextOf(definition: IndicatorDefinition, state: IndicatorState): IndicatorContext {
  return { ...state.context, definition };
}

function achievedNumber(context: IndicatorContext): number | null {
  switch (context.definition.kind) {
    case 'recurring':
      return context.occurrences.length;
    case 'count':
      return totalNumber(context.numbers);
    case 'percentage':
      return latestReading(context)?.value ?? null;
    default:
      return null;
  }
}

/** What was done by its day: an occurrence by its own, all else by the last. */
function onlyInTime(context: IndicatorContext): IndicatorContext {
  const last = finalDue(context.definition);
  const dues = new Map(context.definition.checkpoints.map(({ id, due }) => [id, due]));
  return {
    ...context,
    occurrences: context.occurrences.filter(({ id, on }) => on <= (dues.get(id) ?? last)),
    numbers: context.numbers.filter(({ on }) => on <= last),
    readings: context.readings.filter(({ on }) => on <= last),
  };
}

function isOnTarget(context: IndicatorContext, state: IndicatorState): boolean {
  const status = workStatus(state.value);
  if (status === 'achieved' || status === 'withdrawn') return true;
  if (status === 'notAchieved') return false;
  if (unsettled(context).some((checkpoint) => checkpoint.overdueAt <= state.at)) return false;
  // What has been spent by January may well be half of the year's target; a rate has to stand at the target all along.
  const { definition } = context;
  const reading = latestReading(context);
  return definition.measure !== 'rate' || reading === null || reading.value >= targetNumber(definition);
}
