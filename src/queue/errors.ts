import { DatabaseUnavailable, TransactionMisused } from '../db/errors.ts';

/** The queue cannot be reached, or did not answer in time. Nothing is lost by it: the truth stands in the database. */
export class QueueUnavailable extends Error {
  readonly code = 'queueUnavailable';

  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'QueueUnavailable';
  }
}

/** REDIS_URL cannot be read. */
export class RedisUrlInvalid extends Error {
  readonly code = 'redisUrlInvalid';

  constructor(message: string) {
    super(message);
    this.name = 'RedisUrlInvalid';
  }
}

/**
 * Waits for the queue's answer.
 *
 * @throws QueueUnavailable when it refuses or cannot be reached.
 */
export async function fromQueue<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof TransactionMisused || error instanceof DatabaseUnavailable) throw error;
    const reason = error instanceof Error ? error.message || error.name : String(error);
    throw new QueueUnavailable(`The queue cannot be reached: ${reason}. Check that it runs, and REDIS_URL.`, error);
  }
}
