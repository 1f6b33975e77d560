import type { AssessedIndicator } from '../db/queries/assessments.ts';
import type { StoredJudgement } from '../db/queries/save-assessment.ts';
import { checkedWords } from './checked-words.ts';

/** What the superior authority says, as it says it. */
export interface Judgement {
  readonly verdict: 'accepted' | 'returned';
  /** Needed where the whole is returned. */
  readonly word: string;
  /** The points accepted of each indicator, and why of one that is not accepted in full; what is not named is accepted in full. */
  readonly rows: readonly { readonly code: string; readonly accepted: number | null; readonly reason: string }[];
}

/** What is wrong with one line, or with the word on the whole. */
export type JudgingFault = 'missing' | 'tooLong' | 'noNumber' | 'aboveClaimed' | 'unknown';

export interface JudgingFaults {
  readonly outcome: 'faulty';
  readonly word: JudgingFault | null;
  readonly rows: ReadonlyMap<string, { readonly accepted?: JudgingFault; readonly reason?: JudgingFault }>;
}

/** A judgement as it is stored, or all that is wrong with it at once: nothing is accepted above what is claimed. Pure. */
export function checkedJudgement(
  { verdict, word, rows: given }: Judgement,
  rows: readonly Pick<AssessedIndicator, 'code' | 'claimed'>[],
): { readonly faults: JudgingFaults } | Pick<StoredJudgement, 'word' | 'rows'> {
  const faults = new Map<string, { accepted?: JudgingFault; reason?: JudgingFault }>();
  const whole = checkedWords(word, { isNeeded: verdict === 'returned' });
  const judged = rows.map(({ code, claimed }) => {
    const line = given.find((one) => one.code === code);
    // A form shows two decimals of 100 / 6 points: whoever leaves them as they are accepts all of them.
    const accepted = line === undefined || line.accepted === shown(claimed) ? claimed : line.accepted;
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

/** Points as people read and write them. */
function shown(points: number): number {
  return Math.round(points * 100) / 100;
}
