import { toLatinDigits } from '../i18n/digits.ts';
import { civilDate, dateOf } from './day-number.ts';
import type { LocalDate } from './types.ts';

export type QuarterId = 'q1' | 'q2' | 'q3' | 'q4';

/** A quarter of a fiscal year, both days inclusive. */
export interface Quarter {
  readonly id: QuarterId;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** The government's year, from 1 July to 30 June, both inclusive. */
export interface FiscalYear {
  /** As in `2021-22`. */
  readonly label: string;
  readonly opens: LocalDate;
  readonly closes: LocalDate;
  /** July to September, October to December, January to March, April to June. */
  readonly quarters: readonly [Quarter, Quarter, Quarter, Quarter];
}

const LABEL = /^(\d{4})\s*[-–—/]\s*(\d{2}|\d{4})$/;

/**
 * Reads a fiscal year as people type it: `2021-22`, `2021-2022`, `২০২১-২২`, with a hyphen, a dash or a slash.
 * `null` when it is no fiscal year, such as `2021-23`.
 */
export function parseFiscalYear(text: string): FiscalYear | null {
  const match = LABEL.exec(toLatinDigits(text.trim()));
  if (match === null) return null;
  const first = Number(match[1]);
  const second = Number(match[2]);
  if (second !== (match[2]!.length === 2 ? (first + 1) % 100 : first + 1)) return null;
  return fiscalYearFrom(first);
}

/** The fiscal year in which a date falls. Throws a RangeError when the text is no real date. */
export function fiscalYearOf(date: LocalDate): FiscalYear {
  const { year, month } = civilDate(date);
  const fiscalYear = fiscalYearFrom(month >= 7 ? year : year - 1);
  if (fiscalYear === null) throw new RangeError(`'${date}' lies in no fiscal year; give a date from 0001-07-01 on`);
  return fiscalYear;
}

/** The quarter in which a date falls, or `null` when the date is outside the fiscal year. */
export function quarterOf(fiscalYear: FiscalYear, date: LocalDate): Quarter | null {
  return fiscalYear.quarters.find((quarter) => quarter.from <= date && date <= quarter.to) ?? null;
}

/** The day of a fiscal year that has this month (1-12) and day, or `null` when the year has none (29 February). */
export function dayInFiscalYear(fiscalYear: FiscalYear, month: number, day: number): LocalDate | null {
  const { year } = civilDate(fiscalYear.opens);
  return dateOf(month >= 7 ? year : year + 1, month, day);
}

function fiscalYearFrom(first: number): FiscalYear | null {
  if (first < 1 || first > 9998) return null;
  const a = String(first).padStart(4, '0');
  const b = String(first + 1).padStart(4, '0');
  return {
    label: `${a}-${b.slice(2)}`,
    opens: `${a}-07-01`,
    closes: `${b}-06-30`,
    quarters: [
      { id: 'q1', from: `${a}-07-01`, to: `${a}-09-30` },
      { id: 'q2', from: `${a}-10-01`, to: `${a}-12-31` },
      { id: 'q3', from: `${b}-01-01`, to: `${b}-03-31` },
      { id: 'q4', from: `${b}-04-01`, to: `${b}-06-30` },
    ],
  };
}
