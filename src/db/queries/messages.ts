import type { Instant } from '../../calendar/types.ts';
import type { Language } from '../../plan/types.ts';
import { type Database, query, type Transaction } from '../database.ts';
import { toTimestamp } from '../instant-column.ts';

export type MessageStatus = 'queued' | 'sending' | 'sent' | 'failed' | 'unknown' | 'cancelled';

/** A letter as it was written; only its status changes from here on. */
export interface StoredMessage {
  readonly id: number;
  readonly planId: string;
  readonly class: 'digest' | 'escalation' | 'explanation' | 'meetingNotice' | 'assessment';
  readonly post: string;
  readonly personId: string;
  readonly address: string;
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly ics: string | null;
  readonly headerId: string;
  readonly inReplyTo: string | null;
  readonly threadId: string;
  readonly status: MessageStatus;
  readonly attempts: number;
  readonly createdAt: Instant;
  readonly forInstant: Instant;
  readonly sendingAt: Instant | null;
  readonly sentAt: Instant | null;
  readonly answer: string | null;
}

export type NewMessage = Omit<StoredMessage, 'id' | 'status' | 'attempts' | 'sendingAt' | 'sentAt' | 'answer'>;

/** What lists show: everything but the bodies. */
export type MessageSummary = Omit<StoredMessage, 'text' | 'html' | 'ics'>;

const SUMMARY = `
  id, plan_id as "planId", class, post, person_id as "personId", address, language, subject, header_id as "headerId",
  in_reply_to as "inReplyTo", thread_id as "threadId", status, attempts, created_at as "createdAt",
  for_instant as "forInstant", sending_at as "sendingAt", sent_at as "sentAt", answer`;
export const MESSAGE_COLUMNS = `${SUMMARY}, text, html, ics`;

/** Queues a letter, and returns its id. */
export async function insertMessage(tx: Transaction, message: NewMessage): Promise<number> {
  const [row] = await query<{ id: number }>(
    tx,
    {
      name: 'insert-message',
      text: `
        insert into message (plan_id, class, post, person_id, address, language, subject, text, html, ics, header_id,
          in_reply_to, thread_id, status, created_at, for_instant)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'queued', $14::timestamptz, $15::timestamptz)
        returning id`,
    },
    [
      message.planId,
      message.class,
      message.post,
      message.personId,
      message.address,
      message.language,
      message.subject,
      message.text,
      message.html,
      message.ics,
      message.headerId,
      message.inReplyTo,
      message.threadId,
      toTimestamp(message.createdAt),
      toTimestamp(message.forInstant),
    ],
  );
  return row!.id;
}

/** The Message-ID of the latest letter of each thread. */
export async function lastOfThreads(
  tx: Transaction,
  threadIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await query<{ threadId: string; headerId: string }>(
    tx,
    {
      name: 'last-of-threads',
      text: `
        select distinct on (thread_id) thread_id as "threadId", header_id as "headerId"
        from message where thread_id = any($1::text[]) order by thread_id, id desc`,
    },
    [threadIds],
  );
  return new Map(rows.map((row) => [row.threadId, row.headerId]));
}

export async function findMessage(db: Database | Transaction, id: number): Promise<StoredMessage | null> {
  const [row] = await query<StoredMessage>(
    db,
    { name: 'find-message', text: `select ${MESSAGE_COLUMNS} from message where id = $1` },
    [id],
  );
  return row ?? null;
}

/** The letters that one reader may see. */
export interface LetterScope {
  /** Plans of which all letters are shown, and those of which only the ones to this address are. */
  readonly wholePlans: readonly string[];
  readonly ownPlans: readonly string[];
  readonly address: string;
}

export interface MessageFilter {
  readonly scope?: LetterScope | null | undefined;
  readonly planId?: string | undefined;
  readonly status?: MessageStatus | undefined;
  /** Only letters with this text in the subject or the address, however its letters are cased. */
  readonly search?: string | undefined;
  /** Only letters older than the one with this id, for the next page of a list. */
  readonly before?: number | undefined;
  readonly limit?: number | undefined;
}

/** The newest letters first. */
export function listMessages(db: Database, filter: MessageFilter = {}): Promise<MessageSummary[]> {
  return query<MessageSummary>(
    db,
    `select ${SUMMARY} from message
     where ($1::text is null or plan_id = $1) and ($2::text is null or status = $2) and ($4::bigint is null or id < $4)
       and ${inScope(5)} and ${isFound(8)}
     order by id desc limit $3::int`,
    [
      filter.planId ?? null,
      filter.status ?? null,
      filter.limit ?? 100,
      filter.before ?? null,
      ...scopeParams(filter.scope),
      filter.search ?? null,
    ],
  );
}

/** Letters that wait to be sent and those whose sending was begun before `orphanedBefore` and never ended. */
export async function unfinishedMessages(db: Database, orphanedBefore: Instant): Promise<number[]> {
  const rows = await query<{ id: number }>(
    db,
    {
      name: 'unfinished-messages',
      text: `
        select id from message
        where status = 'queued' or (status = 'sending' and sending_at < $1::timestamptz)
        order by id limit 10000`,
    },
    [toTimestamp(orphanedBefore)],
  );
  return rows.map((row) => row.id);
}

/** How many letters of a scope are in each state, of all of them or of those that a filter finds. */
export async function countMessages(
  db: Database,
  scope: LetterScope | null = null,
  filter: Pick<MessageFilter, 'planId' | 'search'> = {},
): Promise<Readonly<Record<MessageStatus, number>>> {
  const rows = await query<{ status: MessageStatus; count: number }>(
    db,
    `select status, count(*) as count from message
     where ${inScope(1)} and ${isFound(4)} and ($5::text is null or plan_id = $5) group by status`,
    [...scopeParams(scope), filter.search ?? null, filter.planId ?? null],
  );
  const none = { queued: 0, sending: 0, sent: 0, failed: 0, unknown: 0, cancelled: 0 };
  return Object.assign(none, Object.fromEntries(rows.map(({ status, count }) => [status, count])));
}

/** The condition that a letter has the text of the parameter of this number; what is typed is no pattern. */
function isFound(number: number): string {
  return `($${number}::text is null or position(lower($${number}) in lower(subject || ' ' || address)) > 0)`;
}

/** The condition that a letter is in a scope, whose three parameters begin with this number. */
function inScope(first: number): string {
  return `($${first}::text[] is null or plan_id = any($${first}::text[])
    or (plan_id = any($${first + 1}::text[]) and lower(address) = lower($${first + 2}::text)))`;
}

function scopeParams(scope: LetterScope | null | undefined): unknown[] {
  return scope ? [scope.wholePlans, scope.ownPlans, scope.address] : [null, null, null];
}
