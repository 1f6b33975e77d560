import { type Database, query } from '../database.ts';

/**
 * A text that differs whenever a plan, or the state of any of its indicators, was saved anew, or anybody said anything of
 * one; null without a plan.
 */
export async function changeMark(db: Database, planId: string): Promise<string | null> {
  const [row] = await query<{ version: number; saves: number; said: number }>(
    db,
    {
      name: 'change-mark',
      text: `
        select version, (select coalesce(sum(version), 0) from indicator where plan_id = plan.id)::int as saves,
          (
            select coalesce(max(remark.id), 0) from remark join indicator on indicator.id = remark.indicator_id
            where indicator.plan_id = plan.id
          )::int as said
        from plan where id = $1`,
    },
    [planId],
  );
  return row ? `${markOf(row.version, row.saves)}.${row.said}` : null;
}

/**
 * How that text begins, from a plan's version and the sum of its indicators' versions, for whoever has read them anyway
 * and shows nothing of what people say.
 */
export function markOf(version: number, saves: number): string {
  return `${version}.${saves}`;
}

/** Whether a page that was made when the mark was `seen` still shows what there is. */
export function isStillCurrent(seen: string, mark: string | null): boolean {
  return mark !== null && (mark === seen || mark.startsWith(`${seen}.`));
}
