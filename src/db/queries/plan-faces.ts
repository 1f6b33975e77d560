import type { Bilingual } from '../../calendar/types.ts';
import type { Plan } from '../../plan/types.ts';
import { type Database, query } from '../database.ts';

/** What lists need of a plan, without its activities. */
export interface PlanFace extends Pick<Plan, 'id' | 'fiscalYear' | 'zone' | 'posts'> {
  readonly office: Bilingual;
}

/** The faces of the plans with these ids, or of all plans: the latest year first, then by office. */
export function planFaces(db: Database, ids: readonly string[] | null = null): Promise<PlanFace[]> {
  return query<PlanFace>(
    db,
    {
      name: 'plan-faces',
      text: `
        select id, body->>'fiscalYear' as "fiscalYear", body->>'zone' as zone, body->'posts' as posts,
          body->'office'->'name' as office
        from plan where $1::text[] is null or id = any($1::text[])
        order by body->>'fiscalYear' desc, id`,
    },
    [ids],
  );
}
