import { openDatabase } from '../src/db/open-database.ts';
import { alarmId, armAlarms } from '../src/queue/alarms.ts';
import { openQueues } from '../src/queue/open-queue.ts';
import { serve } from './child.ts';

/** Alarms alone, on Redis: how fast they are armed, and how late they ring. */

const DAY = 24 * 60 * 60 * 1000;
const database = await openDatabase({ dataDir: 'memory://' });
const queues = await openQueues({ redisUrl: process.env.REDIS_URL, database });
const queue = queues.queue('alarms');

/** Arms so many alarms at distinct instants, from tomorrow on. */
async function arm({ alarms }: { alarms: number }) {
  const startedAt = performance.now();
  await armAlarms(
    queue,
    Array.from({ length: alarms }, (_, minute) => {
      const delayMs = DAY + minute * 60_000;
      return { at: Date.now() + delayMs, delayMs };
    }),
  );
  return { milliseconds: performance.now() - startedAt };
}

/** Rings so many alarms, evenly spread over so many milliseconds, and tells how late each was, sorted. */
async function ring({ alarms, spread }: { alarms: number; spread: number }) {
  await queue.obliterate({ force: true });
  const first = Date.now() + 1_000;
  const instants = Array.from({ length: alarms }, (_, number) => Math.round(first + (number * spread) / alarms));
  const dueAt = new Map(instants.map((at) => [alarmId(at), at]));
  const late: number[] = [];
  const all = new Promise<void>((resolve) => {
    queues.worker('alarms', async (job) => {
      late.push(Date.now() - dueAt.get(job.id!)!);
      if (late.length === alarms) resolve();
    });
  });
  await armAlarms(
    queue,
    instants.map((at) => ({ at, delayMs: at - Date.now() })),
  );
  await all;
  return { late: late.sort((a, b) => a - b) };
}

await serve({ arm, ring }, async () => {
  await queues.close();
  await database.close();
});
