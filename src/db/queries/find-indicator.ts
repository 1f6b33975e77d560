import { type Database, query } from '../database.ts';
import type { IndicatorReading } from './indicators-of-plan.ts';

/** One indicator as it stands, for reading; null where the plan has none of that code. */
export async function findIndicator(db: Database, planId: string, code: string): Promise<IndicatorReading | null> {
  const [row] = await query<IndicatorReading>(
    db,
    {
      name: 'find-indicator',
      text: `
        select id, code, definition_hash as "definitionHash", state, version, fault
        from indicator where plan_id = $1 and code = $2`,
    },
    [planId, code],
  );
  return row ?? null;
}
