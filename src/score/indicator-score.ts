import type { IndicatorView } from '../../machines/view.ts';
import type { LocalDate } from '../calendar/types.ts';
import type { Criterion, Indicator } from '../plan/types.ts';
import { criteriaOf, type Earned, earn, NOTHING } from './earn.ts';

export type { Earned } from './earn.ts';

/** What an indicator's score is read from; a row of a plan's status is one. */
export interface Scored {
  readonly indicator: Pick<Indicator, 'code' | 'weight' | 'target' | 'criteria' | 'score' | 'zeroIfLate'> & {
    readonly due?: LocalDate;
    readonly kind?: Indicator['kind'];
  };
  readonly view: Pick<IndicatorView, 'status' | 'achieved' | 'achievedOn'> &
    Partial<Pick<IndicatorView, 'inTime' | 'owed'>>;
}

/** The score of one indicator with its arithmetic: what was measured, by which criterion, and what that earns. */
export interface IndicatorScore extends Earned {
  readonly code: string;
  /** False for what was withdrawn: it earns nothing, and nothing is expected of it. */
  readonly counts: boolean;
  /** The most it can earn; 0 where it does not count. */
  readonly weight: number;
  /** What the criteria are held against: the day of achievement, the number so far, the latest reading; null while there is none. */
  readonly measured: LocalDate | number | null;
  /** What it would earn if it were met in full today, or earns already; the same once its work has ended or rests. */
  readonly ifMet: Earned;
}

/**
 * Scores one indicator of the given weight as it stands on a day.
 *
 * A date target is judged by the day on which it was achieved: late, but within a later criterion's date, it earns that
 * criterion's percent, and after the last date nothing, for the government's form 2.2.2 knows none later. A number or a
 * percentage is judged by the best criterion that what is recorded so far reaches; a rate by its latest reading. Where
 * the plan says `score: pro-rata`, a number between two criteria earns its share between them; where it says
 * `zeroIfLate`, what was done after its day earns nothing.
 *
 * - **On hold**: earns what is recorded, and keeps its weight, for the plan still owes it; nobody works on it, so it is
 *   not among those that may yet be met.
 * - **Not achieved**: earns the lower criterion that its numbers reached, if any; a date that never came earns nothing.
 * - **Withdrawn**: leaves the total. Only who agreed the plan may take something out of it, and what is no longer
 *   asked can neither be earned nor missed.
 *
 * Pure.
 */
export function scoreIndicator(scored: Scored, weight: number, on: LocalDate): IndicatorScore {
  const { indicator, view } = scored;
  const { code } = indicator;
  const measured = measuredOf(scored);
  if (view.status === 'withdrawn') return { code, counts: false, weight: 0, measured, ...NOTHING, ifMet: NOTHING };
  const earned = earn(indicator, measured, weight);
  const best = isOpen(scored) ? earn(indicator, attainable(scored, on), weight) : earned;
  return { code, counts: true, weight, measured, ...earned, ifMet: best.points > earned.points ? best : earned };
}

/** Whether somebody may still work on it. */
export function isOpen({ view }: Scored): boolean {
  return view.status === 'notStarted' || view.status === 'inProgress';
}

function measuredOf({ indicator, view }: Scored): LocalDate | number | null {
  if (typeof indicator.target === 'string') return view.achievedOn;
  return indicator.zeroIfLate && view.inTime !== undefined ? view.inTime : view.achieved;
}

/** What the criteria would be held against if all that is left were done on that day. */
export function attainable({ indicator, view }: Scored, on: LocalDate): LocalDate | number {
  const { target, zeroIfLate, kind, due } = indicator;
  if (typeof target === 'string') return on;
  if (!zeroIfLate) return target;
  const inTime = view.inTime ?? 0;
  if (kind === 'recurring') return inTime + (view.owed ?? []).filter((day) => day >= on).length;
  return due === undefined || on <= due ? target : inTime;
}

/** The days after which finishing earns less, in order: those of the criteria, and of what has to be done in time. */
export function turningDays({ indicator, view }: Scored): LocalDate[] {
  const { target, zeroIfLate, kind, due } = indicator;
  if (typeof target === 'string') {
    return criteriaOf(indicator).map((criterion: Criterion) => criterion.target as LocalDate);
  }
  if (!zeroIfLate) return [];
  if (kind === 'recurring') return [...new Set(view.owed ?? [])].sort();
  return due === undefined ? [] : [due];
}
