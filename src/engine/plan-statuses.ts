import { localDate } from '../calendar/local-time.ts';
import type { Instant, LocalDate } from '../calendar/types.ts';
import type { Database } from '../db/database.ts';
import { planRevision } from '../db/queries/plan-revision.ts';
import type { DefinitionCache } from './definition-cache.ts';
import { type PlanStatus, readPlanStatus } from './plan-status.ts';

/** So many rows of plans are kept ready; a national office has some thirteen to a plan. */
const MOST_ROWS = 20_000;

interface Kept {
  readonly revision: string;
  readonly today: LocalDate;
  readonly status: PlanStatus;
}

/**
 * How plans stand, kept ready for as long as nothing of them was saved anew and the day is the same: one short query
 * tells. Whoever gets the same status twice may rely on it that nothing has changed. The plan asked for longest ago
 * makes room.
 */
export class PlanStatuses {
  readonly #definitions: DefinitionCache;
  readonly #kept = new Map<string, Kept>();
  readonly #mostRows: number;
  #rows = 0;

  constructor(definitions: DefinitionCache, mostRows = MOST_ROWS) {
    this.#definitions = definitions;
    this.#mostRows = mostRows;
  }

  /** Null where there is no plan of that id. */
  async read(db: Database, planId: string, now: Instant): Promise<PlanStatus | null> {
    // Asked first: what is saved between the two is then read, and at worst read once more.
    const revision = await planRevision(db, planId);
    const kept = this.#take(planId);
    if (revision === null) return null;
    if (kept?.revision === revision && kept.today === localDate(now, kept.status.plan.zone)) {
      this.#keep(planId, kept);
      return kept.status;
    }
    const status = await readPlanStatus(db, planId, now, this.#definitions);
    if (status) this.#keep(planId, { revision, today: status.today, status });
    return status;
  }

  #take(planId: string): Kept | undefined {
    const kept = this.#kept.get(planId);
    if (!kept) return undefined;
    this.#kept.delete(planId);
    this.#rows -= kept.status.rows.length;
    return kept;
  }

  #keep(planId: string, kept: Kept): void {
    this.#take(planId);
    this.#kept.set(planId, kept);
    this.#rows += kept.status.rows.length;
    for (const oldest of this.#kept.keys()) {
      if (this.#rows <= this.#mostRows || oldest === planId) break;
      this.#take(oldest);
    }
  }
}
