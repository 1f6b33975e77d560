import type { IndicatorState } from '../../../machines/state.ts';
import type { Plan } from '../../plan/types.ts';
import { type Database, query } from '../database.ts';

/** A plan with its indicators as they stand, for reckoning. */
export interface PlanStates {
  readonly plan: Plan;
  readonly indicators: readonly {
    readonly code: string;
    readonly definitionHash: string;
    readonly state: IndicatorState;
  }[];
}

/** These plans with all their states, in two queries. */
export async function statesOfPlans(db: Database, ids: readonly string[]): Promise<PlanStates[]> {
  const plans = await query<{ id: string; body: Plan }>(
    db,
    { name: 'bodies-of-plans', text: 'select id, body from plan where id = any($1::text[])' },
    [ids],
  );
  const states = await query<PlanStates['indicators'][number] & { planId: string }>(
    db,
    {
      name: 'states-of-plans',
      text: `
        select plan_id as "planId", code, definition_hash as "definitionHash", state
        from indicator where plan_id = any($1::text[])`,
    },
    [ids],
  );
  const byPlan = new Map<string, PlanStates['indicators'][number][]>(plans.map(({ id }) => [id, []]));
  for (const { planId, ...one } of states) byPlan.get(planId)?.push(one);
  return plans.map(({ id, body }) => ({ plan: body, indicators: byPlan.get(id) ?? [] }));
}
