import { withTransaction } from '../db/database.ts';
import { assessedIndicators, findAssessment } from '../db/queries/assessments.ts';
import { lockPlan } from '../db/queries/plans.ts';
import { markJudged } from '../db/queries/save-assessment.ts';
import type { Viewer } from '../rights/rights.ts';
import type { OfAssessment } from './approve-assessment.ts';
import { isStill, newsOf, type Turned } from './assessment-way.ts';
import { checkedJudgement, type Judgement, type JudgingFaults } from './checked-judgement.ts';
import { entitled } from './entitled.ts';
import type { ActingParts } from './record-as.ts';
import { type Review, recordReview } from './record-review.ts';

export type Judging = OfAssessment & Judgement;

export type JudgingOutcome =
  | Turned
  | JudgingFaults
  | { readonly outcome: 'done'; readonly id: number; readonly told: number; readonly reviews: readonly Review[] };

/** Accepts a self-assessment or returns it, as the superior authority, with the points of each indicator. */
export async function judgeAssessmentAs(parts: ActingParts, viewer: Viewer, judging: Judging): Promise<JudgingOutcome> {
  const { db, engine, clock } = parts;
  const { planId, id, seen, verdict } = judging;
  const who = await entitled(parts, viewer, planId, 'judgeAssessment');
  if ('outcome' in who) return who;
  const { plan, by } = who;
  const assessment = await findAssessment(db, planId, id);
  if (!assessment || assessment.sent === null) return { outcome: 'notFound' };
  const { period } = assessment;
  if (assessment.status !== 'sent' || assessment.version !== seen) {
    // Whoever accepts the same once more makes up for a process that ended between the judgement and the review.
    if (assessment.status === 'accepted') await recordReview(parts, viewer, plan, period);
    return { outcome: 'meanwhile', assessment };
  }
  const checked = checkedJudgement(judging, await assessedIndicators(db, id));
  if ('faults' in checked) return checked.faults;
  const at = clock.now();
  const letters = await withTransaction(db, async (tx) => {
    await lockPlan(tx, planId);
    if (!(await isStill(tx, planId, id, 'sent', seen))) return null;
    await markJudged(tx, id, { verdict, ...checked }, { at, ...by });
    const reasons = checked.rows.flatMap((row) =>
      row.verdict === 'returned' && row.reason !== null ? [{ code: row.code, reason: row.reason }] : [],
    );
    const told = { kind: verdict, at, from: by.post, word: checked.word, reasons };
    return engine.writeOfAssessment(tx, await newsOf(tx, plan, assessment, told));
  });
  if (letters === null) return { outcome: 'meanwhile', assessment: await findAssessment(db, planId, id) };
  await engine.post(planId, letters);
  const reviews = verdict === 'accepted' ? await recordReview(parts, viewer, plan, period) : [];
  return { outcome: 'done', id, told: letters.length, reviews };
}
