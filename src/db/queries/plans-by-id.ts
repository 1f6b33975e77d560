import type { Leave, Plan } from '../../plan/types.ts';
import { type Database, query } from '../database.ts';
import { LEAVES, withLeaves } from './plans.ts';

/** These plans as they were last applied, by their ids; those that do not exist are missing. */
export async function plansById(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, Plan>> {
  const rows = await query<{ id: string; body: Plan; leaves: readonly Leave[] | null }>(
    db,
    { name: 'plans-by-id', text: `select id, body, ${LEAVES} from plan where id = any($1::text[])` },
    [ids],
  );
  return new Map(rows.map(({ id, body, leaves }) => [id, withLeaves(body, leaves)]));
}
