import { bigint, check, index, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core';
import type { MeetingBody } from '../../meetings/meeting-body.ts';
import { instant } from '../instant-column.ts';
import { oneOf } from './one-of.ts';
import { indicator, plan } from './plans.ts';

/* What a plan's meetings are, and what they decided; how far each has come stands in its own machine's row in `indicator`. */

/** A meeting of an office: planned, announced, held, its minutes drafted and issued. */
export const meeting = pgTable(
  'meeting',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    planId: text()
      .notNull()
      .references(() => plan.id),
    /** 1, 2, 3 … within the plan, in the order in which they were planned. */
    number: integer().notNull(),
    /** The row of its machine, of the kind `meeting`. */
    indicatorId: bigint({ mode: 'number' })
      .notNull()
      .references(() => indicator.id),
    kind: text().notNull(),
    /** The recurring or counted indicator that its minutes settle a part of; null for a meeting that the plan does not ask for. */
    settles: text(),
    /** The occurrence of a recurring indicator, as in `q1`. */
    occurrence: text(),
    /** The local day, as in `2022-06-28`, and the local time `HH:mm`. */
    day: text().notNull(),
    time: text(),
    /** Everything else that people entered: agenda, attendance, what was said, what was decided. */
    body: jsonb().$type<MeetingBody>().notNull(),
    /** Counts the changes, so that a stale form is noticed. */
    version: integer().notNull(),
    createdAt: instant().notNull(),
    createdBy: text().notNull(),
    /** SHA-256 of the minutes as issued, a file of the evidence store; null before. */
    minutesHash: text(),
    issuedAt: instant(),
  },
  (table) => [
    unique('meeting_number').on(table.planId, table.number),
    index('meeting_indicator').on(table.indicatorId),
    check('meeting_kind', oneOf(table.kind, ['review', 'committee', 'training', 'workshop'])),
  ],
);

/** What a meeting decided that somebody has to do: an action item, with a machine and a ladder of its own. */
export const actionItem = pgTable(
  'action_item',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    meetingId: bigint({ mode: 'number' })
      .notNull()
      .references(() => meeting.id),
    /** 1, 2, 3 … within its meeting. */
    number: integer().notNull(),
    /** The row of its machine, of the kind `action`. */
    indicatorId: bigint({ mode: 'number' })
      .notNull()
      .references(() => indicator.id),
    text: text().notNull(),
    /** The post of the plan that has to do it, and how the minutes call the implementers. */
    post: text().notNull(),
    implementers: text().array().notNull(),
    /** The indicator of the plan that it is about; null where it is about none. */
    about: text(),
    /** The last day, as in `2022-03-16`. */
    due: text().notNull(),
  },
  (table) => [
    unique('action_item_number').on(table.meetingId, table.number),
    index('action_item_indicator').on(table.indicatorId),
  ],
);
