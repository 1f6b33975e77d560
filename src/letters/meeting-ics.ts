import ical, { ICalCalendarMethod, ICalEventBusyStatus, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { addDays, atTime, startOfDay } from '../calendar/local-time.ts';
import { formatCode } from '../i18n/format.ts';
import type { MeetingLetter } from './meeting-letter.ts';
import { urlOf } from './outline.ts';
import { plainLine } from './plain-line.ts';

/** What tells the calendar file of a meeting from that of a deadline. */
const MEETING_CATEGORY = 'MEETING';

/**
 * A meeting as a calendar file: at its hour, or of the whole day where none is said. The entry keeps its UID for the
 * meeting's life, and each change has a higher SEQUENCE; what was put off or called off takes it away (CANCEL, RFC 5546).
 * Nobody is named in it as an attendee, lest a calendar send an answer that no one reads. When it ends nobody said, and
 * so the entry does not either.
 */
export function meetingIcs(letter: MeetingLetter, description: string): string {
  const { language, occasion, day, time, zone } = letter;
  const isOn = occasion === 'notice' || occasion === 'changed';
  const calendar = ical({
    prodId: { company: 'Suchok', product: 'Suchok', language: language.toUpperCase() },
    method: isOn ? ICalCalendarMethod.PUBLISH : ICalCalendarMethod.CANCEL,
  });
  const event = calendar.createEvent({
    id: `${letter.planId}/${letter.code}/meeting@suchok`,
    sequence: letter.version,
    stamp: new Date(startOfDay(letter.today, zone)),
    ...(time === null
      ? { start: new Date(`${day}T00:00:00Z`), end: new Date(`${addDays(day, 1)}T00:00:00Z`), allDay: true }
      : { start: new Date(atTime(day, time, zone)) }),
    summary: `${formatCode(letter.code, language)} ${plainLine(letter.title[language])}`,
    ...(letter.place === null ? {} : { location: plainLine(letter.place) }),
    description,
    url: urlOf(letter.baseUrl, letter.path),
    status: isOn ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    transparency: ICalEventTransparency.OPAQUE,
    busystatus: ICalEventBusyStatus.BUSY,
  });
  event.createCategory({ name: MEETING_CATEGORY });
  return calendar.toString();
}
