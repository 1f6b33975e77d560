import { overdueCheckpoints } from '../../machines/view.ts';
import type { Instant } from '../calendar/types.ts';
import { type Database, type Transaction, withTransaction } from '../db/database.ts';
import type { StoredIndicator } from '../db/indicator-rows.ts';
import { announceChanges } from '../db/queries/announce-changes.ts';
import { lockIndicator } from '../db/queries/lock-indicators.ts';
import { lockPlan } from '../db/queries/plans.ts';
import { insertSaying, type NewSaying, type Saying, sayingsOfIndicator } from '../db/queries/questions.ts';
import { toldEscalations } from '../db/queries/told-escalations.ts';
import type { Plan } from '../plan/types.ts';
import type { DefinitionCache } from './definition-cache.ts';
import { tellOfSaying } from './tell-of-saying.ts';
import type { Letterhead } from './tell-people.ts';

interface OfIndicator {
  readonly planId: string;
  readonly code: string;
  readonly by: { readonly post: string; readonly person: string };
  readonly text: string;
}

/** What somebody who was told of a missed day says to it. */
export interface EscalationAnswer extends OfIndicator {
  readonly kind: 'acknowledgement' | 'explanationRequest';
  readonly checkpoint: string;
  readonly generation: number;
  /** All posts that the person holds, and the address: one of them has to have been told. */
  readonly told: { readonly posts: readonly string[]; readonly address: string | null };
}

/** What somebody says in answer to a question. */
export interface Explanation extends OfIndicator {
  readonly answers: number;
}

/** Why nothing was recorded. `notOverdue`: made up for meanwhile, held or closed. `notTold`: nobody asked the person. */
export type SayingRefusal = 'unknown' | 'notOverdue' | 'notTold';

export type Said =
  | { readonly refusal: SayingRefusal }
  /** `isNew` is false where the person has said the very same before; nobody is then told again. */
  | { readonly refusal: null; readonly id: number; readonly isNew: boolean; readonly messages: readonly number[] };

/** Records what is said to an escalation, and writes to those of whom an explanation is asked, in one transaction. */
export function answerEscalation(
  db: Database,
  definitions: DefinitionCache,
  letterhead: Letterhead,
  answer: EscalationAnswer,
  now: Instant,
): Promise<Said> {
  return withTransaction(db, async (tx) => {
    const found = await lock(tx, answer);
    if (!found) return { refusal: 'unknown' };
    const { stored } = found;
    const definitionOf = await definitions.load(tx, [stored.definitionHash]);
    const owed = overdueCheckpoints(definitionOf(stored.definitionHash), stored.state);
    const isOwed = stored.state.context.generation === answer.generation;
    if (!isOwed || !owed.some(({ id }) => id === answer.checkpoint)) return { refusal: 'notOverdue' };
    const { posts, address } = answer.told;
    const told = await toldEscalations(tx, stored.id);
    const wasTold = told.some(
      (one) =>
        one.checkpoint === answer.checkpoint &&
        one.generation === answer.generation &&
        (posts.includes(one.post) || one.address.toLowerCase() === address?.toLowerCase()),
    );
    if (!wasTold) return { refusal: 'notTold' };
    const { kind, by, text, checkpoint, generation } = answer;
    const saying = { indicatorId: stored.id, kind, at: now, ...by, text, checkpoint, generation, answers: null };
    return say(tx, letterhead, found, saying, null);
  });
}

/** Records an explanation, and writes to whoever asked for it, in one transaction. */
export function explain(
  db: Database,
  letterhead: Letterhead,
  { planId, code, by, text, answers }: Explanation,
  now: Instant,
): Promise<Said> {
  return withTransaction(db, async (tx) => {
    const found = await lock(tx, { planId, code });
    if (!found) return { refusal: 'unknown' };
    const { stored, sayings } = found;
    const question = sayings.find(({ id, kind }) => id === answers && kind === 'explanationRequest');
    if (!question) return { refusal: 'unknown' };
    const { checkpoint, generation } = question;
    const saying = { indicatorId: stored.id, at: now, ...by, text, checkpoint, generation, answers };
    return say(tx, letterhead, found, { ...saying, kind: 'explanation' }, question);
  });
}

interface Locked {
  readonly plan: Plan;
  readonly stored: StoredIndicator;
  readonly sayings: readonly Saying[];
}

/** The plan before its indicator, as whoever applies a plan does: so nobody waits for each other in a circle. */
async function lock(tx: Transaction, { planId, code }: Pick<OfIndicator, 'planId' | 'code'>): Promise<Locked | null> {
  const plan = (await lockPlan(tx, planId))?.body;
  const stored = plan && (await lockIndicator(tx, planId, code));
  if (!plan || !stored) return null;
  return { plan, stored, sayings: await sayingsOfIndicator(tx, stored.id) };
}

/**
 * The same words of the same person to the same missed day, or question, say nothing new: a form that is sent twice
 * counts once, while two people who say the same, or one who says something else, are both on record.
 */
async function say(
  tx: Transaction,
  letterhead: Letterhead,
  { plan, stored, sayings }: Locked,
  saying: NewSaying,
  question: Saying | null,
): Promise<Said> {
  const before = sayings.find(
    (one) =>
      one.kind === saying.kind &&
      one.person === saying.person &&
      one.text === saying.text &&
      one.checkpoint === saying.checkpoint &&
      one.generation === saying.generation &&
      one.answers === saying.answers,
  );
  if (before) return { refusal: null, id: before.id, isNew: false, messages: [] };
  const id = await insertSaying(tx, saying);
  const messages = await tellOfSaying(tx, letterhead, plan, stored.code, { ...saying, id }, question);
  await announceChanges(tx, [plan.id]);
  return { refusal: null, id, isNew: true, messages };
}
