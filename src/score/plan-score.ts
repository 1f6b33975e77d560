import type { LocalDate } from '../calendar/types.ts';
import type { Plan } from '../plan/types.ts';
import { type IndicatorScore, type Scored, scoreIndicator } from './indicator-score.ts';

/** What a plan without weights is reckoned out of; each of its indicators counts the same. */
export const EQUAL_TOTAL = 100;

/** The score of a plan; its sums are those of its parts. */
export interface PlanScore {
  /** `weights`: as the plan states them. `equal`: it states none, so each indicator is an equal share of 100. */
  readonly basis: 'weights' | 'equal';
  /** The most that can be earned: the weight of everything but what was withdrawn. */
  readonly total: number;
  /** What is recorded so far earns so much; and it comes to no more if none of what is open is met. */
  readonly points: number;
  /** What it would come to if all that is still open were met today. */
  readonly ifMet: number;
  /** The weight that left the total with what was withdrawn; null where indicators count equally and shares grow instead. */
  readonly withdrawnWeight: number | null;
  /** The indicators in the order given. */
  readonly parts: readonly IndicatorScore[];
}

/** Scores a plan as it stands on a day, in its zone. Pure. */
export function scorePlan(
  { totalWeight }: Pick<Plan, 'totalWeight'>,
  rows: readonly Scored[],
  on: LocalDate,
): PlanScore {
  const counting = rows.filter(({ view }) => view.status !== 'withdrawn').length;
  const isWeighted = totalWeight !== null;
  const parts = rows.map((row) => scoreIndicator(row, weightIn({ totalWeight }, row.indicator, counting), on));
  const withdrawn = rows.filter(({ view }) => view.status === 'withdrawn');
  return {
    basis: isWeighted ? 'weights' : 'equal',
    total: sumOf(parts, ({ weight }) => weight),
    points: sumOf(parts, ({ points }) => points),
    ifMet: sumOf(parts, ({ ifMet }) => ifMet.points),
    withdrawnWeight: isWeighted ? sumOf(withdrawn, ({ indicator }) => indicator.weight ?? 0) : null,
    parts,
  };
}

/** The weight of an indicator: as the plan states it, or an equal share among so many as count. */
export function weightIn(
  { totalWeight }: Pick<Plan, 'totalWeight'>,
  { weight }: Scored['indicator'],
  counting: number,
): number {
  if (totalWeight !== null) return weight ?? 0;
  return counting === 0 ? 0 : EQUAL_TOTAL / counting;
}

/** Weights such as 0.1 and 0.2 add up as people add them, not as binary fractions do. */
function sumOf<T>(ones: readonly T[], numberOf: (one: T) => number): number {
  return Number(ones.reduce((sum, one) => sum + numberOf(one), 0).toFixed(6));
}
