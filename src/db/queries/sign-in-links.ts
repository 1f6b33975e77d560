import type { Instant } from '../../calendar/types.ts';
import { type Database, query } from '../database.ts';
import { toTimestamp } from '../instant-column.ts';

/** Whom a link lets in, and to which page. */
export interface LinkTarget {
  /** Null for the administrator at the program's own console. */
  readonly address: string | null;
  readonly next: string;
}

/** Keeps a new link by the hash of its token, and drops those that ended before `forgetBefore`. */
export async function insertSignInLink(
  db: Database,
  link: LinkTarget & { readonly tokenHash: string; readonly createdAt: Instant; readonly expiresAt: Instant },
  forgetBefore: Instant,
): Promise<void> {
  await query(db, 'delete from sign_in_link where expires_at < $1::timestamptz', [toTimestamp(forgetBefore)]);
  await query(
    db,
    `insert into sign_in_link (token_hash, address, next, created_at, expires_at)
     values ($1, $2, $3, $4::timestamptz, $5::timestamptz)`,
    [link.tokenHash, link.address, link.next, toTimestamp(link.createdAt), toTimestamp(link.expiresAt)],
  );
}

/** A link that can still be used; looking changes nothing. */
export async function findSignInLink(db: Database, tokenHash: string, now: Instant): Promise<LinkTarget | null> {
  const [row] = await query<LinkTarget>(
    db,
    `select address, next from sign_in_link
     where token_hash = $1 and used_at is null and expires_at > $2::timestamptz`,
    [tokenHash, toTimestamp(now)],
  );
  return row ?? null;
}

/** Uses a link up; of several who try at once, one gets it. */
export async function useSignInLink(db: Database, tokenHash: string, now: Instant): Promise<LinkTarget | null> {
  const [row] = await query<LinkTarget>(
    db,
    `update sign_in_link set used_at = $2::timestamptz
     where token_hash = $1 and used_at is null and expires_at > $2::timestamptz
     returning address, next`,
    [tokenHash, toTimestamp(now)],
  );
  return row ?? null;
}
