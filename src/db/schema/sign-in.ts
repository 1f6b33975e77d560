import { bigint, index, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from '../instant-column.ts';

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

/** Somebody was sent to the office's own sign-in (OpenID Connect) and has not come back yet. */
export const oidcRequest = pgTable('oidc_request', {
  /** SHA-256 of the state that comes back with the person. */
  stateHash: text().primaryKey(),
  nonce: text().notNull(),
  /** The PKCE code verifier (RFC 7636, 4.1). */
  verifier: text().notNull(),
  /** The page of ours that was asked for. */
  next: text().notNull(),
  createdAt: instant().notNull(),
  expiresAt: instant().notNull(),
});
