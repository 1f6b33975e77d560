import type { CalendarFile } from './calendar-file.ts';
import { type DayNumber, dateOfDay, dayNumber, weekdayOfDay } from './day-number.ts';
import type { Calendar, DayOff, LocalDate } from './types.ts';

const WEEKEND: DayOff = { name: { bn: 'সাপ্তাহিক ছুটি', en: 'Weekend' }, kind: 'weekend', provisional: false };

/**
 * The calendar of a checked file. Days outside the periods that the file covers still know the weekend; `covers` tells
 * whether holidays are known for a day. All functions throw a RangeError for a text that is no real date.
 */
export function buildCalendar(file: CalendarFile): Calendar {
  const holidays = collectHolidays(file);
  const weekend = new Set(file.weekend);
  const working = new Set(
    file.periods.flatMap((period) => period.workingDays.flatMap(({ dates }) => dates.map(dayNumber))),
  );
  const covered = mergePeriods(file.periods.map(({ from, to }) => ({ from: dayNumber(from), to: dayNumber(to) })));

  const dayOff = (day: DayNumber): DayOff | null => {
    const holiday = holidays.get(day);
    if (holiday !== undefined) return holiday;
    return weekend.has(weekdayOfDay(day)) && !working.has(day) ? WEEKEND : null;
  };
  const nearestWorkingDay = (from: DayNumber, step: 1 | -1): DayNumber => {
    let day = from;
    while (dayOff(day) !== null) day += step;
    return day;
  };

  return {
    id: file.id,
    covered: covered.map(({ from, to }) => ({ from: dateOfDay(from), to: dateOfDay(to) })),
    covers(date: LocalDate) {
      const day = dayNumber(date);
      return covered.some(({ from, to }) => from <= day && day <= to);
    },
    dayOff: (date) => dayOff(dayNumber(date)),
    isWorkingDay: (date) => dayOff(dayNumber(date)) === null,
    workingDayOnOrBefore: (date) => dateOfDay(nearestWorkingDay(dayNumber(date), -1)),
    workingDayOnOrAfter: (date) => dateOfDay(nearestWorkingDay(dayNumber(date), 1)),
    addWorkingDays(date, count) {
      if (!Number.isInteger(count) || count < 1) {
        throw new RangeError(`${count} is not a number of working days; give a whole number of 1 or more`);
      }
      let day = dayNumber(date);
      for (let counted = 0; counted < count; counted++) day = nearestWorkingDay(day + 1, 1);
      return dateOfDay(day);
    },
  };
}

/** Holidays by day. Where two fall on one day their names stand together, and the day is off when one of them is sure. */
function collectHolidays(file: CalendarFile): Map<DayNumber, DayOff> {
  const holidays = new Map<DayNumber, DayOff>();
  for (const { dates, name, kind, provisional } of file.periods.flatMap((period) => period.holidays)) {
    for (const day of dates.map(dayNumber)) {
      const other = holidays.get(day);
      holidays.set(
        day,
        other === undefined
          ? { name, kind, provisional }
          : {
              name: { bn: `${other.name.bn}, ${name.bn}`, en: `${other.name.en}, ${name.en}` },
              kind: other.kind === 'general' ? 'general' : kind,
              provisional: other.provisional && provisional,
            },
      );
    }
  }
  return holidays;
}

interface Span {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

/** In order of time, with periods that follow each other without a gap made one. */
function mergePeriods(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last !== undefined && span.from === last.to + 1) merged[merged.length - 1] = { from: last.from, to: span.to };
    else merged.push(span);
  }
  return merged;
}
