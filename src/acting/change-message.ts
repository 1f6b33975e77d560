import { localDate } from '../calendar/local-time.ts';
import { findMessage } from '../db/queries/messages.ts';
import { findPlan } from '../db/queries/plans.ts';
import { mayDo, type Verdict, type Viewer } from '../rights/rights.ts';
import type { ActingParts } from './record-as.ts';

/** Keeps what was done, and by whom. */
export interface ActingLogger {
  info(details: object, message: string): void;
}

/** What somebody may do to a letter that was written. */
export type MessageChange = 'sendMessageAgain' | 'cancelMessage';

/**
 * `notFound`: there is no such letter, or none that this person may see. `tooLate`: it is no longer in a state in which
 * that can be done; a letter that was sent, or cancelled, stays so.
 */
export type MessageOutcome =
  | { readonly outcome: 'notFound' }
  | { readonly outcome: 'forbidden'; readonly verdict: Extract<Verdict, { allowed: false }> }
  | { readonly outcome: 'changed' }
  | { readonly outcome: 'tooLate' };

/** Sends a letter again that failed or whose fate is unknown, or cancels one that waits. */
export async function changeMessage(
  { db, engine, clock, logger }: ActingParts & { readonly logger: ActingLogger },
  viewer: Viewer,
  id: number,
  change: MessageChange,
): Promise<MessageOutcome> {
  const message = await findMessage(db, id);
  const plan = message && (await findPlan(db, message.planId))?.body;
  if (!message || !plan) return { outcome: 'notFound' };
  const on = localDate(clock.now(), plan.zone);
  const mayRead =
    mayDo(viewer, 'readMessages', { plan, on }).allowed ||
    mayDo(viewer, 'readOwnMessages', { plan, on, address: message.address }).allowed;
  if (!mayRead) return { outcome: 'notFound' };
  const verdict = mayDo(viewer, change, { plan, on });
  if (!verdict.allowed) return { outcome: 'forbidden', verdict };
  const changed = await (change === 'cancelMessage' ? engine.cancelMail([id]) : engine.sendAgain([id]));
  // The letter itself keeps only that it was cancelled; who did so is found here.
  if (changed.length > 0) logger.info({ message: id, change, plan: plan.id, as: verdict.as }, 'A letter was changed');
  return { outcome: changed.length > 0 ? 'changed' : 'tooLate' };
}
