import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigint,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import { instant } from '../instant-column.ts';
import { oneOf } from './one-of.ts';
import { indicator, plan } from './plans.ts';

/** That somebody is to be told of one rung, once. Many of them make one message. */
export const notification = pgTable(
  'notification',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    indicatorId: bigint({ mode: 'number' })
      .notNull()
      .references(() => indicator.id),
    /** Grows when an indicator is reopened or its deadline moves, so that the rungs count anew. */
    generation: integer().notNull(),
    checkpoint: text().notNull(),
    rung: text().notNull(),
    number: integer().notNull(),
    notice: text().notNull(),
    role: text().notNull(),
    /** The instant of the rung on the ladder. */
    rungAt: instant().notNull(),
    status: text().notNull(),
    skipReason: text(),
    /** The first letter that tells of it. */
    messageId: bigint({ mode: 'number' }).references((): AnyPgColumn => message.id),
    /** While it is pending for somebody whose hour is still to come: when to look at it again. */
    waitUntil: instant(),
    /** And those, by person, who are through with it meanwhile, because they were told, or told of a later rung. */
    doneWith: text().array(),
  },
  (table) => [
    unique('notification_once').on(
      table.indicatorId,
      table.generation,
      table.checkpoint,
      table.rung,
      table.number,
      table.role,
    ),
    index('notification_pending').on(table.rungAt, table.indicatorId).where(sql`${table.status} = 'pending'`),
    index('notification_message').on(table.messageId).where(sql`${table.messageId} is not null`),
    check('notification_notice', oneOf(table.notice, ['reminder', 'due', 'escalation', 'followUp'])),
    check(
      'notification_role',
      oneOf(table.role, ['focalPoint', 'innovationOfficer', 'supervisor', 'headOfOffice', 'superiorAuthority']),
    ),
    check('notification_status', oneOf(table.status, ['pending', 'skipped', 'messaged'])),
    check('notification_skipped', sql`(${table.status} = 'skipped') = (${table.skipReason} is not null)`),
    check(
      'notification_messaged',
      sql`${table.status} = 'pending' or (${table.status} = 'messaged') = (${table.messageId} is not null)`,
    ),
    check('notification_waits', sql`${table.status} = 'pending' or (${table.waitUntil} is null)`),
  ],
);

/** One letter to one person, with its text fixed before the first attempt to send it. */
export const message = pgTable(
  'message',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    planId: text()
      .notNull()
      .references(() => plan.id),
    class: text().notNull(),
    post: text().notNull(),
    personId: text().notNull(),
    address: text().notNull(),
    language: text().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    html: text().notNull(),
    ics: text(),
    /** The Message-ID (RFC 5322, 3.6.4): fixed here, so that a second attempt is recognisably the same letter. */
    headerId: text().notNull().unique('message_header_id'),
    inReplyTo: text(),
    threadId: text().notNull(),
    status: text().notNull(),
    attempts: integer().notNull().default(0),
    createdAt: instant().notNull(),
    /** The morning, or the rung, for which it was written. */
    forInstant: instant().notNull(),
    sendingAt: instant(),
    sentAt: instant(),
    /** The mail server's last answer. */
    answer: text(),
  },
  (table) => [
    index('message_created').on(table.planId, table.createdAt, table.id),
    index('message_thread').on(table.threadId, table.id),
    index('message_unfinished').on(table.status, table.createdAt).where(sql`${table.status} <> 'sent'`),
    check('message_class', oneOf(table.class, ['digest', 'escalation', 'explanation', 'meetingNotice', 'assessment'])),
    check('message_language', oneOf(table.language, ['bn', 'en'])),
    check('message_status', oneOf(table.status, ['queued', 'sending', 'sent', 'failed', 'unknown', 'cancelled'])),
    check('message_sending', sql`${table.status} <> 'sending' or ${table.sendingAt} is not null`),
    check('message_sent', sql`${table.status} <> 'sent' or ${table.sentAt} is not null`),
  ],
);

/** Each time a mail server was asked to take a message, and what it said. */
export const messageAttempt = pgTable(
  'message_attempt',
  {
    messageId: bigint({ mode: 'number' })
      .notNull()
      .references(() => message.id),
    /** 1, 2, 3 … for each message. */
    attempt: integer().notNull(),
    at: instant().notNull(),
    outcome: text().notNull(),
    answer: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.messageId, table.attempt] })],
);

/** How one person, by mail address, likes to be written to; where there is none, as the plans say. */
export const preference = pgTable(
  'preference',
  {
    /** In lower case. */
    address: text().primaryKey(),
    language: text(),
    /** Local time of day, `HH:mm`, before which no letter is wanted; null for the policy's own hour. */
    hour: text(),
    delivery: text().notNull(),
    updatedAt: instant().notNull(),
  },
  (table) => [
    check('preference_language', oneOf(table.language, ['bn', 'en'])),
    check('preference_delivery', oneOf(table.delivery, ['digest', 'single'])),
  ],
);

/** A person is away from a plan's posts for some days, and another person of the plan stands in. */
export const leave = pgTable(
  'leave',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    planId: text()
      .notNull()
      .references(() => plan.id),
    personId: text().notNull(),
    deputyId: text().notNull(),
    /** The first and the last day, as in `2027-01-13`, in the plan's zone. */
    firstDay: text().notNull(),
    lastDay: text().notNull(),
    createdAt: instant().notNull(),
    createdBy: text().notNull(),
    cancelledAt: instant(),
  },
  (table) => [
    index('leave_plan').on(table.planId),
    check('leave_days', sql`${table.firstDay} <= ${table.lastDay}`),
    check('leave_deputy', sql`${table.personId} <> ${table.deputyId}`),
  ],
);
