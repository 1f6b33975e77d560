import type { Holiday, Period } from '../calendar/calendar-file.ts';
import type { Bilingual, LocalDate } from '../calendar/types.ts';

/** A day on which offices are closed, or, of a weekend, open by order. */
export interface ListedDay {
  readonly date: LocalDate;
  readonly name: Bilingual;
  readonly kind: Holiday['kind'] | 'working';
  readonly provisional: boolean;
}

/** The days that a calendar's file lists for a stretch of time, in order, beside the weekends; with their sources. */
export function listedDays(periods: readonly Period[], from: LocalDate, to: LocalDate) {
  return periods
    .filter((period) => period.from <= to && from <= period.to)
    .map((period) => {
      const holidays = period.holidays.flatMap(({ dates, name, kind, provisional }) =>
        dates.map((date): ListedDay => ({ date, name, kind, provisional })),
      );
      const working = period.workingDays.flatMap(({ dates, reason }) =>
        dates.map((date): ListedDay => ({ date, name: reason, kind: 'working', provisional: false })),
      );
      const days = [...holidays, ...working].filter(({ date }) => from <= date && date <= to);
      return { period, days: days.sort((a, b) => (a.date < b.date ? -1 : 1)) };
    });
}
