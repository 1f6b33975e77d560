import { describe, expect, it } from 'vitest';
import { initialTransition, setup, transition } from 'xstate';
import { apply, begin, earliestTimer, fireDue } from '../../machines/advance.ts';
import type { IndicatorEvent } from '../../machines/context.ts';
import { LADDERS, machines } from '../../machines/state.ts';
import { transitionOf } from '../../machines/transition.ts';
import { act, at, define, live } from './office.ts';

/** What this software relies on in XState 5, each fact by itself, so that a new version shows what it changed. */
const kinds = Object.keys(machines) as (keyof typeof machines)[];

describe('XState 5', () => {
  it.each(kinds)('names the timers of a %s so that they are found again', (kind) => {
    const definition = define(kind);
    const { state } = begin(definition, definition.opensAt);
    expect(Object.keys(state.timers)).toEqual(['nextMark', 'yearEnd']);
    for (const ladder of LADDERS) {
      const fired = apply(definition, state, { type: 'fire', ladder, at: state.timers[ladder]! });
      expect(fired.state.value).not.toEqual(state.value);
    }
  });

  it.each(kinds)('has one delayed transition for each ladder of a %s, and no other', (kind) => {
    const { root } = machines[kind];
    const delayed: string[] = [];
    const visit = (node: typeof root) => {
      delayed.push(...node.ownEvents.filter((event) => event.startsWith('xstate.after.')));
      for (const child of Object.values(node.states)) visit(child as typeof root);
    };
    visit(root);
    expect(delayed.sort()).toEqual([
      `xstate.after.nextMark.${kind}.deadline.running`,
      `xstate.after.yearEnd.${kind}.work.open`,
    ]);
  });

  it('never arms a ladder that has no mark left, though its delay is infinite and not absent', () => {
    const definition = { ...define('milestone'), marks: [] };
    const { state } = begin(definition, definition.opensAt);
    expect(state.timers).toEqual({ yearEnd: definition.closesAt });
  });

  it('raises at once what has a delay that is no number, so a delay must always give one', () => {
    const machine = setup({ delays: { nothing: () => undefined as unknown as number } }).createMachine({
      initial: 'waiting',
      states: { waiting: { after: { nothing: 'gone' } }, gone: {} },
    });
    expect(initialTransition(machine)[0].value).toBe('gone');
  });

  it('accepts events on a snapshot that is finished, so finished indicators are refused by us', () => {
    const machine = setup({}).createMachine({
      initial: 'open',
      states: { open: { on: { close: 'closed' } }, closed: { type: 'final' } },
    });
    const [closed] = transition(machine, initialTransition(machine)[0], { type: 'close' });
    expect(closed.status).toBe('done');
    expect(transition(machine, closed, { type: 'close' })[0].value).toBe('closed');
  });

  it.each(kinds)('has no final state in a %s: every end can be reopened', (kind) => {
    expect(JSON.stringify(machines[kind].definition)).not.toContain('"type":"final"');
  });

  it('gives the same transition without the initial snapshot that `transition` makes and throws away', () => {
    const definition = define('milestone');
    const { state } = live(definition, '2022-02-01');
    const event = { type: 'xstate.after.nextMark.milestone.deadline.running', at: at('2022-02-14T09:00:00') } as const;
    const context = { ...state.context, definition };
    const machine = machines.milestone;
    const before = machine.resolveState({ value: state.value, context } as never);
    const [plain, plainActions] = transition(machine, before, event as IndicatorEvent);
    const [ours, ourActions] = transitionOf('milestone', state.value, context, event);
    expect(ours.value).toEqual(plain.value);
    expect(ours.context).toEqual(plain.context);
    const told = (actions: readonly { type: string; params?: unknown }[]) =>
      actions.map(({ type, params }) => [type, params]);
    expect(told(ourActions)).toEqual(told(plainActions));
  });
});

describe('a timer', () => {
  it('that fires early climbs nothing and is armed anew for its instant', () => {
    const definition = define('milestone');
    const { state } = begin(definition, definition.opensAt);
    const early = apply(definition, state, { type: 'fire', ladder: 'nextMark', at: at('2021-12-01') });
    expect(early.effects).toEqual([]);
    expect(early.state.timers).toEqual(state.timers);
  });

  it('that fires twice climbs once', () => {
    const definition = define('milestone');
    const { state } = begin(definition, definition.opensAt);
    const due = earliestTimer(state)!;
    const first = apply(definition, state, { type: 'fire', ...due });
    const second = apply(definition, first.state, { type: 'fire', ...due });
    expect(first.effects.map(({ rung }) => rung)).toEqual(['30-days-before']);
    expect(second.effects).toEqual([]);
    expect(second.state).toEqual(first.state);
  });

  it('of an achieved indicator that fires all the same changes nothing', () => {
    const definition = define('milestone', { steps: [] });
    const { state } = live(definition, act('2022-02-01', { type: 'complete' }));
    for (const ladder of LADDERS) {
      const stray = apply(definition, state, { type: 'fire', ladder, at: state.at });
      expect(stray.state).toEqual(state);
      expect(stray.effects).toEqual([]);
    }
    expect(fireDue(definition, state, at('2022-12-01'))).toEqual([]);
  });

  it('of the deadline fires before that of the year at one instant', () => {
    const state = { ...begin(define('milestone'), 0).state, timers: { yearEnd: 5, nextMark: 5 } };
    expect(earliestTimer(state)).toEqual({ ladder: 'nextMark', at: 5 });
    expect(earliestTimer({ ...state, timers: {} })).toBeNull();
  });
});
