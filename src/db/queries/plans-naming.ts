import type { Plan } from '../../plan/types.ts';
import { type Database, query } from '../database.ts';
import { type Beside, DUTIES, LEAVES, withBeside } from './plans.ts';

/** The plans that name a person with this address, however its letters are cased; the latest year first. */
export async function plansNaming(db: Database, address: string): Promise<Plan[]> {
  const rows = await query<{ body: Plan } & Beside>(
    db,
    {
      name: 'plans-naming',
      text: `
        select body, ${LEAVES}, ${DUTIES} from plan
        where exists (
          select from jsonb_array_elements(body->'people') as person where lower(person->>'email') = lower($1))
        order by body->>'fiscalYear' desc, id`,
    },
    [address],
  );
  return rows.map(({ body, ...beside }) => withBeside(body, beside));
}
