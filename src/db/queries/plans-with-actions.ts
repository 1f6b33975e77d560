import { type Database, query } from '../database.ts';

/** Those of the plans in which a meeting decided something that is still to be done: whoever has to do it is any post. */
export async function plansWithActions(db: Database, planIds: readonly string[]): Promise<string[]> {
  if (planIds.length === 0) return [];
  const rows = await query<{ planId: string }>(
    db,
    {
      name: 'plans-with-actions',
      text: `select distinct plan_id as "planId" from indicator
        where kind = 'action' and status in ('notStarted', 'inProgress') and plan_id = any($1::text[])`,
    },
    [planIds],
  );
  return rows.map(({ planId }) => planId);
}
