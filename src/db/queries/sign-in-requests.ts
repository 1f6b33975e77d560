import type { Instant } from '../../calendar/types.ts';
import { type Database, query, withTransaction } from '../database.ts';
import { toTimestamp } from '../instant-column.ts';

/** So many requests at most since an instant. */
export interface RequestLimit {
  readonly most: number;
  readonly since: Instant;
}

export interface RequestLimits {
  readonly ofAddress: RequestLimit;
  readonly inAll: RequestLimit;
  /** Of links that were made for somebody, wherever they were asked for. */
  readonly links: RequestLimit;
}

/**
 * Counts a request for a sign-in link, unless there were too many; false then. Requests take turns, over all processes,
 * so that no two of them are the last allowed. Requests older than both limits reach are forgotten.
 */
export function countSignInRequest(
  db: Database,
  addressHash: string,
  now: Instant,
  { ofAddress, inAll, links }: RequestLimits,
): Promise<boolean> {
  return withTransaction(db, async (tx) => {
    await query(tx, 'select pg_advisory_xact_lock(hashtext($1))', ['sign-in requests']);
    const oldest = toTimestamp(Math.min(ofAddress.since, inAll.since));
    await query(tx, 'delete from sign_in_request where at < $1::timestamptz', [oldest]);
    const rows = await query(
      tx,
      `insert into sign_in_request (address_hash, at)
       select $1, $2::timestamptz
       where (select count(*) from sign_in_request where address_hash = $1 and at >= $3::timestamptz) < $4::int
         and (select count(*) from sign_in_request where at >= $5::timestamptz) < $6::int
         and (select count(*) from sign_in_link where address is not null and created_at >= $7::timestamptz) < $8::int
       returning id`,
      [
        addressHash,
        toTimestamp(now),
        toTimestamp(ofAddress.since),
        ofAddress.most,
        toTimestamp(inAll.since),
        inAll.most,
        toTimestamp(links.since),
        links.most,
      ],
    );
    return rows.length > 0;
  });
}
