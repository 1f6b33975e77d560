import { simulate } from '../src/simulate/simulate.ts';
import { simulationJson } from '../src/simulate/simulation-json.ts';
import { serve } from './child.ts';
import { inOffice, readNationalPlan } from './national-plan.ts';

/** A year of many offices on the national plan, one after the other; every second one does what the minutes say. */
function measure({ offices }: { offices: number }) {
  const { plan, history, calendar } = readNationalPlan();
  let indicators = 0;
  let letters = 0;
  const startedAt = performance.now();
  for (let number = 0; number < offices; number += 1) {
    const own = inOffice(plan, number);
    const run = simulate(own, { calendar, history: number % 2 === 0 ? { ...history, plan: own.id } : null });
    const moments = [];
    let next = run.next();
    for (; !next.done; next = run.next()) moments.push(next.value);
    const result = simulationJson(own, moments, next.value);
    indicators += result.summary.total;
    letters += result.messages.length;
  }
  return { milliseconds: performance.now() - startedAt, indicators, letters };
}

await serve({ measure });
