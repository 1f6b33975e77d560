import { expect, it } from 'vitest';
import { parseLocalDateTime } from '../../src/calendar/local-time.ts';
import type { Instant } from '../../src/calendar/types.ts';
import { verifyLogs } from '../../src/engine/verify.ts';
import type { History } from '../../src/plan/history.ts';
import type { Plan } from '../../src/plan/types.ts';
import { type Moment, simulate } from '../../src/simulate/simulate.ts';
import { BRIEF, type Desk, describeEngine, describePostgres, standing, type TestEngine } from './desk.ts';
import { calendar, officeHistory, officePlan } from './office.ts';

/** The letters of a moment, as `person class: rung of indicator checkpoint, …`. */
function lettersOf({ messages }: Moment): string[] {
  return messages
    .map(({ person, class: letter, notices }) => {
      const rungs = notices.map(({ rung, indicator, checkpoint }) => `${rung} of ${indicator.code} ${checkpoint}`);
      return `${person.id} ${letter}: ${[...new Set(rungs)].sort().join(', ')}`;
    })
    .sort();
}

async function lettersAt({ rows }: Desk, at: Instant): Promise<string[]> {
  const found = await rows<{ person: string; class: string; rungs: string[] }>(
    `select person_id as person, class,
       json_agg(distinct notification.rung || ' of ' || indicator.code || ' ' || notification.checkpoint) as rungs
     from message join notification on message_id = message.id join indicator on indicator.id = indicator_id
     where created_at = $1 group by message.id`,
    [new Date(at).toISOString()],
  );
  return found.map((row) => `${row.person} ${row.class}: ${[...row.rungs].sort().join(', ')}`).sort();
}

/** Records what the minutes say had been recorded by then. */
async function recordUntil({ engine }: TestEngine, plan: Plan, left: History['events'][number][], until: Instant) {
  while (left[0] && parseLocalDateTime(left[0].at, plan.zone) <= until) {
    const { indicator, action, on, by } = left.shift()!;
    const actor = { post: by, person: null };
    await engine.record({ planId: plan.id, zone: plan.zone, code: indicator, action, on, by: actor });
  }
}

/** Lets the engine live through an office's year beside the simulation, and compares every letter and all states. */
async function liveThrough(desk: Desk, name: string) {
  const plan = officePlan(name);
  const history = officeHistory(plan);
  const office = desk.engine(`${plan.opens}T09:00:00`, { letterhead: BRIEF });
  await office.apply(plan);
  const left = [...history.events].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.on < b.on ? -1 : 1));
  const simulation = simulate(plan, { calendar, history });
  let step = simulation.next();
  for (; !step.done; step = simulation.next()) {
    const { at } = step.value;
    office.clock.now = at;
    await recordUntil(office, plan, left, at);
    await office.engine.run();
    expect(await lettersAt(desk, at)).toEqual(lettersOf(step.value));
  }
  expect(left).toEqual([]);
  const states = new Map((await standing(desk.database, plan.id)).map(({ code, state }) => [code, state]));
  for (const { indicator, state } of step.value.indicators) expect(states.get(indicator.code)).toEqual(state);
  expect(await desk.rows(`select id from notification where status = 'pending'`)).toEqual([]);
  expect(await verifyLogs(desk.database.db)).toMatchObject({ indicators: states.size, faults: [] });
}

describeEngine('A year of a ministry', (desk) => {
  it('passes as its simulation says: every letter of every morning, and every state at the end', () =>
    liveThrough(desk, 'mowca-2021-22'));
});

describePostgres('A year of the other offices', (desk) => {
  it.each(['wewb-2021-22', 'dwa-2021-22', 'dol-2021-22', 'chatkhil-2024-25'])(
    'passes as its simulation says: %s',
    (name) => liveThrough(desk, name),
  );
});
