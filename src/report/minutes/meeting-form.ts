import type * as z from 'zod';
import { form, list, textOr } from '../../plan/form.ts';
import { code, date, identifier, line, oneOf, timeOfDay, yesNo } from '../../plan/scalars.ts';
import { LAYOUTS, MEETING_KINDS } from './meeting.ts';

const text = line('a text');
const designation = line('a designation, as in "প্রোগ্রামার, আইসিটি শাখা"; no names');

/** One line alone, or several. */
const lines = textOr(
  text.transform((one) => [one]),
  list('lines', text),
);

const designations = textOr(
  designation.transform((one) => [one]),
  list('designations', designation),
);

const wholeDecision = form('a decision', { text, implementers: designations.optional(), by: date.optional() });
const decision = textOr(
  text.transform((one) => ({ text: one }) as z.output<typeof wholeDecision>),
  wholeDecision,
);

const wholeChair = form('the chair', { label: text.optional(), designation });

const agendaItem = form('an item of the agenda', {
  subject: line('the subject'),
  discussion: lines.optional(),
  progress: yesNo.optional(),
  activities: list('codes of activities', code).optional(),
  indicators: list('codes of indicators', code).optional(),
  decisions: list('decisions', decision).optional(),
});

const indicatorTalk = form('what is said of an indicator', {
  code,
  subject: text.optional(),
  discussion: lines.optional(),
  decision: text.optional(),
  implementers: designations.optional(),
  proposer: designation.optional(),
});

/** A meeting as its file writes it. */
export const meetingForm = form('a meeting', {
  id: identifier('the id of the meeting, as in mowca-2022-06-28'),
  plan: identifier('the id of the plan that it reviews'),
  kind: oneOf(MEETING_KINDS),
  language: oneOf(['bn', 'en']).optional(),
  layout: oneOf(LAYOUTS),
  letterhead: lines.optional(),
  title: line('the heading of the minutes'),
  chair: textOr(
    designation.transform((one) => ({ designation: one }) as z.output<typeof wholeChair>),
    wholeChair,
  ),
  date,
  time: timeOfDay.optional(),
  place: line('the place').optional(),
  dateStyle: oneOf(['figures', 'words']).optional(),
  attendance: form('the attendance', {
    annex: line('the letter of the annex, as in ক').optional(),
    members: list('members', form('a member', { designation, committee: text.optional() })).optional(),
  }).optional(),
  secretary: designation.optional(),
  opening: lines.optional(),
  previous: form('the meeting before', {
    date,
    decisions: list('decisions', form('an earlier decision', { text, outcome: text.optional() })).optional(),
  }).optional(),
  achieved: oneOf(['implemented', 'achieved']).optional(),
  discuss: oneOf(['all', 'listed']).optional(),
  implementers: designations.optional(),
  agenda: list('items of the agenda', agendaItem).optional(),
  indicators: list('what is said of indicators', indicatorTalk).optional(),
  decisions: list('decisions', decision).optional(),
  closing: text.optional(),
  signature: designations,
  memo: form('the memo', {
    number: line('the memo number').optional(),
    date: date.optional(),
    calendars: oneOf(['both', 'gregorian']).optional(),
  }).optional(),
  distribution: form('the distribution list', {
    heading: text.optional(),
    entries: list('designations', designation, 1),
  }).optional(),
  issuer: designations.optional(),
});

export type MeetingForm = z.output<typeof meetingForm>;
export type DecisionForm = z.output<typeof wholeDecision>;
