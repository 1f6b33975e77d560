import { type Database, query } from '../database.ts';
import type { IndicatorInPlan } from './indicators-by-code.ts';

/** All indicators of several plans, in one query; nothing is locked. */
export function indicatorsOfPlans(db: Database, planIds: readonly string[]): Promise<IndicatorInPlan[]> {
  return query<IndicatorInPlan>(
    db,
    {
      name: 'indicators-of-plans',
      text: `
        select id, plan_id as "planId", code, definition_hash as "definitionHash", state, version, fault
        from indicator where plan_id = any($1::text[]) order by id`,
    },
    [planIds],
  );
}
