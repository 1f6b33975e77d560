import type { Instant } from '../calendar/types.ts';
import type { Database } from '../db/database.ts';
import type { OfficeCounts } from '../db/queries/office-counts.ts';
import type { DefinitionCache } from '../engine/definition-cache.ts';
import { readPlanScores } from './plan-scores.ts';

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
      const scores = await readPlanScores(
        db,
        this.#definitions,
        some.map(({ planId }) => planId),
        now,
      );
      for (const { planId, revision } of some) {
        const score = scores.get(planId);
        if (!score) continue;
        const { points, total } = score;
        this.#known.set(planId, { revision, score: { points, total } });
      }
    }
    return new Map(
      plans.flatMap(({ planId }) => {
        const known = this.#known.get(planId);
        return known ? [[planId, known.score]] : [];
      }),
    );
  }
}
