import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { addDays, startOfDay } from '../calendar/local-time.ts';
import { formatCode } from '../i18n/format.ts';
import { inOrder } from './order.ts';
import { toDo, urlOf } from './outline.ts';
import { plainLine } from './plain-line.ts';
import type { Letter, LetterItem } from './types.ts';

/** An all-day entry begins at midnight: fifteen hours before it is nine in the morning of the day before. */
const ALARM_SECONDS_BEFORE = 15 * 60 * 60;

/**
 * The due days that the letter tells of for the first time, as a calendar file: one all-day entry each, with an alarm at
 * nine on the morning before. `null` when there are none. An entry keeps its UID for the life of the deadline, and a
 * later generation has a higher SEQUENCE, so that a calendar replaces the entry instead of adding one. Nobody is named
 * in it as an attendee, lest a calendar ask for an answer.
 */
export function deadlineIcs(letter: Letter): string | null {
  const first = inOrder(letter.items).filter((item) => item.firstNotice);
  if (letter.class !== 'digest' || first.length === 0) return null;
  const calendar = ical({
    prodId: { company: 'Suchok', product: 'Suchok', language: letter.language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const item of first) {
    const summary = `${formatCode(item.code, letter.language)} ${plainLine(item.title[letter.language])}`;
    const event = calendar.createEvent({
      id: `${letter.planId}/${item.code}/${item.checkpoint}@suchok`,
      sequence: item.generation,
      stamp: new Date(startOfDay(letter.today, letter.zone)),
      // Of an all-day entry only the date is written, read in UTC.
      start: new Date(`${item.due}T00:00:00Z`),
      end: new Date(`${addDays(item.due, 1)}T00:00:00Z`),
      allDay: true,
      summary,
      description: descriptionOf(item, letter),
      url: urlOf(letter.baseUrl, item.path),
      transparency: ICalEventTransparency.TRANSPARENT,
    });
    event.createAlarm({
      type: ICalAlarmType.display,
      triggerBefore: ALARM_SECONDS_BEFORE,
      description: summary,
    });
  }
  return calendar.toString();
}

/** Only what stays true until the day: an entry is read long after the letter. */
function descriptionOf(item: LetterItem, letter: Letter): string {
  const period = item.checkpointTitle?.[letter.language];
  const lines = [letter.office[letter.language], ...(period === undefined ? [] : [period]), ...toDo(item, letter)];
  return [...lines.map(plainLine), urlOf(letter.baseUrl, item.path)].join('\n');
}
