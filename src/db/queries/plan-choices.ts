import type { Bilingual } from '../../calendar/types.ts';
import { type Database, query } from '../database.ts';

/** A plan by which a list can be narrowed. */
export interface PlanChoice {
  readonly id: string;
  readonly fiscalYear: string;
  readonly office: Bilingual;
}

/** The plans with these ids, or all of them, the latest year first; so many at most. */
export function planChoices(db: Database, ids: readonly string[] | null, limit: number): Promise<PlanChoice[]> {
  return query<PlanChoice>(
    db,
    {
      name: 'plan-choices',
      text: `
        select id, body->>'fiscalYear' as "fiscalYear", body->'office'->'name' as office
        from plan where $1::text[] is null or id = any($1::text[])
        order by body->>'fiscalYear' desc, id limit $2::int`,
    },
    [ids, limit],
  );
}
