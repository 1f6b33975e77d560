import { civilDate } from '../calendar/day-number.ts';
import { parseFiscalYear } from '../calendar/fiscal-year.ts';
import { isTimeOfDay, weekday } from '../calendar/local-time.ts';
import type { LocalDate } from '../calendar/types.ts';
import type { Language } from '../plan/types.ts';
import { toBengaliDigits } from './digits.ts';
import { MONTHS, WEEKDAYS } from './names.ts';

export { toBengaliDigits, toLatinDigits } from './digits.ts';

/** Groups of South Asia (12,34,567) in both languages; two decimals at most. */
const NUMBERS = new Intl.NumberFormat('en-IN', { maximumFractionDigits: 2 });

/** `২৫ ফেব্রুয়ারি ২০২২`, `25 February 2022`. Throws a RangeError for a text that is no real date. */
export function formatDate(date: LocalDate, language: Language): string {
  const { year, month, day } = civilDate(date);
  return inDigitsOf(language, `${day} ${MONTHS[language][month - 1]} ${year}`);
}

/** A month, `2022-02`, as `ফেব্রুয়ারি ২০২২`, `February 2022`. Throws a RangeError for what is no month. */
export function formatMonth(month: string, language: Language): string {
  const { year, month: number } = civilDate(`${month}-01`);
  return inDigitsOf(language, `${MONTHS[language][number - 1]} ${year}`);
}

/** `শুক্রবার`, `Friday`. */
export function formatWeekday(date: LocalDate, language: Language): string {
  return WEEKDAYS[language][weekday(date) - 1]!;
}

/** `শুক্রবার, ২৫ ফেব্রুয়ারি ২০২২`, `Friday, 25 February 2022`. */
export function formatDateLong(date: LocalDate, language: Language): string {
  return `${formatWeekday(date, language)}, ${formatDate(date, language)}`;
}

/** `১২,৩৪,৫৬৭.৫`, `12,34,567.5`: grouped as in South Asia, rounded to two decimals. */
export function formatNumber(value: number, language: Language): string {
  return inDigitsOf(language, NUMBERS.format(value));
}

/** A percent from 0 to 100: `২৩.৪৪%`, `23.44%`. */
export function formatPercent(value: number, language: Language): string {
  return `${formatNumber(value, language)}%`;
}

/** A local `HH:mm` as minutes of meetings write it: `সকাল ৯.০০টা`, `বিকাল ২.৩০টা`; `9:00 am`, `2:30 pm`. */
export function formatTime(time: string, language: Language): string {
  if (!isTimeOfDay(time)) throw new RangeError(`'${time}' is not a time of day; give it as HH:mm, such as 09:00`);
  const hour = Number(time.slice(0, 2));
  const minutes = time.slice(3);
  const hourOfTwelve = hour % 12 === 0 ? 12 : hour % 12;
  if (language === 'en') return `${hourOfTwelve}:${minutes} ${hour < 12 ? 'am' : 'pm'}`;
  return toBengaliDigits(`${partOfDay(hour)} ${hourOfTwelve}.${minutes}টা`);
}

/** An indicator's or activity's code: `১.১.১`, `1.1.1`. */
export function formatCode(code: string, language: Language): string {
  // Meetings and what they decided: M3, M3.2.
  const shown = language === 'bn' ? code.replace(/^M(?=\d)/, 'সভা ') : code;
  return inDigitsOf(language, shown);
}

/** `২০২১-২২`, `2021-22`, from any spelling that `parseFiscalYear` reads. */
export function formatFiscalYear(fiscalYear: string, language: Language): string {
  return inDigitsOf(language, parseFiscalYear(fiscalYear)?.label ?? fiscalYear);
}

function inDigitsOf(language: Language, text: string): string {
  return language === 'bn' ? toBengaliDigits(text) : text;
}

function partOfDay(hour: number): string {
  if (hour < 4) return 'রাত';
  if (hour < 6) return 'ভোর';
  if (hour < 12) return 'সকাল';
  if (hour < 14) return 'দুপুর';
  if (hour < 18) return 'বিকাল';
  if (hour < 20) return 'সন্ধ্যা';
  return 'রাত';
}
