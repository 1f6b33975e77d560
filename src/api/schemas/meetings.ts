import { z } from '@hono/zod-openapi';
import { plainText } from '../../acting/plain-text.ts';
import { instant, localDate } from './shared.ts';

/** What somebody wrote, as the database can hold it. */
const words = (most: number) => z.string().overwrite(plainText).max(most);

/* Meetings of a plan, and what they decided. */

export const meetingNumber = z
  .string()
  .regex(/^[1-9][0-9]{0,5}$/)
  .openapi({ param: { name: 'number', in: 'path' }, example: '3' });

const stage = z.enum(['planned', 'noticeSent', 'held', 'drafted', 'issued', 'postponed', 'cancelled', 'lapsed']);

const kind = z.enum(['review', 'committee', 'training', 'workshop']);

const decision = z.object({
  text: words(4_000),
  implementers: z.array(words(300)).max(40).default([]),
  post: words(100).nullable().default(null).openapi({ description: 'Who has to do it, by the id of a post.' }),
  by: localDate.nullable().default(null),
  about: words(40).nullable().default(null).openapi({ description: 'The code of an indicator.' }),
});

const deadline = z.object({
  checkpoint: z.string(),
  due: localDate,
  metOn: localDate.nullable(),
});

export const meetingSummary = z
  .object({
    number: z.number().int(),
    code: z.string().openapi({ example: 'M3' }),
    kind,
    day: localDate,
    time: z.string().nullable().openapi({ example: '11:00' }),
    place: z.string().nullable(),
    stage,
    settles: z.string().nullable().openapi({ description: 'The indicator that its minutes settle a part of.' }),
    occurrence: z.string().nullable(),
    deadlines: z.array(deadline),
    version: z.number().int().openapi({ description: 'To be sent as `seen` with a write.' }),
    issuedAt: instant.nullable(),
  })
  .openapi('Meeting');

export const meetingDetail = meetingSummary
  .extend({
    acts: z.array(z.string()).openapi({ description: 'What can be done now.' }),
    reason: z.string().nullable(),
    body: z
      .record(z.string(), z.unknown())
      .openapi({ description: 'Agenda, chair, invited, attendance, discussion, decisions, memo, distribution.' }),
  })
  .openapi('MeetingDetail');

export const actionItem = z
  .object({
    code: z.string().openapi({ example: 'M3.2', description: 'Recorded under this code, as indicators are.' }),
    meeting: z.number().int(),
    decidedOn: localDate,
    text: z.string(),
    post: z.string(),
    implementers: z.array(z.string()),
    about: z.string().nullable(),
    due: localDate,
    daysLeft: z.number().int(),
    status: z.enum(['notStarted', 'inProgress', 'achieved', 'notAchieved', 'onHold', 'withdrawn']),
    achievedOn: localDate.nullable(),
    late: z.boolean(),
    note: z.string().nullable(),
    reason: z.string().nullable(),
  })
  .openapi('ActionItem');

const seen = z
  .number()
  .int()
  .optional()
  .openapi({ description: 'The version that was read; refused when it is stale.' });

export const meetingPlanned = z
  .object({
    kind,
    settles: words(40).nullable().default(null),
    occurrence: words(40).nullable().default(null),
    day: localDate,
    time: z.string().max(5).nullable().default(null),
    place: words(300).nullable().default(null),
  })
  .openapi('MeetingPlanned', { description: 'All else begins as the last meeting of the kind had it.' });

/** One of the acts; each takes what it needs. */
export const meetingAct = z
  .discriminatedUnion('act', [
    z.object({ act: z.literal('sendNotice'), by: z.enum(['letter', 'otherwise']).default('letter'), seen }),
    z.object({ act: z.literal('hold'), on: localDate.optional(), seen }),
    z.object({ act: z.literal('draft'), decisions: z.array(decision).max(60).optional(), seen }),
    z.object({ act: z.literal('issue'), seen }),
    z.object({ act: z.literal('move'), day: localDate, time: z.string().max(5).nullable().optional(), seen }),
    z.object({ act: z.literal('postpone'), reason: words(4_000), seen }),
    z.object({ act: z.literal('cancel'), reason: words(4_000), seen }),
  ])
  .openapi('MeetingAct');

export const meetingDone = z
  .object({
    number: z.number().int(),
    version: z.number().int(),
    letters: z.number().int().openapi({ description: 'So many letters went out.' }),
    actions: z.array(z.string()).openapi({ description: 'The codes of what it decided that somebody has to do.' }),
    settled: z.string().nullable().openapi({ description: 'The indicator that took the minutes as its evidence.' }),
  })
  .openapi('MeetingDone');
