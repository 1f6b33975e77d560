import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import {
  addWebhookAs,
  mayManageWebhooks,
  rotateSecretAs,
  switchWebhookAs,
  type WebhookParts,
} from '../../acting/manage-webhooks.ts';
import { HOME_ZONE } from '../../calendar/home-zone.ts';
import { toIsoWithOffset } from '../../calendar/local-time.ts';
import { listOffices } from '../../db/queries/offices.ts';
import { findWebhook, listWebhooks, type StoredWebhook } from '../../db/queries/webhooks.ts';
import type { ApiEnv, ApiParts, Caller } from '../api-parts.ts';
import { requireScope } from '../authenticate.ts';
import { pageOf } from '../cursor.ts';
import { inOneTransaction } from '../idempotency.ts';
import { isoOrNull } from '../json-values.ts';
import { allowed } from '../outcomes.ts';
import { Problem } from '../problem.ts';
import { json, NOT_FOUND, problems, WRITE_PROBLEMS } from '../responses.ts';
import { numericId, pageQuery, writeHeaders } from '../schemas/shared.ts';
import { newWebhook, webhook, webhookList, webhookSecret } from '../schemas/webhooks.ts';

const params = z.object({ id: numericId });

const WRITES = problems({ ...NOT_FOUND, ...WRITE_PROBLEMS });

const getWebhooks = createRoute({
  method: 'get',
  path: '/webhooks',
  tags: ['Webhooks'],
  summary: 'List the webhooks of all offices',
  description: 'For administrators; not there for others.',
  request: { query: pageQuery },
  responses: { 200: json(webhookList, 'Webhooks, by their offices'), ...problems(NOT_FOUND) },
});

const postWebhook = createRoute({
  method: 'post',
  path: '/webhooks',
  tags: ['Webhooks'],
  summary: 'Add a webhook',
  description: 'Its secret is told here and never again. All faults are told at once, by field.',
  request: {
    headers: writeHeaders,
    body: { required: true, content: { 'application/json': { schema: newWebhook } } },
  },
  responses: { 201: json(webhookSecret, 'Added'), ...WRITES },
});

const getWebhook = createRoute({
  method: 'get',
  path: '/webhooks/{id}',
  tags: ['Webhooks'],
  summary: 'Read a webhook',
  request: { params },
  responses: { 200: json(webhook, 'The webhook'), ...problems(NOT_FOUND) },
});

const rotateSecret = createRoute({
  method: 'post',
  path: '/webhooks/{id}/rotate',
  tags: ['Webhooks'],
  summary: 'Give a webhook another secret',
  description: 'The one before is good no longer.',
  request: { params, headers: writeHeaders },
  responses: { 200: json(webhookSecret, 'The new secret'), ...WRITES },
});

const switchRoute = (word: 'enable' | 'disable', summary: string, description: string) =>
  createRoute({
    method: 'post',
    path: `/webhooks/{id}/${word}`,
    tags: ['Webhooks'],
    summary,
    description,
    request: { params, headers: writeHeaders },
    responses: { 200: json(webhook, 'As it is now'), ...WRITES },
  });

const enable = switchRoute(
  'enable',
  'Call a webhook again',
  'From now on; what it was not told before stays as it is.',
);
const disable = switchRoute('disable', 'Call a webhook no more', 'What waits for it is given up.');

/** `/webhooks`: which programs are told what. For administrators; not there for others. */
export function addWebhooks(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { db, clock } = parts;

  app.openapi(getWebhooks, async (c) => {
    requireManager(c.var.caller);
    const page = pageOf(await listWebhooks(db), ({ id }) => String(id), c.req.valid('query'));
    return c.json({ items: page.items.map(webhookJson), nextCursor: page.nextCursor }, 200);
  });

  app.openapi(postWebhook, async (c) => {
    requireScope(c.var.caller, 'administer');
    c.set('isSecret', true);
    const { office: officeId, url, events } = c.req.valid('json');
    const body = await inOneTransaction(c, db, 201, async (tx) => {
      const offices = (await listOffices(tx)).map(({ id }) => id);
      const acting = webhookParts({ ...parts, db: tx });
      const outcome = allowed(await addWebhookAs(acting, c.var.caller.viewer, { officeId, url, events }, offices));
      if (outcome.outcome === 'done') return { id: outcome.id, secret: outcome.secret };
      throw new Problem('invalidRequest', {
        errors: outcome.faults.map((fault) => ({ pointer: `#/${fault}`, detail: FAULTS[fault] })),
      });
    });
    return c.json(body, 201);
  });

  app.openapi(getWebhook, async (c) => {
    requireManager(c.var.caller);
    return c.json(await read(Number(c.req.valid('param').id)), 200);
  });

  app.openapi(rotateSecret, async (c) => {
    requireScope(c.var.caller, 'administer');
    c.set('isSecret', true);
    const id = Number(c.req.valid('param').id);
    const body = await inOneTransaction(c, db, 200, async (tx) => {
      const { secret } = allowed(await rotateSecretAs(webhookParts({ ...parts, db: tx }), c.var.caller.viewer, id));
      return { id, secret };
    });
    return c.json(body, 200);
  });

  app.openapi(enable, async (c) => c.json(await turn(c.var.caller, Number(c.req.valid('param').id), true), 200));

  app.openapi(disable, async (c) => c.json(await turn(c.var.caller, Number(c.req.valid('param').id), false), 200));

  // Doing it twice is as good as once, so its answer need not be kept with it.
  async function turn(caller: Caller, id: number, isOn: boolean) {
    requireScope(caller, 'administer');
    allowed(await switchWebhookAs(webhookParts({ db, clock }), caller.viewer, id, isOn));
    return read(id);
  }

  async function read(id: number) {
    const stored = await findWebhook(db, id);
    if (!stored) throw new Problem('notFound');
    return webhookJson(stored);
  }
}

const FAULTS = {
  office: 'no office of this id has a plan',
  url: 'not an address of http or https without a name and password',
  events: 'name one event at least',
};

/** @throws Problem for whoever manages no webhooks: to others there are none. */
export function requireManager(caller: Caller): void {
  requireScope(caller, 'administer');
  if (!mayManageWebhooks(caller.viewer)) throw new Problem('notFound');
}

/** Through what webhooks are managed; deliveries are asked for after the commit. */
export function webhookParts({
  db,
  clock,
  enqueueWebhooks,
}: Pick<ApiParts, 'db' | 'clock' | 'enqueueWebhooks'>): WebhookParts {
  return { db, clock, enqueueWebhooks: enqueueWebhooks ?? (async () => {}) };
}

function webhookJson({ id, officeId, url, events, createdAt, createdBy, disabledAt }: StoredWebhook) {
  return {
    id,
    office: officeId,
    url,
    events: [...events],
    createdAt: toIsoWithOffset(createdAt, HOME_ZONE),
    createdBy,
    disabledAt: isoOrNull(disabledAt, HOME_ZONE),
  };
}
