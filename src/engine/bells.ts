import type { Clock } from '../clock.ts';
import { armAlarms } from '../queue/alarms.ts';
import { enqueueMail } from '../queue/mail-jobs.ts';
import type { OpenQueues } from '../queue/queues.ts';
import { enqueueWebhooks } from '../queue/webhook-jobs.ts';
import type { Bells } from './engine.ts';

/** The bells on BullMQ: a delayed job for each instant, a mail job for each letter. */
export function queueBells(queues: OpenQueues, clock: Clock): Bells {
  return {
    armAlarms: (instants) =>
      armAlarms(
        queues.queue('alarms'),
        instants.map((at) => ({ at, delayMs: clock.waitFor(at) })),
      ),
    enqueueMail: (messageIds) => enqueueMail(queues.queue('mail'), messageIds),
    enqueueWebhooks: (deliveryIds) => enqueueWebhooks(queues.queue('webhooks'), deliveryIds),
  };
}
