import { withTransaction } from '../db/database.ts';
import { type AssessedIndicator, assessedIndicators, findAssessment, markJudged } from '../db/queries/assessments.ts';
import { lockPlan } from '../db/queries/plans.ts';
import { compareCodes } from '../i18n/compare-codes.ts';
import type { Viewer } from '../rights/rights.ts';
import type { OfAssessment } from './approve-assessment.ts';
import { entitled, isStill, postsOfAssessment, sumsOf, type Turned } from './assessment-way.ts';
import { checkedWords } from './checked-words.ts';
import type { ActingParts } from './record-as.ts';
import { type Review, recordReview } from './record-review.ts';

export interface Judging extends OfAssessment {
  readonly verdict: 'accepted' | 'returned';
  /** Needed where the whole is returned. */
  readonly word: string;
  /** The points accepted of each indicator, and why of one that is not accepted in full; what is not named is accepted in full. */
  readonly rows: readonly { readonly code: string; readonly accepted: number | null; readonly reason: string }[];
}

/** What is wrong with one line, or with the word on the whole. */
export type JudgingFault = 'missing' | 'tooLong' | 'noNumber' | 'aboveClaimed' | 'unknown';

export type JudgingOutcome =
  | Turned
  | {
      readonly outcome: 'faulty';
      readonly word: JudgingFault | null;
      readonly rows: ReadonlyMap<string, { readonly accepted?: JudgingFault; readonly reason?: JudgingFault }>;
    }
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
  const { period, round, indicatorCode: code, documentHash, memo } = assessment;
  if (assessment.status !== 'sent' || assessment.version !== seen) {
    // Whoever accepts the same once more makes up for a process that ended between the judgement and the review.
    if (assessment.status === 'accepted') await recordReview(parts, viewer, plan, period);
    return { outcome: 'meanwhile', assessment };
  }
  const rows = (await assessedIndicators(db, id)).sort((one, other) => compareCodes(one.code, other.code));
  const checked = checkedJudgement(judging, rows);
  if ('faults' in checked) return checked.faults;
  const at = clock.now();
  const letters = await withTransaction(db, async (tx) => {
    await lockPlan(tx, planId);
    if (!(await isStill(tx, planId, id, 'sent', seen))) return null;
    await markJudged(tx, id, { verdict, ...checked }, { at, ...by });
    return engine.writeOfAssessment(tx, {
      kind: verdict,
      plan,
      assessmentId: id,
      at,
      from: by.post,
      posts: postsOfAssessment(plan, code),
      period,
      round,
      code,
      memo,
      points: sumsOf(await assessedIndicators(tx, id)),
      documentHash,
      word: checked.word,
      reasons: checked.rows.flatMap((row) =>
        row.verdict === 'returned' && row.reason !== null ? [{ code: row.code, reason: row.reason }] : [],
      ),
      path: `/plans/${planId}/assessments/${id}`,
    });
  });
  if (letters === null) return { outcome: 'meanwhile', assessment: await findAssessment(db, planId, id) };
  await engine.post(planId, letters);
  const reviews = verdict === 'accepted' ? await recordReview(parts, viewer, plan, period) : [];
  return { outcome: 'done', id, told: letters.length, reviews };
}

/** A judgement as it is stored, or all that is wrong with it at once. */
function checkedJudgement({ verdict, word, rows: given }: Judging, rows: readonly AssessedIndicator[]) {
  const faults = new Map<string, { accepted?: JudgingFault; reason?: JudgingFault }>();
  const whole = checkedWords(word, { isNeeded: verdict === 'returned' });
  const judged = rows.map(({ code, claimed }) => {
    const line = given.find((one) => one.code === code);
    const accepted = line === undefined ? claimed : line.accepted;
    const isInFull = accepted === claimed;
    const reason = checkedWords(line?.reason ?? '', { isNeeded: !isInFull });
    const fault: { accepted?: JudgingFault; reason?: JudgingFault } = {};
    if (accepted === null || !Number.isFinite(accepted) || accepted < 0) fault.accepted = 'noNumber';
    else if (accepted > claimed) fault.accepted = 'aboveClaimed';
    else if ('fault' in reason) fault.reason = reason.fault;
    if (Object.keys(fault).length > 0) faults.set(code, fault);
    return {
      code,
      accepted: accepted ?? 0,
      verdict: isInFull ? ('accepted' as const) : ('returned' as const),
      reason: 'text' in reason && reason.text !== '' ? reason.text : null,
    };
  });
  for (const { code } of given) {
    if (!rows.some((row) => row.code === code)) faults.set(code, { accepted: 'unknown' });
  }
  if (faults.size > 0 || 'fault' in whole) {
    return { faults: { outcome: 'faulty' as const, word: 'fault' in whole ? whole.fault : null, rows: faults } };
  }
  return { word: whole.text || null, rows: judged };
}
