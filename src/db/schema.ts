import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import type { IndicatorDefinition } from '../plan/definition.ts';
import type { Plan } from '../plan/types.ts';
import { instant } from './instant-column.ts';

/*
 * The tables of Suchok. The queue of BullMQ may live in the same database, in a schema of its own called `bullmq`; so
 * that the two can share a search path, no table here is called job, meta, event, metrics, migration, scheduler or
 * dedup. No column has a default that reads the clock: time is an argument.
 */

/** What an office owes in a fiscal year, as last applied. */
export const plan = pgTable('plan', {
  id: text().primaryKey(),
  version: integer().notNull(),
  body: jsonb().$type<Plan>().notNull(),
  /** The file as it was written, or where it came from. */
  source: text().notNull(),
  bodyHash: text().notNull(),
  appliedAt: instant().notNull(),
  appliedBy: text().notNull(),
});

/** Every version of a plan that was ever in force. */
export const planVersion = pgTable(
  'plan_version',
  {
    planId: text()
      .notNull()
      .references(() => plan.id),
    version: integer().notNull(),
    body: jsonb().$type<Plan>().notNull(),
    bodyHash: text().notNull(),
    appliedAt: instant().notNull(),
    appliedBy: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.planId, table.version] })],
);

/**
 * What plan, policy and calendar compiled to, by the hash of its content: with it a log replays the same years later.
 * The database refuses to change or delete one.
 */
export const definition = pgTable('definition', {
  hash: text().primaryKey(),
  body: jsonb().$type<IndicatorDefinition>().notNull(),
});

/** One indicator: its machine's snapshot and where its log stands. Locking this row is the only lock of the engine. */
export const indicator = pgTable(
  'indicator',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    planId: text()
      .notNull()
      .references(() => plan.id),
    code: text().notNull(),
    kind: text().notNull(),
    definitionHash: text()
      .notNull()
      .references(() => definition.hash),
    /** The machine's snapshot as it was saved. */
    state: jsonb().notNull(),
    /** Counts the saves. */
    version: integer().notNull(),
    status: text().notNull(),
    deadline: text().notNull(),
    /** The number and the hash of the last entry of its log. */
    logSeq: integer().notNull(),
    logHash: text().notNull(),
    /** Why it was set aside: nothing is fired until somebody looks at it. */
    fault: text(),
    faultAt: instant(),
  },
  (table) => [
    unique('indicator_code').on(table.planId, table.code),
    index('indicator_definition').on(table.definitionHash),
    index('indicator_fault').on(table.faultAt).where(sql`${table.fault} is not null`),
    check('indicator_kind', oneOf(table.kind, ['milestone', 'recurring', 'count', 'percentage', 'report'])),
    check(
      'indicator_status',
      oneOf(table.status, ['notStarted', 'inProgress', 'achieved', 'notAchieved', 'onHold', 'withdrawn']),
    ),
    check(
      'indicator_deadline',
      oneOf(table.deadline, ['upcoming', 'dueSoon', 'dueToday', 'overdue', 'met', 'paused', 'closed']),
    ),
    check('indicator_fault_dated', sql`(${table.fault} is null) = (${table.faultAt} is null)`),
  ],
);

/** The armed timers, one for each ladder. A row goes when it is fired or cancelled. */
export const deadline = pgTable(
  'deadline',
  {
    indicatorId: bigint({ mode: 'number' })
      .notNull()
      .references(() => indicator.id),
    ladder: text().notNull(),
    dueAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.indicatorId, table.ladder] }), index('deadline_due').on(table.dueAt)],
);

/** What happened to each indicator, chained by hash. The database refuses to change or delete an entry. */
export const eventLog = pgTable(
  'event_log',
  {
    indicatorId: bigint({ mode: 'number' })
      .notNull()
      .references(() => indicator.id),
    /** 1, 2, 3 … for each indicator. */
    seq: integer().notNull(),
    at: instant().notNull(),
    /** Of a definition, which the database keeps for ever; no foreign key, since it would lock one row for all. */
    definitionHash: text().notNull(),
    entry: jsonb().notNull(),
    hash: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.indicatorId, table.seq] }), check('event_log_seq', sql`${table.seq} >= 1`)],
);

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
    messageId: bigint({ mode: 'number' }).references((): AnyPgColumn => message.id),
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
    check('notification_messaged', sql`(${table.status} = 'messaged') = (${table.messageId} is not null)`),
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
    check('message_class', oneOf(table.class, ['digest', 'escalation'])),
    check('message_language', oneOf(table.language, ['bn', 'en'])),
    check('message_status', oneOf(table.status, ['queued', 'sending', 'sent', 'failed', 'unknown'])),
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

/** A link that lets one person in, once. The token itself stands only in the letter, or on the console. */
export const signInLink = pgTable('sign_in_link', {
  /** SHA-256 of the token, in hexadecimal. */
  tokenHash: text().primaryKey(),
  /** Whom it lets in; none for the administrator at the program's own console. */
  address: text(),
  /** The page of ours that was asked for. */
  next: text().notNull(),
  createdAt: instant().notNull(),
  expiresAt: instant().notNull(),
  usedAt: instant(),
});

/** That somebody asked for a link, known or not: what limits how often. */
export const signInRequest = pgTable(
  'sign_in_request',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    /** SHA-256 of the address: what strangers type is not kept. */
    addressHash: text().notNull(),
    at: instant().notNull(),
  },
  (table) => [index('sign_in_request_at').on(table.at)],
);

/** Somebody who is signed in with a browser. */
export const session = pgTable(
  'session',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    tokenHash: text().notNull().unique('session_token'),
    address: text(),
    userAgent: text().notNull(),
    createdAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
  },
  (table) => [index('session_address').on(table.address)],
);

export type PlanRow = typeof plan.$inferSelect;
export type PlanVersionRow = typeof planVersion.$inferSelect;
export type DefinitionRow = typeof definition.$inferSelect;
export type IndicatorRow = typeof indicator.$inferSelect;
export type DeadlineRow = typeof deadline.$inferSelect;
export type EventLogRow = typeof eventLog.$inferSelect;
export type NotificationRow = typeof notification.$inferSelect;
export type MessageRow = typeof message.$inferSelect;
export type MessageAttemptRow = typeof messageAttempt.$inferSelect;

function oneOf(column: AnyPgColumn, values: readonly string[]) {
  return sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(', '))})`;
}
