import type { Engine } from '../src/engine/engine.ts';
import { WATCHDOG_JOB } from '../src/queue/alarms.ts';
import type { OpenQueues } from '../src/queue/queues.ts';

/**
 * Starts the worker that alarms and the watchdog wake. A job says only that it is time: what is due, the engine asks
 * the database. A round that throws (the database is away) fails its job; the watchdog's next round makes up for it.
 */
export function startAlarmWorker(queues: OpenQueues, engine: Engine) {
  return queues.worker('alarms', async (job) => (job.name === WATCHDOG_JOB ? engine.watch() : engine.run()), {
    concurrency: 1,
  });
}
