import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { toIsoWithOffset } from '../../calendar/local-time.ts';
import type { DefinitionCache } from '../../engine/definition-cache.ts';
import { readMyWork } from '../../reading/my-work.ts';
import { readWaiting } from '../../reading/waiting.ts';
import type { ApiEnv, ApiParts } from '../api-parts.ts';
import { requireScope } from '../authenticate.ts';
import { cursorOf, pageOf, readCursor } from '../cursor.ts';
import { json, problems } from '../responses.ts';
import { bilingual, instant, localDate, nextCursor, pageQuery, role } from '../schemas/shared.ts';

const ofIndicator = { plan: z.string(), code: z.string(), title: bilingual };

const duty = z
  .object({
    ...ofIndicator,
    due: localDate,
    daysLeft: z.number().int().openapi({ description: 'Below zero where it is overdue.' }),
    status: z.enum(['notStarted', 'inProgress']),
    posts: z.array(z.string()).openapi({ description: 'In which you may settle it, the focal point’s first.' }),
  })
  .openapi('Duty', { description: 'What you owe next of an indicator.' });

export const dutyList = z.object({ items: z.array(duty), nextCursor }).openapi('DutyList');

const question = z
  .object({
    ...ofIndicator,
    id: z.number().int().openapi({ description: 'To be named as `answers` in the explanation.' }),
    at: instant,
    post: z.string().openapi({ description: 'The post that asked.' }),
    text: z.string(),
  })
  .openapi('Question', { description: 'An explanation that you owe.' });

export const questionList = z.object({ items: z.array(question), nextCursor }).openapi('QuestionList');

const waiting = z
  .object({
    ...ofIndicator,
    checkpoint: z.string().openapi({ description: 'With `generation` what an answer names.' }),
    generation: z.number().int(),
    period: bilingual.nullable(),
    due: localDate,
    daysLate: z.number().int(),
    role,
    toldAt: instant,
    message: z.number().int().openapi({ description: 'The letter in which you, or your post, were told.' }),
  })
  .openapi('WaitingEscalation', { description: 'A missed day of which you were told, and said nothing to yet.' });

export const waitingList = z.object({ items: z.array(waiting), nextCursor }).openapi('WaitingEscalationList');

const getDuties = createRoute({
  method: 'get',
  path: '/me/duties',
  tags: ['You'],
  summary: 'List what you owe',
  description: 'Over all plans and posts, by date, the longest overdue first.',
  request: { query: pageQuery },
  responses: { 200: json(dutyList, 'Your duties'), ...problems() },
});

const getQuestions = createRoute({
  method: 'get',
  path: '/me/questions',
  tags: ['Escalations'],
  summary: 'List the explanations that you owe',
  description:
    'What was asked of indicators whose progress you record, and nobody has explained yet; the oldest first.',
  request: { query: pageQuery },
  responses: { 200: json(questionList, 'Questions'), ...problems() },
});

const getEscalations = createRoute({
  method: 'get',
  path: '/me/escalations',
  tags: ['Escalations'],
  summary: 'List the escalations that wait for your answer',
  description:
    'For those above: the longest told first. A page may have fewer items than `limit` and still not be the last.',
  request: { query: pageQuery },
  responses: { 200: json(waitingList, 'Escalations'), ...problems() },
});

/** `/me/duties`, `/me/questions` and `/me/escalations`: what waits for the caller. */
export function addMyWork(app: OpenAPIHono<ApiEnv>, { db, clock }: ApiParts, definitions: DefinitionCache): void {
  app.openapi(getDuties, async (c) => {
    requireScope(c.var.caller, 'read');
    const { duties } = await readMyWork(db, definitions, c.var.caller.viewer, clock.now());
    const page = pageOf(duties, ({ plan, indicator }) => `${plan.id}.${indicator.code}`, c.req.valid('query'));
    const items = page.items.map(({ plan, indicator: { code, title }, view, daysLeft, as }) => ({
      plan: plan.id,
      code,
      title,
      due: view.due,
      daysLeft,
      status: view.status as 'notStarted' | 'inProgress',
      posts: [...new Set(as.flatMap(({ post }) => post ?? []))],
    }));
    return c.json({ items, nextCursor: page.nextCursor }, 200);
  });

  app.openapi(getQuestions, async (c) => {
    requireScope(c.var.caller, 'read');
    const { asked } = await readMyWork(db, definitions, c.var.caller.viewer, clock.now());
    const page = pageOf(asked, ({ question: { id } }) => String(id), c.req.valid('query'));
    const items = page.items.map(({ plan, indicator: { code, title }, question: { id, at, post, text } }) => ({
      plan: plan.id,
      code,
      title,
      id,
      at: toIsoWithOffset(at, plan.zone),
      post,
      text,
    }));
    return c.json({ items, nextCursor: page.nextCursor }, 200);
  });

  app.openapi(getEscalations, async (c) => {
    requireScope(c.var.caller, 'read');
    const { cursor, limit } = c.req.valid('query');
    const after = readCursor(cursor, /^[1-9][0-9]{0,14}$/);
    const page = { limit, after: after === null ? undefined : Number(after) };
    const found = await readWaiting(db, definitions, c.var.caller.viewer, clock.now(), page);
    const items = found.items.map(({ plan, indicator: { code, title }, escalation, due, daysLate, period }) => ({
      plan: plan.id,
      code,
      title,
      checkpoint: escalation.checkpoint,
      generation: escalation.generation,
      period,
      due,
      daysLate,
      role: escalation.role,
      toldAt: toIsoWithOffset(escalation.toldAt, plan.zone),
      message: escalation.messageId,
    }));
    return c.json({ items, nextCursor: found.next === null ? null : cursorOf(found.next) }, 200);
  });
}
