import type { Instant } from '../../calendar/types.ts';
import { type Database, query, type Transaction } from '../database.ts';
import { toTimestamp } from '../instant-column.ts';

/** What a webhook can be told. */
export const WEBHOOK_EVENTS = ['indicator.transition', 'message.sent', 'message.failed'] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** Where another program is told what happens at an office; without the secret that signs. */
export interface StoredWebhook {
  readonly id: number;
  readonly officeId: string;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  readonly createdAt: Instant;
  readonly createdBy: string;
  /** Null while it is called. */
  readonly disabledAt: Instant | null;
}

const COLUMNS = `id, office_id as "officeId", url, events, created_at as "createdAt", created_by as "createdBy",
  disabled_at as "disabledAt"`;

export async function insertWebhook(
  db: Database | Transaction,
  webhook: Omit<StoredWebhook, 'id' | 'disabledAt'> & { readonly secret: string },
): Promise<number> {
  const { officeId, url, secret, events, createdAt, createdBy } = webhook;
  const [row] = await query<{ id: number }>(
    db,
    `insert into webhook (office_id, url, secret, events, created_at, created_by)
     values ($1, $2, $3, $4::text[], $5::timestamptz, $6) returning id`,
    [officeId, url, secret, events, toTimestamp(createdAt), createdBy],
  );
  return row!.id;
}

export function listWebhooks(db: Database): Promise<StoredWebhook[]> {
  return query<StoredWebhook>(db, `select ${COLUMNS} from webhook order by office_id, id`);
}

export async function findWebhook(db: Database | Transaction, id: number): Promise<StoredWebhook | null> {
  const [row] = await query<StoredWebhook>(db, `select ${COLUMNS} from webhook where id = $1`, [id]);
  return row ?? null;
}

/** False where there is no such webhook. */
export async function changeSecret(db: Database, id: number, secret: string): Promise<boolean> {
  const rows = await query(db, 'update webhook set secret = $2 where id = $1 returning id', [id, secret]);
  return rows.length > 0;
}

/** Calls a webhook again from now on; what was not delivered before stays as it is. */
export async function enableWebhook(db: Database | Transaction, id: number): Promise<boolean> {
  const rows = await query(db, 'update webhook set disabled_at = null where id = $1 returning id', [id]);
  return rows.length > 0;
}

/** Calls a webhook no more, and gives up what waits for it. */
export async function disableWebhook(tx: Transaction, id: number, now: Instant): Promise<boolean> {
  const rows = await query(
    tx,
    'update webhook set disabled_at = coalesce(disabled_at, $2::timestamptz) where id = $1 returning id',
    [id, toTimestamp(now)],
  );
  await query(tx, `update webhook_delivery set status = 'failed' where webhook_id = $1 and status = 'queued'`, [id]);
  return rows.length > 0;
}

/** Whether anybody anywhere is to be told anything: asked with every batch, so it is one cheap look. */
export async function anyWebhook(tx: Transaction): Promise<boolean> {
  const [row] = await query<{ any: boolean }>(tx, {
    name: 'any-webhook',
    text: 'select exists(select from webhook where disabled_at is null) as any',
  });
  return row!.any;
}
