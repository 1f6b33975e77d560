import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { addDays } from '../calendar/local-time.ts';
import type { Deadline } from '../engine/read-deadlines.ts';
import { formatCode } from '../i18n/format.ts';
import type { Language } from '../plan/types.ts';
import { indicatorPath } from './paths.ts';
import { calendarWords } from './wording/calendar-words.ts';
import { deadlineWord } from './wording/deadline-word.ts';

/** Seconds after which calendars are asked to read again. */
const READ_AGAIN_AFTER = 4 * 60 * 60;

/** What stands before the title, where a calendar shows neither colours nor our marks. */
const SIGNS: Readonly<Partial<Record<Deadline['status'], string>>> = {
  achieved: '✔',
  overdue: '⚠',
  notAchieved: '✖',
  onHold: '⏸',
};

/**
 * Deadlines as a calendar that others subscribe to: one all-day entry each. An entry keeps its UID for the life of the
 * deadline, the same as in the letters; its SEQUENCE grows with whatever happens to the indicator. The same deadlines
 * give the same bytes. What was withdrawn is left out, and so goes from the calendars that read it.
 */
export function feedText(deadlines: readonly Deadline[], language: Language, baseUrl: string): string {
  const say = calendarWords(language);
  const calendar = ical({
    name: say.feedName,
    prodId: { company: 'Suchok', product: 'Suchok', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: READ_AGAIN_AFTER,
  });
  for (const deadline of deadlines) {
    const { plan, indicator, checkpoint, due, status, revision } = deadline;
    if (status === 'withdrawn') continue;
    const changedAt = new Date(deadline.changedAt);
    const url = `${baseUrl.replace(/\/+$/, '')}${indicatorPath(plan.id, indicator.code)}`;
    calendar.createEvent({
      id: `${plan.id}/${indicator.code}/${checkpoint}@suchok`,
      sequence: revision,
      stamp: changedAt,
      lastModified: changedAt,
      // Of an all-day entry only the date is written, read in UTC.
      start: new Date(`${due}T00:00:00Z`),
      end: new Date(`${addDays(due, 1)}T00:00:00Z`),
      allDay: true,
      summary: titleOf(deadline, language),
      description: [plan.office.name[language], deadlineWord(status, language), url].join('\n'),
      url,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}

function titleOf({ indicator, title, status }: Deadline, language: Language): string {
  const period = title ? ` (${title[language]})` : '';
  const name = `${formatCode(indicator.code, language)} ${indicator.title[language]}${period}`;
  return [SIGNS[status], name.replace(/\s+/g, ' ').trim()].filter(Boolean).join(' ');
}
