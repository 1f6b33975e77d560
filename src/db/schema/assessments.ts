import { sql } from 'drizzle-orm';
import { bigint, check, doublePrecision, index, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { instant } from '../instant-column.ts';
import { oneOf } from './one-of.ts';
import { plan } from './plans.ts';

/** A self-assessment as the office prepared it, and what its superior authority made of it. */
export const assessment = pgTable(
  'assessment',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    planId: text()
      .notNull()
      .references(() => plan.id),
    period: text().notNull(),
    /** 1, 2 … : one that was returned is prepared again under the next number. */
    round: integer().notNull(),
    /** The report-kind indicator that sending it completes; null where the plan has none for this period. */
    indicatorCode: text(),
    status: text().notNull(),
    /** Until which day the record was read, as in `2021-12-31`. */
    until: text().notNull(),
    language: text().notNull(),
    planVersion: integer().notNull(),
    /** The hash of the event log that it was made from. */
    recordHash: text().notNull(),
    /** SHA-256 of the Word file, in the evidence store. */
    documentHash: text().notNull(),
    memo: text(),
    preparedAt: instant().notNull(),
    preparedBy: text().notNull(),
    approvedAt: instant(),
    approvedBy: text(),
    sentAt: instant(),
    sentBy: text(),
    judgedAt: instant(),
    judgedBy: text(),
    /** Why it was returned, or a word on its acceptance. */
    judgement: text(),
    /** Counts the changes, so that a stale form is noticed. */
    version: integer().notNull(),
  },
  (table) => [
    unique('assessment_round').on(table.planId, table.period, table.round),
    index('assessment_status').on(table.status),
    check('assessment_period', oneOf(table.period, ['halfYear', 'year'])),
    check('assessment_language', oneOf(table.language, ['bn', 'en'])),
    check('assessment_status', oneOf(table.status, ['prepared', 'approved', 'sent', 'accepted', 'returned'])),
    check('assessment_judged', sql`(${table.status} in ('accepted', 'returned')) = (${table.judgedAt} is not null)`),
  ],
);

/** The points of one indicator in a self-assessment: as claimed, as its evidence supports, as the superior accepted. */
export const assessedIndicator = pgTable(
  'assessed_indicator',
  {
    assessmentId: bigint({ mode: 'number' })
      .notNull()
      .references(() => assessment.id),
    code: text().notNull(),
    weight: doublePrecision(),
    claimed: doublePrecision().notNull(),
    evidenced: doublePrecision().notNull(),
    /** Null until the superior authority has judged it. */
    accepted: doublePrecision(),
    verdict: text(),
    reason: text(),
  },
  (table) => [
    primaryKey({ columns: [table.assessmentId, table.code] }),
    check('assessed_indicator_verdict', oneOf(table.verdict, ['accepted', 'returned'])),
    check(
      'assessed_indicator_reason',
      sql`${table.verdict} is distinct from 'returned' or ${table.reason} is not null`,
    ),
  ],
);
