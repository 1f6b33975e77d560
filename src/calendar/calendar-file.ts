import { type Fault, type Path, quote, sortFaults } from '../plan/fault.ts';
import { readForm, type Salvaged } from '../plan/form.ts';
import { suggest } from '../plan/nearest-word.ts';
import { readYaml } from '../plan/yaml-source.ts';
import { type CalendarForm, calendarForm, WEEKDAY_IDS } from './calendar-form.ts';
import { weekday } from './local-time.ts';
import type { Bilingual, LocalDate } from './types.ts';

/** A calendar file as checked: names looked up, every date real and inside its period. */
export interface CalendarFile {
  readonly id: string;
  readonly name: Bilingual;
  /** ISO weekdays: 5 and 6 for Friday and Saturday. */
  readonly weekend: readonly number[];
  readonly periods: readonly Period[];
}

/** A stretch of time for which all public holidays are listed, both days inclusive. */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Who published the list, when and where; or that it is not confirmed. */
  readonly source: string;
  readonly holidays: readonly Holiday[];
  /** Days of the weekend on which offices work by order. */
  readonly workingDays: readonly { readonly dates: readonly LocalDate[]; readonly reason: Bilingual }[];
}

export interface Holiday {
  readonly dates: readonly LocalDate[];
  readonly name: Bilingual;
  readonly kind: 'general' | 'executive';
  /** True while the date waits for the moon or the gazette. */
  readonly provisional: boolean;
}

/** Stands for a day of the weekend that could not be read: nothing is then said of days that it might have been. */
const UNREAD = 0;

type Report = (path: Path, message: string) => void;

/** Reads a calendar file such as `config/calendars/bangladesh.yaml`; all faults at once, in the order of the file. */
export function parseCalendarFile(text: string, fileName: string): { file: CalendarFile } | { faults: Fault[] } {
  const source = readYaml(text, fileName);
  const { form, faults } = readForm(calendarForm, source);
  const file = resolveCalendar(form, (path, message) => faults.push(source.fault(path, message)));
  return faults.length === 0 && file !== null ? { file } : { faults: sortFaults(faults) };
}

/** Checks what no single field shows; the result counts only if nothing was reported. */
function resolveCalendar(form: Salvaged<CalendarForm>, report: Report): CalendarFile | null {
  if (form === undefined) return null;
  const weekend = [
    ...new Set((form.weekend ?? []).map((day) => (day === undefined ? UNREAD : WEEKDAY_IDS.indexOf(day) + 1))),
  ];
  if (weekend.length === WEEKDAY_IDS.length) report(['weekend'], 'leaves no day to work on: write six days at most');
  reportPeriods(form, report);
  reportWorkingDays(form, weekend, report);
  const names = form.names ?? {};
  const periods = (form.periods ?? []).map((period, i) => ({
    from: period?.from ?? '',
    to: period?.to ?? '',
    source: period?.source ?? '',
    holidays: (period?.holidays ?? []).map((holiday, j) => ({
      dates: datesOf(holiday?.dates),
      name: resolveName(holiday?.name, names, (message) => report(['periods', i, 'holidays', j, 'name'], message)),
      kind: holiday?.kind ?? 'general',
      provisional: holiday?.provisional ?? false,
    })),
    workingDays: (period?.workingDays ?? []).map((day) => ({
      dates: datesOf(day?.dates),
      reason: day?.reason as Bilingual,
    })),
  }));
  return { id: form.id ?? '', name: form.name as Bilingual, weekend, periods };
}

type FormName = NonNullable<Salvaged<NonNullable<CalendarForm['periods'][number]['holidays']>[number]>>['name'];

function resolveName(name: FormName, names: Readonly<Record<string, unknown>>, report: (message: string) => void) {
  if (typeof name !== 'string') return name as Bilingual;
  const known = Object.hasOwn(names, name);
  if (!known) report(`${quote(name)} is not among the names: ${suggest(name, Object.keys(names))}`);
  return names[name] as Bilingual;
}

/** Periods that end before they begin or share days, and dates that do not lie in their period. */
function reportPeriods(form: NonNullable<Salvaged<CalendarForm>>, report: Report): void {
  const periods = form.periods ?? [];
  if (form.periods !== undefined && periods.length === 0) report(['periods'], 'is empty: write one with its holidays');
  for (const [i, period] of periods.entries()) {
    const { from, to } = period ?? {};
    if (from === undefined || to === undefined) continue;
    if (to < from) {
      report(['periods', i, 'to'], `${to} lies before ${from}: write the later day here`);
      continue;
    }
    const other = periods.findIndex((each, j) => j < i && each?.from && each.to && each.from <= to && from <= each.to);
    if (other !== -1) report(['periods', i, 'from'], `shares days with periods[${other}]: let each day stand in one`);
    for (const { date, path } of datesWithPaths(form)) {
      if (path[1] === i && (date < from || date > to)) {
        report(path, `${date} is not from ${from} to ${to}: move it to its own period`);
      }
    }
  }
}

function reportWorkingDays(
  form: NonNullable<Salvaged<CalendarForm>>,
  weekend: readonly number[],
  report: Report,
): void {
  const all = datesWithPaths(form);
  const holidays = new Set(all.filter(({ path }) => path[2] === 'holidays').map(({ date }) => date));
  for (const { date, path } of all.filter((each) => each.path[2] === 'workingDays')) {
    if (holidays.has(date)) report(path, `${date} is written as a holiday too: delete one of the two`);
    else if (!weekend.includes(weekday(date)) && !weekend.includes(UNREAD))
      report(path, `${date} is a working day anyway: delete it`);
  }
}

/** Every date of the file's holidays and working days, with the place where it stands. */
function datesWithPaths(form: NonNullable<Salvaged<CalendarForm>>): { date: LocalDate; path: Path }[] {
  return (form.periods ?? []).flatMap((period, i) =>
    (['holidays', 'workingDays'] as const).flatMap((key) =>
      (period?.[key] ?? []).flatMap((entry, j) => {
        const path = ['periods', i, key, j, 'dates'];
        const isList = Array.isArray(entry?.dates);
        return datesOf(entry?.dates).map((date, k) => ({ date, path: isList ? [...path, k] : path }));
      }),
    ),
  );
}

function datesOf(dates: Salvaged<LocalDate | LocalDate[]>): LocalDate[] {
  return [dates].flat().filter((date) => date !== undefined);
}
