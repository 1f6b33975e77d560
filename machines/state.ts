import type { Instant } from '../src/calendar/types.ts';
import type { IndicatorKind } from '../src/plan/types.ts';
import { action } from './action.ts';
import type { IndicatorContext } from './context.ts';
import { count } from './count.ts';
import { meeting } from './meeting.ts';
import { milestone } from './milestone.ts';
import { percentage } from './percentage.ts';
import { recurring } from './recurring.ts';
import { report } from './report.ts';
import type { DeadlineStatus, WorkStatus } from './types.ts';

/** The statecharts by kind: five of indicators, and those of a meeting and of what one decided. */
export const machines = { milestone, recurring, count, percentage, report, meeting, action } as const satisfies Record<
  IndicatorKind,
  unknown
>;

/** The two ladders on which an indicator has a timer: its deadlines, and the end of the year. */
export const LADDERS = ['nextMark', 'yearEnd'] as const;
export type LadderName = (typeof LADDERS)[number];

/** What is stored of an indicator's machine: plain JSON, without the definition. */
export interface IndicatorState {
  readonly value: StateValue;
  readonly context: Omit<IndicatorContext, 'definition'>;
  /** The machine's clock: the time of the last event. */
  readonly at: Instant;
  /** The armed timers by ladder: absolute instants, at most one to a ladder. */
  readonly timers: Readonly<Partial<Record<LadderName, Instant>>>;
}

/** The nested value of the two parallel regions. */
export interface StateValue {
  readonly work: 'achieved' | 'notAchieved' | 'withdrawn' | { readonly open: 'onHold' | { readonly active: string } };
  readonly deadline: 'paused' | 'met' | 'closed' | { readonly running: DeadlineStatus };
}

export function workStatus({ work }: StateValue): WorkStatus {
  if (typeof work === 'string') return work;
  if (work.open === 'onHold') return 'onHold';
  return work.open.active === 'notStarted' ? 'notStarted' : 'inProgress';
}

export function deadlineStatus({ deadline }: StateValue): DeadlineStatus {
  return typeof deadline === 'string' ? deadline : deadline.running;
}
