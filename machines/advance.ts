import type { Instant } from '../src/calendar/types.ts';
import type { IndicatorDefinition } from '../src/plan/definition.ts';
import type { IndicatorKind } from '../src/plan/types.ts';
import type { FiringEvent, IndicatorContext, RedefineEvent } from './context.ts';
import { occurrenceFor } from './progress.ts';
import { refusalOf } from './refusal.ts';
import { type IndicatorState, LADDERS, type LadderName, type StateValue, workStatus } from './state.ts';
import { initialTransitionOf, type Transition, transitionOf } from './transition.ts';
import type { NotifyEffect, PersonEvent, Refusal } from './types.ts';

/** One entry of an indicator's event log: what its machine was sent. Replaying them in order gives the state again. */
export type LogEntry =
  | { readonly type: 'begin'; readonly at: Instant }
  | { readonly type: 'fire'; readonly at: Instant; readonly ladder: LadderName }
  | RedefineEvent
  | PersonEvent;

/** One transition: what was sent, what came of it, and who is to be told. */
export interface Step {
  readonly entry: LogEntry;
  readonly state: IndicatorState;
  readonly effects: readonly NotifyEffect[];
}

/** XState names the event of a delayed transition after the delay and the path of its state. */
const STATE_OF_LADDER: Record<LadderName, string> = { nextMark: 'deadline.running', yearEnd: 'work.open' };

/** The first transition of an indicator's life. Its timers may lie in the past: `fireDue` then catches up. */
export function begin(definition: IndicatorDefinition, at: Instant): Step {
  return settle({ type: 'begin', at }, {}, initialTransitionOf(definition.kind, { definition, at }));
}

/**
 * Fires the indicator's own timers that are due by `until`, in order of time. A timer overtaken while the indicator was
 * on hold or asleep fires at its own instant, or at the machine's clock where that has gone past it.
 */
export function fireDue(definition: IndicatorDefinition, state: IndicatorState, until: Instant): Step[] {
  const steps: Step[] = [];
  for (let now = state; ; ) {
    const due = earliestTimer(now);
    if (due === null || due.at > until) return steps;
    const step = apply(definition, now, { type: 'fire', ladder: due.ladder, at: Math.max(due.at, now.at) });
    steps.push(step);
    now = step.state;
  }
}

/**
 * Sends a person's event: first the timers that are due by then are fired, then the event, then what it made due. A
 * refusal leaves the fired timers standing, for they have happened, and changes nothing else.
 */
export function send(
  definition: IndicatorDefinition,
  state: IndicatorState,
  event: PersonEvent | RedefineEvent,
  definitionBefore: IndicatorDefinition = definition,
): { readonly steps: readonly Step[]; readonly refusal: Refusal | null } {
  if (event.at < state.at) return { steps: [], refusal: { code: 'clockBackwards', details: {} } };
  const fired = fireDue(definitionBefore, state, event.at);
  const before = fired.at(-1)?.state ?? state;
  if (event.type !== 'redefine') {
    const refusal = refusalOf({ ...before.context, definition }, workStatus(before.value), event);
    if (refusal) return { steps: fired, refusal };
  }
  const step = apply(definition, before, named(event, { ...before.context, definition }));
  return { steps: [...fired, step, ...fireDue(definition, step.state, event.at)], refusal: null };
}

/** An occurrence that the person left to the day is put into the event by name, so that the log says which it was. */
function named(event: PersonEvent | RedefineEvent, context: IndicatorContext): PersonEvent | RedefineEvent {
  if (event.type !== 'holdOccurrence' || event.occurrence !== null) return event;
  return { ...event, occurrence: occurrenceFor(context, event.on)?.id ?? null };
}

/** Applies one log entry just as it stands: the whole of a replay, and the heart of everything above. */
export function apply(
  definition: IndicatorDefinition,
  state: IndicatorState,
  entry: Exclude<LogEntry, { type: 'begin' }>,
): Step {
  const event = entry.type === 'fire' ? firing(definition.kind, entry.ladder, entry.at) : entry;
  const timers = entry.type === 'fire' ? { ...state.timers, [entry.ladder]: undefined } : { ...state.timers };
  return settle(entry, timers, transitionOf(definition.kind, state.value, { ...state.context, definition }, event));
}

/** The timer that is due first; of two at one instant, the deadline's before the year's. */
export function earliestTimer({ timers }: IndicatorState): { ladder: LadderName; at: Instant } | null {
  let earliest: { ladder: LadderName; at: Instant } | null = null;
  for (const ladder of LADDERS) {
    const at = timers[ladder];
    if (at !== undefined && (earliest === null || at < earliest.at)) earliest = { ladder, at };
  }
  return earliest;
}

function firing(kind: IndicatorKind, ladder: LadderName, at: Instant): FiringEvent {
  return { type: `xstate.after.${ladder}.${kind}.${STATE_OF_LADDER[ladder]}`, at };
}

type Timers = Partial<Record<LadderName, Instant | undefined>>;

/** Reads a transition's actions in order: timers armed and cancelled, people to be told. */
function settle(entry: LogEntry, timers: Timers, [snapshot, actions]: Transition): Step {
  const effects: NotifyEffect[] = [];
  for (const action of actions as readonly { type: string; params?: unknown }[]) {
    if (action.type === 'notify') effects.push(action.params as NotifyEffect);
    if (action.type === 'xstate.cancel') timers[ladderOf((action.params as { sendId: string }).sendId)] = undefined;
    if (action.type === 'xstate.raise') {
      const { id, delay } = action.params as { id: string; delay: number };
      // A ladder without a mark left asks for an infinite delay: there is nothing to arm.
      timers[ladderOf(id)] = Number.isFinite(delay) ? entry.at + delay : undefined;
    }
  }
  const { definition: _, ...context } = snapshot.context;
  const state = { value: snapshot.value as StateValue, context, at: entry.at, timers: armed(timers) };
  return { entry, state, effects };
}

function armed({ nextMark, yearEnd }: Timers): IndicatorState['timers'] {
  return { ...(nextMark === undefined ? {} : { nextMark }), ...(yearEnd === undefined ? {} : { yearEnd }) };
}

function ladderOf(timerId: string): LadderName {
  const ladder = LADDERS.find((name) => timerId.startsWith(`xstate.after.${name}.`));
  if (!ladder) throw new Error(`No ladder has a timer named ${timerId}.`);
  return ladder;
}
