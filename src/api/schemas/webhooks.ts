import { z } from '@hono/zod-openapi';
import { WEBHOOK_EVENTS } from '../../db/queries/webhooks.ts';
import { instant, nextCursor } from './shared.ts';

const events = z.array(z.enum(WEBHOOK_EVENTS)).openapi({ description: 'What it is told of.' });

export const newWebhook = z
  .object({
    office: z.string().max(100).openapi({ description: 'The id of an office that has a plan.' }),
    url: z.string().max(2_000).trim().openapi({ description: 'Of http or https, without a name and password.' }),
    events,
  })
  .openapi('NewWebhook');

export const webhook = z
  .object({
    id: z.number().int(),
    office: z.string(),
    url: z.string(),
    events,
    createdAt: instant,
    createdBy: z.string(),
    disabledAt: instant.nullable().openapi({ description: 'Null while it is called.' }),
  })
  .openapi('Webhook', { description: 'Where another program is told what happens at an office.' });

export const webhookList = z.object({ items: z.array(webhook), nextCursor }).openapi('WebhookList');

export const webhookSecret = z
  .object({
    id: z.number().int(),
    secret: z.string().openapi({ description: 'By which its calls are signed. Told here and never again.' }),
  })
  .openapi('WebhookSecret');

const delivery = z
  .object({
    id: z.number().int(),
    eventId: z.string().openapi({ description: 'The `webhook-id` of its calls.' }),
    event: z.string(),
    body: z.record(z.string(), z.unknown()).openapi({ description: 'What is told.' }),
    status: z.enum(['queued', 'sending', 'delivered', 'failed']),
    createdAt: instant,
    deliveredAt: instant.nullable(),
    attempts: z.array(
      z.object({
        attempt: z.number().int(),
        at: instant,
        status: z.number().int().nullable().openapi({ description: 'Of HTTP; null where there was no answer.' }),
        answer: z.string(),
      }),
    ),
  })
  .openapi('WebhookDelivery');

export const deliveryList = z.object({ items: z.array(delivery), nextCursor }).openapi('WebhookDeliveryList');
