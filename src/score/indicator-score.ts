import type { IndicatorView } from '../../machines/view.ts';
import type { LocalDate } from '../calendar/types.ts';
import type { Criterion, Indicator } from '../plan/types.ts';

/** What an indicator's score is read from; a row of a plan's status is one. */
export interface Scored {
  readonly indicator: Pick<Indicator, 'code' | 'weight' | 'target' | 'criteria'>;
  readonly view: Pick<IndicatorView, 'status' | 'achieved' | 'achievedOn'>;
}

/** One criterion met, and what that earns: `points` is `percent` of the weight. */
export interface Earned {
  /** Null where no criterion is met. */
  readonly criterion: Criterion | null;
  readonly percent: number;
  readonly points: number;
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

const NOTHING: Earned = { criterion: null, percent: 0, points: 0 };

/**
 * Scores one indicator of the given weight as it stands on a day.
 *
 * A date target is judged by the day on which it was achieved: late, but within a later criterion's date, it earns that
 * criterion's percent, and after the last date nothing, for the government's form 2.2.2 knows none later. A number or a
 * percentage is judged by the best criterion that what is recorded so far reaches; a rate by its latest reading.
 *
 * - **On hold**: earns what is recorded, and keeps its weight, for the plan still owes it; nobody works on it, so it is
 *   not among those that may yet be met.
 * - **Not achieved**: earns the lower criterion that its numbers reached, if any; a date that never came earns nothing.
 * - **Withdrawn**: leaves the total. Only who agreed the plan may take something out of it, and what is no longer
 *   asked can neither be earned nor missed.
 *
 * Pure.
 */
export function scoreIndicator({ indicator, view }: Scored, weight: number, on: LocalDate): IndicatorScore {
  const { code, target } = indicator;
  const measured = typeof target === 'string' ? view.achievedOn : view.achieved;
  if (view.status === 'withdrawn') return { code, counts: false, weight: 0, measured, ...NOTHING, ifMet: NOTHING };
  const earned = earn(indicator, measured, weight);
  const isOpen = view.status === 'notStarted' || view.status === 'inProgress';
  const best = isOpen ? earn(indicator, typeof target === 'string' ? on : target, weight) : earned;
  return { code, counts: true, weight, measured, ...earned, ifMet: best.points > earned.points ? best : earned };
}

function earn(indicator: Scored['indicator'], measured: LocalDate | number | null, weight: number): Earned {
  const criterion = measured === null ? null : criterionMet(indicator, measured);
  if (!criterion) return NOTHING;
  return { criterion, percent: criterion.percent, points: (weight * criterion.percent) / 100 };
}

/** What an indicator is judged by, the best first: its criteria, or its target alone where it has none. */
export function gradesOf({ target, criteria }: Pick<Indicator, 'target' | 'criteria'>): readonly Criterion[] {
  return criteria.length > 0 ? criteria : [{ percent: 100, target }];
}

/** The best criterion that a day or a number meets. */
function criterionMet(indicator: Scored['indicator'], measured: LocalDate | number): Criterion | null {
  return gradesOf(indicator).find((criterion) => meets(measured, criterion.target)) ?? null;
}

function meets(measured: LocalDate | number, target: LocalDate | number): boolean {
  if (typeof measured === 'number') return typeof target === 'number' && measured >= target;
  return typeof target === 'string' && measured <= target;
}
