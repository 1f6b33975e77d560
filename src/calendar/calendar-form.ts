import * as z from 'zod';
import { form, list, textOr } from '../plan/form.ts';
import { bilingual, date, identifier, line, oneOf, yesNo } from '../plan/scalars.ts';

/** Monday first, as ISO counts them. */
export const WEEKDAY_IDS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** One day alone, or several that share a name. */
const dates = textOr(date, list('dates', date));

const holiday = form('a holiday', {
  dates,
  /** One of the file's `names`, or a name of its own. */
  name: textOr(identifier('the id of one of the names, or bn and en'), bilingual),
  kind: oneOf(['general', 'executive']),
  provisional: yesNo.optional(),
});

const workingDay = form('a working day', { dates, reason: bilingual });

const period = form('a period', {
  from: date,
  to: date,
  source: line('who published the holidays of the period, and when; or that this is not confirmed'),
  holidays: list('holidays', holiday).optional(),
  workingDays: list('working days', workingDay).optional(),
});

/** A calendar as a file writes it. */
export const calendarForm = form('a calendar', {
  id: identifier('the id of the calendar, as in bangladesh'),
  name: bilingual,
  weekend: list('weekdays', oneOf(WEEKDAY_IDS)),
  names: z.record(z.string(), bilingual, { error: 'must be a mapping of ids to names in bn and en' }).optional(),
  periods: list('periods', period),
});

export type CalendarForm = z.output<typeof calendarForm>;
