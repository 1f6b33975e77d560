import type { Queue } from 'bullmq';
import { fromQueue } from './errors.ts';

/** The name of the jobs in the queue `webhooks`. */
const WEBHOOK_JOB = 'deliver';

export interface WebhookJob {
  readonly deliveryId: number;
}

/** First after ten seconds, then four times as long each time, up to six hours: ten tries in about a day. */
const FIRST_RETRY_MS = 10_000;
const LONGEST_RETRY_MS = 6 * 60 * 60 * 1000;

/** BullMQ asks here how long to wait before the next try; `triesMade` is 1 after the first. */
export function webhookBackoff(triesMade: number): number {
  return Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 4 ** (triesMade - 1));
}

/** Asks that webhooks be told. A delivery that is queued already is not queued twice; the database knows what is to go. */
export async function enqueueWebhooks(queue: Queue, deliveryIds: readonly number[]): Promise<void> {
  if (deliveryIds.length === 0) return;
  const jobs = deliveryIds.map((deliveryId) => ({
    name: WEBHOOK_JOB,
    data: { deliveryId } satisfies WebhookJob,
    opts: {
      jobId: `delivery-${deliveryId}`,
      // The delivery itself counts its attempts; the job goes on for as long as it is not done.
      attempts: 1_000,
      backoff: { type: 'webhook' },
      removeOnComplete: true,
      removeOnFail: true,
    },
  }));
  await fromQueue(queue.addBulk(jobs));
}
