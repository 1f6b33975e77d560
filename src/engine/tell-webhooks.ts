import { toIsoWithOffset } from '../calendar/local-time.ts';
import type { Instant } from '../calendar/types.ts';
import type { Transaction } from '../db/database.ts';
import type { IndicatorChange } from '../db/indicator-rows.ts';
import type { EndedAttempt } from '../db/queries/attempts.ts';
import { saveChanges } from '../db/queries/save-changes.ts';
import { type IndicatorAudience, indicatorAudience, letterAudience } from '../db/queries/webhook-audience.ts';
import { insertDeliveries, type NewDelivery } from '../db/queries/webhook-deliveries.ts';
import { anyWebhook } from '../db/queries/webhooks.ts';

/**
 * Saves what happened to indicators, and in the same transaction queues what webhooks are told of it. Where nobody has a
 * webhook that costs one look.
 *
 * @returns the ids of the deliveries, to be sent after the commit
 */
export async function saveAndTell(tx: Transaction, changes: readonly IndicatorChange[]): Promise<number[]> {
  if (changes.length === 0 || !(await anyWebhook(tx))) {
    await saveChanges(tx, changes);
    return [];
  }
  // Read before it is saved: a receiver is told what was and what is.
  const audience = await indicatorAudience(
    tx,
    changes.map(({ id }) => id),
  );
  await saveChanges(tx, changes);
  const changeOf = new Map(changes.map((change) => [change.id, change]));
  const told = audience.flatMap((one) => transitionDelivery(one, changeOf.get(one.id)!));
  return insertDeliveries(tx, told, Math.max(...changes.map(({ state }) => state.at)));
}

/** Of a rung that was climbed and changed no status, people are told by mail; programs are not. */
function transitionDelivery(before: IndicatorAudience, change: IndicatorChange): NewDelivery[] {
  const { planId, code, officeId, zone, webhookId } = before;
  const { status, deadline, logSeq, log, state } = change;
  const isTold =
    status !== before.status ||
    deadline !== before.deadline ||
    log.some(({ entry }) => !['begin', 'fire', 'redefine'].includes(entry.type));
  if (!isTold) return [];
  const body = {
    type: 'indicator.transition',
    timestamp: toIsoWithOffset(state.at, zone),
    data: {
      office: officeId,
      plan: planId,
      indicator: code,
      version: logSeq,
      before: { status: before.status, deadline: before.deadline },
      after: { status, deadline },
      entries: log.map(({ seq, entry }) => ({ seq, ...entry, at: toIsoWithOffset(entry.at, zone) })),
    },
  };
  return [{ webhookId, eventId: `transition-${change.id}-${logSeq}`, event: body.type, body }];
}

/**
 * Queues what webhooks are told of a letter whose sending has ended, in the transaction that writes that down.
 *
 * @returns the ids of the deliveries, to be sent after the commit
 */
export async function tellOfLetter(tx: Transaction, ended: EndedAttempt, now: Instant): Promise<number[]> {
  const { id, attempt, status } = ended;
  if (status === 'queued' || !(await anyWebhook(tx))) return [];
  const audience = await letterAudience(tx, id, status);
  const told = audience
    .filter(({ attempts }) => attempts === attempt)
    .map(({ webhookId, zone, officeId, planId, post, personId, subject, headerId, answer, ...letter }): NewDelivery => {
      const body = {
        type: `message.${status}`,
        timestamp: toIsoWithOffset(ended.sentAt ?? now, zone),
        data: {
          office: officeId,
          plan: planId,
          message: id,
          class: letter.class,
          to: { post, person: personId },
          subject,
          messageId: headerId,
          attempts: attempt,
          answer,
        },
      };
      return { webhookId, eventId: `message-${id}-${status}-${attempt}`, event: body.type, body };
    });
  return insertDeliveries(tx, told, now);
}
