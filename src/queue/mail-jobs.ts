import type { Queue } from 'bullmq';
import { fromQueue } from './errors.ts';

/** The name of the jobs in the queue `mail`. */
export const MAIL_JOB = 'send';

export interface MailJob {
  readonly messageId: number;
}

/** First after half a minute, then twice as long each time, up to two hours: a mail server may be away for a day. */
const FIRST_RETRY_MS = 30_000;
const LONGEST_RETRY_MS = 2 * 60 * 60 * 1000;

/** BullMQ asks here how long to wait before the next try; `triesMade` is 1 after the first. */
export function mailBackoff(triesMade: number): number {
  return Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (triesMade - 1));
}

/** Asks that letters be sent. One that is queued already is not queued twice; the database knows what is to be sent. */
export async function enqueueMail(queue: Queue, messageIds: readonly number[]): Promise<void> {
  if (messageIds.length === 0) return;
  const jobs = messageIds.map((messageId) => ({
    name: MAIL_JOB,
    data: { messageId } satisfies MailJob,
    opts: {
      jobId: `message-${messageId}`,
      // The letter itself counts its attempts; the job goes on for as long as the letter is not done.
      attempts: 1_000,
      backoff: { type: 'mail' },
      removeOnComplete: true,
      removeOnFail: true,
    },
  }));
  await fromQueue(queue.addBulk(jobs));
}
