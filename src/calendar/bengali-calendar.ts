import { toBengaliDigits } from '../i18n/digits.ts';
import { BENGALI_MONTHS } from '../i18n/names.ts';
import { civilDate, isLeapYear } from './day-number.ts';
import { daysBetween } from './local-time.ts';
import type { LocalDate } from './types.ts';

/** A day of the Bengali calendar (বঙ্গাব্দ); month 1 is বৈশাখ. */
export interface BengaliDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * The Bengali date by the rule that Bangladesh has used since 2019, which ties national days to the same Bengali date
 * every year: the year begins on 14 April; six months of 31 days, then six of 30, but ফাল্গুন has 29, and 30 when its
 * February has a 29th. Earlier dates are reckoned by the same rule. Throws a RangeError for a text that is no real date
 * and for a day before the first year of that calendar.
 */
export function toBengaliDate(date: LocalDate): BengaliDate {
  const { year } = civilDate(date);
  const begins = date >= firstDay(year) ? year : year - 1;
  if (begins < 594) throw new RangeError(`'${date}' lies before the Bengali calendar; give a date from 0594-04-14 on`);
  let day = daysBetween(firstDay(begins), date);
  let month = 1;
  for (const length of monthLengths(begins)) {
    if (day < length) break;
    day -= length;
    month++;
  }
  return { year: begins - 593, month, day: day + 1 };
}

/** As memos carry it: `১৬ আষাঢ় ১৪২৯`. */
export function formatBengaliDate(date: LocalDate): string {
  const { year, month, day } = toBengaliDate(date);
  return `${toBengaliDigits(String(day))} ${BENGALI_MONTHS[month - 1]} ${toBengaliDigits(String(year))}`;
}

/** The months of the Bengali calendar that some days touch, with their year: `কার্তিক – অগ্রহায়ণ ১৪৩৩`. */
export function formatBengaliMonths(from: LocalDate, to: LocalDate): string {
  const [first, last] = [toBengaliDate(from), toBengaliDate(to)];
  const name = ({ month }: BengaliDate) => BENGALI_MONTHS[month - 1]!;
  const year = ({ year: number }: BengaliDate) => toBengaliDigits(String(number));
  if (first.year !== last.year) return `${name(first)} ${year(first)} – ${name(last)} ${year(last)}`;
  return first.month === last.month ? `${name(last)} ${year(last)}` : `${name(first)} – ${name(last)} ${year(last)}`;
}

/** The lengths of the months of the Bengali year that begins in this Gregorian year; its ফাল্গুন falls in the next. */
function monthLengths(begins: number): readonly number[] {
  return [31, 31, 31, 31, 31, 31, 30, 30, 30, 30, isLeapYear(begins + 1) ? 30 : 29, 30];
}

function firstDay(gregorianYear: number): LocalDate {
  return `${String(gregorianYear).padStart(4, '0')}-04-14`;
}
