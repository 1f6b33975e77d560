import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import type { Instant } from '../../src/calendar/types.ts';
import { type OpenDatabase, query, withTransaction } from '../../src/db/database.ts';
import { Engine, type EngineParts } from '../../src/engine/engine.ts';
import type { Letterhead } from '../../src/engine/tell-people.ts';
import { composeAssessment } from '../../src/letters/assessment-letter.ts';
import { composeLetter } from '../../src/letters/letter.ts';
import { composeMeeting } from '../../src/letters/meeting-letter.ts';
import { composeQuestion } from '../../src/letters/question-letter.ts';
import { messageIdOf } from '../../src/mail/message-id.ts';
import type { Plan } from '../../src/plan/types.ts';
import { titled } from '../support/available.ts';
import { databaseFlavours, type TestDatabase } from '../support/databases.ts';
import { at, calendar } from './office.ts';

/** The engine with a clock that the test sets, and bells that are written down instead of rung. */
export interface TestEngine {
  readonly engine: Engine;
  readonly clock: { now: Instant };
  readonly bells: { alarms: Instant[]; mail: number[] };
  readonly faults: unknown[];
  apply(plan: Plan): ReturnType<Engine['apply']>;
  /** A round at this instant. */
  runAt(text: string | Instant): ReturnType<Engine['run']>;
}

export const letterhead: Letterhead = {
  baseUrl: 'http://127.0.0.1:3000',
  compose: composeLetter,
  composeQuestion,
  composeAssessment,
  composeMeeting,
  headerIdOf: (identity) => messageIdOf(identity, 'suchok@office.example'),
};

/** Letters of a few words, for those who count indicators by the hundred: a real one of that length takes a second. */
export const BRIEF: Letterhead = {
  ...letterhead,
  compose: ({ items }) => {
    const subject = `${items.length} indicators`;
    return { subject, text: subject, html: `<p>${subject}</p>`, ics: null };
  },
};

export function engineOn(database: OpenDatabase, start: string, parts: Partial<EngineParts> = {}): TestEngine {
  const clock = { now: at(start) };
  const bells: TestEngine['bells'] = { alarms: [], mail: [] };
  const faults: unknown[] = [];
  const engine = new Engine({
    db: database.db,
    clock: { now: () => clock.now, waitFor: (instant) => Math.max(0, instant - clock.now) },
    bells: {
      armAlarms: async (instants) => void bells.alarms.push(...instants),
      enqueueMail: async (ids) => void bells.mail.push(...ids),
      enqueueWebhooks: async () => {},
    },
    letterhead,
    logger: { info: () => {}, warn: () => {}, error: (details) => void faults.push(details) },
    sendingLease: 60_000,
    realNow: () => clock.now,
    ...parts,
  });
  return {
    engine,
    clock,
    bells,
    faults,
    apply: (plan) => engine.apply({ plan, calendar, source: 'test', by: 'test' }),
    runAt: (text) => {
      clock.now = typeof text === 'number' ? text : at(text);
      return engine.run();
    },
  };
}

/** What the tests of a suite share: a database that is empty before each of them. */
export interface Desk {
  readonly database: OpenDatabase;
  /** Opens the same database once more, as another process would; only on Postgres. */
  openAgain(): Promise<OpenDatabase>;
  engine(start: string, parts?: Partial<EngineParts>): TestEngine;
  rows<Row = Record<string, unknown>>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
  /** Empties the tables, also those that only grow. */
  empty(): Promise<void>;
}

/** A suite that runs once on PGlite and once on Postgres. */
export function describeEngine(title: string, suite: (desk: Desk) => void, flavours = databaseFlavours): void {
  for (const { name, missing, create } of flavours) {
    describe.skipIf(missing)(titled(`${title} on ${name}`, missing), () => suite(deskOn(create)));
  }
}

/** A suite of two processes at once, which PGlite does not know. */
export function describePostgres(title: string, suite: (desk: Desk) => void): void {
  const onServers = databaseFlavours.filter(({ name }) => name === 'Postgres');
  describeEngine(title, suite, onServers);
}

function deskOn(create: () => Promise<TestDatabase>): Desk {
  let place: TestDatabase;
  let database: OpenDatabase;
  const others: OpenDatabase[] = [];
  beforeAll(async () => {
    place = await create();
    database = await place.open();
  });
  afterEach(async () => {
    for (const other of others.splice(0)) await other.close();
    await empty(database);
  });
  afterAll(async () => {
    await database?.close();
    await place?.drop();
  });
  return {
    get database() {
      return database;
    },
    openAgain: async () => {
      const other = await place.open();
      others.push(other);
      return other;
    },
    engine: (start, parts) => engineOn(database, start, parts),
    rows: (sql, params) => query(database.db, sql, params),
    empty: () => empty(database),
  };
}

const TABLES = 'message_attempt, notification, message, deadline, event_log, indicator, definition, plan_version, plan';

async function empty(database: OpenDatabase): Promise<void> {
  await withTransaction(database.db, async (tx) => {
    await query(tx, 'set local session_replication_role = replica');
    // What refers to these tables is emptied with them.
    await query(tx, `truncate ${TABLES}, preference, webhook, api_token, calendar_feed restart identity cascade`);
  });
}

/** Everything that the engine has written, table by table, to compare before and after. */
export async function everything(database: OpenDatabase): Promise<Record<string, unknown[]>> {
  const tables: Record<string, unknown[]> = {};
  for (const table of TABLES.split(', ')) {
    tables[table] = await query(database.db, `select to_jsonb(t) as row from ${table} t order by 1`);
  }
  return tables;
}

/** How the indicators stand: their snapshots, and the last hash of their logs, which stands for all entries. */
export function standing(database: OpenDatabase, planId = 'mowca-2021-22') {
  return query<{ code: string; state: unknown; logSeq: number; logHash: string; timers: unknown }>(
    database.db,
    `select code, state, log_seq as "logSeq", log_hash as "logHash",
       (select json_object_agg(ladder, due_at order by ladder) from deadline where indicator_id = indicator.id) as timers
     from indicator where plan_id = $1 order by code`,
    [planId],
  );
}

/**
 * Has every change of a table fail as if the server went down at that moment, until the function that comes back is
 * called.
 */
export async function breakTable({ db }: OpenDatabase, table: string): Promise<() => Promise<void>> {
  await query(
    db,
    `create or replace function go_down() returns trigger language plpgsql as
     $$ begin raise exception 'The server went down at %.', tg_table_name using errcode = '57P01'; end $$`,
  );
  await query(
    db,
    `create trigger go_down before insert or update or delete on ${table} for each statement execute function go_down()`,
  );
  return async () => {
    await query(db, `drop trigger go_down on ${table}`);
  };
}
