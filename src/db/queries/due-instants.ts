import type { Instant } from '../../calendar/types.ts';
import { type Database, query } from '../database.ts';
import { toTimestamp } from '../instant-column.ts';

/**
 * The distinct instants at which something comes due, or an hour comes that somebody wants to be told at; from the
 * earliest on, up to and with `until`.
 */
export async function dueInstants(db: Database, until: Instant, limit: number): Promise<Instant[]> {
  const rows = await query<{ at: Instant }>(
    db,
    {
      name: 'due-instants',
      text: `
        (select distinct deadline.due_at as at
         from deadline join indicator on indicator.id = deadline.indicator_id
         where deadline.due_at <= $1::timestamptz and indicator.fault is null
         order by 1 limit $2::int)
        union
        (select distinct wait_until from notification
         where status = 'pending' and wait_until <= $1::timestamptz
         order by 1 limit $2::int)
        order by 1 limit $2::int`,
    },
    [toTimestamp(until), limit],
  );
  return rows.map((row) => row.at);
}
