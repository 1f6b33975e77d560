import type { IndicatorState } from '../../../machines/state.ts';
import { type Database, query } from '../database.ts';

/** An indicator as it stands, for reading: nothing is locked. */
export interface IndicatorReading {
  readonly id: number;
  readonly code: string;
  readonly definitionHash: string;
  readonly state: IndicatorState;
  readonly version: number;
  /** Why it was set aside; null while all is well. */
  readonly fault: string | null;
}

export function indicatorsOfPlan(db: Database, planId: string): Promise<IndicatorReading[]> {
  return query<IndicatorReading>(
    db,
    {
      name: 'indicators-of-plan',
      text: `
        select id, code, definition_hash as "definitionHash", state, version, fault
        from indicator where plan_id = $1 order by id`,
    },
    [planId],
  );
}
