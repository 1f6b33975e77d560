import { isTimeOfDay } from '../../calendar/local-time.ts';
import { parseHumanDate } from '../../calendar/parse-date.ts';
import type { LocalDate } from '../../calendar/types.ts';
import { formatDate, toLatinDigits } from '../../i18n/format.ts';
import type { MeetingBody } from '../../meetings/meeting-body.ts';
import type { Language, Plan } from '../../plan/types.ts';
import type { Typed } from '../parts/fields.tsx';
import type { MeetingFault } from '../wording/meeting-page-words.ts';
import { FieldReader, type PartReading } from './form-texts.ts';

/** When a meeting is, as a form says it. */
export interface WhenReading {
  readonly day: LocalDate | null;
  /** Local `HH:mm`; null where none was stated. */
  readonly time: string | null;
  readonly faults: Readonly<Record<string, MeetingFault>>;
}

/** The day and the time of a meeting, as people write them. */
export function readWhen(typed: Typed): WhenReading {
  const day = parseHumanDate(typed.day ?? '');
  const text = toLatinDigits((typed.time ?? '').trim())
    .replace('.', ':')
    .replace(/^(\d):/, '0$1:');
  const time = text === '' ? null : text;
  const isTime = time === null || isTimeOfDay(time);
  return {
    day,
    time: isTime ? time : null,
    faults: {
      ...(day === null ? { day: 'dayMissing' as const } : {}),
      ...(isTime ? {} : { time: 'timeInvalid' as const }),
    },
  };
}

export function typedWhen(day: LocalDate, time: string | null, language: Language): Typed {
  return { day: formatDate(day, language), time: time ?? '' };
}

export function typedArrangements(body: MeetingBody): Typed {
  return {
    title: body.title,
    place: body.place ?? '',
    chair: body.chair.designation,
    chairLabel: body.chair.label ?? '',
    secretary: body.secretary ?? '',
    ...Object.fromEntries(body.invited.map((post) => [`invited-${post}`, 'yes'])),
  };
}

/** Place, chair, secretary and heading; and whom to invite, for as long as there is anybody to write to. */
export function readArrangements(typed: Typed, body: MeetingBody, plan: Plan, asksInvited: boolean): PartReading {
  const fields = new FieldReader(typed);
  const posts = plan.posts.map(({ id }) => id);
  return {
    body: {
      ...body,
      title: fields.text('title', true),
      place: fields.textOrNull('place'),
      chair: { designation: fields.text('chair', true), label: fields.textOrNull('chairLabel') },
      secretary: fields.textOrNull('secretary'),
      invited: asksInvited ? posts.filter((post) => fields.isTicked(`invited-${post}`)) : body.invited,
    },
    faults: fields.faults,
  };
}
