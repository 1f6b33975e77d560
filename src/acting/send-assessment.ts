import { findAssessment } from '../db/queries/assessments.ts';
import { markSent } from '../db/queries/save-assessment.ts';
import type { Viewer } from '../rights/rights.ts';
import type { OfAssessment } from './approve-assessment.ts';
import { assessmentEvidence } from './assessment-evidence.ts';
import { type AssessingParts, advance, isStill, newsOf, type Refused, type Turned } from './assessment-way.ts';
import { entitled } from './entitled.ts';
import { plainText } from './plain-text.ts';

/** Characters of a memo number, at most. */
export const LONGEST_MEMO = 200;

export interface Sending extends OfAssessment {
  /** The memo number under which it goes out; empty where it has none. */
  readonly memo: string;
}

export type SendingOutcome =
  | Turned
  | Refused
  | { readonly outcome: 'faulty'; readonly fault: 'memoTooLong' }
  /** `told` is how many letters went out; none where nobody holds the post of the superior authority, nor one above the last resort. */
  | { readonly outcome: 'done'; readonly id: number; readonly told: number };

/**
 * Sends an approved self-assessment to the superior authority, which achieves its indicator on this day with the document
 * as evidence. From here on nothing of it changes but what that authority makes of it.
 */
export async function sendAssessmentAs(
  parts: AssessingParts,
  viewer: Viewer,
  { planId, id, seen, memo: typed }: Sending,
): Promise<SendingOutcome> {
  const { db, engine } = parts;
  const who = await entitled(parts, viewer, planId, 'sendAssessment');
  if ('outcome' in who) return who;
  const { plan, by, today } = who;
  const assessment = await findAssessment(db, planId, id);
  if (!assessment) return { outcome: 'notFound' };
  if (assessment.status !== 'approved' || assessment.version !== seen) return { outcome: 'meanwhile', assessment };
  const memo = plainText(typed).replace(/\s+/gu, ' ').trim() || null;
  if (memo !== null && [...memo].length > LONGEST_MEMO) return { outcome: 'faulty', fault: 'memoTooLong' };
  const sent = { ...assessment, memo };
  let letters: readonly number[] = [];
  const result = await advance(parts, {
    plan,
    code: assessment.indicatorCode,
    stage: 2,
    by,
    evidence: await assessmentEvidence(parts, plan, sent, today),
    isCurrent: (tx) => isStill(tx, planId, id, 'approved', seen),
    change: async (tx, at) => {
      await markSent(tx, id, memo, { at, ...by });
      const told = { kind: 'sent', at, from: by.post, word: null, reasons: [] } as const;
      letters = await engine.writeOfAssessment(tx, await newsOf(tx, plan, sent, told));
    },
  });
  if (result === 'meanwhile') return { outcome: 'meanwhile', assessment: await findAssessment(db, planId, id) };
  if (result !== 'done') return result;
  await engine.post(planId, letters);
  return { outcome: 'done', id, told: letters.length };
}
