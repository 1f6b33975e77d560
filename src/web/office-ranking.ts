import type { OfficeCounts, StandingCounts } from '../db/queries/office-counts.ts';
import type { Language } from '../plan/types.ts';
import type { OfficeScore } from '../reading/office-scores.ts';

/** A plan in the list of offices. */
export interface OfficeRow extends OfficeCounts {
  /** Null where the plan has no indicators to score. */
  readonly score: OfficeScore | null;
}

/** By what the list can be sorted; `worst` is how it comes. */
export const OFFICE_SORTS = [
  'worst',
  'office',
  'overdue',
  'dueSoon',
  'onHold',
  'notAchieved',
  'achieved',
  'score',
] as const;
export type OfficeSort = (typeof OFFICE_SORTS)[number];

type Compare = (one: OfficeRow, other: OfficeRow) => number;

/** The share of the most that can be earned, from 0 to 1; a plan without any has nothing to lose. */
export function shareOf(score: OfficeScore | null): number {
  return score && score.total > 0 ? score.points / score.total : 1;
}

/**
 * Offices in the order asked for. **Worst** is who has the largest share of its indicators overdue; of those alike, who
 * has earned the smallest share of its score; then by name, so that the order stays from one visit to the next. Counts
 * come the largest first, the score the lowest first, and `reversed` turns any of them round. Pure.
 */
export function inOrder(
  rows: readonly OfficeRow[],
  sort: OfficeSort,
  reversed: boolean,
  language: Language,
): OfficeRow[] {
  const names = new Intl.Collator(language);
  const byName: Compare = (one, other) =>
    names.compare(one.office[language], other.office[language]) ||
    (one.fiscalYear < other.fiscalYear ? 1 : one.fiscalYear > other.fiscalYear ? -1 : 0) ||
    names.compare(one.planId, other.planId);
  const byScore: Compare = (one, other) => shareOf(one.score) - shareOf(other.score);
  const byCount =
    (count: keyof StandingCounts): Compare =>
    (one, other) =>
      other[count] - one[count];
  const worst: Compare = (one, other) => overdueShare(other) - overdueShare(one) || byScore(one, other);
  const compare: Compare =
    sort === 'worst' ? worst : sort === 'office' ? byName : sort === 'score' ? byScore : byCount(sort);
  const sign = reversed ? -1 : 1;
  return [...rows].sort((one, other) => sign * compare(one, other) || byName(one, other));
}

/** What all offices of the list come to together. */
export function totalsOf(rows: readonly OfficeRow[]): StandingCounts & { readonly score: OfficeScore } {
  const sum = (numberOf: (row: OfficeRow) => number) => rows.reduce((total, row) => total + numberOf(row), 0);
  return {
    achieved: sum((row) => row.achieved),
    onTarget: sum((row) => row.onTarget),
    dueSoon: sum((row) => row.dueSoon),
    overdue: sum((row) => row.overdue),
    onHold: sum((row) => row.onHold),
    notAchieved: sum((row) => row.notAchieved),
    total: sum((row) => row.total),
    score: { points: sum((row) => row.score?.points ?? 0), total: sum((row) => row.score?.total ?? 0) },
  };
}

function overdueShare({ overdue, total }: OfficeRow): number {
  return total === 0 ? 0 : overdue / total;
}
