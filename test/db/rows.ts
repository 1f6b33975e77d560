import type { Database, Transaction } from '../../src/db/database.ts';
import { query } from '../../src/db/database.ts';

const AT = '2022-02-17T03:00:00Z';

/** The smallest plan with one indicator; gives the indicator's id. */
export async function insertIndicator(db: Database | Transaction, code = '1.1.1'): Promise<number> {
  await query(db, `insert into plan values ('sample', 1, '{}', 'test', 'hash', $1, 'test') on conflict do nothing`, [
    AT,
  ]);
  await query(db, `insert into definition values ('definition', '{}') on conflict do nothing`);
  const [row] = await query<{ id: number }>(
    db,
    `insert into indicator (plan_id, code, kind, definition_hash, state, version, status, deadline, log_seq, log_hash)
     values ('sample', $1, 'milestone', 'definition', '{}', 1, 'notStarted', 'upcoming', 0, '') returning id`,
    [code],
  );
  return row!.id;
}

/** One entry of its log. */
export async function insertLogEntry(db: Database | Transaction, indicatorId: number, seq = 1): Promise<void> {
  await query(
    db,
    `insert into event_log (indicator_id, seq, at, definition_hash, entry, hash)
     values ($1, $2, $3, 'definition', '{"type":"created"}', 'hash')`,
    [indicatorId, seq, AT],
  );
}
