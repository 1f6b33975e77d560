import { armAlarm, armAlarms } from '../src/queue/alarms.ts';
import { openQueues } from '../src/queue/open-queue.ts';
import { serve } from './child.ts';

/** How fast alarms are armed: all at once, as the watchdog does after a loss, and one by one, as after a person's event. */

const FAR = 30 * 24 * 60 * 60 * 1000;

const queues = await openQueues({ redisUrl: process.env.REDIS_URL, database: undefined as never });
const alarms = queues.queue('alarms');

async function together({ count }: { count: number }) {
  const instants = distinctInstants(count);
  const startedAt = performance.now();
  await armAlarms(
    alarms,
    instants.map((at) => ({ at, delayMs: FAR })),
  );
  return ended(startedAt);
}

async function oneByOne({ count }: { count: number }) {
  const instants = distinctInstants(count);
  const startedAt = performance.now();
  for (const at of instants) await armAlarm(alarms, at, FAR);
  return ended(startedAt);
}

async function ended(startedAt: number) {
  const milliseconds = performance.now() - startedAt;
  await alarms.obliterate({ force: true });
  return { milliseconds };
}

function distinctInstants(count: number): number[] {
  return Array.from({ length: count }, (_, minute) => Date.UTC(2026, 6, 1) + minute * 60_000);
}

await serve({ together, oneByOne }, () => queues.close());
