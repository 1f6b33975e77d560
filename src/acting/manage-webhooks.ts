import type { Clock } from '../clock.ts';
import { type Database, withTransaction } from '../db/database.ts';
import { insertDeliveries, requeueDelivery } from '../db/queries/webhook-deliveries.ts';
import {
  changeSecret,
  disableWebhook,
  enableWebhook,
  findWebhook,
  insertWebhook,
  WEBHOOK_EVENTS,
  type WebhookEvent,
} from '../db/queries/webhooks.ts';
import { mayDo, type Viewer } from '../rights/rights.ts';
import { newWebhookSecret } from '../webhooks/signature.ts';

/** Through what webhooks are managed. */
export interface WebhookParts {
  readonly db: Database;
  readonly clock: Clock;
  /** Asks that deliveries be made, after the commit; what fails here the watchdog makes up for. */
  readonly enqueueWebhooks: (deliveryIds: readonly number[]) => Promise<void>;
}

export interface WebhookWish {
  readonly officeId: string;
  readonly url: string;
  readonly events: readonly string[];
}

/** What is wrong with a wish, by field. */
export type WebhookFault = 'office' | 'url' | 'events';

export type WebhookOutcome<Done = object> =
  /** There is no such thing, or none that this person may see. */
  { readonly outcome: 'notFound' } | ({ readonly outcome: 'done' } & Done);

const LONGEST_URL = 2_000;

export function mayManageWebhooks(viewer: Viewer): boolean {
  return mayDo(viewer, 'manageWebhooks', {}).allowed;
}

/** Adds a webhook; its secret is told here and never again. */
export async function addWebhookAs(
  { db, clock }: WebhookParts,
  viewer: Viewer,
  { officeId, url, events }: WebhookWish,
  offices: readonly string[],
): Promise<
  WebhookOutcome<{ readonly id: number; readonly secret: string }> | { outcome: 'faulty'; faults: WebhookFault[] }
> {
  if (!mayManageWebhooks(viewer)) return { outcome: 'notFound' };
  const chosen = WEBHOOK_EVENTS.filter((event: WebhookEvent) => events.includes(event));
  const faults: WebhookFault[] = [];
  if (!offices.includes(officeId)) faults.push('office');
  if (!isCallable(url)) faults.push('url');
  if (chosen.length === 0) faults.push('events');
  if (faults.length > 0) return { outcome: 'faulty', faults };
  const secret = newWebhookSecret();
  const createdBy = viewer.address ?? 'administrator';
  const id = await insertWebhook(db, { officeId, url, events: chosen, secret, createdAt: clock.now(), createdBy });
  return { outcome: 'done', id, secret };
}

/** Gives a webhook another secret; the one before is good no longer. */
export async function rotateSecretAs(
  { db }: WebhookParts,
  viewer: Viewer,
  id: number,
): Promise<WebhookOutcome<{ readonly secret: string }>> {
  const secret = newWebhookSecret();
  if (!mayManageWebhooks(viewer) || !(await changeSecret(db, id, secret))) return { outcome: 'notFound' };
  return { outcome: 'done', secret };
}

/** Calls a webhook no more, or again. */
export async function switchWebhookAs(
  { db, clock }: WebhookParts,
  viewer: Viewer,
  id: number,
  isOn: boolean,
): Promise<WebhookOutcome> {
  if (!mayManageWebhooks(viewer)) return { outcome: 'notFound' };
  const found = await withTransaction(db, (tx) => (isOn ? enableWebhook(tx, id) : disableWebhook(tx, id, clock.now())));
  return found ? { outcome: 'done' } : { outcome: 'notFound' };
}

/** Sends a webhook an event that tells nothing, to see whether it arrives. */
export async function sendTestAs(parts: WebhookParts, viewer: Viewer, id: number): Promise<WebhookOutcome> {
  if (!mayManageWebhooks(viewer)) return { outcome: 'notFound' };
  const { db, clock, enqueueWebhooks } = parts;
  const queued = await withTransaction(db, async (tx) => {
    const webhook = await findWebhook(tx, id);
    if (!webhook) return null;
    const now = clock.now();
    const body = { type: 'test', timestamp: new Date(now).toISOString(), data: { office: webhook.officeId } };
    return insertDeliveries(tx, [{ webhookId: id, eventId: `test-${id}-${now}`, event: 'test', body }], now);
  });
  if (!queued) return { outcome: 'notFound' };
  await enqueueWebhooks(queued);
  return { outcome: 'done' };
}

/** Tells a webhook something once more, under the same id. */
export async function redeliverAs(
  { db, enqueueWebhooks }: WebhookParts,
  viewer: Viewer,
  webhookId: number,
  deliveryId: number,
): Promise<WebhookOutcome> {
  if (!mayManageWebhooks(viewer)) return { outcome: 'notFound' };
  const queued = await withTransaction(db, (tx) => requeueDelivery(tx, webhookId, deliveryId));
  if (!queued) return { outcome: 'notFound' };
  await enqueueWebhooks([deliveryId]);
  return { outcome: 'done' };
}

/** An address of http or https, without a name and password in it, which logs would show. */
function isCallable(text: string): boolean {
  if (text.length > LONGEST_URL || !URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return ['http:', 'https:'].includes(protocol) && username === '' && password === '';
}
