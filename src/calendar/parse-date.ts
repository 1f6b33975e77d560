import { monthNumber, plainText } from '../i18n/month-spellings.ts';
import { WEEKDAYS } from '../i18n/names.ts';
import { dateOf } from './day-number.ts';
import type { LocalDate } from './types.ts';

export { parseNumber } from './parse-number.ts';

/** A day of any year. */
export interface MonthDay {
  readonly month: number;
  readonly day: number;
}

const SEPARATOR = String.raw`\s*[-/.]\s*`;
const YEAR_FIRST = new RegExp(`^(\\d{4})${SEPARATOR}(\\d{1,2})${SEPARATOR}(\\d{1,2})$`);
const DAY_FIRST = new RegExp(`^(\\d{1,2})${SEPARATOR}(\\d{1,2})${SEPARATOR}(\\d{4}|\\d{2})$`);
const DAY_AND_MONTH = new RegExp(`^(\\d{1,2})${SEPARATOR}(\\d{1,2})$`);

// A name of letters and the vowel signs that Bengali writes around them.
const NAME = String.raw`([\p{L}\p{M}]+\.?)`;
const BETWEEN = String.raw`[\s,/-]+`;
const DAY_NAME_YEAR = new RegExp(`^(\\d{1,2})${BETWEEN}${NAME}${BETWEEN}(\\d{4}|\\d{2})$`, 'u');
const NAME_DAY_YEAR = new RegExp(`^${NAME}${BETWEEN}(\\d{1,2})${BETWEEN}(\\d{4}|\\d{2})$`, 'u');
const DAY_NAME = new RegExp(`^(\\d{1,2})${BETWEEN}${NAME}$`, 'u');
const NAME_DAY = new RegExp(`^${NAME}${BETWEEN}(\\d{1,2})$`, 'u');

/** What people write around a date: the weekday, the era (খ্রি., খ্রিস্টাব্দ, ইং), the word তারিখ. */
const WEEKDAY_BEFORE = new RegExp(`^(?:${[...WEEKDAYS.bn, ...WEEKDAYS.en].join('|').toLowerCase()})\\s*,?\\s+`, 'u');
const ERA_BEHIND = /[\s,]*(?:খ্রি(?:স্টাব্দ|ষ্টাব্দ|\.|ঃ|:)?|খ্রী(?:ঃ|:|\.|স্টাব্দ|ষ্টাব্দ)?|ইং|সাল|a\.?d\.?|তারিখ)$/u;

/** ১লা, ২রা, ৪ঠা, ৫ই, ১৯শে; 1st, 2nd, 3rd, 14th; a later letter would make it another word. */
const ORDINAL = /(\d)\s?(?:লা|রা|ঠা|ই|শে|এ|st|nd|rd|th)(?![\p{L}\p{M}])/gu;

/**
 * Reads a date as people in an office type it, in Bengali or Latin digits: `2022-03-16`, `16/03/2022`, `16-03-2022`,
 * `16.03.22`, `16 March 2022`, `March 16, 2022`, `১৬/০৩/২০২২ খ্রি.`, `১৬ মার্চ ২০২২`, `১লা মার্চ, ২০২২`. Figures alone mean
 * day, month, year unless the year stands first; a year of two digits is one of 2000 to 2099. `null` when it is no real
 * date of the Gregorian calendar.
 */
export function parseHumanDate(text: string): LocalDate | null {
  const plain = withoutTrimmings(text);
  let match = YEAR_FIRST.exec(plain);
  if (match !== null) return dateOf(Number(match[1]), Number(match[2]), Number(match[3]));
  match = DAY_FIRST.exec(plain);
  if (match !== null) return dateOf(fullYear(match[3]!), Number(match[2]), Number(match[1]));
  match = DAY_NAME_YEAR.exec(plain);
  if (match !== null) return namedDate(match[3]!, match[2]!, match[1]!);
  match = NAME_DAY_YEAR.exec(plain);
  if (match !== null) return namedDate(match[3]!, match[1]!, match[2]!);
  return null;
}

/** Reads a day without a year: `13 January`, `January 13`, `১৩ জানুয়ারি`, `13/01`. 29 February is one. */
export function parseMonthDay(text: string): MonthDay | null {
  const plain = withoutTrimmings(text);
  let match = DAY_AND_MONTH.exec(plain);
  if (match !== null) return realMonthDay(Number(match[2]), Number(match[1]));
  match = DAY_NAME.exec(plain);
  if (match !== null) return realMonthDay(monthNumber(match[2]!), Number(match[1]));
  match = NAME_DAY.exec(plain);
  if (match !== null) return realMonthDay(monthNumber(match[1]!), Number(match[2]));
  return null;
}

function withoutTrimmings(text: string): string {
  let plain = plainText(text).replace(WEEKDAY_BEFORE, '');
  // Two of them occur together: `২৮/০৬/২০২২ খ্রি. তারিখ`.
  plain = plain.replace(ERA_BEHIND, '').replace(ERA_BEHIND, '');
  return plain.replace(ORDINAL, '$1').replace(/[\s,।]+$/u, '');
}

function namedDate(year: string, name: string, day: string): LocalDate | null {
  const month = monthNumber(name);
  return month === null ? null : dateOf(fullYear(year), month, Number(day));
}

function fullYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

function realMonthDay(month: number | null, day: number): MonthDay | null {
  // 2000 has every day that any year has.
  return month === null || dateOf(2000, month, day) === null ? null : { month, day };
}
