import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { Turns } from '../turns.ts';
import { pgTypes } from './column-parsers.ts';
import {
  attachRunner,
  type Database,
  type DatabaseLogger,
  type OpenDatabase,
  type PgPoolLike,
  type Runner,
  type Transaction,
  withSavepoint,
} from './database.ts';
import { asDatabaseError, asDriverError, QueryFailed } from './errors.ts';
import { MIGRATIONS_FOLDER } from './migrations-folder.ts';
import { PostgresListeners } from './postgres-listeners.ts';

/** Shared by every process of Suchok on one database: only one of them migrates at a time. It spells "SUCH". */
const MIGRATION_LOCK = 0x53554348;

/**
 * A process that fell asleep in a transaction would keep its indicators locked, and `skip locked` would pass them by
 * for ever; after this long the server ends its transaction.
 */
const IDLE_IN_TRANSACTION_MS = 60_000;

/**
 * Connects to a Postgres server and brings the tables up to date. There are two pools, each made of connections that
 * are opened when first needed: were the queue to take its connections from ours, then five hundred firings at once
 * could keep the last one from renewing the lock of its job.
 *
 * @throws DatabaseError
 */
export async function openPostgres(url: string, poolSize: number, logger: DatabaseLogger): Promise<OpenDatabase> {
  const pool = createPool(url, poolSize, `set idle_in_transaction_session_timeout = ${IDLE_IN_TRANSACTION_MS}`, logger);
  const queuePool = createPool(url, poolSize, 'set search_path to bullmq', logger);
  const listeners = new PostgresListeners(url, logger);
  const close = async () => {
    await Promise.all([pool.end(), queuePool.end(), listeners.close()]);
  };
  try {
    await migrateAlone(pool);
  } catch (error) {
    await close();
    throw asDriverError(error);
  }
  return {
    db: attachRunner<Database>(drizzle(pool, { casing: 'snake_case' }), poolRunner(pool, new Turns(poolSize))),
    pool: queuePool as unknown as PgPoolLike,
    flavour: 'postgres',
    listen: (channel, ear) => onServer(listeners.open(channel, ear)),
    ping: async () => {
      await onServer(pool.query('select 1'));
    },
    close,
  };
}

function createPool(url: string, max: number, setUp: string, logger: DatabaseLogger): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    application_name: 'suchok',
    onConnect: (client) => client.query(`set timezone to 'UTC'; ${setUp}`),
  });
  pool.setMaxListeners(0); // BullMQ adds one for each queue and worker.
  // Without a listener, a connection that breaks would end the process, be it idle or at work.
  const warn = (error: Error) => logger.warn({ err: error }, 'A connection to the database broke');
  pool.on('error', warn);
  pool.on('connect', (client) => client.on('error', warn));
  return pool;
}

async function migrateAlone(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await migrate(drizzle(client), { migrationsFolder: MIGRATIONS_FOLDER });
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
  } catch (error) {
    client.release(true); // The lock goes with the connection.
    throw error;
  }
  client.release();
}

/**
 * The pool's patience is for a server that does not answer. Whoever only waits for a connection that others use waits
 * for as long as it takes: a thousand people at once are a queue, and no fault of the database.
 */
function poolRunner(pool: pg.Pool, turns: Turns): Runner {
  return {
    run: (text, params, name) => turns.take(() => run(pool, text, params, name)),
    transaction: (work) => turns.take(() => transaction(pool, work)),
  };
}

function clientRunner(client: pg.PoolClient, depth: number): Runner {
  const runner: Runner = {
    run: (text, params, name) => run(client, text, params, name),
    transaction: (work) => withSavepoint(runner, depth, () => work(transactionOn(client, depth + 1))),
  };
  return runner;
}

function transactionOn(client: pg.PoolClient, depth: number): Transaction {
  return attachRunner<Transaction>(drizzle(client, { casing: 'snake_case' }), clientRunner(client, depth));
}

async function transaction<T>(pool: pg.Pool, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const client = await onServer(pool.connect());
  try {
    await onServer(client.query('begin'));
    const result = await work(transactionOn(client, 1));
    const { command } = await onServer(client.query('commit'));
    // Postgres answers the commit of a failed transaction with a quiet rollback.
    if (command !== 'COMMIT') throw new QueryFailed('A query of the transaction failed, so nothing of it was kept.');
    client.release();
    return result;
  } catch (error) {
    const isUsable = await client.query('rollback').then(
      () => true,
      () => false,
    );
    client.release(!isUsable);
    throw asDatabaseError(error);
  }
}

async function run(on: pg.Pool | pg.PoolClient, text: string, params: readonly unknown[], name: string | null) {
  const config = { text, values: params as unknown[], types: pgTypes, ...(name === null ? {} : { name }) };
  return (await onServer(on.query(config))).rows as unknown[];
}

async function onServer<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw asDriverError(error);
  }
}
