import type { IndicatorState } from '../../../machines/state.ts';
import type { Instant } from '../../calendar/types.ts';
import { query, type Transaction } from '../database.ts';
import type { StoredIndicator } from '../indicator-rows.ts';
import { toTimestamp } from '../instant-column.ts';
import { indicatorColumns } from './indicator-columns.ts';

const statement = {
  name: 'lock-due-indicators',
  // The join rather than a sub-select, so that the limit counts the rows that nobody else holds.
  text: `
    select ${indicatorColumns('indicator.state::text')}
    from deadline
    join indicator on indicator.id = deadline.indicator_id
    where deadline.due_at <= $1::timestamptz and indicator.fault is null
    order by deadline.due_at
    limit $2::int
    for update of indicator skip locked`,
};

/**
 * Locks up to `limit` indicators that have a deadline due by `now`, the longest due first, passing over those that are
 * locked by others or set aside. Those in the same state share one object: many offices work on one national plan.
 */
export async function lockDueIndicators(tx: Transaction, now: Instant, limit: number): Promise<StoredIndicator[]> {
  type Row = Omit<StoredIndicator, 'state'> & { readonly state: string };
  const rows = await query<Row>(tx, statement, [toTimestamp(now), limit]);
  const states = new Map<string, IndicatorState>();
  for (const { state } of rows) if (!states.has(state)) states.set(state, JSON.parse(state));
  // Both ladders of one indicator may be due.
  return [...new Map(rows.map((row) => [row.id, { ...row, state: states.get(row.state)! }])).values()];
}
