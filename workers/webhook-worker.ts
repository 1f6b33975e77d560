import type { Database } from '../src/db/database.ts';
import { deliverWebhook, type WebhookTerms } from '../src/engine/deliver-webhook.ts';
import type { OpenQueues } from '../src/queue/queues.ts';
import { type WebhookJob, webhookBackoff } from '../src/queue/webhook-jobs.ts';

/** The receiver did not take it; BullMQ tries again later. */
export class WebhookPutOff extends Error {
  readonly code = 'webhookPutOff';

  constructor(deliveryId: number) {
    super(`The delivery ${deliveryId} was not taken by its receiver; it is tried again.`);
    this.name = 'WebhookPutOff';
  }
}

/** So many receivers are called at once: one that is slow keeps few others waiting. */
const CONCURRENCY = 10;

/** Starts the worker that tells webhooks, one delivery for each job. */
export function startWebhookWorker(queues: OpenQueues, db: Database, terms: WebhookTerms) {
  return queues.worker<WebhookJob>(
    'webhooks',
    async ({ data: { deliveryId } }) => {
      const delivery = await deliverWebhook(db, deliveryId, terms);
      if (delivery === 'retry') throw new WebhookPutOff(deliveryId);
      return delivery;
    },
    { concurrency: CONCURRENCY, settings: { backoffStrategy: webhookBackoff } },
  );
}
