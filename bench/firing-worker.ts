import { openApp } from '../src/app.ts';
import type { Instant } from '../src/calendar/types.ts';
import { query } from '../src/db/database.ts';
import type { Round } from '../src/engine/engine.ts';
import { createLogger } from '../src/log.ts';
import { alarmId, armAlarm } from '../src/queue/alarms.ts';
import { readSettings } from '../src/settings.ts';
import { shiftedClock } from '../test/support/shifted-clock.ts';
import { startAlarmWorker } from '../workers/alarm-worker.ts';
import { serve } from './child.ts';
import { applyInOffices, dueOnOneDay, readNationalPlan, reminderInstants } from './national-plan.ts';

/*
 * One worker process, as in an office: the whole program on Postgres and Redis, woken by its own alarm. Each round is
 * the next reminder of the same indicators, so that nothing is made for the measurement but the time of day.
 */

const DUE = '2022-05-25';
/** So long before the alarm the clock is put, in milliseconds. */
const LEAD = 1_000;

const settings = readSettings({ ...process.env, LOG_LEVEL: 'warn' }, 'config');
const clock = shiftedClock(Date.UTC(2021, 5, 30));
let committedAt: Instant = 0;
const app = await openApp({
  settings,
  clock,
  logger: createLogger(settings),
  onChanges: () => {
    committedAt = clock.now();
  },
});
const alarms = app.queues.queue('alarms');
let rungs: Instant[] = [];
let told: (round: Round) => void = () => {};

/** Puts the plan in force in as many offices as it takes, with so many reminders ahead. */
async function prepare(terms: { indicators: number; reminders: number; isDistinct: boolean }) {
  const { plan, calendar } = readNationalPlan();
  const daysBefore = Array.from({ length: terms.reminders }, (_, week) => 7 * (week + 1));
  const due = dueOnOneDay(plan, DUE, daysBefore);
  rungs = reminderInstants(due, calendar);
  const offices = await applyInOffices(app.engine, due, calendar, terms.indicators);
  if (terms.isDistinct) await tellApart();
  startAlarmWorker(app.queues, app.engine).on('completed', (_, round: Round) => {
    if (round.fired > 0) told(round);
  });
  return { offices };
}

/** No two indicators are in the same state any more: what is shared between those that stand alike is of no use here. */
async function tellApart() {
  await query(
    app.database.db,
    `update indicator set state = jsonb_set(state, '{context,reason}', to_jsonb('a reason of its own, number ' || id))`,
  );
}

/** Puts the clock just before the next reminder, and waits until its alarm has fired all indicators and told everybody. */
async function round() {
  const at = rungs.shift()!;
  const done = new Promise<Round>((resolve) => {
    told = resolve;
  });
  clock.put(at - LEAD);
  await alarms.remove(alarmId(at));
  await armAlarm(alarms, at, clock.waitFor(at));
  const { fired, messages } = await done;
  return { fired, milliseconds: committedAt - at, letters: messages, lettersIn: clock.now() - committedAt };
}

await serve({ prepare, round }, () => app.close());
