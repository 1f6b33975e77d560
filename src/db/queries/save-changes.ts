import { query, type Statement, type Transaction } from '../database.ts';
import type { IndicatorChange } from '../indicator-rows.ts';
import { toTimestamp } from '../instant-column.ts';
import { placesOf } from './shared-values.ts';

/*
 * What a batch of transitions changes, each table in one statement however many indicators there are. The rows travel
 * as JSON text, which both sides read and write faster than arrays of columns. What many rows share (the state of all
 * who stand alike, the entry that all of them log) travels once, and each row names its place: Postgres spends more time
 * on reading states than on storing them.
 */

const updateIndicators = {
  name: 'update-indicators',
  // What goes on again is no longer set aside.
  text: `
    update indicator set
      definition_hash = standing.definition_hash, state = standing.state, status = standing.status,
      deadline = standing.deadline, version = new.version, log_seq = new.log_seq, log_hash = new.log_hash,
      fault = null, fault_at = null
    from json_to_recordset($1::json) as new (id bigint, standing int, version int, log_seq int, log_hash text)
    join jsonb_to_recordset($2::jsonb) as standing (
      place int, definition_hash text, state jsonb, status text, deadline text) on standing.place = new.standing
    where indicator.id = new.id`,
};

const appendLog = {
  name: 'append-log',
  text: `
    insert into event_log (indicator_id, seq, at, definition_hash, entry, hash)
    select new.indicator_id, new.seq, event.at, event.definition_hash, event.entry, new.hash
    from json_to_recordset($1::json) as new (indicator_id bigint, event int, seq int, hash text)
    join jsonb_to_recordset($2::jsonb) as event (place int, at timestamptz, definition_hash text, entry jsonb)
      on event.place = new.event`,
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
    select new.indicator_id, told.generation, told.checkpoint, told.rung, told.number, told.notice, told.role,
      told.rung_at, 'pending'
    from json_to_recordset($1::json) as new (indicator_id bigint, told int)
    join json_to_recordset($2::json) as told (
      place int, generation int, checkpoint text, rung text, number int, notice text, role text, rung_at timestamptz)
      on told.place = new.told
    on conflict do nothing`,
};

/** Saves what happened to indicators whose rows this transaction has locked or made. */
export async function saveChanges(tx: Transaction, changes: readonly IndicatorChange[]): Promise<void> {
  await run(tx, updateIndicators, ...indicatorRows(changes));
  await run(tx, appendLog, ...logRows(changes));
  await run(tx, armDeadlines, changes.flatMap(armedRows));
  await run(tx, cancelDeadlines, changes.flatMap(cancelledRows));
  await run(tx, addNotifications, ...notificationRows(changes));
}

type Rows = readonly object[];

async function run(tx: Transaction, statement: Statement, rows: Rows, shared?: Rows) {
  if (rows.length === 0) return;
  await query(
    tx,
    statement,
    [rows, ...(shared ? [shared] : [])].map((each) => JSON.stringify(each)),
  );
}

function indicatorRows(changes: readonly IndicatorChange[]): [Rows, Rows] {
  const standings = placesOf<IndicatorChange>(({ state, definitionHash }) => [state, definitionHash]);
  const rows = changes.map((change) => ({
    id: change.id,
    standing: standings.placeOf(change),
    version: change.version,
    log_seq: change.logSeq,
    log_hash: change.logHash,
  }));
  const shared = standings.values.map(({ definitionHash, state, status, deadline }, place) => ({
    place,
    definition_hash: definitionHash,
    state,
    status,
    deadline,
  }));
  return [rows, shared];
}

function logRows(changes: readonly IndicatorChange[]): [Rows, Rows] {
  const events = placesOf<IndicatorChange['log'][number]>(({ entry, definitionHash }) => [entry, definitionHash]);
  const rows = changes.flatMap(({ id, log }) =>
    log.map((row) => ({ indicator_id: id, event: events.placeOf(row), seq: row.seq, hash: row.hash })),
  );
  const shared = events.values.map(({ at, definitionHash, entry }, place) => ({
    place,
    at: toTimestamp(at),
    definition_hash: definitionHash,
    entry,
  }));
  return [rows, shared];
}

const armedRows = ({ id, timers }: IndicatorChange) =>
  timers.flatMap(({ ladder, dueAt }) =>
    dueAt === null ? [] : [{ indicator_id: id, ladder, due_at: toTimestamp(dueAt) }],
  );

const cancelledRows = ({ id, timers }: IndicatorChange) =>
  timers.filter(({ dueAt }) => dueAt === null).map(({ ladder }) => ({ indicator_id: id, ladder }));

function notificationRows(changes: readonly IndicatorChange[]): [Rows, Rows] {
  const told = placesOf<IndicatorChange['notifications'][number]>((one) => [one, '']);
  const rows = changes.flatMap(({ id, notifications }) =>
    notifications.map((one) => ({ indicator_id: id, told: told.placeOf(one) })),
  );
  const shared = told.values.map(({ rungAt, ...one }, place) => ({ place, ...one, rung_at: toTimestamp(rungAt) }));
  return [rows, shared];
}
