import { viewOf } from '../../machines/view.ts';
import { localDate } from '../calendar/local-time.ts';
import type { Instant } from '../calendar/types.ts';
import type { Database } from '../db/database.ts';
import { statesOfPlans } from '../db/queries/states-of-plans.ts';
import type { DefinitionCache } from '../engine/definition-cache.ts';
import { type PlanScore, scorePlan } from '../score/plan-score.ts';

/** The scores of the plans of one page of a list, as they stand now, by their ids; in three queries at most. */
export async function readPlanScores(
  db: Database,
  definitions: DefinitionCache,
  planIds: readonly string[],
  now: Instant,
): Promise<ReadonlyMap<string, PlanScore>> {
  const read = await statesOfPlans(db, planIds);
  const hashes = new Set(read.flatMap(({ indicators }) => indicators.map(({ definitionHash }) => definitionHash)));
  const definitionOf = await definitions.load(db, [...hashes]);
  return new Map(
    read.map(({ plan, indicators }) => {
      const stateOf = new Map(indicators.map((one) => [one.code, one]));
      const rows = plan.activities
        .flatMap((activity) => activity.indicators)
        .flatMap((indicator) => {
          const found = stateOf.get(indicator.code);
          return found ? [{ indicator, view: viewOf(definitionOf(found.definitionHash), found.state) }] : [];
        });
      return [plan.id, scorePlan(plan, rows, localDate(now, plan.zone))];
    }),
  );
}
