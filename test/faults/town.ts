import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';
import pg from 'pg';
import { pino } from 'pino';
import { vi } from 'vitest';
import { type App, openApp } from '../../src/app.ts';
import type { Instant } from '../../src/calendar/types.ts';
import { query, withTransaction } from '../../src/db/database.ts';
import type { Plan } from '../../src/plan/types.ts';
import { readSettings } from '../../src/settings.ts';
import { calendar } from '../engine/office.ts';
import { type PostgresServer, startPostgres } from '../support/postgres-server.ts';
import { type RedisServer, startRedis } from '../support/redis-server.ts';
import { runScript, type Script } from '../support/run-script.ts';
import { type ShiftedClock, sharedClock } from '../support/shifted-clock.ts';
import { startSmtpServer, type TestSmtpServer } from '../support/smtp-server.ts';

const OFFICE_PROCESS = fileURLToPath(new URL('../support/office-process.ts', import.meta.url));

/** How long anything may take on a busy machine. */
export const PATIENCE = { timeout: 45_000, interval: 50 };

/**
 * Servers of our own, to be hurt; worker processes of our own, to be killed; and, as the web process of an office would,
 * this process, in which people put plans in force and record.
 */
export interface Town {
  readonly app: App;
  readonly clock: ShiftedClock;
  readonly postgres: PostgresServer;
  readonly redis: RedisServer;
  readonly smtp: TestSmtpServer;
  /** Starts a worker process, or gives the one of that name that runs. */
  worker(name: string): Promise<Script>;
  /** Ends a worker as a power cut would. */
  kill(name: string): Promise<void>;
  apply(...plans: Plan[]): Promise<void>;
  rows<Row = Record<string, unknown>>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
  /** Waits until a query gives this. */
  until(sql: string, expected: readonly object[]): Promise<void>;
  /** Nothing is left in the database or the queue, whatever the worker processes remember. */
  clear(): Promise<void>;
  flushRedis(): Promise<void>;
  close(): Promise<void>;
}

export async function openTown(start: Instant): Promise<Town> {
  const folder = mkdtempSync(join(tmpdir(), 'suchok-town-'));
  const clock = sharedClock(join(folder, 'clock'));
  clock.put(start);
  const [postgres, redis, smtp] = await Promise.all([startPostgres(), startRedis(), startSmtpServer()]);
  const env = {
    DATABASE_URL: postgres.url('postgres'),
    REDIS_URL: redis.url,
    SMTP_URL: smtp.url(),
    SMTP_TIMEOUT: '10',
    MAIL_PER_SECOND: '1000',
    DATA_DIR: folder,
    LOG_LEVEL: 'warn',
    // Vitest has one of its own.
    BASE_URL: 'http://127.0.0.1:3000',
  };
  const app = await openApp({ settings: readSettings(env, 'config'), logger: pino({ level: 'silent' }), clock });
  const workers = new Map<string, Script>();
  const rows: Town['rows'] = (sql, params) => query(app.database.db, sql, params);
  const flushRedis = async () => {
    const client = new Redis(redis.url);
    await client.flushall();
    client.disconnect();
  };
  return {
    app,
    clock,
    postgres,
    redis,
    smtp,
    worker: async (name) => {
      const running = workers.get(name);
      if (running) return running;
      // By its name the database knows whose connection is whose.
      const databaseUrl = `${env.DATABASE_URL}?application_name=${name}`;
      const worker = runScript(OFFICE_PROCESS, [], {
        ...env,
        DATABASE_URL: databaseUrl,
        TEST_CLOCK: join(folder, 'clock'),
      });
      workers.set(name, worker);
      await worker.line();
      return worker;
    },
    kill: async (name) => {
      const worker = workers.get(name)!;
      workers.delete(name);
      worker.child.kill('SIGKILL');
      await worker.ended;
    },
    apply: async (...plans) => {
      for (const plan of plans) await app.engine.apply({ plan, calendar, source: 'test', by: 'test' });
    },
    rows,
    until: (sql, expected) =>
      vi.waitFor(async () => {
        const found = await rows(sql);
        if (JSON.stringify(found) !== JSON.stringify(expected)) throw new Error(`${sql}: ${JSON.stringify(found)}`);
      }, PATIENCE),
    clear: async () => {
      smtp.setMode({ kind: 'accept' });
      await withTransaction(app.database.db, async (tx) => {
        await query(tx, 'set local session_replication_role = replica');
        await query(
          tx,
          `truncate message_attempt, notification, message, deadline, event_log, indicator, definition, plan_version, plan
           restart identity cascade`,
        );
      });
      await flushRedis();
    },
    flushRedis,
    close: async () => {
      for (const worker of workers.values()) worker.child.kill('SIGKILL');
      await app.close();
      await Promise.all([smtp.close(), redis.remove(), postgres.remove()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A place in the program's work at which the database keeps it waiting, so that it can be hurt just there. */
export interface Gate {
  /** Resolves to the names of the workers that wait at it, once one does. */
  reached(): Promise<string[]>;
  /** Lets everybody through, and takes the gate away. */
  open(): Promise<void>;
}

const GATE = 4711;

/** Shuts a gate before the change of a table: `before update`, `message`, `new.status = 'sent'`. */
export async function shutGate(
  town: Town,
  change: 'before insert' | 'before update',
  table: string,
  only?: string,
): Promise<Gate> {
  const keeper = new pg.Client(town.postgres.url('postgres'));
  // It may go down with the server.
  keeper.on('error', () => {});
  await keeper.connect();
  await keeper.query('select pg_advisory_lock($1)', [GATE]);
  await keeper.query(`
    create or replace function wait_at_gate() returns trigger language plpgsql as
    $$ begin perform pg_advisory_xact_lock_shared(${GATE}); return new; end $$`);
  const scope = only ? `for each row when (${only})` : 'for each statement';
  await keeper.query(`create trigger gate ${change} on ${table} ${scope} execute function wait_at_gate()`);
  return {
    reached: () =>
      vi.waitFor(async () => {
        const { rows } = await keeper.query<{ name: string }>(
          `select distinct application_name as name from pg_stat_activity
           where wait_event_type = 'Lock' and wait_event = 'advisory' order by 1`,
        );
        if (rows.length === 0) throw new Error('Nobody has come to the gate.');
        return rows.map(({ name }) => name);
      }, PATIENCE),
    open: async () => {
      await keeper.end();
      await vi.waitFor(() => town.rows(`drop trigger if exists gate on ${table}`), PATIENCE);
    },
  };
}
