import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { answerEscalationAs, type SayingOutcome } from '../../acting/answer-escalation.ts';
import { explainAs } from '../../acting/explain.ts';
import type { ApiEnv, ApiParts } from '../api-parts.ts';
import { requireScope } from '../authenticate.ts';
import { allowed } from '../outcomes.ts';
import { Problem } from '../problem.ts';
import { json, NOT_FOUND, problems, WRITE_PROBLEMS } from '../responses.ts';
import { indicatorCode, planId, writeHeaders } from '../schemas/shared.ts';

const params = z.object({ planId, code: indicatorCode });

const text = z.string().max(4_000);

const said = z
  .object({ id: z.number().int(), letters: z.number().int().openapi({ description: 'So many letters went out.' }) })
  .openapi('Said');

const answers = { 201: json(said, 'On record'), ...problems({ ...NOT_FOUND, ...WRITE_PROBLEMS }) };

const answer = z
  .object({
    kind: z.enum(['acknowledgement', 'explanationRequest']),
    checkpoint: z.string().openapi({ description: 'The missed day, as the notices name it.' }),
    generation: z.number().int().openapi({ description: 'Grows when an indicator is reopened or its day moves.' }),
    text: text.default(''),
  })
  .openapi('EscalationAnswer');

const postAnswer = createRoute({
  method: 'post',
  path: '/plans/{planId}/indicators/{code}/answers',
  tags: ['Escalations'],
  summary: 'Answer an escalation',
  description: 'Take note of a missed target, or ask for an explanation. The same said twice is said once.',
  request: {
    params,
    headers: writeHeaders,
    body: { required: true, content: { 'application/json': { schema: answer } } },
  },
  responses: answers,
});

const postExplanation = createRoute({
  method: 'post',
  path: '/plans/{planId}/indicators/{code}/explanations',
  tags: ['Escalations'],
  summary: 'Explain a missed target',
  description: 'In answer to somebody who asked: `answers` is the id of the question.',
  request: {
    params,
    headers: writeHeaders,
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.object({ answers: z.number().int().positive(), text }).openapi('Explanation'),
        },
      },
    },
  },
  responses: answers,
});

/** `…/answers` and `…/explanations`: what is said to a missed target. */
export function addSayings(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  app.openapi(postAnswer, async (c) => {
    requireScope(c.var.caller, 'record');
    const given = { ...c.req.valid('param'), ...c.req.valid('json') };
    return c.json(saidOf(await answerEscalationAs(parts, c.var.caller.viewer, given)), 201);
  });

  app.openapi(postExplanation, async (c) => {
    requireScope(c.var.caller, 'record');
    const given = { ...c.req.valid('param'), ...c.req.valid('json') };
    return c.json(saidOf(await explainAs(parts, c.var.caller.viewer, given)), 201);
  });
}

function saidOf(outcome: SayingOutcome) {
  const answered = allowed(outcome);
  if (answered.outcome === 'faulty') {
    throw new Problem('invalidRequest', { errors: [{ pointer: '#/text', detail: answered.fault }] });
  }
  if (answered.outcome === 'refused') {
    throw new Problem('refused', { refusal: { code: answered.code, details: {} }, detail: answered.code });
  }
  return { id: answered.id, letters: answered.told };
}
