import { findAssessment } from '../db/queries/assessments.ts';
import { markApproved } from '../db/queries/save-assessment.ts';
import type { Viewer } from '../rights/rights.ts';
import { assessmentEvidence } from './assessment-evidence.ts';
import { type AssessingParts, advance, isStill, type Refused, type Turned } from './assessment-way.ts';
import { entitled } from './entitled.ts';

/** Which self-assessment, and as of which of its versions somebody deals with it. */
export interface OfAssessment {
  readonly planId: string;
  readonly id: number;
  readonly seen: number;
}

export type AdvanceOutcome = Turned | Refused | { readonly outcome: 'done'; readonly id: number };

/** Approves a self-assessment as the head of the office, and completes the second stage of its indicator. */
export async function approveAssessmentAs(
  parts: AssessingParts,
  viewer: Viewer,
  { planId, id, seen }: OfAssessment,
): Promise<AdvanceOutcome> {
  const who = await entitled(parts, viewer, planId, 'approveAssessment');
  if ('outcome' in who) return who;
  const { plan, by, today } = who;
  const assessment = await findAssessment(parts.db, planId, id);
  if (!assessment) return { outcome: 'notFound' };
  if (assessment.status !== 'prepared' || assessment.version !== seen) return { outcome: 'meanwhile', assessment };
  const result = await advance(parts, {
    plan,
    code: assessment.indicatorCode,
    stage: 1,
    by,
    evidence: await assessmentEvidence(parts, plan, assessment, today),
    isCurrent: (tx) => isStill(tx, planId, id, 'prepared', seen),
    change: (tx, at) => markApproved(tx, id, { at, ...by }),
  });
  if (result === 'meanwhile') {
    return { outcome: 'meanwhile', assessment: await findAssessment(parts.db, planId, id) };
  }
  if (result !== 'done') return result;
  await parts.engine.post(planId, []);
  return { outcome: 'done', id };
}
