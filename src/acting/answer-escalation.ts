import { localDate } from '../calendar/local-time.ts';
import { findPlan } from '../db/queries/plans.ts';
import type { SayingRefusal } from '../engine/record-saying.ts';
import { owedUnder } from '../plan/duties.ts';
import { mayDo, postsOf, type Verdict, type Viewer } from '../rights/rights.ts';
import { checkedWords, type WordsFault } from './checked-words.ts';
import type { ActingParts } from './record-as.ts';

/** What somebody says to an escalation that went to the person, or to a post of the person. */
export interface Answering {
  readonly planId: string;
  readonly code: string;
  /** Takes note, where a text is welcome and not needed; or asks for an explanation. */
  readonly kind: 'acknowledgement' | 'explanationRequest';
  readonly checkpoint: string;
  readonly generation: number;
  readonly text: string;
}

/**
 * `notFound`: there is no such indicator, or none that this person may see. `refused`: nothing was recorded, and why.
 * `said`: it is on record, now or since the same form was sent before; `told` is how many letters went out for it.
 */
export type SayingOutcome =
  | { readonly outcome: 'notFound' }
  | { readonly outcome: 'forbidden'; readonly verdict: Extract<Verdict, { allowed: false }> }
  | { readonly outcome: 'faulty'; readonly fault: WordsFault }
  | { readonly outcome: 'refused'; readonly code: SayingRefusal }
  | { readonly outcome: 'said'; readonly id: number; readonly isNew: boolean; readonly told: number };

/** Takes note of a missed target, or asks for an explanation of it, in the post that lets the person do so. */
export async function answerEscalationAs(
  { db, engine, clock }: ActingParts,
  viewer: Viewer,
  { planId, code, kind, checkpoint, generation, text }: Answering,
): Promise<SayingOutcome> {
  const plan = (await findPlan(db, planId))?.body;
  const indicator = plan && owedUnder(plan, code);
  if (!plan || !indicator) return { outcome: 'notFound' };
  const on = localDate(clock.now(), plan.zone);
  const subject = { plan, indicator, on };
  if (!mayDo(viewer, 'readIndicator', subject).allowed) return { outcome: 'notFound' };
  const verdict = mayDo(viewer, 'answerEscalation', subject);
  if (!verdict.allowed) return { outcome: 'forbidden', verdict };
  const words = checkedWords(text, { isNeeded: kind === 'explanationRequest' });
  if ('fault' in words) return { outcome: 'faulty', fault: words.fault };
  const { post, person } = verdict.as;
  if (post === null || person === null) throw new TypeError('Only those in charge of a post answer an escalation.');
  const said = await engine.answerEscalation({
    planId,
    code,
    kind,
    checkpoint,
    generation,
    text: words.text,
    by: { post, person },
    told: { posts: postsOf(viewer, plan, on), address: viewer.address },
  });
  if (said.refusal !== null) return { outcome: 'refused', code: said.refusal };
  return { outcome: 'said', id: said.id, isNew: said.isNew, told: said.messages.length };
}
