import type { Job, Queue, Worker, WorkerOptions } from 'bullmq';
import type { QueueName } from './names.ts';

/** The part of a pino logger that is used here. */
export interface QueueLogger {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
}

/** Does the work of a job; a rejected promise is a failed attempt. */
export type JobProcessor<Data> = (job: Job<Data>) => Promise<unknown>;

/** BullMQ's own options of a worker, without those that say where its queue is. */
export type JobWorkerOptions = Omit<WorkerOptions, 'connection' | 'prefix' | 'skipVersionCheck'>;

/** BullMQ on one of its backends. The code above is the same for all of them. */
export interface OpenQueues {
  readonly flavour: 'redis' | 'postgres' | 'pglite';
  /**
   * The queue of that name, to add jobs to and to look at; the same object each time. While Redis is away, adding
   * rejects within some seconds. Never add inside a transaction: the worker may be faster than the commit.
   */
  queue<Data = unknown>(name: QueueName): Queue<Data>;
  /** Starts to work on a queue. While Redis or Postgres is away, a worker waits and goes on when it is back. */
  worker<Data = unknown>(name: QueueName, processor: JobProcessor<Data>, options?: JobWorkerOptions): Worker<Data>;
  /** @throws QueueUnavailable when the queue does not answer within some seconds. */
  ping(): Promise<void>;
  /** Lets the workers finish the jobs at hand, then closes all connections of the queues; not the database. */
  close(): Promise<void>;
}
