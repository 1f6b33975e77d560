import type { Instant } from '../../calendar/types.ts';
import { query, type Transaction } from '../database.ts';
import type { StoredIndicator } from '../indicator-rows.ts';
import { toTimestamp } from '../instant-column.ts';
import { INDICATOR_COLUMNS } from './indicator-columns.ts';

const statement = {
  name: 'lock-due-indicators',
  // The join rather than a sub-select, so that the limit counts the rows that nobody else holds.
  text: `
    select ${INDICATOR_COLUMNS}
    from deadline
    join indicator on indicator.id = deadline.indicator_id
    where deadline.due_at <= $1::timestamptz and indicator.fault is null
    order by deadline.due_at
    limit $2::int
    for update of indicator skip locked`,
};

/**
 * Locks up to `limit` indicators that have a deadline due by `now`, the longest due first, passing over those that are
 * locked by others or set aside.
 */
export async function lockDueIndicators(tx: Transaction, now: Instant, limit: number): Promise<StoredIndicator[]> {
  const rows = await query<StoredIndicator>(tx, statement, [toTimestamp(now), limit]);
  // Both ladders of one indicator may be due.
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}
