import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { instant } from '../instant-column.ts';
import { oneOf } from './one-of.ts';

/* What other programs read, write and are told: calendars, the API, webhooks. */

/** A secret address at which a person's calendar program reads the person's deadlines. */
export const calendarFeed = pgTable(
  'calendar_feed',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    tokenHash: text().notNull().unique('calendar_feed_token'),
    address: text().notNull(),
    language: text().notNull(),
    createdAt: instant().notNull(),
    lastReadAt: instant(),
    revokedAt: instant(),
  },
  (table) => [
    index('calendar_feed_address').on(table.address),
    check('calendar_feed_language', oneOf(table.language, ['bn', 'en'])),
  ],
);

/** With this a program acts as a person, within its scopes. */
export const apiToken = pgTable(
  'api_token',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    tokenHash: text().notNull().unique('api_token_hash'),
    /** Whose token it is; none for the administrator at the program's own console. */
    address: text(),
    name: text().notNull(),
    scopes: text().array().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant(),
    lastUsedAt: instant(),
    revokedAt: instant(),
  },
  (table) => [index('api_token_address').on(table.address)],
);

/** The answer that a write got, so that the same write sent again gets the same answer and is not done twice. */
export const idempotencyKey = pgTable(
  'idempotency_key',
  {
    /** The token, by number, under which it was sent. */
    tokenId: bigint({ mode: 'number' })
      .notNull()
      .references(() => apiToken.id),
    key: text().notNull(),
    requestHash: text().notNull(),
    /** Null while the first of them is still being answered. */
    status: integer(),
    headers: jsonb(),
    body: text(),
    createdAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tokenId, table.key] }),
    index('idempotency_key_created').on(table.createdAt),
  ],
);

/** An address of another program that is told what happens at an office. */
export const webhook = pgTable(
  'webhook',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    officeId: text().notNull(),
    url: text().notNull(),
    /** Signs what is sent, so it has to be kept as it is. */
    secret: text().notNull(),
    events: text().array().notNull(),
    createdAt: instant().notNull(),
    createdBy: text().notNull(),
    disabledAt: instant(),
  },
  (table) => [index('webhook_office').on(table.officeId)],
);

/** One thing that one webhook is told; written in the transaction in which it happened. */
export const webhookDelivery = pgTable(
  'webhook_delivery',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    webhookId: bigint({ mode: 'number' })
      .notNull()
      .references(() => webhook.id),
    /** The same for every webhook and every attempt, so that a receiver can tell a repetition. */
    eventId: text().notNull(),
    event: text().notNull(),
    body: jsonb().notNull(),
    status: text().notNull(),
    attempts: integer().notNull().default(0),
    createdAt: instant().notNull(),
    deliveredAt: instant(),
    sendingAt: instant(),
  },
  (table) => [
    unique('webhook_delivery_once').on(table.webhookId, table.eventId),
    index('webhook_delivery_open').on(table.createdAt).where(sql`${table.status} in ('queued', 'sending')`),
    check('webhook_delivery_status', oneOf(table.status, ['queued', 'sending', 'delivered', 'failed'])),
  ],
);

/** Each time a webhook was called, and what it answered. */
export const webhookAttempt = pgTable(
  'webhook_attempt',
  {
    deliveryId: bigint({ mode: 'number' })
      .notNull()
      .references(() => webhookDelivery.id),
    /** 1, 2, 3 … for each delivery. */
    attempt: integer().notNull(),
    at: instant().notNull(),
    /** The HTTP status; null where there was no answer. */
    status: integer(),
    answer: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.deliveryId, table.attempt] })],
);
