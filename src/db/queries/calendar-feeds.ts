import type { Instant } from '../../calendar/types.ts';
import type { Language } from '../../plan/types.ts';
import { type Database, query } from '../database.ts';
import { toTimestamp } from '../instant-column.ts';

/** A secret address at which a person's calendar program reads; the secret itself is not kept. */
export interface CalendarFeed {
  readonly id: number;
  readonly address: string;
  readonly language: Language;
  readonly createdAt: Instant;
  readonly lastReadAt: Instant | null;
}

const COLUMNS = `id, address, language, created_at as "createdAt", last_read_at as "lastReadAt"`;

export async function insertFeed(
  db: Database,
  feed: Omit<CalendarFeed, 'id' | 'lastReadAt'> & { readonly tokenHash: string },
): Promise<number> {
  const [row] = await query<{ id: number }>(
    db,
    `insert into calendar_feed (token_hash, address, language, created_at)
     values ($1, $2, $3, $4::timestamptz) returning id`,
    [feed.tokenHash, feed.address.toLowerCase(), feed.language, toTimestamp(feed.createdAt)],
  );
  return row!.id;
}

/** The feeds of an address that were not revoked, the latest first. */
export function feedsOf(db: Database, address: string): Promise<CalendarFeed[]> {
  return query<CalendarFeed>(
    db,
    `select ${COLUMNS} from calendar_feed where address = $1 and revoked_at is null order by id desc`,
    [address.toLowerCase()],
  );
}

/** The feed of a secret's hash while it is not revoked. */
export async function findFeed(db: Database, tokenHash: string): Promise<CalendarFeed | null> {
  const [row] = await query<CalendarFeed>(
    db,
    {
      name: 'find-feed',
      text: `select ${COLUMNS} from calendar_feed where token_hash = $1 and revoked_at is null`,
    },
    [tokenHash],
  );
  return row ?? null;
}

/** Notes that a feed was read. */
export async function noteFeedRead(db: Database, id: number, now: Instant): Promise<void> {
  await query(db, 'update calendar_feed set last_read_at = $2::timestamptz where id = $1', [id, toTimestamp(now)]);
}

/** Revokes a feed of this very address; false when it has none of that id. */
export async function revokeFeed(db: Database, id: number, address: string, now: Instant): Promise<boolean> {
  const rows = await query(
    db,
    `update calendar_feed set revoked_at = $3::timestamptz
     where id = $1 and address = $2 and revoked_at is null returning id`,
    [id, address.toLowerCase(), toTimestamp(now)],
  );
  return rows.length > 0;
}
