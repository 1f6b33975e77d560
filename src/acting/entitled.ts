import type { Actor } from '../../machines/types.ts';
import { localDate } from '../calendar/local-time.ts';
import type { LocalDate } from '../calendar/types.ts';
import { findPlan, type StoredPlan } from '../db/queries/plans.ts';
import type { Plan } from '../plan/types.ts';
import { type Act, mayDo, type Standing, type Verdict, type Viewer } from '../rights/rights.ts';
import type { ActingParts } from './record-as.ts';

/** What only posts do to a plan as a whole. */
type PlanAct = Extract<
  Act,
  'arrangeMeeting' | 'prepareAssessment' | 'approveAssessment' | 'sendAssessment' | 'judgeAssessment'
>;

/** A plan, and as whom somebody may do something to it today. */
export interface Entitled {
  readonly stored: StoredPlan;
  readonly plan: Plan;
  readonly today: LocalDate;
  readonly by: Actor & { readonly post: string };
}

export type NotEntitled =
  | { readonly outcome: 'notFound' }
  | { readonly outcome: 'forbidden'; readonly verdict: Extract<Verdict, { allowed: false }> };

/** The plan, and in which post somebody may do this to it; or that there is nothing to see or to do. */
export async function entitled(
  { db, clock }: Pick<ActingParts, 'db' | 'clock'>,
  viewer: Viewer,
  planId: string,
  act: PlanAct,
): Promise<Entitled | NotEntitled> {
  const stored = await findPlan(db, planId);
  if (!stored) return { outcome: 'notFound' };
  const plan = stored.body;
  const today = localDate(clock.now(), plan.zone);
  if (!mayDo(viewer, 'readPlan', { plan, on: today }).allowed) return { outcome: 'notFound' };
  const verdict = mayDo(viewer, act, { plan, on: today });
  if (!verdict.allowed) return { outcome: 'forbidden', verdict };
  return { stored, plan, today, by: actorOf(act, verdict.as) };
}

function actorOf(act: PlanAct, { post, person, capacity }: Standing): Entitled['by'] {
  if (post === null) throw new TypeError(`Only posts may ${act}: it is allowed to ${capacity}.`);
  return { post, person };
}
