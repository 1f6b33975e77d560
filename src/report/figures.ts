import { formatBengaliDate } from '../calendar/bengali-calendar.ts';
import { civilDate } from '../calendar/day-number.ts';
import type { LocalDate } from '../calendar/types.ts';
import { formatDate, formatNumber, formatPercent, toBengaliDigits } from '../i18n/format.ts';
import { phrase } from '../i18n/words.ts';
import type { Language, Unit } from '../plan/types.ts';

/** A day in figures, as tables of minutes have it: `১৬/০৩/২০২২ খ্রি.`, `16/03/2022`. */
export function figuresDate(date: LocalDate, language: Language): string {
  const { year, month, day } = civilDate(date);
  const figures = `${two(day)}/${two(month)}/${year}`;
  return language === 'bn' ? `${toBengaliDigits(figures)} খ্রি.` : figures;
}

/** The day of a memo: `১৬ আষাঢ় ১৪২৯` and `০২ জুন ২০২২`; in English the latter alone. */
export function bothCalendars(date: LocalDate, language: Language): readonly string[] {
  const gregorian = formatDate(date, language);
  return language === 'bn' ? [formatBengaliDate(date), gregorian].map(twoDigitDay) : [gregorian];
}

/** Memos write the day in two digits: `০২ ডিসেম্বর ২০২১`. */
export function twoDigitDay(date: string): string {
  return /^\p{Nd}(?!\p{Nd})/u.test(date) ? `${/^[০-৯]/u.test(date) ? toBengaliDigits('0') : '0'}${date}` : date;
}

/** A target or an achievement in the unit of its indicator: `১৬/০৩/২০২২ খ্রি.`, `৪টি`, `৮০%`; a dash for nothing. */
export function valueText(value: LocalDate | number | null, unit: Unit, language: Language): string {
  if (value === null) return '–';
  if (typeof value === 'string') return figuresDate(value, language);
  return unit === 'percent' ? formatPercent(value, language) : phrase('times', language, { times: value });
}

/** Points and weights: two decimals at most. */
export function pointsText(points: number, language: Language): string {
  return formatNumber(points, language);
}

/** A local `HH:mm` as notices of meetings have it: `বেলা ১১.০০ ঘটিকা`, `বিকাল ২.৩০ ঘটিকা`, `11:00 am`. */
export function hourText(time: string, language: Language): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const ofTwelve = hour % 12 === 0 ? 12 : hour % 12;
  if (language === 'en') return `${ofTwelve}:${two(minute)} ${hour < 12 ? 'am' : 'pm'}`;
  return toBengaliDigits(`${partOfDay(hour)} ${ofTwelve}.${two(minute)} ঘটিকা`);
}

function partOfDay(hour: number): string {
  if (hour < 6) return 'ভোর';
  if (hour < 11) return 'সকাল';
  if (hour < 14) return 'বেলা';
  if (hour < 18) return 'বিকাল';
  return hour < 20 ? 'সন্ধ্যা' : 'রাত';
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
