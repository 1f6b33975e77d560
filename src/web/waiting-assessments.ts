import { localDate } from '../calendar/local-time.ts';
import type { Instant } from '../calendar/types.ts';
import type { Database } from '../db/database.ts';
import { type StoredAssessment, waitingAssessments } from '../db/queries/assessments.ts';
import { plansById } from '../db/queries/plans.ts';
import { staffedPlans } from '../db/queries/staffed-plans.ts';
import type { Plan } from '../plan/types.ts';
import { mayDo, type Viewer } from '../rights/rights.ts';

/** A self-assessment that waits for somebody: to be approved, sent or judged. */
export interface WaitingAssessment {
  readonly plan: Plan;
  readonly assessment: StoredAssessment;
}

const RIGHT = { prepared: 'approveAssessment', approved: 'sendAssessment', sent: 'judgeAssessment' } as const;

/** The self-assessments that wait for this reader, the longest first. */
export async function readWaitingAssessments(db: Database, viewer: Viewer, now: Instant): Promise<WaitingAssessment[]> {
  if (viewer.address === null) return [];
  const ids = (await staffedPlans(db, viewer.address)).map(({ id }) => id);
  const waiting = ids.length === 0 ? [] : await waitingAssessments(db, ids);
  if (waiting.length === 0) return [];
  const stored = await plansById(db, [...new Set(waiting.map(({ planId }) => planId))]);
  const plans = new Map(stored.map(({ id, body }) => [id, body]));
  return waiting.flatMap((assessment): WaitingAssessment[] => {
    const plan = plans.get(assessment.planId);
    const right = RIGHT[assessment.status as keyof typeof RIGHT];
    if (!plan || !mayDo(viewer, right, { plan, on: localDate(now, plan.zone) }).allowed) return [];
    return [{ plan, assessment }];
  });
}
