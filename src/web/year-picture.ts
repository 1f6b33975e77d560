import type { DeadlineOutcome, DeadlineView } from '../../machines/deadlines.ts';
import { civilDate } from '../calendar/day-number.ts';
import { daysBetween } from '../calendar/local-time.ts';
import type { LocalDate } from '../calendar/types.ts';
import type { Plan } from '../plan/types.ts';
import type { PlanRow } from './plan-view.ts';

/** Where the picture of a year has its months and marks, in percent of its width from the first day to the last. */

type Year = Pick<Plan, 'opens' | 'closes'>;

export interface MonthOfYear {
  /** As in `2022-02`. */
  readonly id: string;
  /** 1 for January. */
  readonly month: number;
  readonly from: number;
  readonly to: number;
}

/** The months of a fiscal year in their order, July first. */
export function monthsOf({ opens, closes }: Year): MonthOfYear[] {
  const days = daysBetween(opens, closes) + 1;
  const first = civilDate(opens);
  const starts = Array.from({ length: 13 }, (_, offset) => {
    const month = ((first.month - 1 + offset) % 12) + 1;
    const year = first.year + Math.floor((first.month - 1 + offset) / 12);
    return { month, id: `${year}-${String(month).padStart(2, '0')}` };
  });
  const at = (id: string) => Math.min(100, (100 * daysBetween(opens, `${id}-01`)) / days);
  return starts.slice(0, -1).map(({ id, month }, i) => ({ id, month, from: at(id), to: at(starts[i + 1]!.id) }));
}

/** The middle of a day; null where the day is not of this year. */
export function placeOf(day: LocalDate, { opens, closes }: Year): number | null {
  if (day < opens || day > closes) return null;
  return (100 * (daysBetween(opens, day) + 0.5)) / (daysBetween(opens, closes) + 1);
}

/** Of several things owed by one day of one indicator, the picture shows what needs looking at most. */
const GRAVITY: readonly DeadlineOutcome[] = ['missed', 'onHold', 'late', 'toCome', 'done', 'withdrawn'];

/** One mark for each day on which something of the indicator is due. */
export function marksOf(deadlines: readonly DeadlineView[]): DeadlineView[] {
  const byDay = new Map<LocalDate, DeadlineView>();
  for (const deadline of deadlines) {
    const known = byDay.get(deadline.due);
    if (known && GRAVITY.indexOf(known.outcome) <= GRAVITY.indexOf(deadline.outcome)) continue;
    byDay.set(deadline.due, deadline);
  }
  return [...byDay.values()];
}

/** The outcomes in the order in which legends and folded pictures have them. */
export const OUTCOMES = [
  'done',
  'late',
  'missed',
  'toCome',
  'onHold',
  'withdrawn',
] as const satisfies readonly DeadlineOutcome[];

/** How many deadlines of each outcome a month has, of indicators too many to draw one by one. */
export function countByMonth(rows: readonly Pick<PlanRow, 'deadlines'>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { due, outcome } of rows.flatMap(({ deadlines }) => marksOf(deadlines))) {
    const key = `${due.slice(0, 7)} ${outcome}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
