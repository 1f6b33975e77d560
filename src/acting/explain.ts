import { localDate } from '../calendar/local-time.ts';
import { findPlan } from '../db/queries/plans.ts';
import { owedUnder } from '../plan/duties.ts';
import { mayDo, type Viewer } from '../rights/rights.ts';
import type { SayingOutcome } from './answer-escalation.ts';
import { checkedWords } from './checked-words.ts';
import type { ActingParts } from './record-as.ts';

/** An explanation that was asked for; `answers` is the question's id. */
export interface Explaining {
  readonly planId: string;
  readonly code: string;
  readonly answers: number;
  readonly text: string;
}

/** Gives an explanation of a missed target, in the post that lets the person do so. */
export async function explainAs(
  { db, engine, clock }: ActingParts,
  viewer: Viewer,
  { planId, code, answers, text }: Explaining,
): Promise<SayingOutcome> {
  const plan = (await findPlan(db, planId))?.body;
  const indicator = plan && owedUnder(plan, code);
  if (!plan || !indicator) return { outcome: 'notFound' };
  const subject = { plan, indicator, on: localDate(clock.now(), plan.zone) };
  if (!mayDo(viewer, 'readIndicator', subject).allowed) return { outcome: 'notFound' };
  const verdict = mayDo(viewer, 'explain', subject);
  if (!verdict.allowed) return { outcome: 'forbidden', verdict };
  const words = checkedWords(text, { isNeeded: true });
  if ('fault' in words) return { outcome: 'faulty', fault: words.fault };
  const { post, person } = verdict.as;
  if (post === null || person === null) throw new TypeError('Only those in charge of a post explain.');
  const said = await engine.explain({ planId, code, answers, text: words.text, by: { post, person } });
  if (said.refusal !== null) return { outcome: 'refused', code: said.refusal };
  return { outcome: 'said', id: said.id, isNew: said.isNew, told: said.messages.length };
}
