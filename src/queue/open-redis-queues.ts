import { once } from 'node:events';
import { fromQueue, QueueUnavailable } from './errors.ts';
import { QUEUE_NAMES } from './names.ts';
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
  const copies = collectCopies(worker);
  const set = createQueueSet(
    {
      queueOptions: { connection: producer, prefix: PREFIX },
      workerOptions: { connection: worker, prefix: PREFIX },
      createBackend: undefined,
      isReachable: () => isConnected(worker),
    },
    logger,
  );
  // One that is made while Redis is away would wait for it, and so would everybody who adds to it.
  await Promise.all(QUEUE_NAMES.map((name) => set.queue(name).waitUntilReady()));
  return {
    ...set,
    flavour: 'redis',
    ping: async () => {
      await fromQueue(producer.ping());
    },
    close: async () => {
      await set.close();
      await Promise.all([producer, worker, ...copies].map(disconnect));
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

/**
 * The connections that BullMQ makes for its workers to wait on. It closes them itself, but not while Redis is away:
 * they would try to reach it for ever, and keep the process from ending.
 */
function collectCopies(client: RedisClient): ReadonlySet<RedisClient> {
  const copies = new Set<RedisClient>();
  const duplicate = client.duplicate.bind(client) as (...args: unknown[]) => RedisClient;
  const duplicateAndKeep = (...args: unknown[]) => {
    const copy = duplicate(...args);
    copies.add(copy);
    return copy;
  };
  client.duplicate = duplicateAndKeep as typeof client.duplicate;
  return copies;
}

function isConnected(client: RedisClient): boolean {
  return client.status === 'ready';
}

async function disconnect(client: RedisClient): Promise<void> {
  if (isConnected(client)) {
    const ended = once(client, 'end').catch(() => {});
    client.disconnect();
    await ended;
  } else {
    client.disconnect();
  }
}
