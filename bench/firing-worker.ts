import type { Instant } from '../src/calendar/types.ts';
import { openApp } from '../src/app.ts';
import { createLogger } from '../src/log.ts';
import { alarmId, armAlarm } from '../src/queue/alarms.ts';
import { readSettings } from '../src/settings.ts';
import { startAlarmWorker } from '../workers/alarm-worker.ts';
import { serve } from './child.ts';
import { dueOnOneDay, firstOf, inOffice, readNationalPlan, reminderInstants } from './national-plan.ts';
import { shiftedClock } from './shifted-clock.ts';

/*
 * One worker process, as in an office: the whole program on Postgres and Redis, woken by its own alarm. Each round is
 * the next reminder of the same indicators, so that nothing is made for the measurement but the time of day.
 */

const DUE = '2022-05-25';
/** So long before the alarm the clock is put, in milliseconds. */
const LEAD = 1_000;

const settings = readSettings({ ...process.env, LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' }, 'config');
const clock = shiftedClock(Date.UTC(2021, 5, 30));
let fired = 0;
let committedAt: Instant = 0;
const app = await openApp({
  settings,
  clock,
  logger: createLogger(settings),
  onChanges: (changes) => {
    fired += changes.reduce((sum, { log }) => sum + log.filter(({ entry }) => entry.type === 'fire').length, 0);
    committedAt = clock.now();
  },
});
const alarms = app.queues.queue('alarms');
let rungs: Instant[] = [];

/** Puts the national plan in force in as many offices as it takes. */
async function prepare({ indicators, rounds }: { indicators: number; rounds: number }) {
  const { plan, calendar } = readNationalPlan();
  const daysBefore = Array.from({ length: rounds }, (_, week) => 7 * (week + 1));
  const due = dueOnOneDay(plan, DUE, daysBefore);
  const size = due.activities.reduce((sum, activity) => sum + activity.indicators.length, 0);
  rungs = reminderInstants(due, calendar);
  const offices = Math.ceil(indicators / size);
  const application = { calendar, source: 'bench', by: 'bench' };
  for (let number = 0; number < offices; number += 1) {
    const left = indicators - number * size;
    await app.engine.apply({ plan: inOffice(left < size ? firstOf(due, left) : due, number), ...application });
  }
  await app.engine.run();
  startAlarmWorker(app.queues, app.engine);
  return { offices, rounds: rungs.length };
}

/** Puts the clock just before the next reminder, and waits until all its indicators have fired and all letters are written. */
async function round() {
  const at = rungs.shift()!;
  fired = 0;
  clock.put(at - LEAD);
  await alarms.remove(alarmId(at));
  await armAlarm(alarms, at, clock.waitFor(at));
  const { firstLetter } = await idle();
  void firstLetter;
  return { fired, milliseconds: committedAt - at };
}

/** Resolves once the worker has nothing to do any more. */
async function idle() {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const counts = await alarms.getJobCounts('waiting', 'active', 'prioritized');
    if (fired > 0 && Object.values(counts).every((count) => count === 0)) return { firstLetter: 0 };
  }
}

await serve({ prepare, round }, () => app.close());
