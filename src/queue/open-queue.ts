import type { OpenDatabase } from '../db/database.ts';
import { openPostgresQueues } from './open-postgres-queues.ts';
import { openRedisQueues } from './open-redis-queues.ts';
import type { OpenQueues, QueueLogger } from './queues.ts';
import { parseRedisUrl } from './redis-url.ts';

/**
 * Opens the queues: on Redis when there is a `redisUrl` (see `parseRedisUrl` for its forms), else in the database.
 *
 * @throws QueueUnavailable when Redis does not answer in time, RedisUrlInvalid
 */
export async function openQueues(options: {
  readonly redisUrl?: string | undefined;
  readonly database: Pick<OpenDatabase, 'pool' | 'flavour'>;
  /** How long to wait for Redis at the start, in milliseconds. */
  readonly connectWithinMs?: number | undefined;
  readonly logger?: QueueLogger | undefined;
}): Promise<OpenQueues> {
  const { redisUrl, database, connectWithinMs = 10_000, logger = { info: () => {}, warn: () => {} } } = options;
  if (!redisUrl) return openPostgresQueues(database, logger);
  return openRedisQueues(parseRedisUrl(redisUrl), connectWithinMs, logger);
}
