import { compareCodes, compareTexts } from '../i18n/compare-codes.ts';
import type { Counts } from './phrasing.ts';
import type { LetterItem, Tone } from './types.ts';

/** How a deadline stands on the day of the letter. */
export function toneOf(item: LetterItem): Tone {
  if (item.daysLeft < 0) return 'overdue';
  return item.daysLeft === 0 ? 'today' : 'ahead';
}

/** Overdue first, then today, then by date: which is by date throughout, and by code (1.2.1 before 1.10.1) within a day. */
export function inOrder(items: readonly LetterItem[]): LetterItem[] {
  return [...items].sort(
    (one, other) =>
      one.daysLeft - other.daysLeft ||
      compareCodes(one.code, other.code) ||
      compareTexts(one.checkpoint, other.checkpoint),
  );
}

/** How many indicators there are, not how many of their days: two quarters of one indicator are one indicator. */
export function countsOf(items: readonly LetterItem[]): Counts {
  const indicators = (some: readonly LetterItem[]) => new Set(some.map((item) => item.code)).size;
  const having = (tone: Tone) => indicators(items.filter((item) => toneOf(item) === tone));
  const duties = items.filter(isDuty).length;
  const of = duties === 0 ? 'indicators' : duties === items.length ? 'duties' : 'both';
  return { all: indicators(items), overdue: having('overdue'), today: having('today'), of };
}

/** Whether it is owed beside the plan: a meeting, or what one decided. */
export function isDuty({ kind }: Pick<LetterItem, 'kind'>): boolean {
  return kind === 'meeting' || kind === 'action';
}
