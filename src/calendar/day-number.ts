import type { LocalDate } from './types.ts';

/** Whole days since 1970-01-01, negative before it: dates as integers, for arithmetic without a zone or a clock. */
export type DayNumber = number;

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for `YYYY-MM-DD` that names a real day of the Gregorian calendar, from year 0001 on. */
export function isLocalDate(text: string): text is LocalDate {
  return partsOf(text) !== null;
}

/** The day's number. Throws a RangeError when the text is not a real date. */
export function dayNumber(date: LocalDate): DayNumber {
  const parts = partsOf(date);
  if (parts === null) {
    throw new RangeError(`'${date}' is not a date; write a real day as YYYY-MM-DD`);
  }
  return dayNumberOf(parts.year, parts.month, parts.day);
}

/** The date of a day's number, the inverse of `dayNumber`. */
export function dateOfDay(day: DayNumber): LocalDate {
  const { year, month, day: dayOfMonth } = civilOfDay(day);
  return formatParts(year, month, dayOfMonth);
}

/** The date of year, month (1-12) and day, or `null` when there is no such day. */
export function dateOf(year: number, month: number, day: number): LocalDate | null {
  return isRealDay(year, month, day) ? formatParts(year, month, day) : null;
}

/** Year, month (1-12) and day of a date. Throws a RangeError when the text is not a real date. */
export function civilDate(date: LocalDate): { year: number; month: number; day: number } {
  return civilOfDay(dayNumber(date));
}

/** ISO weekday of a day's number: 1 is Monday, 7 is Sunday. */
export function weekdayOfDay(day: DayNumber): number {
  // 1 January 1970 was a Thursday, 4.
  return modulo(day + 3, 7) + 1;
}

/** True when the Gregorian year has a 29 February. */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function partsOf(text: string): { year: number; month: number; day: number } | null {
  const match = PATTERN.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isRealDay(year, month, day) ? { year, month, day } : null;
}

function isRealDay(year: number, month: number, day: number): boolean {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) return false;
  return day <= daysInMonth(year, month);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

// Both conversions count in eras of 400 years, and in years that begin on 1 March, so that the leap day comes last.
const DAYS_PER_ERA = 146_097;
const DAYS_FROM_ERA_TO_EPOCH = 719_468;

function dayNumberOf(year: number, month: number, day: number): DayNumber {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * modulo(month - 3, 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - DAYS_FROM_ERA_TO_EPOCH;
}

function civilOfDay(day: DayNumber): { year: number; month: number; day: number } {
  const shifted = day + DAYS_FROM_ERA_TO_EPOCH;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

function formatParts(year: number, month: number, day: number): LocalDate {
  const mm = month < 10 ? `0${month}` : String(month);
  const dd = day < 10 ? `0${day}` : String(day);
  return `${year < 1000 ? String(year).padStart(4, '0') : year}-${mm}-${dd}`;
}

function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
