import type { LogEntry } from '../../../machines/advance.ts';
import { query, type Transaction } from '../database.ts';

/** What people, or a changed plan, did to an indicator after an entry of its log, oldest first. Firings are left out. */
export async function entriesSince(tx: Transaction, indicatorId: number, seq: number): Promise<LogEntry[]> {
  const rows = await query<{ entry: LogEntry }>(
    tx,
    {
      name: 'entries-since',
      text: `
        select entry from event_log
        where indicator_id = $1 and seq > $2::int and entry->>'type' <> 'fire'
        order by seq`,
    },
    [indicatorId, seq],
  );
  return rows.map(({ entry }) => entry);
}
