import { setTimeout as wait } from 'node:timers/promises';
import type { App } from '../../app.ts';
import { endOfDay, parseLocalDateTime } from '../../calendar/local-time.ts';
import type { Calendar, Instant } from '../../calendar/types.ts';
import { dueInstants } from '../../db/queries/due-instants.ts';
import { indicatorsOfPlan } from '../../db/queries/indicators-of-plan.ts';
import { countMessages } from '../../db/queries/messages.ts';
import { plansToTell } from '../../db/queries/pending-notices.ts';
import { formatCode } from '../../i18n/format.ts';
import { explainRefusal } from '../../i18n/refusals.ts';
import type { HistoryEvent } from '../../plan/history.ts';
import type { Plan } from '../../plan/types.ts';
import { storyWords } from '../../simulate/story-words.ts';
import { CommandFailed } from '../context.ts';
import { indicatorsOf } from '../find-plan.ts';
import type { DemoClock } from './demo-clock.ts';
import type { Teller } from './teller.ts';

export interface DemoTerms {
  readonly app: App;
  readonly clock: DemoClock;
  readonly plan: Plan;
  readonly calendar: Calendar;
  /** What people did, in the order in which they recorded it. */
  readonly events: readonly HistoryEvent[];
  readonly teller: Teller;
  /** Aborted when the person has seen enough. */
  readonly stop: AbortSignal;
}

/** How often to look whether the workers are done with an instant, and when to wake them and to give up. */
const LOOK_EVERY_MS = 5;
const WAKE_EVERY = 100;
const LOOKS_AT_MOST = 12_000;

/**
 * Lives through the plan's year: from one instant at which something falls due, or somebody records something, to the
 * next, each when the hurrying clock has come to it. Alarms, firings and letters are the workers' own business; the
 * clock only waits until they are done.
 */
export async function runDemo(terms: DemoTerms): Promise<void> {
  const { app, clock, plan, calendar, teller, stop } = terms;
  const closesAt = endOfDay(plan.closes, plan.zone);
  const events = terms.events.map((event) => ({ event, at: parseLocalDateTime(event.at, plan.zone) }));
  await app.engine.apply({ plan, calendar, source: 'demo', by: 'demo' });
  await introduce(app, plan, teller);
  app.startWorkers();
  clock.begin();
  try {
    for (;;) {
      const [due] = await dueInstants(app.database.db, closesAt, 1);
      const at = Math.min(due ?? Number.POSITIVE_INFINITY, events[0]?.at ?? Number.POSITIVE_INFINITY);
      if (!Number.isFinite(at)) return;
      clock.allow(at);
      await wait(clock.waitFor(at), undefined, { signal: stop });
      await settle(app, at, teller);
      while (events[0] && events[0].at <= at) await record(app, plan, events.shift()!.event, teller);
      await settle(app, at, teller);
    }
  } catch (error) {
    if (!stop.aborted) throw error;
  }
}

/** Changes are told of indicators that the teller knows, so the plan's own beginning is not. */
async function introduce(app: App, plan: Plan, teller: Teller): Promise<void> {
  const indicators = new Map(indicatorsOf(plan).map((indicator) => [indicator.code, indicator]));
  for (const { id, code, state } of await indicatorsOfPlan(app.database.db, plan.id)) {
    teller.know(id, indicators.get(code)!, state);
  }
}

async function record(app: App, plan: Plan, event: HistoryEvent, teller: Teller): Promise<void> {
  const { indicator: code, action, on, by: post } = event;
  const { zone, language } = plan;
  const { refusal } = await app.engine.record({ planId: plan.id, zone, code, action, on, by: { post, person: null } });
  if (refusal) {
    const why = storyWords(language).refused(explainRefusal(refusal, language));
    teller.tell({ at: app.clock.now(), kind: 'bad', text: `${formatCode(code, language)}: ${why}` });
  }
}

/** Resolves when all that is due by then has fired and every letter about it is out. */
async function settle(app: App, at: Instant, teller: Teller): Promise<void> {
  for (let look = 0; look < LOOKS_AT_MOST; look++) {
    if (await isSettled(app, at)) return teller.tellLetters();
    // Its alarm may have rung while this clock still waited for something earlier, and found nothing due.
    if (look % WAKE_EVERY === 0) await app.rearm(at);
    await wait(LOOK_EVERY_MS);
  }
  throw new CommandFailed('The demo is stuck: its workers have done nothing for too long. Run it with LOG_LEVEL=info.');
}

async function isSettled({ database: { db } }: App, at: Instant): Promise<boolean> {
  if ((await dueInstants(db, at, 1)).length > 0 || (await plansToTell(db, at)).length > 0) return false;
  const { queued, sending } = await countMessages(db);
  return queued + sending === 0;
}
