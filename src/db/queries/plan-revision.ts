import { type Database, query } from '../database.ts';

/**
 * A text that differs whenever anything that a plan's page shows was saved anew: the plan, the state of any of its
 * indicators, an error that set one aside, the leaves of its people. Null without a plan.
 */
export async function planRevision(db: Database, planId: string): Promise<string | null> {
  const [row] = await query<{ revision: string }>(
    db,
    {
      name: 'plan-revision',
      // Leaves are never deleted, so their number and that of the cancelled ones tell every change.
      text: `
        select concat_ws('.', plan.version,
          (select concat_ws('.', sum(version), sum(extract(epoch from fault_at))) from indicator where plan_id = plan.id),
          (select concat_ws('.', count(*), count(cancelled_at)) from leave where plan_id = plan.id)) as revision
        from plan where id = $1`,
    },
    [planId],
  );
  return row?.revision ?? null;
}
