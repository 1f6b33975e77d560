import { civilDate, dateOf, dateOfDay, dayNumber, weekdayOfDay } from './day-number.ts';
import type { LocalDate } from './types.ts';

/** A month of the Gregorian calendar, written `YYYY-MM`. Two of them compare as strings. */
export type Month = string;

/** Reads `2027-01`; null for what is no month, or none of the years 1900 to 2199. */
export function parseMonth(text: string): Month | null {
  return /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(text) ? text : null;
}

/** The month in which a day lies. */
export function monthOf(date: LocalDate): Month {
  return date.slice(0, 7);
}

/** The month so many months later; earlier when negative. */
export function addMonths(month: Month, count: number): Month {
  const { year, month: number } = civilDate(firstDayOf(month));
  const months = year * 12 + (number - 1) + count;
  return monthOf(dateOf(Math.floor(months / 12), (months % 12) + 1, 1)!);
}

export function firstDayOf(month: Month): LocalDate {
  return `${month}-01`;
}

export function lastDayOf(month: Month): LocalDate {
  return dateOfDay(dayNumber(firstDayOf(addMonths(month, 1))) - 1);
}

/** The weeks that a month touches, whole, so that some days lie outside it; `begins` is the ISO weekday of their first. */
export function weeksOf(month: Month, begins = 7): LocalDate[][] {
  const first = dayNumber(firstDayOf(month));
  const last = dayNumber(lastDayOf(month));
  const start = first - ((weekdayOfDay(first) - begins + 7) % 7);
  const weeks = Math.ceil((last - start + 1) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => dateOfDay(start + 7 * week + day)),
  );
}
