import { type Database, query } from '../database.ts';

/** A text that differs whenever a plan, or the state of any of its indicators, was saved anew; null without a plan. */
export async function changeMark(db: Database, planId: string): Promise<string | null> {
  const [row] = await query<{ version: number; saves: number }>(
    db,
    {
      name: 'change-mark',
      text: `
        select version, (select coalesce(sum(version), 0) from indicator where plan_id = plan.id)::int as saves
        from plan where id = $1`,
    },
    [planId],
  );
  return row ? markOf(row.version, row.saves) : null;
}

/** The same text from a plan's version and the sum of its indicators' versions, for whoever has read them anyway. */
export function markOf(version: number, saves: number): string {
  return `${version}.${saves}`;
}
