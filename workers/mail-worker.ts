import type { Database } from '../src/db/database.ts';
import { type DeliveryTerms, deliverMessage } from '../src/engine/deliver-message.ts';
import { type MailJob, mailBackoff } from '../src/queue/mail-jobs.ts';
import type { OpenQueues } from '../src/queue/queues.ts';

/** The mail server put the letter off; BullMQ tries again later. */
export class LetterPutOff extends Error {
  readonly code = 'letterPutOff';

  constructor(messageId: number) {
    super(`The letter ${messageId} was put off by the mail server; it is tried again.`);
    this.name = 'LetterPutOff';
  }
}

/** How many letters go at once, and at most each second: office mail servers are small. */
export interface MailPace {
  readonly concurrency: number;
  readonly perSecond: number;
}

/** Starts the worker that sends letters, one for each job. */
export function startMailWorker(queues: OpenQueues, db: Database, terms: DeliveryTerms, pace: MailPace) {
  return queues.worker<MailJob>(
    'mail',
    async ({ data: { messageId } }) => {
      const delivery = await deliverMessage(db, messageId, terms);
      if (delivery === 'retry') throw new LetterPutOff(messageId);
      return delivery;
    },
    {
      concurrency: pace.concurrency,
      limiter: { max: pace.perSecond, duration: 1_000 },
      settings: { backoffStrategy: mailBackoff },
    },
  );
}
