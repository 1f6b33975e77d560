import { setTimeout as wait } from 'node:timers/promises';
import type { Instant } from '../calendar/types.ts';
import { type Database, withTransaction } from '../db/database.ts';
import { DatabaseUnavailable } from '../db/errors.ts';
import { claimMessage, type EndedAttempt, endAttempt } from '../db/queries/attempts.ts';
import type { StoredMessage } from '../db/queries/messages.ts';
import { tellOfLetter } from './tell-webhooks.ts';

/** After so many tries a letter counts as failed, until somebody asks for another round. */
export const ATTEMPTS = 12;

/** What a mail server, or whatever stands in its place, said of one attempt. */
export interface Answer {
  readonly outcome: 'sent' | 'retry' | 'refused';
  readonly answer: string;
  /** True when the connection was lost between the whole letter and the server's word: it may have taken it. */
  readonly mayHaveArrived?: boolean;
}

export interface DeliveryTerms {
  /** Hands the letter over and waits for the answer; never throws for what a server or a letter can do wrong. */
  readonly send: (message: StoredMessage) => Promise<Answer>;
  /** Real time, for the lease: a demo's clock that hurries would give letters up too soon. */
  readonly realNow: () => Instant;
  /** The office's clock, for the record. */
  readonly now: () => Instant;
  /** Milliseconds after which a sending that was begun and never ended counts as lost with its process. */
  readonly lease: number;
  /** Told, after the commit, which webhooks are to hear of it. Throws nothing. */
  readonly tellWebhooks?: ((deliveryIds: readonly number[]) => Promise<void>) | undefined;
}

/** `notMine`: it is sent, failed, or in another process's hands. */
export type Delivery = 'sent' | 'retry' | 'failed' | 'notMine';

/** How long to wait before the answer is written down again, where the database was away, in milliseconds. */
const WRITE_AGAIN_AFTER = 250;

/**
 * Sends one letter: claim it, hand it over, write down the answer. A process or connection that dies between the letter
 * and our commit of the server's OK leaves its fate open: it is sent again, with the same Message-ID, and the lost
 * attempt is on record as unknown. That is the one window in which a letter can arrive twice.
 */
export async function deliverMessage(db: Database, id: number, terms: DeliveryTerms): Promise<Delivery> {
  const begun = terms.realNow();
  const message = await withTransaction(db, (tx) => claimMessage(tx, id, begun, begun - terms.lease));
  if (!message) return 'notMine';
  const { outcome, answer, mayHaveArrived } = await terms.send(message);
  const isLast = message.attempts % ATTEMPTS === 0;
  const delivery = outcome === 'sent' ? 'sent' : outcome === 'refused' || isLast ? 'failed' : 'retry';
  const status = delivery === 'retry' ? 'queued' : delivery;
  const sentAt = delivery === 'sent' ? terms.now() : null;
  const deliveries = await writeDown(
    db,
    { id, attempt: message.attempts, status, outcome: mayHaveArrived ? 'unknown' : outcome, answer, sentAt },
    terms.now(),
    () => terms.realNow() < begun + terms.lease,
  );
  if (deliveries.length > 0) await terms.tellWebhooks?.(deliveries);
  return delivery;
}

/** The letter is out: a database that is away for a moment must not have it sent a second time. */
async function writeDown(db: Database, ended: EndedAttempt, now: Instant, isMine: () => boolean): Promise<number[]> {
  for (;;) {
    try {
      return await withTransaction(db, async (tx) => {
        await endAttempt(tx, ended);
        return tellOfLetter(tx, ended, now);
      });
    } catch (error) {
      if (!(error instanceof DatabaseUnavailable && isMine())) throw error;
      await wait(WRITE_AGAIN_AFTER);
    }
  }
}
