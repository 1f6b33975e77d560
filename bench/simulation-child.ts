import { simulate } from '../src/simulate/simulate.ts';
import { serve } from './child.ts';
import { inOffice, readNationalPlan } from './national-plan.ts';

/** A year of many offices on the national plan, in one process: every second one does its work, the others nothing. */
const { plan, history, calendar } = readNationalPlan();

function year({ offices }: { offices: number }) {
  let moments = 0;
  let letters = 0;
  let indicators = 0;
  const startedAt = performance.now();
  for (let number = 0; number < offices; number += 1) {
    const office = inOffice(plan, number);
    const run = simulate(office, { calendar, history: number % 2 === 0 ? history : null });
    for (let step = run.next(); ; step = run.next()) {
      if (step.done) {
        indicators += step.value.indicators.length;
        break;
      }
      moments += 1;
      letters += step.value.messages.length;
    }
  }
  return { milliseconds: performance.now() - startedAt, indicators, moments, letters };
}

await serve({ year });
