import type { Instant } from '../../calendar/types.ts';
import { type Database, query } from '../database.ts';
import { toTimestamp } from '../instant-column.ts';

/** Somebody who is signed in with a browser. */
export interface StoredSession {
  readonly id: number;
  /** Null for the administrator who came by the console's link. */
  readonly address: string | null;
  readonly userAgent: string;
  readonly createdAt: Instant;
  readonly lastSeenAt: Instant;
  readonly expiresAt: Instant;
}

const COLUMNS = `id, address, user_agent as "userAgent", created_at as "createdAt", last_seen_at as "lastSeenAt",
  expires_at as "expiresAt"`;

const RUNS = `revoked_at is null and expires_at >`;

/** Opens a session, and drops those that ended before `forgetBefore`. */
export async function insertSession(
  db: Database,
  session: Omit<StoredSession, 'id' | 'lastSeenAt'> & { readonly tokenHash: string },
  forgetBefore: Instant,
): Promise<void> {
  await query(db, 'delete from session where expires_at < $1::timestamptz', [toTimestamp(forgetBefore)]);
  await query(
    db,
    `insert into session (token_hash, address, user_agent, created_at, last_seen_at, expires_at)
     values ($1, $2, $3, $4::timestamptz, $4::timestamptz, $5::timestamptz)`,
    [
      session.tokenHash,
      session.address,
      session.userAgent,
      toTimestamp(session.createdAt),
      toTimestamp(session.expiresAt),
    ],
  );
}

/** The session that a token's hash belongs to, while it runs. */
export async function findSession(db: Database, tokenHash: string, now: Instant): Promise<StoredSession | null> {
  const [row] = await query<StoredSession>(
    db,
    {
      name: 'find-session',
      text: `select ${COLUMNS} from session where token_hash = $1 and ${RUNS} $2::timestamptz`,
    },
    [tokenHash, toTimestamp(now)],
  );
  return row ?? null;
}

/** Which of these sessions still run. */
export async function runningSessions(db: Database, ids: readonly number[], now: Instant): Promise<Set<number>> {
  const rows = await query<{ id: number }>(
    db,
    {
      name: 'running-sessions',
      text: `select id from session where id = any($1::bigint[]) and ${RUNS} $2::timestamptz`,
    },
    [ids, toTimestamp(now)],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Moves a session's end, because it was used; one revoked meanwhile stays so. */
export async function extendSession(db: Database, id: number, now: Instant, expiresAt: Instant): Promise<void> {
  await query(
    db,
    `update session set last_seen_at = $2::timestamptz, expires_at = $3::timestamptz
     where id = $1 and revoked_at is null`,
    [id, toTimestamp(now), toTimestamp(expiresAt)],
  );
}

/** The running sessions of an address, or of the console's administrator; the last used first. */
export function sessionsOf(db: Database, address: string | null, now: Instant): Promise<StoredSession[]> {
  return query<StoredSession>(
    db,
    `select ${COLUMNS} from session where address is not distinct from $1::text and ${RUNS} $2::timestamptz
     order by last_seen_at desc, id desc limit 100`,
    [address, toTimestamp(now)],
  );
}

/** Ends a session of this very address; false when it has none of that id. */
export async function revokeSession(db: Database, id: number, address: string | null, now: Instant): Promise<boolean> {
  const rows = await query(
    db,
    `update session set revoked_at = $3::timestamptz
     where id = $1 and address is not distinct from $2::text and revoked_at is null returning id`,
    [id, address, toTimestamp(now)],
  );
  return rows.length > 0;
}

/** Whether anybody was ever signed in, as far as the record reaches. */
export async function anySession(db: Database): Promise<boolean> {
  const [row] = await query<{ any: boolean }>(db, 'select exists(select from session) as any');
  return row!.any;
}

/** Everybody's running sessions whose address holds a piece of text; the last used first. */
export function allSessions(db: Database, holding: string, now: Instant, limit: number): Promise<StoredSession[]> {
  return query<StoredSession>(
    db,
    `select ${COLUMNS} from session
     where ${RUNS} $1::timestamptz and ($2::text = '' or position(lower($2::text) in lower(address)) > 0)
     order by last_seen_at desc, id desc limit $3::int`,
    [toTimestamp(now), holding, limit],
  );
}

/** Ends a session, whosever it is; false when none of that id runs. */
export async function endSession(db: Database, id: number, now: Instant): Promise<boolean> {
  const rows = await query(
    db,
    `update session set revoked_at = $2::timestamptz
     where id = $1 and revoked_at is null and expires_at > $2::timestamptz returning id`,
    [id, toTimestamp(now)],
  );
  return rows.length > 0;
}
