import type { Calendars } from '../calendar/calendars.ts';
import { HOME_ZONE } from '../calendar/home-zone.ts';
import { localDate } from '../calendar/local-time.ts';
import { type Month, monthOf, weeksOf } from '../calendar/month.ts';
import type { Bilingual, DayOff, Instant, LocalDate } from '../calendar/types.ts';
import type { Deadline } from '../engine/read-deadlines.ts';
import type { Plan } from '../plan/types.ts';

/** A month as the calendar page shows it. */
export interface CalendarMonth {
  readonly month: Month;
  readonly today: LocalDate;
  readonly weeks: readonly (readonly CalendarDay[])[];
  /** False where the calendar does not list the public holidays of the whole month. */
  readonly isCovered: boolean;
}

export interface CalendarDay {
  readonly date: LocalDate;
  /** False for the days before and after the month that fill its first and last week. */
  readonly isInside: boolean;
  readonly off: DayOff | null;
  /** Why offices work on this day of the weekend. */
  readonly worksFor: Bilingual | null;
  readonly deadlines: readonly Deadline[];
}

/** The day that it is for the readers of some plans. */
export function todayFor(plans: readonly Pick<Plan, 'zone'>[], now: Instant): LocalDate {
  return localDate(now, plans[0]?.zone ?? HOME_ZONE);
}

/** Lays the deadlines and days off of a month into its weeks, by the calendar of the first of the plans. Pure. */
export function layMonth(
  month: Month,
  today: LocalDate,
  plans: readonly Plan[],
  deadlines: readonly Deadline[],
  calendars: Calendars,
): CalendarMonth {
  const reading = plans[0] ? calendars.find(plans[0].calendar) : null;
  const known = reading && 'calendar' in reading ? reading : null;
  const working = new Map(
    known?.file.periods.flatMap(({ workingDays }) =>
      workingDays.flatMap(({ dates, reason }) => dates.map((date) => [date, reason] as const)),
    ),
  );
  const byDay = new Map<LocalDate, Deadline[]>();
  for (const deadline of deadlines) byDay.set(deadline.due, [...(byDay.get(deadline.due) ?? []), deadline]);
  const days = weeksOf(month).map((week) =>
    week.map(
      (date): CalendarDay => ({
        date,
        isInside: monthOf(date) === month,
        off: known?.calendar.dayOff(date) ?? null,
        worksFor: working.get(date) ?? null,
        deadlines: byDay.get(date) ?? [],
      }),
    ),
  );
  const inside = days.flat().filter(({ isInside }) => isInside);
  const isCovered = known !== null && inside.every(({ date }) => known.calendar.covers(date));
  return { month, today, weeks: days, isCovered: plans.length === 0 || isCovered };
}
