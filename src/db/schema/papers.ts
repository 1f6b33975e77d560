import { type AnyPgColumn, bigint, check, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from '../instant-column.ts';
import { oneOf } from './one-of.ts';
import { indicator } from './plans.ts';

/** A file that shows an achievement, kept in the data folder under the hash of its content. */
export const evidenceFile = pgTable(
  'evidence_file',
  {
    indicatorId: bigint({ mode: 'number' })
      .notNull()
      .references(() => indicator.id),
    /** SHA-256 of the content, in hexadecimal. */
    hash: text().notNull(),
    /** As the person's computer called it. */
    name: text().notNull(),
    mediaType: text().notNull(),
    /** Bytes. */
    size: integer().notNull(),
    /** `notScanned` where no virus scanner is set. */
    scan: text().notNull(),
    storedAt: instant().notNull(),
    post: text().notNull(),
    person: text(),
  },
  (table) => [
    primaryKey({ columns: [table.indicatorId, table.hash] }),
    check('evidence_file_scan', oneOf(table.scan, ['clean', 'notScanned'])),
  ],
);

/** What people say of an indicator beside what they do: comments, and questions about a missed target with their answers. */
export const remark = pgTable(
  'remark',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    indicatorId: bigint({ mode: 'number' })
      .notNull()
      .references(() => indicator.id),
    kind: text().notNull(),
    at: instant().notNull(),
    post: text(),
    person: text(),
    text: text().notNull(),
    /** Of which escalation it speaks; null for comments. */
    checkpoint: text(),
    generation: integer(),
    /** The question that an explanation answers. */
    answers: bigint({ mode: 'number' }).references((): AnyPgColumn => remark.id),
  },
  (table) => [
    index('remark_indicator').on(table.indicatorId, table.id),
    check('remark_kind', oneOf(table.kind, ['comment', 'acknowledgement', 'explanationRequest', 'explanation'])),
  ],
);
