import { Cluster, Redis, type RedisOptions } from 'ioredis';
import type { QueueLogger } from './queues.ts';
import type { RedisPlace } from './redis-url.ts';

export type RedisClient = Redis | Cluster;

type Options = Omit<RedisOptions, 'replyMapping' | 'himportFieldsets' | 'enableOfflineQueue' | 'retryStrategy'>;

/**
 * A producer has somebody waiting for it, so it fails within seconds when Redis is away; a worker has all the time in
 * the world, and waits until Redis is back.
 */
export type RedisRole = 'producer' | 'worker';

/** How long a producer waits for an answer, in milliseconds. */
export const ANSWER_WITHIN_MS = 5_000;

/** After this long without a word, while an answer is owed, a connection counts as dead; a worker's call takes 10 s. */
const SILENCE_MS = 30_000;

const LONGEST_PAUSE_MS = 5_000;

/** Connects in the background, and again for ever when the connection is lost. Errors are logged, never thrown. */
export function createRedisClient(place: RedisPlace, role: RedisRole, logger: QueueLogger): RedisClient {
  const options: Options = {
    ...(place.username === null ? {} : { username: place.username }),
    ...(place.password === null ? {} : { password: place.password }),
    ...(place.isEncrypted ? { tls: {} } : {}),
    connectionName: `suchok-${role}`,
    socketTimeout: SILENCE_MS,
    ...(role === 'producer'
      ? { maxRetriesPerRequest: 1, commandTimeout: ANSWER_WITHIN_MS }
      : { maxRetriesPerRequest: null }),
    // A replica that was the master until a moment ago: connect anew, and ask again.
    reconnectOnError: (error) => (error.message.startsWith('READONLY') ? 2 : false),
  };
  const client = connect(place, options, role === 'worker');
  logOutages(client, role, logger);
  return client;
}

function connect(place: RedisPlace, options: Options, enableOfflineQueue: boolean): RedisClient {
  const single = { ...options, enableOfflineQueue, retryStrategy: pauseBefore };
  switch (place.kind) {
    case 'server':
      return new Redis({ ...single, ...place.address, db: place.database });
    case 'sentinel':
      return new Redis({
        ...single,
        sentinels: [...place.sentinels],
        name: place.master,
        db: place.database,
        sentinelRetryStrategy: pauseBefore,
        ...(place.sentinelPassword === null ? {} : { sentinelPassword: place.sentinelPassword }),
        ...(place.isEncrypted ? { enableTLSForSentinelMode: true, sentinelTLS: {} } : {}),
      });
    case 'cluster':
      return new Cluster([...place.nodes], {
        redisOptions: options,
        enableOfflineQueue,
        clusterRetryStrategy: pauseBefore,
      });
  }
}

/** Milliseconds to wait before the n-th attempt to connect. */
function pauseBefore(attempt: number): number {
  return Math.min(100 * 2 ** (attempt - 1), LONGEST_PAUSE_MS);
}

/** One line when Redis goes and one when it is back, not one for every attempt between. */
function logOutages(client: RedisClient, role: RedisRole, logger: QueueLogger): void {
  let isAway = false;
  client.on('error', (error: Error) => {
    if (!isAway) logger.warn({ err: error, role }, 'Redis cannot be reached; trying again until it can');
    isAway = true;
  });
  client.on('ready', () => {
    if (isAway) logger.info({ role }, 'Redis is back');
    isAway = false;
  });
}
