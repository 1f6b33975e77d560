import { dayInFiscalYear, type FiscalYear } from '../calendar/fiscal-year.ts';
import { addDays } from '../calendar/local-time.ts';
import type { Bilingual, LocalDate } from '../calendar/types.ts';
import { type Path, type Report, reportDuplicates } from './fault.ts';
import type { Salvaged } from './form.ts';
import type { IndicatorForm, Schedule } from './plan-form.ts';
import { reportOutsideYear } from './resolve-target.ts';
import type { Occurrence } from './types.ts';

const MONTHS: readonly Bilingual[] = [
  { bn: 'জানুয়ারি', en: 'January' },
  { bn: 'ফেব্রুয়ারি', en: 'February' },
  { bn: 'মার্চ', en: 'March' },
  { bn: 'এপ্রিল', en: 'April' },
  { bn: 'মে', en: 'May' },
  { bn: 'জুন', en: 'June' },
  { bn: 'জুলাই', en: 'July' },
  { bn: 'আগস্ট', en: 'August' },
  { bn: 'সেপ্টেম্বর', en: 'September' },
  { bn: 'অক্টোবর', en: 'October' },
  { bn: 'নভেম্বর', en: 'November' },
  { bn: 'ডিসেম্বর', en: 'December' },
];

const QUARTERS: readonly Bilingual[] = [
  { bn: '১ম ত্রৈমাসিক', en: '1st quarter' },
  { bn: '২য় ত্রৈমাসিক', en: '2nd quarter' },
  { bn: '৩য় ত্রৈমাসিক', en: '3rd quarter' },
  { bn: '৪র্থ ত্রৈমাসিক', en: '4th quarter' },
];

const HALVES: readonly Bilingual[] = [
  { bn: '১ম অর্ধবার্ষিক', en: '1st half-year' },
  { bn: '২য় অর্ধবার্ষিক', en: '2nd half-year' },
];

/** The id that a checkpoint for the whole target has. */
const WHOLE_YEAR = 'year';

/** The schedule that a number of occurrences a year suggests, or `null`. */
export function scheduleFor(count: number): Schedule | null {
  return count === 4 ? 'quarterly' : count === 2 ? 'half-yearly' : count === 12 ? 'monthly' : null;
}

/** The periods of a schedule, each due on its last day. */
export function periodsOf(schedule: Schedule, year: FiscalYear): Occurrence[] {
  switch (schedule) {
    case 'quarterly':
      return year.quarters.map((quarter, i) => ({
        id: quarter.id,
        title: tidy(QUARTERS[i]!),
        from: quarter.from,
        due: quarter.to,
      }));
    case 'half-yearly':
      return HALVES.map((title, i) => ({
        id: `h${i + 1}`,
        title: tidy(title),
        from: year.quarters[2 * i]!.from,
        due: year.quarters[2 * i + 1]!.to,
      }));
    case 'monthly':
      return Array.from({ length: 12 }, (_, i) => {
        const month = ((i + 6) % 12) + 1;
        const from = dayInFiscalYear(year, month, 1)!;
        const due = i === 11 ? year.closes : addDays(dayInFiscalYear(year, (month % 12) + 1, 1)!, -1);
        return { id: `m${i + 1}`, title: tidy(MONTHS[month - 1]!), from, due };
      });
  }
}

/**
 * Occurrences or readings as a plan states them: a schedule, or a list of due days in their order, each period
 * beginning the day after the one before it.
 */
export function resolveSchedule(
  form: Salvaged<IndicatorForm['occurrences']>,
  year: FiscalYear,
  path: Path,
  report: Report,
): Occurrence[] {
  if (form === undefined) return [];
  if (typeof form === 'string') return periodsOf(form, year);
  reportDuplicates(
    form.map((each) => each?.id),
    (i) => [...path, i, 'id'],
    report,
  );
  let next: LocalDate = year.opens;
  return form.map((each, i): Occurrence => {
    const from = each?.from ?? next;
    const due = each?.due ?? from;
    if (each?.id === WHOLE_YEAR) {
      report([...path, i, 'id'], `"${WHOLE_YEAR}" stands for the whole target: write another id, as in q1`);
    }
    reportOutsideYear(each?.from, year, [...path, i, 'from'], report);
    reportOutsideYear(each?.due, year, [...path, i, 'due'], report);
    if (due < from) {
      report(
        [...path, i, 'due'],
        `${due} lies before its period begins on ${from}: write occurrences in order, or correct the date`,
      );
    }
    if (due >= from && due < next && each?.due !== undefined) {
      report(
        [...path, i, 'due'],
        `${due} is not after the occurrence above it: write occurrences in order of their due days`,
      );
    }
    next = addDays(due, 1);
    const id = each?.id as string;
    return { id, title: (each?.title as Bilingual | undefined) ?? { bn: id, en: id }, from, due };
  });
}

function tidy(title: Bilingual): Bilingual {
  return { bn: title.bn.normalize('NFC'), en: title.en };
}
