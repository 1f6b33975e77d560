import { query, type Statement, type Transaction } from '../database.ts';
import type { IndicatorChange } from '../indicator-rows.ts';
import { toTimestamp } from '../instant-column.ts';
import { sharedValues } from './shared-values.ts';

/*
 * What a batch of transitions changes, each table in one statement however many indicators there are. The rows travel
 * as JSON text, which both sides read and write faster than arrays of columns. What many rows have in common (the state
 * of all who stand alike, the entry that all of them log, whom all of them tell what) travels once, and each row names
 * its place: Postgres spends more time on reading JSON than on storing it.
 */

const updateIndicators = {
  name: 'update-indicators',
  // What goes on again is no longer set aside.
  text: `
    update indicator set
      definition_hash = new.definition_hash, state = standing.body -> 'state', status = standing.body ->> 'status',
      deadline = standing.body ->> 'deadline', version = new.version, log_seq = new.log_seq, log_hash = new.log_hash,
      fault = null, fault_at = null
    from json_to_recordset($1::json) as new (
      id bigint, definition_hash text, standing bigint, version int, log_seq int, log_hash text)
    join jsonb_array_elements($2::jsonb) with ordinality as standing (body, place) on standing.place = new.standing
    where indicator.id = new.id`,
};

const appendLog = {
  name: 'append-log',
  text: `
    insert into event_log (indicator_id, seq, at, definition_hash, entry, hash)
    select new.indicator_id, new.seq, (event.body ->> 'at')::timestamptz, new.definition_hash,
      event.body -> 'entry', new.hash
    from json_to_recordset($1::json) as new (
      indicator_id bigint, event bigint, seq int, definition_hash text, hash text)
    join jsonb_array_elements($2::jsonb) with ordinality as event (body, place) on event.place = new.event`,
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
    select new.indicator_id, (told.body ->> 'generation')::int, told.body ->> 'checkpoint', told.body ->> 'rung',
      (told.body ->> 'number')::int, told.body ->> 'notice', told.body ->> 'role',
      (told.body ->> 'rung_at')::timestamptz, 'pending'
    from json_to_recordset($1::json) as new (indicator_id bigint, told bigint)
    join jsonb_array_elements($2::jsonb) with ordinality as told (body, place) on told.place = new.told
    on conflict do nothing`,
};

/** Saves what happened to indicators whose rows this transaction has locked or made. */
export async function saveChanges(tx: Transaction, changes: readonly IndicatorChange[]): Promise<void> {
  await saveIndicators(tx, changes);
  await saveLog(tx, changes);
  await run(tx, armDeadlines, changes.flatMap(armedRows));
  await run(tx, cancelDeadlines, changes.flatMap(cancelledRows));
  await saveNotifications(tx, changes);
}

async function run(tx: Transaction, statement: Statement, rows: readonly object[], ...shared: readonly string[]) {
  if (rows.length > 0) await query(tx, statement, [JSON.stringify(rows), ...shared]);
}

async function saveIndicators(tx: Transaction, changes: readonly IndicatorChange[]) {
  const standings = sharedValues();
  const rows = changes.map(({ id, definitionHash, state, status, deadline, version, logSeq, logHash }) => ({
    id,
    definition_hash: definitionHash,
    standing: standings.placeOf(state, () => ({ state, status, deadline })),
    version,
    log_seq: logSeq,
    log_hash: logHash,
  }));
  await run(tx, updateIndicators, rows, standings.json());
}

async function saveLog(tx: Transaction, changes: readonly IndicatorChange[]) {
  const events = sharedValues();
  const rows = changes.flatMap(({ id, log }) =>
    log.map(({ seq, at, definitionHash, entry, hash }) => ({
      indicator_id: id,
      event: events.placeOf(entry, () => ({ at: toTimestamp(at), entry })),
      seq,
      definition_hash: definitionHash,
      hash,
    })),
  );
  await run(tx, appendLog, rows, events.json());
}

async function saveNotifications(tx: Transaction, changes: readonly IndicatorChange[]) {
  const told = sharedValues();
  const rows = changes.flatMap(({ id, notifications }) =>
    notifications.map((one) => ({
      indicator_id: id,
      told: told.placeOf(one, () => ({ ...one, rung_at: toTimestamp(one.rungAt) })),
    })),
  );
  await run(tx, addNotifications, rows, told.json());
}

const armedRows = ({ id, timers }: IndicatorChange) =>
  timers.flatMap(({ ladder, dueAt }) =>
    dueAt === null ? [] : [{ indicator_id: id, ladder, due_at: toTimestamp(dueAt) }],
  );

const cancelledRows = ({ id, timers }: IndicatorChange) =>
  timers.filter(({ dueAt }) => dueAt === null).map(({ ladder }) => ({ indicator_id: id, ladder }));
