import type { Instant } from '../calendar/types.ts';
import type { Database } from '../db/database.ts';
import { findToken, insertToken, noteTokenUse, type Scope, type StoredToken } from '../db/queries/api-tokens.ts';
import { hashOf, newToken } from './tokens.ts';

/** Every token begins so: whoever finds one in a file knows what it opens, and programs that look for secrets find it. */
const PREFIX = 'suchok_';

/** So many a person may have at once. */
export const MOST_TOKENS = 50;

const DAY = 24 * 60 * 60_000;

/** When a token was last used is written down only so often, so that not every request writes. */
const NOTED_EVERY = 5 * 60_000;

export interface TokenWish {
  readonly address: string | null;
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Null for a token that is good until it is revoked. */
  readonly days: number | null;
}

/** Makes a token, and returns its secret: the only time that it is known here. */
export async function makeApiToken(db: Database, { days, ...wish }: TokenWish, now: Instant): Promise<string> {
  const secret = `${PREFIX}${newToken()}`;
  const expiresAt = days === null ? null : now + days * DAY;
  await insertToken(db, { ...wish, tokenHash: hashOf(secret), createdAt: now, expiresAt });
  return secret;
}

/** The token that a secret belongs to, while it is good; null for everything else. */
export async function useApiToken(db: Database, secret: string, now: Instant): Promise<StoredToken | null> {
  if (!/^suchok_[A-Za-z0-9_-]{43}$/.test(secret)) return null;
  const token = await findToken(db, hashOf(secret), now);
  if (token && now - (token.lastUsedAt ?? 0) >= NOTED_EVERY) await noteTokenUse(db, token.id, now);
  return token;
}
