import { type ActorLogic, type AnyMachineSnapshot, initialTransition, transition } from 'xstate';
import type { IndicatorKind } from '../src/plan/types.ts';
import type { IndicatorContext, IndicatorEvent, IndicatorInput } from './context.ts';
import { machines, type StateValue } from './state.ts';

type Machine = (typeof machines)['milestone'];
type Logic = ActorLogic<AnyMachineSnapshot, IndicatorEvent, IndicatorInput | undefined>;

/** A transition's snapshot, and its actions in the order in which they are to be carried out. */
export type Transition = ReturnType<typeof initialTransition<Machine>>;

/** The first transition of a kind's statechart. */
export function initialTransitionOf(kind: IndicatorKind, input: IndicatorInput): Transition {
  return initialTransition(LOGIC[kind], input) as unknown as Transition;
}

/** The transition of a kind's statechart from a stored value and context. */
export function transitionOf(
  kind: IndicatorKind,
  value: StateValue,
  context: IndicatorContext,
  event: IndicatorEvent,
): Transition {
  return transition(LOGIC[kind], { ...restingAt(kind, value), context }, event) as unknown as Transition;
}

/**
 * XState's pure functions build an actor around the logic they are given, with an initial snapshot made of no input,
 * and throw both away. That snapshot costs more than the transition itself, so here it is an empty one.
 */
function withoutIdleSnapshot(machine: Machine): Logic {
  return {
    getInitialSnapshot: (scope, input) =>
      input ? machine.getInitialSnapshot(scope as never, input) : ({ status: 'stopped' } as AnyMachineSnapshot),
    transition: (snapshot, event, scope) => machine.transition(snapshot as never, event, scope as never),
    getPersistedSnapshot: (snapshot) => snapshot,
  };
}

const LOGIC = Object.fromEntries(
  Object.entries(machines).map(([kind, machine]) => [kind, withoutIdleSnapshot(machine as Machine)]),
) as Record<IndicatorKind, Logic>;

const resting = new Map<string, AnyMachineSnapshot>();

/** A machine's snapshot at a state value, resolved once: a statechart has few values, a country many indicators. */
function restingAt(kind: IndicatorKind, value: StateValue): AnyMachineSnapshot {
  const key = `${kind} ${JSON.stringify(value)}`;
  const known = resting.get(key);
  if (known) return known;
  const snapshot = machines[kind].resolveState({ value } as never) as AnyMachineSnapshot;
  resting.set(key, snapshot);
  return snapshot;
}
