import type { Instant } from '../calendar/types.ts';
import { type Database, withTransaction } from '../db/database.ts';
import { claimMessage, endAttempt } from '../db/queries/attempts.ts';
import type { StoredMessage } from '../db/queries/messages.ts';

/** After so many tries a letter counts as failed, until somebody asks for another round. */
export const ATTEMPTS = 12;

/** What a mail server, or whatever stands in its place, said of one attempt. */
export interface Answer {
  readonly outcome: 'sent' | 'retry' | 'refused';
  readonly answer: string;
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
}

/** `notMine`: it is sent, failed, or in another process's hands. */
export type Delivery = 'sent' | 'retry' | 'failed' | 'notMine';

/**
 * Sends one letter: claim it, hand it over, write down the answer. A process that dies between the server's OK and our
 * commit leaves it claimed; when the lease is over it is sent again, with the same Message-ID, and the lost attempt is
 * on record as unknown. That is the one window in which a letter can arrive twice.
 */
export async function deliverMessage(db: Database, id: number, terms: DeliveryTerms): Promise<Delivery> {
  const begun = terms.realNow();
  const message = await withTransaction(db, (tx) => claimMessage(tx, id, begun, begun - terms.lease));
  if (!message) return 'notMine';
  const { outcome, answer } = await terms.send(message);
  const isLast = message.attempts % ATTEMPTS === 0;
  const delivery = outcome === 'sent' ? 'sent' : outcome === 'refused' || isLast ? 'failed' : 'retry';
  const status = delivery === 'retry' ? 'queued' : delivery;
  const sentAt = delivery === 'sent' ? terms.now() : null;
  await withTransaction(db, (tx) => endAttempt(tx, { id, attempt: message.attempts, status, outcome, answer, sentAt }));
  return delivery;
}
