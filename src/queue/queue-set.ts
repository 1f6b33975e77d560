import { type BackendFactory, Queue, type QueueOptions, Worker } from 'bullmq';
import type { QueueName } from './names.ts';
import type { JobProcessor, JobWorkerOptions, OpenQueues, QueueLogger } from './queues.ts';

/** How long `close` waits for jobs at hand and for a server that may be away, in milliseconds. */
const CLOSE_WITHIN_MS = 10_000;

/** BullMQ asks again after this long when the server failed it, in milliseconds; its own default is fifteen seconds. */
const ASK_AGAIN_MS = 1_000;

/** Nothing reads the stream of events that BullMQ keeps on Redis, so it may be short. */
const STREAMS = { events: { maxLen: 100 } };

/** Where BullMQ keeps the jobs, and how to get there. */
export interface QueuePlace {
  readonly queueOptions: QueueOptions;
  readonly workerOptions: QueueOptions;
  /** For any other place than Redis. */
  readonly createBackend: BackendFactory | undefined;
  /** Whether the server seems to be there; when it is not, closing does not wait for its goodbye. */
  isReachable(): boolean;
}

/** The queues and workers at one place, made when they are first asked for. */
export function createQueueSet(place: QueuePlace, logger: QueueLogger): Pick<OpenQueues, 'queue' | 'worker' | 'close'> {
  const createBackend = place.createBackend as undefined; // BullMQ's types allow Redis with it or others without it.
  const queues = new Map<QueueName, Queue>();
  const workers: Worker[] = [];
  const running = new Set<Promise<unknown>>();

  const queue = (name: QueueName) => {
    const known = queues.get(name);
    if (known) return known;
    const made = new Queue(name, { streams: STREAMS, ...place.queueOptions }, createBackend);
    const isNew = newsFilter((forget) => made.on('waiting', forget));
    made.on('error', (error) => isNew(error) && logger.warn({ err: error, queue: name }, 'A queue has trouble'));
    queues.set(name, made);
    return made;
  };
  const worker = (name: QueueName, processor: JobProcessor<unknown>, options: JobWorkerOptions = {}) => {
    const process: JobProcessor<unknown> = (job) => track(running, processor(job));
    const settings = { runRetryDelay: ASK_AGAIN_MS, ...options, ...place.workerOptions };
    const made = new Worker(name, process, settings, createBackend);
    const isNew = newsFilter((forget) => made.on('active', forget));
    made.on('error', (error) => isNew(error) && logger.warn({ err: error, queue: name }, 'A worker has trouble'));
    workers.push(made);
    return made;
  };
  const close = async () => {
    const closing = Promise.all(workers.map((each) => each.close()));
    await within(CLOSE_WITHIN_MS, Promise.allSettled(running));
    await within(place.isReachable() ? CLOSE_WITHIN_MS : 0, closing);
    await within(CLOSE_WITHIN_MS, Promise.all([...queues.values()].map((each) => each.close())));
  };
  return { queue: queue as OpenQueues['queue'], worker: worker as OpenQueues['worker'], close };
}

function track<T>(running: Set<Promise<unknown>>, work: Promise<T>): Promise<T> {
  running.add(work);
  const done = () => running.delete(work);
  work.then(done, done);
  return work;
}

/** Lets an error pass that is not the last one over again, as each attempt to reach a server brings it. */
function newsFilter(forgetWhen: (forget: () => void) => void): (error: Error) => boolean {
  let last: string | null = null;
  forgetWhen(() => {
    last = null;
  });
  return (error) => {
    const isNew = error.message !== last;
    last = error.message;
    return isNew;
  };
}

/** Waits for the work, but not longer. Its errors do not matter any more. */
async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work.catch(() => {}), late]);
  clearTimeout(timer);
}
