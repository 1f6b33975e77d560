import type { Instant } from '../../calendar/types.ts';
import { type Database, query } from '../database.ts';

/** When a version of a plan was put in force. */
export interface PlanVersion {
  readonly version: number;
  readonly appliedAt: Instant;
}

/** All versions of a plan, oldest first, without what stands in them. */
export function planVersions(db: Database, planId: string): Promise<PlanVersion[]> {
  return query<PlanVersion>(
    db,
    {
      name: 'plan-versions',
      text: 'select version, applied_at as "appliedAt" from plan_version where plan_id = $1 order by version',
    },
    [planId],
  );
}
