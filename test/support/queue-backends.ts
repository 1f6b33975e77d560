import { Redis } from 'ioredis';
import { type OpenDatabase, query } from '../../src/db/database.ts';
import { openQueues } from '../../src/queue/open-queue.ts';
import type { OpenQueues } from '../../src/queue/queues.ts';
import { missing } from './available.ts';
import { databaseFlavours, type TestDatabase } from './databases.ts';
import { type RedisServer, startRedis } from './redis-server.ts';

/** Empty queues for one suite, which may be opened several times, as several processes would. */
export interface TestQueues {
  /** What a process of its own needs to open them: `dataDir`, and where it has them `databaseUrl` and `redisUrl`. */
  readonly settings: TestDatabase['settings'] & { readonly redisUrl?: string };
  open(): Promise<OpenQueues>;
  /** Deletes all jobs, between two tests; everybody has to have closed. */
  empty(): Promise<void>;
  /** After everybody has closed them. */
  drop(): Promise<void>;
}

/** The three places where BullMQ keeps its jobs for us. */
export const queueBackends: readonly {
  readonly name: 'PGlite' | 'Postgres' | 'Redis';
  readonly missing: string | null;
  create(): Promise<TestQueues>;
}[] = [
  ...databaseFlavours.map(({ name, missing, create }) => ({ name, missing, create: () => inDatabase(create) })),
  { name: 'Redis', missing: missing('redis'), create: onRedis },
];

/** BullMQ's tables, but for the one that tells which of them exist. */
const EMPTY_ALL_BUT_LEDGER = `do $$ begin
  execute (select 'truncate ' || string_agg(format('bullmq.%I', tablename), ', ')
    from pg_tables where schemaname = 'bullmq' and tablename <> 'migration');
end $$`;

async function inDatabase(create: () => Promise<TestDatabase>): Promise<TestQueues> {
  const place = await create();
  let database: OpenDatabase | null = null;
  return {
    settings: place.settings,
    open: async () => {
      database ??= await place.open();
      return openQueues({ database });
    },
    empty: async () => {
      if (database) await query(database.db, EMPTY_ALL_BUT_LEDGER);
    },
    drop: async () => {
      await database?.close();
      await place.drop();
    },
  };
}

async function onRedis(): Promise<TestQueues> {
  const server = await startRedis();
  return {
    settings: { dataDir: '/nonexistent', redisUrl: server.url },
    open: () => openRedisQueuesAt(server.url),
    empty: async () => {
      const administrator = new Redis(server.port);
      await administrator.flushall();
      await administrator.quit();
    },
    drop: () => server.remove(),
  };
}

/** Queues on Redis alone: the database, which they do not use, is none. */
export function openRedisQueuesAt(
  redisUrl: RedisServer['url'],
  options: Pick<Parameters<typeof openQueues>[0], 'logger' | 'connectWithinMs'> = {},
): Promise<OpenQueues> {
  return openQueues({ redisUrl, database: null as unknown as OpenDatabase, ...options });
}
