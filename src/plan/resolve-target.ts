import type { FiscalYear } from '../calendar/fiscal-year.ts';
import { parseHumanDate, parseNumber } from '../calendar/parse-date.ts';
import type { LocalDate } from '../calendar/types.ts';
import { type Path, quote, type Report } from './fault.ts';
import type { Salvaged } from './form.ts';
import type { IndicatorForm } from './plan-form.ts';
import { dateRefusal } from './scalars.ts';
import type { Criterion, PlanKind, Unit } from './types.ts';

/** The one unit that each kind is measured in. */
export const UNIT_OF: Readonly<Record<PlanKind, Unit>> = {
  milestone: 'date',
  report: 'date',
  recurring: 'number',
  count: 'number',
  percentage: 'percent',
};

const EXPECTS: Readonly<Record<Exclude<Unit, 'date'>, string>> = {
  number: 'a whole number such as 4',
  percent: 'a percentage over 0 and up to 100, such as 80',
};

/** A target as its unit reads it; reports and gives `null` where it does not fit. */
export function resolveTarget(
  text: string | undefined,
  unit: Unit,
  year: FiscalYear,
  path: Path,
  report: Report,
): LocalDate | number | null {
  if (text === undefined) return null;
  if (unit === 'date') {
    const date = parseHumanDate(text);
    if (date === null) {
      report(path, dateRefusal(text));
      return null;
    }
    reportOutsideYear(date, year, path, report);
    return date;
  }
  const value = parseNumber(text.replace(/%\s*$/, ''));
  if (value === null || (unit === 'number' && (!Number.isSafeInteger(value) || text.includes('%'))) || value <= 0) {
    report(path, `${quote(text)} does not fit the unit ${unit}: write ${EXPECTS[unit]}`);
    return null;
  }
  if (unit === 'percent' && value > 100) {
    report(path, `${value} is more than 100 percent: write ${EXPECTS.percent}`);
    return null;
  }
  return value;
}

/** Reports a day that is not within the fiscal year. */
export function reportOutsideYear(date: LocalDate | undefined, year: FiscalYear, path: Path, report: Report): void {
  if (date === undefined || (year.opens <= date && date <= year.closes)) return;
  report(path, `${date} is outside the fiscal year ${year.label}: write a day from ${year.opens} to ${year.closes}`);
}

/**
 * Graded criteria, best first: percents fall from 100, and each target is easier than the one above it (a later date,
 * a smaller number). The first is the indicator's own target. One of 100 % where the plan states none.
 */
export function resolveCriteria(
  form: Salvaged<NonNullable<IndicatorForm['criteria']>>,
  target: LocalDate | number | null,
  unit: Unit,
  year: FiscalYear,
  path: Path,
  report: Report,
): Criterion[] {
  if (form === undefined) return target === null ? [] : [{ percent: 100, target }];
  if (form.length === 0) report(path, 'is empty: leave it out, and the one target counts for 100 percent');
  const criteria = form.map((criterion, i) => {
    const percent = criterion?.percent ?? null;
    if (percent !== null && !inRange(percent)) {
      report(
        [...path, i, 'percent'],
        `${percent} is not from 0 to 100: write the percent of the weight that this target earns`,
      );
    }
    return { percent, target: resolveTarget(criterion?.target, unit, year, [...path, i, 'target'], report) };
  });
  criteria.forEach((criterion, i) => {
    const above = criteria[i - 1];
    if (above === undefined) {
      if (criterion.percent !== null && criterion.percent !== 100) {
        report(
          [...path, i, 'percent'],
          `the first criterion is ${criterion.percent} percent: begin with 100, the full target`,
        );
      }
      if (criterion.target !== null && target !== null && criterion.target !== target) {
        report(
          [...path, i, 'target'],
          `${criterion.target} is not the indicator's target ${target}: write the same in both places`,
        );
      }
      return;
    }
    if (inRange(criterion.percent) && inRange(above.percent) && criterion.percent! >= above.percent!) {
      report(
        [...path, i, 'percent'],
        `${criterion.percent} does not fall below ${above.percent}: write criteria best first`,
      );
    }
    if (criterion.target !== null && above.target !== null && !easier(criterion.target, above.target)) {
      const hint = unit === 'date' ? 'a later date' : 'a smaller number';
      report(
        [...path, i, 'target'],
        `${criterion.target} is not easier than ${above.target}: write ${hint} for fewer percent`,
      );
    }
  });
  return criteria as Criterion[];
}

function inRange(percent: number | null): boolean {
  return percent !== null && percent >= 0 && percent <= 100;
}

function easier(target: LocalDate | number, above: LocalDate | number): boolean {
  return typeof target === 'number' ? target < (above as number) : target > (above as string);
}
