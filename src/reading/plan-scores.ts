import { viewOf } from '../../machines/view.ts';
import { localDate } from '../calendar/local-time.ts';
import type { Instant } from '../calendar/types.ts';
import type { Database } from '../db/database.ts';
import { indicatorsOfPlans } from '../db/queries/indicators-of-plans.ts';
import { plansById } from '../db/queries/plans.ts';
import type { DefinitionCache } from '../engine/definition-cache.ts';
import { type PlanScore, scorePlan } from '../score/plan-score.ts';

/** The scores of several plans as they stand now, by their ids, in three queries at most. */
export async function readPlanScores(
  db: Database,
  definitions: DefinitionCache,
  planIds: readonly string[],
  now: Instant,
): Promise<ReadonlyMap<string, PlanScore>> {
  const plans = await plansById(db, planIds);
  const readings = await indicatorsOfPlans(db, planIds);
  const hashes = readings.map(({ definitionHash }) => definitionHash);
  const definitionOf = await definitions.load(db, hashes);
  const viewsOf = new Map<string, Map<string, ReturnType<typeof viewOf>>>();
  for (const { planId, code, definitionHash, state } of readings) {
    const views = viewsOf.get(planId) ?? new Map();
    viewsOf.set(planId, views.set(code, viewOf(definitionOf(definitionHash), state)));
  }
  return new Map(
    plans.map(({ id, body }) => {
      const rows = body.activities
        .flatMap(({ indicators }) => indicators)
        .flatMap((indicator) => {
          const view = viewsOf.get(id)?.get(indicator.code);
          return view ? [{ indicator, view }] : [];
        });
      return [id, scorePlan(body, rows, localDate(now, body.zone))];
    }),
  );
}
