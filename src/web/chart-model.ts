import type { StateValue } from '../../machines/state.ts';
import type { PersonAction } from '../../machines/types.ts';
import type { IndicatorKind } from '../plan/types.ts';

/**
 * What the picture of an indicator's statechart shows to people: the states in their own words and how one gets from
 * one to the other, without the guards and actions that `machines/pictures` has for those who write code. A test
 * compares it with the statecharts themselves.
 */

/** The states in which work goes on, in their order. */
export function activeStates(kind: IndicatorKind): readonly ActiveState[] {
  return ACTIVE[kind] ?? ['notStarted', 'inProgress'];
}

export type ActiveState = 'notStarted' | 'inProgress' | 'prepared' | 'approved' | 'noticeSent' | 'held' | 'drafted';

const ACTIVE: Readonly<Partial<Record<IndicatorKind, readonly ActiveState[]>>> = {
  report: ['notStarted', 'prepared', 'approved'],
  meeting: ['notStarted', 'noticeSent', 'held', 'drafted'],
  action: ['notStarted'],
};

export const ENDINGS = ['achieved', 'notAchieved', 'withdrawn'] as const;
export const RUNNING = ['upcoming', 'dueSoon', 'dueToday', 'overdue'] as const;
export const SETTLED = ['met', 'paused', 'closed'] as const;

export type WorkState = ActiveState | 'onHold' | (typeof ENDINGS)[number];
export type DeadlineState = (typeof RUNNING)[number] | (typeof SETTLED)[number];

/** The act that carries each kind on its way. */
export const WAY_ON: Readonly<Record<IndicatorKind, PersonAction['type']>> = {
  milestone: 'completeStep',
  report: 'completeStep',
  recurring: 'holdOccurrence',
  count: 'recordNumber',
  percentage: 'recordReading',
  meeting: 'completeStep',
  action: 'complete',
};

/** An arrow of the work: from all of these, by any of these, to that. */
export interface WorkArrow {
  readonly from: readonly WorkState[];
  readonly by: readonly (PersonAction['type'] | 'yearEnd')[];
  readonly to: WorkState;
}

export function workArrows(kind: IndicatorKind): readonly WorkArrow[] {
  const active = activeStates(kind);
  const open = [...active, 'onHold' as const];
  const onwards = active.slice(1).map((to, i): WorkArrow => ({ from: [active[i]!], by: [WAY_ON[kind]], to }));
  return [
    ...onwards,
    { from: [active.at(-1)!], by: lastActs(kind), to: 'achieved' },
    { from: active, by: ['suspend'], to: 'onHold' },
    { from: ['onHold'], by: ['resume'], to: active[0]! },
    { from: open, by: ['yearEnd', 'declareNotAchieved'], to: 'notAchieved' },
    { from: open, by: ['withdraw'], to: 'withdrawn' },
    { from: ENDINGS, by: ['reopen'], to: active[0]! },
  ];
}

/** Nobody declares a meeting complete: its minutes are issued. */
function lastActs(kind: IndicatorKind): readonly PersonAction['type'][] {
  const wayOn = WAY_ON[kind];
  return kind === 'meeting' || wayOn === 'complete' ? [wayOn] : [wayOn, 'complete'];
}

/** The state of each region at which an indicator stands. */
export function presentStates(value: StateValue): { readonly work: WorkState; readonly deadline: DeadlineState } {
  const { work, deadline } = value;
  const active = typeof work === 'string' || work.open === 'onHold' ? null : work.open.active;
  return {
    work: (active ?? (typeof work === 'string' ? work : 'onHold')) as WorkState,
    deadline: (typeof deadline === 'string' ? deadline : deadline.running) as DeadlineState,
  };
}
