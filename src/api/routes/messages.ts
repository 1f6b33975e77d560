import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { plainText } from '../../acting/plain-text.ts';
import { localDate, toIsoWithOffset } from '../../calendar/local-time.ts';
import { listAttempts } from '../../db/queries/attempts.ts';
import { findMessage, listMessages } from '../../db/queries/messages.ts';
import { planFaces } from '../../db/queries/plan-faces.ts';
import { findPlan } from '../../db/queries/plans.ts';
import { letterJson } from '../../reading/letter-json.ts';
import { readableLetters } from '../../reading/readable-plans.ts';
import { mayDo } from '../../rights/rights.ts';
import type { ApiEnv, ApiParts, Caller } from '../api-parts.ts';
import { requireScope } from '../authenticate.ts';
import { cursorOf, readCursor } from '../cursor.ts';
import { Problem } from '../problem.ts';
import { json, NOT_FOUND, problems } from '../responses.ts';
import { messageAttempts, messageDetail, messageList, messageStatus } from '../schemas/messages.ts';
import { numericId, pageQuery } from '../schemas/shared.ts';

const getMessages = createRoute({
  method: 'get',
  path: '/messages',
  tags: ['Messages'],
  summary: 'List letters, the newest first',
  description: 'All letters of plans whose record you keep, of others those to yourself.',
  request: {
    query: pageQuery.extend({
      plan: z
        .string()
        .regex(/^[a-z0-9-]{1,100}$/)
        .optional()
        .openapi({ description: 'Only those of one plan.' }),
      status: messageStatus.optional(),
      search: z.string().max(100).optional().openapi({ description: 'Only those whose recipient or subject has it.' }),
    }),
  },
  responses: { 200: json(messageList, 'Letters'), ...problems() },
});

const getMessage = createRoute({
  method: 'get',
  path: '/messages/{id}',
  tags: ['Messages'],
  summary: 'Read a letter as it was sent',
  request: { params: z.object({ id: numericId }) },
  responses: { 200: json(messageDetail, 'The letter'), ...problems(NOT_FOUND) },
});

const getAttempts = createRoute({
  method: 'get',
  path: '/messages/{id}/attempts',
  tags: ['Messages'],
  summary: 'Read every attempt to send a letter',
  request: { params: z.object({ id: numericId }) },
  responses: { 200: json(messageAttempts, 'Attempts, the oldest first'), ...problems(NOT_FOUND) },
});

/** `/messages`: letters as they were written, and what mail servers said of them. */
export function addMessages(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { db, clock } = parts;

  app.openapi(getMessages, async (c) => {
    const { caller } = c.var;
    requireScope(caller, 'read');
    const { plan, status, search, cursor, limit } = c.req.valid('query');
    const before = readCursor(cursor, /^[1-9][0-9]{0,14}$/);
    const scope = await readableLetters(db, caller.viewer, clock.now());
    const found = await listMessages(db, {
      scope,
      planId: plan,
      status,
      search: plainText(search ?? '').trim() || undefined,
      before: before === null ? undefined : Number(before),
      limit: limit + 1,
    });
    const page = found.slice(0, limit);
    const faces = await planFaces(db, [...new Set(page.map(({ planId }) => planId))]);
    const zones = new Map(faces.map(({ id, zone }) => [id, zone]));
    return c.json(
      {
        items: page.map((letter) => letterJson(letter, zones.get(letter.planId) ?? 'UTC')),
        nextCursor: found.length > limit ? cursorOf(page.at(-1)!.id) : null,
      },
      200,
    );
  });

  app.openapi(getMessage, async (c) => {
    requireScope(c.var.caller, 'read');
    const { message, zone } = await readableMessage(parts, c.var.caller, Number(c.req.valid('param').id));
    const { text, html, ics } = message;
    const attemptLog = await attemptsOf(message.id, zone);
    return c.json({ ...letterJson(message, zone), text, html, ics, attemptLog }, 200);
  });

  app.openapi(getAttempts, async (c) => {
    requireScope(c.var.caller, 'read');
    const { message, zone } = await readableMessage(parts, c.var.caller, Number(c.req.valid('param').id));
    return c.json({ items: await attemptsOf(message.id, zone) }, 200);
  });

  async function attemptsOf(id: number, zone: string) {
    return (await listAttempts(db, id)).map((attempt) => ({ ...attempt, at: toIsoWithOffset(attempt.at, zone) }));
  }
}

/** @throws Problem where there is no such letter, or it is neither the caller's nor of a plan whose record the caller keeps. */
async function readableMessage({ db, clock }: ApiParts, { viewer }: Caller, id: number) {
  const message = await findMessage(db, id);
  const plan = message && (await findPlan(db, message.planId))?.body;
  if (!message || !plan) throw new Problem('notFound');
  const on = localDate(clock.now(), plan.zone);
  const allowed =
    mayDo(viewer, 'readMessages', { plan, on }).allowed ||
    mayDo(viewer, 'readOwnMessages', { plan, on, address: message.address }).allowed;
  if (!allowed) throw new Problem('notFound');
  return { message, zone: plan.zone };
}
