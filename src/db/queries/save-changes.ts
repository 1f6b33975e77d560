import { query, type Transaction } from '../database.ts';
import type { IndicatorChange } from '../indicator-rows.ts';
import { toTimestamp } from '../instant-column.ts';

/*
 * What a batch of transitions changes, each table in one statement however many indicators there are. The rows travel
 * as one JSON text: both sides read and write that faster than arrays of columns.
 */

const updateIndicators = {
  name: 'update-indicators',
  // What goes on again is no longer set aside.
  text: `
    update indicator set
      definition_hash = new.definition_hash, state = new.state, status = new.status, deadline = new.deadline,
      version = new.version, log_seq = new.log_seq, log_hash = new.log_hash, fault = null, fault_at = null
    from json_to_recordset($1::json) as new (
      id bigint, definition_hash text, state jsonb, status text, deadline text, version int, log_seq int, log_hash text)
    where indicator.id = new.id`,
};

const appendLog = {
  name: 'append-log',
  text: `
    insert into event_log (indicator_id, seq, at, definition_hash, entry, hash)
    select indicator_id, seq, at, definition_hash, entry, hash
    from json_to_recordset($1::json) as new (
      indicator_id bigint, seq int, at timestamptz, definition_hash text, entry jsonb, hash text)`,
};

const armDeadlines = {
  name: 'arm-deadlines',
  text: `
    insert into deadline (indicator_id, ladder, due_at)
    select indicator_id, ladder, due_at
    from json_to_recordset($1::json) as new (indicator_id bigint, ladder text, due_at timestamptz)
    on conflict (indicator_id, ladder) do update set due_at = excluded.due_at`,
};

const cancelDeadlines = {
  name: 'cancel-deadlines',
  text: `
    delete from deadline
    using json_to_recordset($1::json) as gone (indicator_id bigint, ladder text)
    where deadline.indicator_id = gone.indicator_id and deadline.ladder = gone.ladder`,
};

const addNotifications = {
  name: 'add-notifications',
  // A rung that was told already stays told: a calendar that moves it does not tell it twice.
  text: `
    insert into notification (indicator_id, generation, checkpoint, rung, number, notice, role, rung_at, status)
    select indicator_id, generation, checkpoint, rung, number, notice, role, rung_at, 'pending'
    from json_to_recordset($1::json) as new (
      indicator_id bigint, generation int, checkpoint text, rung text, number int, notice text, role text,
      rung_at timestamptz)
    on conflict do nothing`,
};

/** Saves what happened to indicators whose rows this transaction has locked or made. */
export async function saveChanges(tx: Transaction, changes: readonly IndicatorChange[]): Promise<void> {
  await run(tx, updateIndicators, changes.map(indicatorRow));
  await run(tx, appendLog, changes.flatMap(logRows));
  await run(tx, armDeadlines, changes.flatMap(armedRows));
  await run(tx, cancelDeadlines, changes.flatMap(cancelledRows));
  await run(tx, addNotifications, changes.flatMap(notificationRows));
}

async function run(tx: Transaction, statement: { name: string; text: string }, rows: readonly object[]) {
  if (rows.length > 0) await query(tx, statement, [JSON.stringify(rows)]);
}

const indicatorRow = (change: IndicatorChange) => ({
  id: change.id,
  definition_hash: change.definitionHash,
  state: change.state,
  status: change.status,
  deadline: change.deadline,
  version: change.version,
  log_seq: change.logSeq,
  log_hash: change.logHash,
});

const logRows = ({ id, log }: IndicatorChange) =>
  log.map(({ seq, at, definitionHash, entry, hash }) => ({
    indicator_id: id,
    seq,
    at: toTimestamp(at),
    definition_hash: definitionHash,
    entry,
    hash,
  }));

const armedRows = ({ id, timers }: IndicatorChange) =>
  timers.flatMap(({ ladder, dueAt }) =>
    dueAt === null ? [] : [{ indicator_id: id, ladder, due_at: toTimestamp(dueAt) }],
  );

const cancelledRows = ({ id, timers }: IndicatorChange) =>
  timers.filter(({ dueAt }) => dueAt === null).map(({ ladder }) => ({ indicator_id: id, ladder }));

const notificationRows = ({ id, notifications }: IndicatorChange) =>
  notifications.map(({ generation, checkpoint, rung, number, notice, role, rungAt }) => ({
    indicator_id: id,
    generation,
    checkpoint,
    rung,
    number,
    notice,
    role,
    rung_at: toTimestamp(rungAt),
  }));
