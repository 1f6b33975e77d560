import type { Instant } from '../../calendar/types.ts';
import { type Database, query, type Transaction } from '../database.ts';
import { toTimestamp } from '../instant-column.ts';
import { MESSAGE_COLUMNS, type StoredMessage } from './messages.ts';

/** One time a mail server was asked to take a letter, and what it said. */
export interface Attempt {
  readonly attempt: number;
  readonly at: Instant;
  readonly outcome: AttemptOutcome;
  readonly answer: string;
}

/** `unknown`: the letter may have arrived; the process or the connection ended before anybody could tell. */
export type AttemptOutcome = 'sending' | 'sent' | 'retry' | 'refused' | 'unknown';

/**
 * Takes a letter in hand, for one process at a time: one that waits, or one whose sending was begun before
 * `orphanedBefore` by a process that never told how it ended. Null when it is somebody else's, sent or failed.
 */
export async function claimMessage(
  tx: Transaction,
  id: number,
  now: Instant,
  orphanedBefore: Instant,
): Promise<StoredMessage | null> {
  await query(
    tx,
    {
      name: 'tell-orphaned-attempt',
      text: `
        update message_attempt set outcome = 'unknown', answer = 'The process that was sending it ended first.'
        from message
        where message.id = $1 and message_attempt.message_id = message.id and message_attempt.outcome = 'sending'
          and message.status = 'sending' and message.sending_at < $2::timestamptz`,
    },
    [id, toTimestamp(orphanedBefore)],
  );
  const [row] = await query<StoredMessage>(
    tx,
    {
      name: 'claim-message',
      text: `
        update message set status = 'sending', sending_at = $2::timestamptz, attempts = attempts + 1
        where id = $1 and (status = 'queued' or (status = 'sending' and sending_at < $3::timestamptz))
        returning ${MESSAGE_COLUMNS}`,
    },
    [id, toTimestamp(now), toTimestamp(orphanedBefore)],
  );
  if (!row) return null;
  await query(
    tx,
    {
      name: 'begin-attempt',
      text: `insert into message_attempt (message_id, attempt, at, outcome, answer)
             values ($1, $2, $3::timestamptz, 'sending', '')`,
    },
    [id, row.attempts, toTimestamp(now)],
  );
  return row;
}

/** How an attempt ended, and where the letter stands with it. */
export interface EndedAttempt {
  readonly id: number;
  readonly attempt: number;
  readonly status: 'queued' | 'sent' | 'failed';
  readonly outcome: AttemptOutcome;
  readonly answer: string;
  readonly sentAt: Instant | null;
}

/** Writes down how an attempt ended; doing so twice is as good as once. */
export async function endAttempt(tx: Transaction, ended: EndedAttempt): Promise<void> {
  const { id, attempt, status, outcome, answer, sentAt } = ended;
  await query(
    tx,
    {
      name: 'end-attempt',
      text: 'update message_attempt set outcome = $3, answer = $4 where message_id = $1 and attempt = $2',
    },
    [id, attempt, outcome, answer],
  );
  // Only the attempt in hand may say so: one given up as lost, and taken over, no longer speaks for the letter.
  await query(
    tx,
    {
      name: 'end-sending',
      text: `
        update message set status = $3, answer = $4, sent_at = $5::timestamptz
        where id = $1 and attempts = $2 and status = 'sending'`,
    },
    [id, attempt, status, answer, sentAt === null ? null : toTimestamp(sentAt)],
  );
}

/** Puts a letter that failed, or whose fate is unknown, back in the queue; false when it is in neither state. */
export async function requeueMessage(tx: Transaction, id: number): Promise<boolean> {
  const rows = await query(
    tx,
    `update message set status = 'queued' where id = $1 and status in ('failed', 'unknown') returning id`,
    [id],
  );
  return rows.length > 0;
}

/**
 * Takes a letter that waits out of the queue for good; false when it does not wait. A worker that takes it in hand at
 * the same moment and this wait for each other at the letter's row, and whoever comes second finds nothing to do.
 */
export async function cancelMessage(tx: Transaction, id: number): Promise<boolean> {
  const rows = await query(
    tx,
    `update message set status = 'cancelled' where id = $1 and status = 'queued' returning id`,
    [id],
  );
  return rows.length > 0;
}

export function listAttempts(db: Database, id: number): Promise<Attempt[]> {
  return query<Attempt>(
    db,
    'select attempt, at, outcome, answer from message_attempt where message_id = $1 order by attempt',
    [id],
  );
}
