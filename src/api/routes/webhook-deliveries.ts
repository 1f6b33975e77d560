import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { redeliverAs, sendTestAs } from '../../acting/manage-webhooks.ts';
import { HOME_ZONE } from '../../calendar/home-zone.ts';
import { toIsoWithOffset } from '../../calendar/local-time.ts';
import { deliveriesOf, deliveryAttempts } from '../../db/queries/webhook-deliveries.ts';
import { findWebhook } from '../../db/queries/webhooks.ts';
import type { ApiEnv, ApiParts } from '../api-parts.ts';
import { requireScope } from '../authenticate.ts';
import { cursorOf, readCursor } from '../cursor.ts';
import { isoOrNull } from '../json-values.ts';
import { allowed } from '../outcomes.ts';
import { Problem } from '../problem.ts';
import { json, NOT_FOUND, problems, WRITE_PROBLEMS } from '../responses.ts';
import { numericId, pageQuery, writeHeaders } from '../schemas/shared.ts';
import { deliveryList } from '../schemas/webhooks.ts';
import { requireManager, webhookParts } from './webhooks.ts';

const queued = z.object({ id: z.number().int() }).openapi('WebhookQueued', { description: 'The webhook.' });

const deliveryId = z
  .string()
  .regex(/^[1-9][0-9]{0,14}$/)
  .openapi({ param: { name: 'delivery', in: 'path' }, example: '40' });

const getDeliveries = createRoute({
  method: 'get',
  path: '/webhooks/{id}/deliveries',
  tags: ['Webhooks'],
  summary: 'Read what a webhook was told, the newest first',
  description: 'With every attempt, and what was answered.',
  request: { params: z.object({ id: numericId }), query: pageQuery },
  responses: { 200: json(deliveryList, 'Deliveries'), ...problems(NOT_FOUND) },
});

const postTest = createRoute({
  method: 'post',
  path: '/webhooks/{id}/test',
  tags: ['Webhooks'],
  summary: 'Send a webhook a test',
  description: 'An event that tells nothing, to see whether it arrives.',
  request: { params: z.object({ id: numericId }), headers: writeHeaders },
  responses: { 202: json(queued, 'Queued'), ...problems({ ...NOT_FOUND, ...WRITE_PROBLEMS }) },
});

const retryDelivery = createRoute({
  method: 'post',
  path: '/webhooks/{id}/deliveries/{delivery}/retry',
  tags: ['Webhooks'],
  summary: 'Tell a webhook something once more',
  description: 'Under the same `webhook-id`. What is on its way already is not to be found here.',
  request: { params: z.object({ id: numericId, delivery: deliveryId }), headers: writeHeaders },
  responses: { 202: json(queued, 'Queued'), ...problems({ ...NOT_FOUND, ...WRITE_PROBLEMS }) },
});

/** `/webhooks/{id}/deliveries` and `/test`: what webhooks were told, and what came of it. */
export function addWebhookDeliveries(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { db } = parts;

  app.openapi(getDeliveries, async (c) => {
    requireManager(c.var.caller);
    const id = Number(c.req.valid('param').id);
    if (!(await findWebhook(db, id))) throw new Problem('notFound');
    const { cursor, limit } = c.req.valid('query');
    const before = readCursor(cursor, /^[1-9][0-9]{0,14}$/);
    const found = await deliveriesOf(db, id, { before: before === null ? null : Number(before), limit: limit + 1 });
    const page = found.slice(0, limit);
    const attempts = await deliveryAttempts(
      db,
      page.map((one) => one.id),
    );
    const items = page.map((one) => ({
      id: one.id,
      eventId: one.eventId,
      event: one.event,
      body: one.body as Record<string, unknown>,
      status: one.status,
      createdAt: toIsoWithOffset(one.createdAt, HOME_ZONE),
      deliveredAt: isoOrNull(one.deliveredAt, HOME_ZONE),
      attempts: attempts
        .filter(({ deliveryId: of }) => of === one.id)
        .map(({ attempt, at, status, answer }) => ({ attempt, at: toIsoWithOffset(at, HOME_ZONE), status, answer })),
    }));
    return c.json({ items, nextCursor: found.length > limit ? cursorOf(page.at(-1)!.id) : null }, 200);
  });

  app.openapi(postTest, async (c) => {
    requireScope(c.var.caller, 'administer');
    const id = Number(c.req.valid('param').id);
    allowed(await sendTestAs(webhookParts(parts), c.var.caller.viewer, id));
    return c.json({ id }, 202);
  });

  app.openapi(retryDelivery, async (c) => {
    requireScope(c.var.caller, 'administer');
    const { id, delivery } = c.req.valid('param');
    allowed(await redeliverAs(webhookParts(parts), c.var.caller.viewer, Number(id), Number(delivery)));
    return c.json({ id: Number(id) }, 202);
  });
}
