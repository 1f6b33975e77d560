import type { LogEntry } from '../../../machines/advance.ts';
import type { LadderName } from '../../../machines/state.ts';
import type { Instant } from '../../calendar/types.ts';
import { type Database, query, type Transaction, withTransaction } from '../database.ts';
import type { LogRow, StoredIndicator } from '../indicator-rows.ts';
import { INDICATOR_COLUMNS } from './indicator-columns.ts';

/** An indicator with its whole log and its armed timers, all as of one instant. */
export interface IndicatorRecord {
  readonly indicator: StoredIndicator & { readonly fault: string | null };
  readonly log: readonly LogRow[];
  readonly timers: readonly { readonly ladder: LadderName; readonly dueAt: Instant }[];
}

/** The records of up to `limit` indicators whose ids come after `afterId`, in the order of their ids. */
export function readRecords(db: Database, afterId: number, limit: number): Promise<IndicatorRecord[]> {
  return withTransaction(db, async (tx) => {
    // Work goes on meanwhile: all three queries must see the same moment.
    await query(tx, 'set transaction isolation level repeatable read');
    const indicators = await query<IndicatorRecord['indicator']>(
      tx,
      `select ${INDICATOR_COLUMNS}, indicator.fault from indicator where id > $1 order by id limit $2::int`,
      [afterId, limit],
    );
    const ids = indicators.map((indicator) => indicator.id);
    const log = await readLog(tx, ids);
    const timers = await readTimers(tx, ids);
    return indicators.map((indicator) => ({
      indicator,
      log: log.get(indicator.id) ?? [],
      timers: timers.get(indicator.id) ?? [],
    }));
  });
}

async function readLog(tx: Transaction, ids: readonly number[]) {
  const rows = await query<LogRow & { indicatorId: number; entry: LogEntry }>(
    tx,
    `select indicator_id as "indicatorId", seq, at, definition_hash as "definitionHash", entry, hash
     from event_log where indicator_id = any($1::bigint[]) order by indicator_id, seq`,
    [ids],
  );
  return byIndicator(rows);
}

async function readTimers(tx: Transaction, ids: readonly number[]) {
  const rows = await query<IndicatorRecord['timers'][number] & { indicatorId: number }>(
    tx,
    `select indicator_id as "indicatorId", ladder, due_at as "dueAt"
     from deadline where indicator_id = any($1::bigint[]) order by indicator_id, ladder`,
    [ids],
  );
  return byIndicator(rows);
}

function byIndicator<Row extends { readonly indicatorId: number }>(rows: readonly Row[]): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.indicatorId) ?? [];
    group.push(row);
    groups.set(row.indicatorId, group);
  }
  return groups;
}

export async function countIndicators(db: Database): Promise<number> {
  const [row] = await query<{ count: number }>(db, 'select count(*) as count from indicator');
  return row!.count;
}
