import type { Instant } from '../../calendar/types.ts';
import { type Database, query } from '../database.ts';
import { toTimestamp } from '../instant-column.ts';

/** What is remembered of somebody who was sent to the office's own sign-in. */
export interface OidcRequest {
  readonly nonce: string;
  /** The PKCE code verifier. */
  readonly verifier: string;
  /** The page of ours that was asked for. */
  readonly next: string;
}

/** Keeps a request by the hash of its state, and drops those that have ended; false while `most` others are open. */
export async function insertOidcRequest(
  db: Database,
  request: OidcRequest & { readonly stateHash: string; readonly createdAt: Instant; readonly expiresAt: Instant },
  most: number,
): Promise<boolean> {
  const { stateHash, nonce, verifier, next, createdAt, expiresAt } = request;
  await query(db, 'delete from oidc_request where expires_at <= $1::timestamptz', [toTimestamp(createdAt)]);
  const rows = await query(
    db,
    `insert into oidc_request (state_hash, nonce, verifier, next, created_at, expires_at)
     select $1, $2, $3, $4, $5::timestamptz, $6::timestamptz
     where (select count(*) from oidc_request) < $7::int
     returning state_hash`,
    [stateHash, nonce, verifier, next, toTimestamp(createdAt), toTimestamp(expiresAt), most],
  );
  return rows.length > 0;
}

/** Uses a request up; of several who come back with one state, one gets it. Null when it is over or never was. */
export async function takeOidcRequest(db: Database, stateHash: string, now: Instant): Promise<OidcRequest | null> {
  const [row] = await query<OidcRequest & { readonly isOpen: boolean }>(
    db,
    `delete from oidc_request where state_hash = $1
     returning nonce, verifier, next, expires_at > $2::timestamptz as "isOpen"`,
    [stateHash, toTimestamp(now)],
  );
  return row?.isOpen ? { nonce: row.nonce, verifier: row.verifier, next: row.next } : null;
}
