import type { OpenDatabase } from '../../src/db/database.ts';
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

async function inDatabase(create: () => Promise<TestDatabase>): Promise<TestQueues> {
  const place = await create();
  let database: OpenDatabase | null = null;
  return {
    settings: place.settings,
    open: async () => {
      database ??= await place.open();
      return openQueues({ database });
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
