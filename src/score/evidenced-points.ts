import type { LocalDate } from '../calendar/types.ts';
import { earn } from './earn.ts';
import { type Scored, scoreIndicator } from './indicator-score.ts';

/**
 * What the papers on record support of the points that an indicator claims: the same criteria, held against the day, the
 * number or the percentage for which there is evidence. Never more than is claimed: where a rate has fallen since, an
 * older paper does not raise it again. Pure.
 *
 * @param supported as far as papers go; null where there is none
 */
export function evidencedPoints(
  scored: Scored,
  weight: number,
  supported: LocalDate | number | null,
  on: LocalDate,
): number {
  const claimed = scoreIndicator(scored, weight, on).points;
  return Math.min(claimed, earn(scored.indicator, supported, weight).points);
}
