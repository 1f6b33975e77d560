import type { Instant } from '../../calendar/types.ts';
import { type Database, query, type Transaction } from '../database.ts';
import { toTimestamp } from '../instant-column.ts';

export type DeliveryStatus = 'queued' | 'sending' | 'delivered' | 'failed';

/** One thing that one webhook is to be told. */
export interface NewDelivery {
  readonly webhookId: number;
  /** The same for all webhooks and all attempts. */
  readonly eventId: string;
  readonly event: string;
  readonly body: object;
}

export interface StoredDelivery extends NewDelivery {
  readonly id: number;
  readonly status: DeliveryStatus;
  readonly attempts: number;
  readonly createdAt: Instant;
  readonly deliveredAt: Instant | null;
}

/** A delivery in the hands of this process, with where it goes. */
export interface ClaimedDelivery extends Pick<StoredDelivery, 'id' | 'webhookId' | 'eventId' | 'body' | 'attempts'> {
  readonly url: string;
  readonly secret: string;
}

const COLUMNS = `id, webhook_id as "webhookId", event_id as "eventId", event, body, status, attempts,
  created_at as "createdAt", delivered_at as "deliveredAt"`;

/** Queues deliveries, and returns their ids. What a webhook is told already it is not told twice. */
export async function insertDeliveries(
  tx: Transaction,
  deliveries: readonly NewDelivery[],
  now: Instant,
): Promise<number[]> {
  if (deliveries.length === 0) return [];
  const rows = deliveries.map(({ webhookId, eventId, event, body }) => ({
    webhook_id: webhookId,
    event_id: eventId,
    event,
    body,
  }));
  const inserted = await query<{ id: number }>(
    tx,
    {
      name: 'insert-deliveries',
      text: `
        insert into webhook_delivery (webhook_id, event_id, event, body, status, created_at)
        select webhook_id, event_id, event, body, 'queued', $2::timestamptz
        from json_to_recordset($1::json) as new (webhook_id bigint, event_id text, event text, body jsonb)
        on conflict (webhook_id, event_id) do nothing
        returning id`,
    },
    [JSON.stringify(rows), toTimestamp(now)],
  );
  return inserted.map(({ id }) => id);
}

/**
 * Takes a delivery in hand, for one process at a time: one that waits, or one whose sending was begun before
 * `orphanedBefore` by a process that never told how it ended. Null when it is somebody else's, done or given up.
 */
export async function claimDelivery(
  tx: Transaction,
  id: number,
  now: Instant,
  orphanedBefore: Instant,
): Promise<ClaimedDelivery | null> {
  const [row] = await query<ClaimedDelivery>(
    tx,
    {
      name: 'claim-delivery',
      text: `
        update webhook_delivery as delivery
        set status = 'sending', sending_at = $2::timestamptz, attempts = delivery.attempts + 1
        from webhook
        where delivery.id = $1 and webhook.id = delivery.webhook_id and webhook.disabled_at is null
          and (delivery.status = 'queued' or (delivery.status = 'sending' and delivery.sending_at < $3::timestamptz))
        returning delivery.id, delivery.webhook_id as "webhookId", delivery.event_id as "eventId", delivery.body,
          delivery.attempts, webhook.url, webhook.secret`,
    },
    [id, toTimestamp(now), toTimestamp(orphanedBefore)],
  );
  if (!row) return null;
  await query(
    tx,
    {
      name: 'begin-delivery-attempt',
      text: `
        insert into webhook_attempt (delivery_id, attempt, at, status, answer)
        values ($1, $2, $3::timestamptz, null, 'No answer was written down: the process ended first.')`,
    },
    [id, row.attempts, toTimestamp(now)],
  );
  return row;
}

export interface EndedDelivery {
  readonly id: number;
  readonly attempt: number;
  readonly status: 'queued' | 'delivered' | 'failed';
  /** The HTTP status; null where there was no answer. */
  readonly answerStatus: number | null;
  readonly answer: string;
  readonly deliveredAt: Instant | null;
}

/** Writes down how an attempt ended; doing so twice is as good as once. */
export async function endDelivery(tx: Transaction, ended: EndedDelivery): Promise<void> {
  const { id, attempt, status, answerStatus, answer, deliveredAt } = ended;
  await query(
    tx,
    {
      name: 'end-delivery-attempt',
      text: 'update webhook_attempt set status = $3, answer = $4 where delivery_id = $1 and attempt = $2',
    },
    [id, attempt, answerStatus, answer],
  );
  // Only the attempt in hand may say so: one given up as lost, and taken over, no longer speaks for the delivery.
  await query(
    tx,
    {
      name: 'end-delivery',
      text: `
        update webhook_delivery set status = $3, delivered_at = $4::timestamptz
        where id = $1 and attempts = $2 and status = 'sending'`,
    },
    [id, attempt, status, deliveredAt === null ? null : toTimestamp(deliveredAt)],
  );
}

/** Deliveries that wait, and those whose sending was begun before `orphanedBefore` and never ended. */
export async function unfinishedDeliveries(db: Database, orphanedBefore: Instant): Promise<number[]> {
  const rows = await query<{ id: number }>(
    db,
    {
      name: 'unfinished-deliveries',
      text: `
        select delivery.id from webhook_delivery as delivery
        join webhook on webhook.id = delivery.webhook_id and webhook.disabled_at is null
        where delivery.status in ('queued', 'sending')
          and (delivery.status = 'queued' or delivery.sending_at < $1::timestamptz)
        order by delivery.created_at limit 10000`,
    },
    [toTimestamp(orphanedBefore)],
  );
  return rows.map((row) => row.id);
}

/** Since when a webhook has been failing without a single success in between; null while it works. */
export async function failingSince(tx: Transaction, webhookId: number): Promise<Instant | null> {
  const [row] = await query<{ since: Instant | null }>(
    tx,
    `select min(attempt.at) as since
     from webhook_attempt as attempt join webhook_delivery as delivery on delivery.id = attempt.delivery_id
     where delivery.webhook_id = $1 and attempt.at > coalesce(
       (select max(delivered_at) from webhook_delivery where webhook_id = $1), '-infinity')`,
    [webhookId],
  );
  return row!.since;
}

/** Puts a delivery that is done or given up back in the queue; false where there is none of that webhook. */
export async function requeueDelivery(tx: Transaction, webhookId: number, id: number): Promise<boolean> {
  const rows = await query(
    tx,
    `update webhook_delivery set status = 'queued'
     where id = $2 and webhook_id = $1 and status in ('delivered', 'failed') returning id`,
    [webhookId, id],
  );
  return rows.length > 0;
}

/** The newest deliveries of a webhook. */
export function deliveriesOf(
  db: Database,
  webhookId: number,
  page: { readonly before: number | null; readonly limit: number },
): Promise<StoredDelivery[]> {
  return query<StoredDelivery>(
    db,
    `select ${COLUMNS} from webhook_delivery where webhook_id = $1 and ($2::bigint is null or id < $2)
     order by id desc limit $3::int`,
    [webhookId, page.before, page.limit],
  );
}

export interface DeliveryAttempt {
  readonly deliveryId: number;
  readonly attempt: number;
  readonly at: Instant;
  readonly status: number | null;
  readonly answer: string;
}

export function deliveryAttempts(db: Database, deliveryIds: readonly number[]): Promise<DeliveryAttempt[]> {
  return query<DeliveryAttempt>(
    db,
    `select delivery_id as "deliveryId", attempt, at, status, answer from webhook_attempt
     where delivery_id = any($1::bigint[]) order by delivery_id desc, attempt`,
    [deliveryIds],
  );
}
