import { type BackendFactory, Queue, type QueueOptions, Worker } from 'bullmq';
import type { QueueName } from './names.ts';
import type { JobProcessor, JobWorkerOptions, OpenQueues, QueueLogger } from './queues.ts';

/** How long `close` waits for jobs at hand and for a server that may be away, in milliseconds. */
const CLOSE_WITHIN_MS = 10_000;

/** BullMQ asks again after this long when the server failed it, in milliseconds; its own default is fifteen seconds. */
const ASK_AGAIN_MS = 1_000;

/** Nothing reads the stream of events that BullMQ keeps on Redis, so it may be short. */
const STREAMS = { events: { maxLen: 100 } };

/** The queues and workers on one backend of BullMQ, made when they are first asked for. */
export function createQueueSet(backend: {
  readonly queueOptions: QueueOptions;
  readonly workerOptions: QueueOptions;
  readonly createBackend: BackendFactory | undefined;
  readonly logger: QueueLogger;
}): Pick<OpenQueues, 'queue' | 'worker' | 'close'> {
  const { queueOptions, workerOptions, logger } = backend;
  const createBackend = backend.createBackend as undefined;
  const queues = new Map<QueueName, Queue>();
  const workers: Worker[] = [];

  const queue = (name: QueueName) => {
    const made = queues.get(name) ?? new Queue(name, { streams: STREAMS, ...queueOptions }, createBackend);
    if (!queues.has(name)) made.on('error', (error) => logger.warn({ err: error, queue: name }, 'A queue has trouble'));
    queues.set(name, made);
    return made;
  };
  const worker = (name: QueueName, processor: JobProcessor<never>, options: JobWorkerOptions = {}) => {
    const made = new Worker(
      name,
      processor as JobProcessor<unknown>,
      { runRetryDelay: ASK_AGAIN_MS, ...options, ...workerOptions },
      createBackend,
    );
    made.on('error', (error) => logger.warn({ err: error, queue: name }, 'A worker has trouble with its queue'));
    workers.push(made);
    return made;
  };
  const close = async () => {
    await Promise.all(workers.map(closeWorker));
    await Promise.all([...queues.values()].map((each) => within(CLOSE_WITHIN_MS, each.close())));
  };
  return { queue: queue as OpenQueues['queue'], worker: worker as OpenQueues['worker'], close };
}

async function closeWorker(worker: Worker): Promise<void> {
  const isClosed = await within(CLOSE_WITHIN_MS, worker.close());
  if (!isClosed) await within(CLOSE_WITHIN_MS, worker.disconnect());
}

/** Whether the work was done in time. Its errors do not matter any more. */
async function within(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, milliseconds, false);
  });
  const done = work.then(
    () => true,
    () => true,
  );
  try {
    return await Promise.race([done, late]);
  } finally {
    clearTimeout(timer);
  }
}
