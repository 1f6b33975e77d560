import { openApp } from '../src/app.ts';
import { type Clock, hurryingClock } from '../src/clock.ts';
import { createLogger } from '../src/log.ts';
import { readSettings } from '../src/settings.ts';
import { startAlarmWorker } from '../workers/alarm-worker.ts';
import { serve } from './child.ts';
import { dueOnOneDay, firstOf, inOffice, readNationalPlan, reminderInstants } from './national-plan.ts';

/*
 * How late a deadline fires: from the instant at which it is due to the commit of its firing, with letters written in
 * between as ever. Each office has another hour, a minute apart, and a clock that hurries brings them close together.
 */

const LEAD_SECONDS = 2;

const settings = readSettings({ ...process.env, LOG_LEVEL: 'warn' }, 'config');
let clock: Clock = { now: () => Date.UTC(2021, 5, 30), waitFor: (instant) => instant };
const late: number[] = [];
let speed = 1;
const app = await openApp({
  settings,
  clock: { now: () => clock.now(), waitFor: (instant) => clock.waitFor(instant) },
  logger: createLogger(settings),
  onChanges: (changes) => {
    const now = clock.now();
    for (const { log } of changes)
      for (const { entry } of log) if (entry.type === 'fire') late.push((now - entry.at) / speed);
  },
});

async function measure({ instants, seconds }: { instants: number; seconds: number }) {
  const { plan, calendar } = readNationalPlan();
  const one = firstOf(dueOnOneDay(plan, '2022-05-25', [7]), 1);
  const offices = Array.from({ length: instants }, (_, minute) => {
    const hour = `${String(6 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    return inOffice({ ...one, policy: { ...one.policy, hour } }, minute);
  });
  for (const office of offices) await app.engine.apply({ plan: office, calendar, source: 'bench', by: 'bench' });
  // The queue is emptied and armed anew from the record, as after a loss: now by the clock that hurries.
  await app.queues.queue('alarms').obliterate({ force: true });
  const first = reminderInstants(offices[0]!, calendar)[0]!;
  speed = (instants * 60) / seconds;
  clock = hurryingClock(first - LEAD_SECONDS * 1_000 * speed, speed);
  late.length = 0;
  await app.engine.watch();
  startAlarmWorker(app.queues, app.engine);
  while (late.length < instants) await new Promise((resolve) => setTimeout(resolve, 50));
  return { lateMilliseconds: late };
}

await serve({ measure }, () => app.close());
