import { AsyncLocalStorage } from 'node:async_hooks';
import type { PGlite, Transaction as PgliteTransaction } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { columnParsers } from './column-parsers.ts';
import {
  attachRunner,
  type Database,
  type OpenDatabase,
  type Runner,
  type Transaction,
  withSavepoint,
} from './database.ts';
import { asDatabaseError, asDriverError, TransactionMisused } from './errors.ts';
import { MIGRATIONS_FOLDER } from './migrations-folder.ts';
import { createPglitePool, type PgliteConnection } from './pglite-pool.ts';

/**
 * Opens the embedded database and brings its tables up to date.
 *
 * @param folder where its files are, or `memory://` for one that is gone when it is closed.
 * @throws DatabaseError
 */
export async function openPglite(folder: string): Promise<OpenDatabase> {
  // Loaded only here: a server on real Postgres need not read eleven megabytes of WebAssembly.
  const { PGlite } = await import('@electric-sql/pglite');
  const pglite = await onDriver(PGlite.create(folder));
  const guarded = guard(pglite);
  try {
    // The only session serves the queue as well. In this order: with `bullmq` first, our tables would be made there.
    await pglite.exec(`set timezone to 'UTC'; set search_path to public, bullmq`);
    await migrate(drizzle(pglite), { migrationsFolder: MIGRATIONS_FOLDER });
  } catch (error) {
    await pglite.close();
    throw asDriverError(error);
  }
  return {
    db: attachRunner<Database>(
      drizzle(guarded as unknown as PGlite, { casing: 'snake_case' }),
      databaseRunner(guarded),
    ),
    pool: createPglitePool(guarded),
    flavour: 'pglite',
    listen: async (channel, { hear }) => {
      const unlisten = await onDriver(guarded.listen(channel, hear));
      return async () => {
        if (!pglite.closed) await onDriver(unlisten());
      };
    },
    ping: async () => {
      await onDriver(pglite.query('select 1'));
    },
    close: async () => {
      if (!pglite.closed) await pglite.close();
    },
  };
}

/** Which transaction the running code is in. */
const running = new AsyncLocalStorage<{ isOpen: boolean }>();

/**
 * PGlite has one connection. A query beside the transaction that waits for it would therefore hang the program for
 * ever, without a word; here it fails at once instead.
 */
function guard(pglite: PGlite): PgliteConnection {
  const check = () => {
    if (!running.getStore()?.isOpen) return;
    throw new TransactionMisused(
      'The database was used inside a transaction of it. Use the transaction itself; add jobs after the commit.',
    );
  };
  const guarded: PgliteConnection = {
    query: async (text, params, options) => {
      check();
      return pglite.query(text, params, options);
    },
    exec: async (text) => {
      check();
      return pglite.exec(text);
    },
    transaction: async (work) => {
      check();
      const mark = { isOpen: true };
      try {
        return await pglite.transaction((tx) => running.run(mark, () => work(tx)));
      } finally {
        mark.isOpen = false;
      }
    },
    listen: async (channel, callback) => {
      check();
      return pglite.listen(channel, callback);
    },
  };
  return guarded;
}

function databaseRunner(pglite: PgliteConnection): Runner {
  return {
    run: (text, params) => run(pglite, text, params),
    transaction: async (work) => {
      let failure: { readonly error: unknown } | null = null;
      try {
        return await pglite.transaction(async (tx) => {
          try {
            return await work(transactionOn(tx, 1));
          } catch (error) {
            failure = { error: asDatabaseError(error) };
            throw error;
          }
        });
      } catch (error) {
        throw failure ? (failure as { readonly error: unknown }).error : asDriverError(error);
      }
    },
  };
}

function transactionOn(tx: PgliteTransaction, depth: number): Transaction {
  const runner: Runner = {
    run: (text, params) => run(tx, text, params),
    transaction: (work) => withSavepoint(runner, depth, () => work(transactionOn(tx, depth + 1))),
  };
  return attachRunner<Transaction>(drizzle(tx as unknown as PGlite, { casing: 'snake_case' }), runner);
}

async function run(on: Pick<PgliteTransaction, 'query'>, text: string, params: readonly unknown[]): Promise<unknown[]> {
  return (await onDriver(on.query(text, params as unknown[], { parsers: columnParsers }))).rows;
}

async function onDriver<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw asDriverError(error);
  }
}
