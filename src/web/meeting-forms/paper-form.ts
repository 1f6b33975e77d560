import { parseHumanDate } from '../../calendar/parse-date.ts';
import { formatDate } from '../../i18n/format.ts';
import { fitToLayout } from '../../meetings/fit-to-layout.ts';
import type { MeetingBody } from '../../meetings/meeting-body.ts';
import type { Language, Plan } from '../../plan/types.ts';
import { LAYOUTS } from '../../report/minutes/meeting.ts';
import { plainLetterhead } from '../../report/report-cover.ts';
import type { Typed } from '../parts/fields.tsx';
import { FieldReader, type PartReading } from './form-texts.ts';

export function typedAttendance({ attendance: { annex, members } }: MeetingBody): Typed {
  const lines = members.map(({ designation, committee }) =>
    committee === null ? designation : `${designation} | ${committee}`,
  );
  return { annex: annex ?? '', members: lines.join('\n') };
}

/** Who was there, one a line, with the part in the committee behind a bar. */
export function readAttendance(typed: Typed, body: MeetingBody): PartReading {
  const fields = new FieldReader(typed);
  const members = fields.lines('members').map((line) => {
    const [designation = '', ...part] = line.split('|').map((piece) => piece.trim());
    return { designation, committee: part.join(' ') || null };
  });
  const annex = fields.textOrNull('annex');
  if (annex !== null && annex.length > 10) fields.faults.annex = 'tooLong';
  return { body: { ...body, attendance: { annex, members } }, faults: fields.faults };
}

export function typedPaper(body: MeetingBody, plan: Plan, language: Language): Typed {
  return {
    layout: body.layout,
    letterhead: (body.letterhead ?? plainLetterhead(plan, body.language)).join('\n'),
    opening: (body.opening ?? []).join('\n'),
    closing: body.closing ?? '',
    memoNumber: body.memo?.number ?? '',
    memoDate: body.memo?.date ? formatDate(body.memo.date, language) : '',
    distributionHeading: body.distribution?.heading ?? '',
    distribution: (body.distribution?.entries ?? []).join('\n'),
    signature: body.signature.join('\n'),
    issuer: body.issuer.join('\n'),
    implementers: body.implementers.join('\n'),
    achieved: body.achieved,
    dateStyle: body.dateStyle,
    discuss: body.discuss,
  };
}

/** What stands around what was said, and in which layout all of it is told. */
export function readPaper(typed: Typed, body: MeetingBody, plan: Plan): PartReading {
  const fields = new FieldReader(typed);
  const opening = fields.lines('opening');
  const day = fields.raw('memoDate');
  const date = day === '' ? null : parseHumanDate(day);
  if (day !== '' && date === null) fields.faults.memoDate = 'dueInvalid';
  const entries = fields.lines('distribution');
  const read: MeetingBody = {
    ...body,
    layout: fields.choice('layout', [...LAYOUTS]),
    letterhead: fields.lines('letterhead', true),
    opening: opening.length === 0 ? null : opening,
    closing: fields.textOrNull('closing'),
    memo: { number: fields.textOrNull('memoNumber'), date, calendars: body.memo?.calendars ?? 'both' },
    distribution: entries.length === 0 ? null : { heading: fields.textOrNull('distributionHeading'), entries },
    signature: fields.lines('signature', true),
    issuer: fields.lines('issuer'),
    implementers: fields.lines('implementers'),
    achieved: fields.choice('achieved', ['implemented', 'achieved']),
    dateStyle: fields.choice('dateStyle', ['figures', 'words']),
    discuss: fields.choice('discuss', ['all', 'listed']),
  };
  return { body: fitToLayout(read, plan), faults: fields.faults };
}
