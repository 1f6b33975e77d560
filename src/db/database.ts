import type { PgPool } from 'bullmq';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { asDatabaseError, TransactionMisused } from './errors.ts';

type Orm = Omit<PgDatabase<PgQueryResultHKT, Record<string, never>>, 'transaction'>;

declare const scope: unique symbol;

/** Drizzle over Postgres or PGlite, outside any transaction. Its tables stand in `schema.ts`. */
export type Database = Orm & { readonly [scope]?: 'database' };

/** Drizzle inside one transaction; valid until the function that got it returns. Repositories take it first. */
export type Transaction = Orm & { readonly [scope]: 'transaction' };

/** The part of a pino logger that is used here. */
export interface DatabaseLogger {
  warn(details: object, message: string): void;
}

/** What BullMQ's Postgres backend takes as its connection. */
export type PgPoolLike = PgPool;

/** Who hears of announcements. */
export interface Ear {
  hear(payload: string): void;
  /** The connection was lost for a while: anything may have been announced meanwhile. */
  mayHaveMissed(): void;
}

export interface OpenDatabase {
  readonly db: Database;
  /** For the queue, on connections of its own, with its tables in the schema `bullmq`. */
  readonly pool: PgPoolLike;
  readonly flavour: 'pglite' | 'postgres';
  /**
   * Hears what is announced on a channel by any process on this database, until the function that it gives is called.
   *
   * @throws DatabaseUnavailable when the server cannot be reached now; later losses are made up for by connecting anew.
   */
  listen(channel: string, ear: Ear): Promise<() => Promise<void>>;
  /** Resolves when the database answers; throws `DatabaseUnavailable` when it does not. */
  ping(): Promise<void>;
  /** Waits for running queries. The queue has to be closed before. */
  close(): Promise<void>;
}

/** A query whose text never changes. Postgres parses and plans it once for each connection; PGlite just runs it. */
export interface Statement {
  /** Unique in the program, as in `lock-due-indicators`; at most 63 characters. */
  readonly name: string;
  readonly text: string;
}

/** How SQL reaches one of the two databases. Throws the errors of `errors.ts`. */
export interface Runner {
  run(text: string, params: readonly unknown[], name: string | null): Promise<unknown[]>;
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
}

const runners = new WeakMap<object, Runner>();

/** Ties a drizzle object to the connection under it. For those who open databases; nobody else needs it. */
export function attachRunner<T extends Database | Transaction>(orm: object, runner: Runner): T {
  runners.set(orm, runner);
  return orm as T;
}

/**
 * Runs `work` in one transaction, committed when it resolves and rolled back when it rejects. Inside another
 * transaction it becomes a savepoint: what it did is undone alone, and the outer one goes on.
 *
 * Inside, use only `tx`: on PGlite, which has one connection, anything else would wait for ever and is refused with
 * `TransactionMisused`. Jobs are added to a queue after the commit.
 *
 * @throws DatabaseError for what the database refuses, and whatever `work` throws.
 */
export function withTransaction<T>(db: Database | Transaction, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return runnerOf(db).transaction(work);
}

/**
 * Runs parameterised SQL on the database or in a transaction, straight through the driver. Values arrive as
 * `column-parsers.ts` says. As parameters go: strings, numbers, booleans, null, `toTimestamp(at)` for instants, one
 * `JSON.stringify(…)` for a `jsonb`, and flat arrays of all these for `unnest($1::bigint[], $2::timestamptz[], …)`.
 *
 * @throws DatabaseError
 */
export async function query<Row>(
  db: Database | Transaction,
  sql: string | Statement,
  params: readonly unknown[] = [],
): Promise<Row[]> {
  const { text, name } = typeof sql === 'string' ? { text: sql, name: null } : sql;
  return (await runnerOf(db).run(text, params, name)) as Row[];
}

/** A savepoint in the transaction that `runner` belongs to. */
export async function withSavepoint<T>(runner: Runner, depth: number, work: () => Promise<T>): Promise<T> {
  const name = `nested_${depth}`;
  await runner.run(`savepoint ${name}`, [], null);
  try {
    const result = await work();
    await runner.run(`release savepoint ${name}`, [], null);
    return result;
  } catch (error) {
    await runner.run(`rollback to savepoint ${name}`, [], null);
    throw asDatabaseError(error);
  }
}

function runnerOf(db: Database | Transaction): Runner {
  const runner = runners.get(db);
  if (!runner) throw new TransactionMisused('This is not a database or transaction that openDatabase gave.');
  return runner;
}
