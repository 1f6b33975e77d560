import { createPostgresBackend } from 'bullmq';
import type { OpenDatabase } from '../db/database.ts';
import { fromQueue } from './errors.ts';
import { createQueueSet } from './queue-set.ts';
import { createQueueTables } from './queue-tables.ts';
import type { OpenQueues, QueueLogger } from './queues.ts';

/** The queues in the schema `bullmq` of our own database. Each worker keeps one connection of the pool to listen on. */
export async function openPostgresQueues(
  database: Pick<OpenDatabase, 'pool' | 'flavour'>,
  logger: QueueLogger,
): Promise<OpenQueues> {
  const { pool, flavour } = database;
  await fromQueue(createQueueTables(pool));
  // BullMQ's types know Redis here, though its Postgres backend takes a pool.
  const options = { connection: pool as never };
  const set = createQueueSet(
    {
      queueOptions: options,
      workerOptions: options,
      createBackend: createPostgresBackend as never,
      isReachable: () => true,
    },
    logger,
  );
  return {
    ...set,
    flavour,
    ping: async () => {
      await fromQueue(pool.query('select 1'));
    },
  };
}
