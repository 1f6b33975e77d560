import { type Database, query } from '../database.ts';
import type { IndicatorReading } from './indicators-of-plan.ts';

/** One indicator as it stands, with the number of its log's last entry, for reading; null where the plan has none of that code. */
export async function findIndicator(
  db: Database,
  planId: string,
  code: string,
): Promise<(IndicatorReading & { readonly logSeq: number }) | null> {
  const [row] = await query<IndicatorReading & { readonly logSeq: number }>(
    db,
    {
      name: 'find-indicator',
      text: `
        select id, code, definition_hash as "definitionHash", state, version, log_seq as "logSeq", fault
        from indicator where plan_id = $1 and code = $2`,
    },
    [planId, code],
  );
  return row ?? null;
}
