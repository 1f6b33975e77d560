import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import type { IndicatorDefinition } from '../../plan/definition.ts';
import type { Plan } from '../../plan/types.ts';
import { instant } from '../instant-column.ts';
import { oneOf } from './one-of.ts';

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
    check(
      'indicator_kind',
      oneOf(table.kind, ['milestone', 'recurring', 'count', 'percentage', 'report', 'meeting', 'action']),
    ),
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

export type DefinitionRow = typeof definition.$inferSelect;
