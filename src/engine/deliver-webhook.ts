import type { Instant } from '../calendar/types.ts';
import { type Database, withTransaction } from '../db/database.ts';
import { claimDelivery, endDelivery, failingSince } from '../db/queries/webhook-deliveries.ts';
import { disableWebhook } from '../db/queries/webhooks.ts';

/** After so many tries, about a day, a delivery counts as failed, until somebody asks for another round. */
export const WEBHOOK_ATTEMPTS = 10;

/** A webhook that answered nothing right for so long, in milliseconds, is called no more. */
const PATIENCE = 5 * 24 * 60 * 60_000;

/** Milliseconds of real time after which a call that was begun and never ended counts as lost with its process. */
export const WEBHOOK_LEASE = 60_000;

/** What a receiver said, or why there was no answer. */
export interface WebhookAnswer {
  /** The HTTP status; null where there was no answer. */
  readonly status: number | null;
  /** The beginning of the answer, or the reason. */
  readonly answer: string;
}

export interface WebhookTerms {
  /** Calls the receiver and waits for the answer; never throws for what a receiver can do wrong. */
  readonly call: (
    to: { readonly url: string; readonly secret: string },
    message: { readonly id: string; readonly body: string },
  ) => Promise<WebhookAnswer>;
  /** Real time, for the lease. */
  readonly realNow: () => Instant;
  /** The office's clock, for the record. */
  readonly now: () => Instant;
}

/** `notMine`: it is delivered, given up, or in another process's hands. */
export type WebhookDelivery = 'delivered' | 'retry' | 'failed' | 'notMine';

/**
 * Tells one webhook one thing: claim, call, write down the answer. A process that dies between the call and that leaves
 * the delivery to be made again, under the same id: a receiver is told at least once, and can tell a repetition.
 */
export async function deliverWebhook(db: Database, id: number, terms: WebhookTerms): Promise<WebhookDelivery> {
  const begun = terms.realNow();
  const claimed = await withTransaction(db, (tx) => claimDelivery(tx, id, begun, begun - WEBHOOK_LEASE));
  if (!claimed) return 'notMine';
  const { webhookId, eventId, body, attempts, url, secret } = claimed;
  const { status, answer } = await terms.call({ url, secret }, { id: eventId, body: JSON.stringify(body) });
  const arrived = status !== null && status >= 200 && status < 300;
  // 410 Gone: the receiver wants no more of it, ever.
  const isGone = status === 410;
  const isLast = isGone || attempts % WEBHOOK_ATTEMPTS === 0;
  const delivery = arrived ? 'delivered' : isLast ? 'failed' : 'retry';
  await withTransaction(db, async (tx) => {
    await endDelivery(tx, {
      id,
      attempt: attempts,
      status: delivery === 'retry' ? 'queued' : delivery,
      answerStatus: status,
      answer,
      deliveredAt: arrived ? terms.realNow() : null,
    });
    if (arrived) return;
    const since = isGone ? null : await failingSince(tx, webhookId);
    if (isGone || (since !== null && since <= begun - PATIENCE)) await disableWebhook(tx, webhookId, terms.now());
  });
  return delivery;
}
