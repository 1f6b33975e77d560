import { type Database, query } from '../database.ts';
import type { IndicatorReading } from './indicators-of-plan.ts';

/** The indicators of several plans as they stand, for reading. */
export function indicatorsOfPlans(
  db: Database,
  planIds: readonly string[],
): Promise<(Omit<IndicatorReading, 'fault'> & { readonly planId: string; readonly logSeq: number })[]> {
  return query(
    db,
    {
      name: 'indicators-of-plans',
      text: `
        select id, plan_id as "planId", code, definition_hash as "definitionHash", state, version, log_seq as "logSeq"
        from indicator where plan_id = any($1)`,
    },
    [planIds],
  );
}
