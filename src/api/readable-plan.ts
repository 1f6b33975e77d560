import { localDate } from '../calendar/local-time.ts';
import type { LocalDate } from '../calendar/types.ts';
import { findPlan, type StoredPlan } from '../db/queries/plans.ts';
import { owedUnder } from '../plan/duties.ts';
import type { Indicator } from '../plan/types.ts';
import { mayDo } from '../rights/rights.ts';
import type { ApiParts, Caller } from './api-parts.ts';
import { Problem } from './problem.ts';

interface ReadablePlan {
  readonly stored: StoredPlan;
  /** Today in the plan's zone. */
  readonly on: LocalDate;
}

/** @throws Problem where there is no such plan, or none that the caller may read. */
export async function readablePlan({ db, clock }: ApiParts, { viewer }: Caller, id: string): Promise<ReadablePlan> {
  const stored = await findPlan(db, id);
  const on = stored && localDate(clock.now(), stored.body.zone);
  if (!stored || !on || !mayDo(viewer, 'readPlan', { plan: stored.body, on }).allowed) throw new Problem('notFound');
  return { stored, on };
}

/** @throws Problem where there is no such indicator, or none that the caller may read. */
export async function readableIndicator(
  parts: ApiParts,
  caller: Caller,
  planId: string,
  code: string,
): Promise<ReadablePlan & { readonly indicator: Indicator }> {
  const found = await readablePlan(parts, caller, planId);
  const plan = found.stored.body;
  const indicator = owedUnder(plan, code);
  if (!indicator || !mayDo(caller.viewer, 'readIndicator', { plan, indicator, on: found.on }).allowed) {
    throw new Problem('notFound');
  }
  return { ...found, indicator };
}
