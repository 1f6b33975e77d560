import type { WorkStatus } from '../../../machines/types.ts';
import { type Database, query } from '../database.ts';

export type StatusCounts = Readonly<Record<WorkStatus, number>>;

const NONE: StatusCounts = { notStarted: 0, inProgress: 0, achieved: 0, notAchieved: 0, onHold: 0, withdrawn: 0 };

/** How many indicators of each plan are in each state, by the plan's id; plans without indicators are missing. */
export async function countStatuses(db: Database): Promise<ReadonlyMap<string, StatusCounts>> {
  const rows = await query<{ planId: string; status: WorkStatus; count: number }>(
    db,
    `select plan_id as "planId", status, count(*) as count from indicator
     where kind not in ('meeting', 'action') group by plan_id, status`,
  );
  const counts = new Map<string, StatusCounts>();
  for (const { planId, status, count } of rows) {
    counts.set(planId, { ...(counts.get(planId) ?? NONE), [status]: count });
  }
  return counts;
}
