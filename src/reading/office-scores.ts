import { viewOf } from '../../machines/view.ts';
import { localDate } from '../calendar/local-time.ts';
import type { Instant } from '../calendar/types.ts';
import type { Database } from '../db/database.ts';
import type { OfficeCounts } from '../db/queries/office-counts.ts';
import { type PlanStates, statesOfPlans } from '../db/queries/states-of-plans.ts';
import type { DefinitionCache } from '../engine/definition-cache.ts';
import { scorePlan } from '../score/plan-score.ts';

/** What a plan has earned so far, of the most it can earn. */
export interface OfficeScore {
  readonly points: number;
  readonly total: number;
}

/** So many plans are read at a time: their states are large, and only two numbers are kept of them. */
const AT_A_TIME = 100;

/**
 * The scores of plans side by side. What was earned changes only with the plan or its indicators, so a plan's score is
 * reckoned once for each of its revisions; of a thousand plans, a few are reckoned anew from one page to the next.
 */
export class OfficeScores {
  readonly #definitions: DefinitionCache;
  readonly #known = new Map<string, { readonly revision: string; readonly score: OfficeScore }>();

  constructor(definitions: DefinitionCache) {
    this.#definitions = definitions;
  }

  /** The scores by the plan's id. */
  async of(db: Database, plans: readonly OfficeCounts[], now: Instant): Promise<ReadonlyMap<string, OfficeScore>> {
    const changed = plans.filter(({ planId, revision }) => this.#known.get(planId)?.revision !== revision);
    for (let from = 0; from < changed.length; from += AT_A_TIME) {
      const some = changed.slice(from, from + AT_A_TIME);
      const scores = await this.#reckon(db, some, now);
      for (const { planId, revision } of some) {
        const score = scores.get(planId);
        if (score) this.#known.set(planId, { revision, score });
      }
    }
    return new Map(
      plans.flatMap(({ planId }) => {
        const known = this.#known.get(planId);
        return known ? [[planId, known.score]] : [];
      }),
    );
  }

  async #reckon(db: Database, plans: readonly OfficeCounts[], now: Instant): Promise<Map<string, OfficeScore>> {
    const read = await statesOfPlans(
      db,
      plans.map(({ planId }) => planId),
    );
    const hashes = new Set(read.flatMap(({ indicators }) => indicators.map(({ definitionHash }) => definitionHash)));
    const definitionOf = await this.#definitions.load(db, [...hashes]);
    return new Map(read.map((one) => [one.plan.id, scoreOf(one, definitionOf, now)]));
  }
}

function scoreOf(
  { plan, indicators }: PlanStates,
  definitionOf: (hash: string) => Parameters<typeof viewOf>[0],
  now: Instant,
): OfficeScore {
  const standing = new Map(indicators.map((one) => [one.code, one]));
  const rows = plan.activities.flatMap((activity) =>
    activity.indicators.flatMap((indicator) => {
      const found = standing.get(indicator.code);
      return found ? [{ indicator, view: viewOf(definitionOf(found.definitionHash), found.state) }] : [];
    }),
  );
  const { points, total } = scorePlan(plan, rows, localDate(now, plan.zone));
  return { points, total };
}
