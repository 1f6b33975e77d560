import { type Database, query } from '../database.ts';
import type { IndicatorReading } from './indicators-of-plan.ts';

/** An indicator of one of several plans, for reading. */
export interface IndicatorInPlan extends IndicatorReading {
  readonly planId: string;
}

/** The indicators with these codes in these plans, in one query; nothing is locked. */
export function indicatorsByCode(
  db: Database,
  wanted: readonly { readonly planId: string; readonly code: string }[],
): Promise<IndicatorInPlan[]> {
  return query<IndicatorInPlan>(
    db,
    {
      name: 'indicators-by-code',
      text: `
        select indicator.id, indicator.plan_id as "planId", indicator.code,
          indicator.definition_hash as "definitionHash", indicator.state, indicator.version, indicator.fault
        from unnest($1::text[], $2::text[]) as wanted (plan_id, code)
        join indicator on indicator.plan_id = wanted.plan_id and indicator.code = wanted.code`,
    },
    [wanted.map(({ planId }) => planId), wanted.map(({ code }) => code)],
  );
}
