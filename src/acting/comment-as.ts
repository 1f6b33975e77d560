import { localDate } from '../calendar/local-time.ts';
import type { Clock } from '../clock.ts';
import { type Database, withTransaction } from '../db/database.ts';
import { announceChanges } from '../db/queries/announce-changes.ts';
import { commentsOfPerson, insertComment } from '../db/queries/insert-comment.ts';
import { findPlan } from '../db/queries/plans.ts';
import { owedUnder } from '../plan/duties.ts';
import { mayDo, type Verdict, type Viewer } from '../rights/rights.ts';
import { checkedWords } from './checked-words.ts';

/** So many comments of one person stand under an indicator in a day: nobody talks a page full until it no longer opens. */
export const MOST_COMMENTS = 100;

const DAY = 24 * 60 * 60_000;

/** Milliseconds within which a comment that comes again is the same. */
const SAME_WITHIN = 10 * 60_000;

export interface Commenting {
  readonly planId: string;
  readonly code: string;
  readonly text: string;
}

/** `notFound`: there is no such indicator, or none that this person may see. */
export type CommentOutcome =
  | { readonly outcome: 'notFound' }
  | { readonly outcome: 'forbidden'; readonly verdict: Extract<Verdict, { allowed: false }> }
  | { readonly outcome: 'refused'; readonly code: 'commentEmpty' | 'commentTooLong' | 'commentsTooMany' }
  | { readonly outcome: 'written'; readonly id: number };

/** Keeps what somebody says of an indicator. A comment is plain text, and changes nothing that is owed. */
export async function commentAs(
  { db, clock }: { readonly db: Database; readonly clock: Clock },
  viewer: Viewer,
  { planId, code, text }: Commenting,
): Promise<CommentOutcome> {
  const plan = (await findPlan(db, planId))?.body;
  const indicator = plan && owedUnder(plan, code);
  if (!plan || !indicator) return { outcome: 'notFound' };
  const at = clock.now();
  const subject = { plan, indicator, on: localDate(at, plan.zone) };
  if (!mayDo(viewer, 'readIndicator', subject).allowed) return { outcome: 'notFound' };
  const verdict = mayDo(viewer, 'comment', subject);
  if (!verdict.allowed) return { outcome: 'forbidden', verdict };
  const words = checkedWords(text, { isNeeded: true });
  if ('fault' in words) {
    return { outcome: 'refused', code: words.fault === 'missing' ? 'commentEmpty' : 'commentTooLong' };
  }
  const { post, person } = verdict.as;
  if (person !== null && (await commentsOfPerson(db, { planId, code, person, since: at - DAY })) >= MOST_COMMENTS) {
    return { outcome: 'refused', code: 'commentsTooMany' };
  }
  const id = await withTransaction(db, async (tx) => {
    const written = await insertComment(tx, { planId, code, at, post, person, text: words.text }, SAME_WITHIN);
    await announceChanges(tx, [planId]);
    return written;
  });
  return id === null ? { outcome: 'notFound' } : { outcome: 'written', id };
}
