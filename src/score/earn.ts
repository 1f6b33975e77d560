import type { LocalDate } from '../calendar/types.ts';
import type { Criterion, Indicator } from '../plan/types.ts';

/** One criterion met, and what that earns: `points` is `percent` of the weight. */
export interface Earned {
  /** Null where no criterion is met; of a share between two, the lower one that is met. */
  readonly criterion: Criterion | null;
  readonly percent: number;
  readonly points: number;
}

type Terms = Pick<Indicator, 'target' | 'criteria' | 'score'>;

export const NOTHING: Earned = { criterion: null, percent: 0, points: 0 };

/** What a day of achievement, a number or a percentage earns of a weight. Pure. */
export function earn(indicator: Terms, measured: LocalDate | number | null, weight: number): Earned {
  if (measured === null) return NOTHING;
  const criteria = criteriaOf(indicator);
  const position = criteria.findIndex((criterion) => meets(measured, criterion.target));
  const criterion = criteria[position] ?? null;
  const percent =
    indicator.score === 'pro-rata' && typeof measured === 'number'
      ? proRata(criteria, position, measured)
      : (criterion?.percent ?? 0);
  if (percent === 0) return criterion ? { ...NOTHING, criterion } : NOTHING;
  // A share of an equal weight, such as 100 / 30, would come out a hair above it as a binary fraction.
  return { criterion, percent, points: percent === 100 ? weight : Math.min(weight, (weight * percent) / 100) };
}

/** The graded criteria, best first; the one target counts for all where the plan states none. */
export function criteriaOf({ target, criteria }: Pick<Terms, 'target' | 'criteria'>): readonly Criterion[] {
  return criteria.length > 0 ? criteria : [{ percent: 100, target }];
}

/**
 * The percent of a number that lies between two criteria, in a straight line from the lower to the upper. Below the
 * last of several it is nothing, for that is what the last one is for; below a single one it is the share of the target.
 */
function proRata(criteria: readonly Criterion[], position: number, measured: number): number {
  const met = criteria[position];
  if (position === 0) return met!.percent;
  if (met === undefined && criteria.length > 1) return 0;
  const lower = met ?? { percent: 0, target: 0 };
  const upper = (met === undefined ? criteria[0] : criteria[position - 1])!;
  const [from, to] = [Number(lower.target), Number(upper.target)];
  const share = Math.max(0, (measured - from) / (to - from));
  return round(lower.percent + (upper.percent - lower.percent) * share);
}

/** Two thirds of a hundred are 66.67 percent, as people write it, and no longer a binary fraction. */
function round(percent: number): number {
  return Math.round(percent * 100) / 100;
}

function meets(measured: LocalDate | number, target: LocalDate | number): boolean {
  if (typeof measured === 'number') return typeof target === 'number' && measured >= target;
  return typeof target === 'string' && measured <= target;
}
