import { assign, enqueueActions, or, setup, stateIn } from 'xstate';
import type { Instant, LocalDate } from '../src/calendar/types.ts';
import type { NoticeMark } from '../src/plan/definition.ts';
import { type IndicatorContext, type IndicatorEvent, type IndicatorInput, timeOf } from './context.ts';
import {
  finalDue,
  hasReached,
  marksAhead,
  metOn,
  nextMarkAt,
  occurrenceFor,
  stepsLeft,
  targetNumber,
  totalNumber,
  unsettled,
} from './progress.ts';
import { refusalByContent } from './refusal.ts';
import type { NotifyEffect, PersonEvent } from './types.ts';

/** An indicator reopened after the year's end closes again this long after, so that late papers can be entered. */
const REOPENED_FOR = 30 * 24 * 60 * 60 * 1000;

/**
 * The vocabulary of all statecharts: what they remember, what they are sent, and their named guards, delays and
 * actions. The guards ask `refusal.ts`, so that what a chart accepts and what a person is told never differ.
 */
export const indicatorSetup = setup({
  types: {
    context: {} as IndicatorContext,
    events: {} as IndicatorEvent,
    input: {} as IndicatorInput,
  },
  delays: {
    /** Until the next mark of the ladder. Infinite, and so never armed, where the ladder has none left. */
    nextMark: ({ context, event }) => nextMarkAt(context) - timeOf(event),
    /** Until what is open closes. */
    yearEnd: ({ context, event }) => context.closesAt - timeOf(event),
  },
  guards: {
    isAccepted: accepted(() => true),
    completesSteps: accepted((context) => stepsLeft(context).length === 1),
    reachesNumber: accepted((context, event) => totalAfter(context, event) >= targetNumber(context.definition)),
    reachesPercent: accepted(
      ({ definition }, event) =>
        event.type === 'recordReading' &&
        definition.measure === 'cumulative' &&
        event.value >= targetNumber(definition),
    ),
    holdsLast: accepted((context) => unsettled(context).length === 1),
    meetsTarget: ({ context }) => metOn(context) !== null,
    hasProgress: ({ context }) =>
      context.steps.length + context.occurrences.length + context.readings.length + totalNumber(context.numbers) > 0,
    isPrepared: ({ context }) => context.steps.length === 1,
    isApproved: ({ context }) => context.steps.length >= 2,
    isAnnounced: ({ context }) => context.steps.length === 1,
    isHeld: ({ context }) => context.steps.length === 2,
    isDrafted: ({ context }) => context.steps.length >= 3,
    isOverdue: ({ context, event }) => hasReached(context, 'overdueAt', timeOf(event)),
    isDueToday: ({ context, event }) => hasReached(context, 'dueAt', timeOf(event)),
    isDueSoon: ({ context, event }) => hasReached(context, 'soonAt', timeOf(event)),
    workIsActive: stateIn({ work: { open: 'active' } }),
    workIsOnHold: stateIn({ work: { open: 'onHold' } }),
    workIsAchieved: stateIn({ work: 'achieved' }),
    workIsClosed: or([stateIn({ work: 'notAchieved' }), stateIn({ work: 'withdrawn' })]),
  },
  actions: {
    /** Asks that somebody be told; carried out by whoever runs the machine. */
    notify: (_, _params: NotifyEffect) => {},
    /** Climbs every mark up to now: whoever stands on one of them is told. */
    climb: enqueueActions(({ context, event, enqueue }) => {
      const now = timeOf(event);
      for (const mark of marksAhead(context)) {
        if (mark.at > now) break;
        // Inside `setup` the named actions are not typed yet.
        if ('rung' in mark) enqueue({ type: 'notify', params: notifyEffect(mark, context.generation) } as never);
      }
      enqueue.assign({ climbedTo: Math.max(context.climbedTo, now) });
    }),
    startLadderAnew: assign(({ context, event }) =>
      event.type === 'redefine' && event.moved ? { climbedTo: 0, generation: context.generation + 1 } : {},
    ),
    recordStep: assign(({ context, event }) =>
      event.type === 'completeStep' ? { steps: [...context.steps, { id: event.step, on: event.on }] } : {},
    ),
    recordNumber: assign(({ context, event }) =>
      event.type === 'recordNumber' ? { numbers: [...context.numbers, { on: event.on, number: event.number }] } : {},
    ),
    recordReading: assign(({ context, event }) =>
      event.type === 'recordReading' ? { readings: [...context.readings, { on: event.on, value: event.value }] } : {},
    ),
    recordOccurrence: assign(({ context, event }) => {
      if (event.type !== 'holdOccurrence') return {};
      const id = event.occurrence ?? occurrenceFor(context, event.on)?.id;
      if (id === undefined) return {};
      const late = context.late || event.on > dueOf(context, id);
      return { occurrences: [...context.occurrences, { id, on: event.on }], late };
    }),
    /** What settles the target by its content is met on the day that says; a declaration, not before its own day. */
    recordAchievement: assign(({ context, event }) => {
      if (!('on' in event)) return {};
      const met = metOn(context) ?? event.on;
      return achievement(context, event.type === 'complete' && event.on > met ? event.on : met, event.type);
    }),
    /** At the end of the year an indicator is judged by what is recorded: a percentage by its latest reading. */
    recordYearEnd: assign(({ context }) => achievement(context, metOn(context), 'yearEnd')),
    recordReason: assign(({ event }) => ('reason' in event ? { reason: event.reason } : {})),
    takeBackAchievement: assign(({ context, event }) => takeBack(context, timeOf(event))),
  },
});

/** A guard on a person's event: it is accepted, and it has this consequence. */
function accepted(hasConsequence: (context: IndicatorContext, event: PersonEvent) => boolean) {
  return ({ context, event }: { context: IndicatorContext; event: IndicatorEvent }) => {
    const sent = event as PersonEvent;
    return refusalByContent(context, sent) === null && hasConsequence(context, sent);
  };
}

const totalAfter = ({ numbers }: IndicatorContext, event: PersonEvent) =>
  totalNumber(numbers) + (event.type === 'recordNumber' ? event.number : 0);

function notifyEffect(mark: NoticeMark, generation: number): NotifyEffect {
  const { checkpoint, rung, number, notice, to, at } = mark;
  return { checkpoint, generation, rung, number, notice, to, rungAt: at };
}

function achievement(
  context: IndicatorContext,
  achievedOn: LocalDate | null,
  settledBy: IndicatorContext['settledBy'],
): Partial<IndicatorContext> {
  const late = context.late || (achievedOn !== null && achievedOn > finalDue(context.definition));
  return { achievedOn, settledBy, late, reason: null };
}

/** A reopening takes back the act that settled the target: the last step, occurrence, number or reading. */
function takeBack(context: IndicatorContext, at: Instant): Partial<IndicatorContext> {
  const without = <Item>(act: IndicatorContext['settledBy'], recorded: readonly Item[]) =>
    context.settledBy === act ? recorded.slice(0, -1) : recorded;
  const occurrences = without('holdOccurrence', context.occurrences);
  return {
    achievedOn: null,
    settledBy: null,
    steps: without('completeStep', context.steps),
    occurrences,
    numbers: without('recordNumber', context.numbers),
    readings: without('recordReading', context.readings),
    late: occurrences.some((done) => done.on > dueOf(context, done.id)),
    closesAt: at < context.closesAt ? context.closesAt : at + REOPENED_FOR,
  };
}

function dueOf({ definition }: IndicatorContext, id: string | undefined): LocalDate {
  return definition.checkpoints.find((checkpoint) => checkpoint.id === id)?.due ?? definition.closes;
}
