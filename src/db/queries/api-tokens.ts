import type { Instant } from '../../calendar/types.ts';
import { type Database, query } from '../database.ts';
import { toTimestamp } from '../instant-column.ts';

/** What a token lets a program do in its person's name; what the person may not do, no token may. */
export const SCOPES = ['read', 'record', 'administer'] as const;
export type Scope = (typeof SCOPES)[number];

/** A token as it is kept: all but the secret. */
export interface StoredToken {
  readonly id: number;
  /** Null for the token of the administrator who came by the console's link. */
  readonly address: string | null;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: Instant;
  /** Null for one that is good until it is revoked. */
  readonly expiresAt: Instant | null;
  readonly lastUsedAt: Instant | null;
}

const COLUMNS = `id, address, name, scopes, created_at as "createdAt", expires_at as "expiresAt",
  last_used_at as "lastUsedAt"`;

const RUNS = 'revoked_at is null and (expires_at is null or expires_at >';

export async function insertToken(
  db: Database,
  token: Omit<StoredToken, 'id' | 'lastUsedAt'> & { readonly tokenHash: string },
): Promise<void> {
  const { tokenHash, address, name, scopes, createdAt, expiresAt } = token;
  await query(
    db,
    `insert into api_token (token_hash, address, name, scopes, created_at, expires_at)
     values ($1, $2, $3, $4::text[], $5::timestamptz, $6::timestamptz)`,
    [tokenHash, address, name, scopes, toTimestamp(createdAt), expiresAt === null ? null : toTimestamp(expiresAt)],
  );
}

/** The token that a secret's hash belongs to, while it is good. */
export async function findToken(db: Database, tokenHash: string, now: Instant): Promise<StoredToken | null> {
  const [row] = await query<StoredToken>(
    db,
    {
      name: 'find-api-token',
      text: `select ${COLUMNS} from api_token where token_hash = $1 and ${RUNS} $2::timestamptz)`,
    },
    [tokenHash, toTimestamp(now)],
  );
  return row ?? null;
}

/** The good tokens of an address, or of the console's administrator; the newest first. */
export function tokensOf(db: Database, address: string | null, now: Instant): Promise<StoredToken[]> {
  return query<StoredToken>(
    db,
    `select ${COLUMNS} from api_token
     where address is not distinct from $1::text and ${RUNS} $2::timestamptz)
     order by id desc`,
    [address, toTimestamp(now)],
  );
}

export async function noteTokenUse(db: Database, id: number, now: Instant): Promise<void> {
  await query(db, 'update api_token set last_used_at = $2::timestamptz where id = $1', [id, toTimestamp(now)]);
}

/** Ends a token of this very address; false when it has none of that id. */
export async function revokeToken(db: Database, id: number, address: string | null, now: Instant): Promise<boolean> {
  const rows = await query(
    db,
    `update api_token set revoked_at = $3::timestamptz
     where id = $1 and address is not distinct from $2::text and revoked_at is null returning id`,
    [id, address, toTimestamp(now)],
  );
  return rows.length > 0;
}
