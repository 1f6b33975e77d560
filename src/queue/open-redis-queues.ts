import { once } from 'node:events';
import { fromQueue, QueueUnavailable } from './errors.ts';
import { createQueueSet } from './queue-set.ts';
import type { OpenQueues, QueueLogger } from './queues.ts';
import { createRedisClient, type RedisClient } from './redis-client.ts';
import type { RedisPlace } from './redis-url.ts';

/** Before all of our keys. The braces put them in one slot of a Cluster, as BullMQ's scripts need it. */
const PREFIX = '{suchok}';

/** The queues on Redis, over a connection for producers and one for workers; each worker has one more, to wait on. */
export async function openRedisQueues(
  place: RedisPlace,
  connectWithinMs: number,
  logger: QueueLogger,
): Promise<OpenQueues> {
  const producer = createRedisClient(place, 'producer', logger);
  const worker = createRedisClient(place, 'worker', logger);
  try {
    await Promise.all([untilReady(producer, connectWithinMs), untilReady(worker, connectWithinMs)]);
  } catch (error) {
    producer.disconnect();
    worker.disconnect();
    throw error;
  }
  const set = createQueueSet({
    queueOptions: { connection: producer, prefix: PREFIX },
    workerOptions: { connection: worker, prefix: PREFIX },
    createBackend: undefined,
    logger,
  });
  return {
    ...set,
    flavour: 'redis',
    ping: async () => {
      await fromQueue(producer.ping());
    },
    close: async () => {
      await set.close();
      await Promise.all([disconnect(producer), disconnect(worker)]);
    },
  };
}

async function untilReady(client: RedisClient, milliseconds: number): Promise<void> {
  let lastError: unknown = null;
  const remember = (error: unknown) => {
    lastError = error;
  };
  client.on('error', remember);
  try {
    if (client.status !== 'ready') await onceReady(client, milliseconds);
  } catch {
    const reason = lastError instanceof Error ? `: ${lastError.message}` : '';
    throw new QueueUnavailable(
      `Redis does not answer${reason}. Check that it runs, and REDIS_URL; or leave REDIS_URL out, and the database holds the queues.`,
      lastError,
    );
  } finally {
    client.off('error', remember);
  }
}

/** An error on the way is not the end: the client goes on trying. */
function onceReady(client: RedisClient, milliseconds: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(reject, milliseconds);
    client.once('ready', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

async function disconnect(client: RedisClient): Promise<void> {
  if (client.status === 'end') return;
  const ended = once(client, 'end').catch(() => {});
  if (client.status === 'ready') await client.quit().catch(() => {});
  client.disconnect();
  await ended;
}
