import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { openApp } from '../src/app.ts';
import { parseLocalDateTime } from '../src/calendar/local-time.ts';
import { createLogger } from '../src/log.ts';
import type { Plan } from '../src/plan/types.ts';
import { readSettings } from '../src/settings.ts';
import { openSession } from '../src/sign-in/sessions.ts';
import { shiftedClock } from '../test/support/shifted-clock.ts';
import { serve } from './child.ts';
import { readNationalPlan } from './national-plan.ts';

/*
 * The pages of the ministry in March, of an office with as many indicators as is asked for, and a word from a bare
 * server, out of one process: whatever slows the machine down slows all of them.
 */

const settings = readSettings({ ...process.env, LOG_LEVEL: 'warn', PORT: '0' }, 'config');
const { plan, history, calendar } = readNationalPlan();
const NOW = parseLocalDateTime('2022-03-02T10:30:00', plan.zone);
const clock = shiftedClock(NOW);
const app = await openApp({ settings, clock, logger: createLogger(settings) });
const bare = createAdaptorServer({ fetch: new Hono().get('/', (c) => c.text('hello')).fetch });

async function prepare({ indicators }: { indicators: number }) {
  const large = ofSize(plan, indicators);
  for (const one of [plan, large]) await app.engine.apply({ plan: one, calendar, source: 'bench', by: 'bench' });
  for (const { at, on, indicator: code, action, by } of history.events) {
    if (parseLocalDateTime(at, plan.zone) > NOW) continue;
    await app.engine.record({ planId: plan.id, zone: plan.zone, code, action, by: { post: by, person: null }, on });
  }
  await app.engine.run();
  const web = await app.startWeb();
  await new Promise<void>((listening) => bare.listen(0, '127.0.0.1', listening));
  const { port } = bare.address() as { port: number };
  return {
    bare: `http://127.0.0.1:${port}/`,
    plan: `${web.url}/plans/${plan.id}`,
    large: `${web.url}/plans/${large.id}`,
    // The administrator at the console sees every plan.
    cookie: `session=${await openSession(app.database.db, null, 'bench', clock.now())}`,
  };
}

/** The same plan for an office that has taken on far more. */
function ofSize(one: Plan, size: number): Plan {
  const indicators = one.activities.flatMap((activity) => activity.indicators);
  const activities = Array.from({ length: Math.ceil(size / indicators.length) }, (_, number) => ({
    ...one.activities[0]!,
    code: String(number + 1),
    indicators: indicators
      .slice(0, size - number * indicators.length)
      .map((indicator, place) => ({ ...indicator, code: `${number + 1}.${place + 1}`, weight: null })),
  }));
  return { ...one, id: `large-${one.fiscalYear}`, totalWeight: null, activities };
}

await serve({ prepare }, async () => {
  bare.close();
  await app.close();
});
