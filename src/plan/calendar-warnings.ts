import { buildCalendar } from '../calendar/calendar.ts';
import type { CalendarFile } from '../calendar/calendar-file.ts';
import { addDays } from '../calendar/local-time.ts';
import type { Calendar, LocalDate } from '../calendar/types.ts';
import { compilePlan } from './compile.ts';
import type { Plan } from './types.ts';

/**
 * What is sound in a plan and may still surprise: a year whose holidays the calendar does not list, and holidays that
 * wait for the moon or the gazette on which a notice of this plan depends. Pure.
 */
export function calendarWarnings(plan: Plan, file: CalendarFile): string[] {
  const calendar = buildCalendar(file);
  const warnings: string[] = [];
  if (!calendar.covers(plan.opens) || !calendar.covers(plan.closes)) {
    warnings.push(
      `the calendar ${file.id} does not list the holidays of ${plan.fiscalYear}, so that only weekends count as days off: add them to config/calendars/${file.id}.yaml`,
    );
  }
  const days = provisionalDays(plan, file, calendar);
  if (days.length > 0) {
    warnings.push(
      `the days of some notices depend on holidays that are not confirmed yet: ${spansOf(days, calendar).join(', ')}; when the gazette is out, correct the calendar and apply the plan again`,
    );
  }
  return warnings;
}

/** The provisional holidays without which some notice of the plan would go on another day. */
function provisionalDays(plan: Plan, file: CalendarFile, calendar: Calendar): LocalDate[] {
  const marks = (of: Calendar) => JSON.stringify(compilePlan(plan, of).map((definition) => definition.marks));
  const asListed = marks(calendar);
  const provisional = file.periods.flatMap(({ holidays }) =>
    holidays.filter((holiday) => holiday.provisional).flatMap((holiday) => holiday.dates),
  );
  return [...new Set(provisional)]
    .filter((day) => plan.opens <= day && day <= plan.closes && calendar.dayOff(day)?.provisional === true)
    .filter((day) => marks(buildCalendar(withoutHoliday(file, day))) !== asListed)
    .sort();
}

function withoutHoliday(file: CalendarFile, day: LocalDate): CalendarFile {
  const periods = file.periods.map((period) => ({
    ...period,
    holidays: period.holidays.map((holiday) => ({ ...holiday, dates: holiday.dates.filter((date) => date !== day) })),
  }));
  return { ...file, periods };
}

/** `2027-03-08 to 2027-03-11 (Eid-ul-Fitr)`: days of one holiday that follow each other stand as one. */
function spansOf(days: readonly LocalDate[], calendar: Calendar): string[] {
  const spans: { from: LocalDate; to: LocalDate; name: string }[] = [];
  for (const day of days) {
    const name = calendar.dayOff(day)?.name.en ?? '';
    const last = spans.at(-1);
    if (last?.name === name && addDays(last.to, 1) === day) last.to = day;
    else spans.push({ from: day, to: day, name });
  }
  return spans.map(({ from, to, name }) => `${from === to ? from : `${from} to ${to}`} (${name})`);
}
