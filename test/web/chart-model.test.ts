import { describe, expect, it } from 'vitest';
import type { AnyStateNode } from 'xstate';
import { machines } from '../../machines/state.ts';
import type { IndicatorKind } from '../../src/plan/types.ts';
import { activeStates, ENDINGS, presentStates, RUNNING, SETTLED, workArrows } from '../../src/web/chart-model.ts';

const KINDS = Object.keys(machines) as IndicatorKind[];
const regionOf = (kind: IndicatorKind, name: 'work' | 'deadline') => machines[kind].root.states[name] as AnyStateNode;

/** States that are left as soon as they are entered are forks in the way, which nobody ever sees. */
const isFork = (state: AnyStateNode) => (state.always ?? []).some(({ guard }) => guard === undefined);

function leavesOf(state: AnyStateNode): AnyStateNode[] {
  const children = Object.values(state.states) as AnyStateNode[];
  return children.length === 0 ? (isFork(state) ? [] : [state]) : children.flatMap(leavesOf);
}

/** Where a state can lead by an event: its own transitions and those of the boxes around it, through every fork. */
function leads(state: AnyStateNode, event: string): string[] {
  const around = [state, ...ancestors(state)];
  const targets = around.flatMap((box) =>
    [...box.transitions.entries()]
      .filter(([name]) => name === event || name.startsWith(`xstate.after.${event}.`))
      .flatMap(([, transitions]) => transitions.flatMap(({ target }) => target ?? [])),
  );
  return targets.flatMap((target) => landings(target as AnyStateNode)).map(({ key }) => key);
}

function landings(state: AnyStateNode): AnyStateNode[] {
  if (isFork(state))
    return (state.always ?? []).flatMap(({ target }) => (target ?? []).flatMap((one) => landings(one)));
  return state.type === 'compound' ? landings(state.initial.target[0] as AnyStateNode) : [state];
}

function ancestors(state: AnyStateNode): AnyStateNode[] {
  return state.parent ? [state.parent, ...ancestors(state.parent)] : [];
}

describe('The picture of the states', () => {
  it.each(KINDS)('shows every state of the %s, and no other', (kind) => {
    const work = leavesOf(regionOf(kind, 'work')).map(({ key }) => key);
    expect([...activeStates(kind), 'onHold', ...ENDINGS].sort()).toEqual(work.sort());
    const deadline = leavesOf(regionOf(kind, 'deadline')).map(({ key }) => key);
    expect([...RUNNING, ...SETTLED].sort()).toEqual(deadline.sort());
  });

  it.each(KINDS)('shows arrows of the %s that are really there', (kind) => {
    const leaves = new Map(leavesOf(regionOf(kind, 'work')).map((leaf) => [leaf.key, leaf]));
    for (const { from, by, to } of workArrows(kind)) {
      for (const state of from) {
        for (const event of by) expect(leads(leaves.get(state)!, event), `${state} –${event}→`).toContain(to);
      }
    }
  });

  it('knows at which state of each region an indicator stands', () => {
    const running = { running: 'dueSoon' } as const;
    expect(presentStates({ work: { open: { active: 'prepared' } }, deadline: running })).toEqual({
      work: 'prepared',
      deadline: 'dueSoon',
    });
    expect(presentStates({ work: { open: 'onHold' }, deadline: 'paused' })).toEqual({
      work: 'onHold',
      deadline: 'paused',
    });
    expect(presentStates({ work: 'achieved', deadline: 'met' })).toEqual({ work: 'achieved', deadline: 'met' });
  });
});
