import { localDate } from '../../src/calendar/local-time.ts';
import type { Instant } from '../../src/calendar/types.ts';
import type { Plan } from '../../src/plan/types.ts';
import { simulate } from '../../src/simulate/simulate.ts';
import { calendar } from '../engine/office.ts';

/** The states of a plan's indicators by the end of that day, had everything always run on time; as the database has them. */
export function punctualStates(plan: Plan, at: Instant): Map<string, unknown> {
  const simulation = simulate(plan, { calendar, history: null, until: localDate(at, plan.zone) });
  let step = simulation.next();
  while (!step.done) step = simulation.next();
  return new Map(
    step.value.indicators.map(({ indicator, state }) => [indicator.code, JSON.parse(JSON.stringify(state))]),
  );
}
