import { type Database, query } from '../database.ts';

/** How many indicators of a plan were not withdrawn: so many share its score equally where it states no weights. */
export async function countOwed(db: Database, planId: string): Promise<number> {
  const [row] = await query<{ count: number }>(
    db,
    {
      name: 'count-owed',
      text: `select count(*)::int as count from indicator where plan_id = $1 and status <> 'withdrawn' and kind not in ('meeting', 'action')`,
    },
    [planId],
  );
  return row?.count ?? 0;
}
