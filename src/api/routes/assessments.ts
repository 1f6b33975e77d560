import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { toIsoWithOffset } from '../../calendar/local-time.ts';
import {
  assessedIndicators,
  assessmentsOf,
  findAssessment,
  type Signature,
  type StoredAssessment,
} from '../../db/queries/assessments.ts';
import { compareCodes } from '../../i18n/compare-codes.ts';
import type { ApiEnv, ApiParts } from '../api-parts.ts';
import { requireScope } from '../authenticate.ts';
import { Problem } from '../problem.ts';
import { readablePlan } from '../readable-plan.ts';
import { json, NOT_FOUND, problems } from '../responses.ts';
import { instant, language, localDate, numericId, planId } from '../schemas/shared.ts';

const signature = z.object({ at: instant, post: z.string(), person: z.string().nullable() }).nullable();

const summary = z.object({
  id: z.number().int(),
  period: z.enum(['halfYear', 'year']),
  round: z.number().int().openapi({ description: 'Grows when one that was returned is prepared again.' }),
  status: z.enum(['prepared', 'approved', 'sent', 'accepted', 'returned']),
  indicator: z.string().nullable().openapi({ description: 'The indicator that sending it achieves.' }),
  until: localDate,
  language,
  planVersion: z.number().int(),
  recordHash: z.string(),
  documentHash: z.string().openapi({ description: 'SHA-256 of the Word file.' }),
  memo: z.string().nullable(),
  prepared: signature,
  approved: signature,
  sent: signature,
  judged: signature,
  judgement: z.string().nullable(),
  version: z.number().int(),
});

const assessmentList = z.object({ items: z.array(summary) }).openapi('SelfAssessmentList');

const assessment = summary
  .extend({
    indicators: z.array(
      z.object({
        code: z.string(),
        weight: z.number().nullable(),
        claimed: z.number(),
        evidenced: z.number(),
        accepted: z.number().nullable().openapi({ description: 'Null until it has been judged.' }),
        verdict: z.enum(['accepted', 'returned']).nullable(),
        reason: z.string().nullable(),
      }),
    ),
  })
  .openapi('SelfAssessment');

const getList = createRoute({
  method: 'get',
  path: '/plans/{planId}/assessments',
  tags: ['Self-assessments'],
  summary: 'List the self-assessments of a plan',
  request: { params: z.object({ planId }) },
  responses: { 200: json(assessmentList, 'Self-assessments, the latest round first'), ...problems(NOT_FOUND) },
});

const getOne = createRoute({
  method: 'get',
  path: '/plans/{planId}/assessments/{id}',
  tags: ['Self-assessments'],
  summary: 'Read a self-assessment',
  description: 'With the points of each indicator as claimed, as supported by evidence, and as accepted.',
  request: { params: z.object({ planId, id: numericId }) },
  responses: { 200: json(assessment, 'The self-assessment'), ...problems(NOT_FOUND) },
});

/** `/plans/{planId}/assessments`: what an office claims of its plan, and what was accepted of it. */
export function addAssessments(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  app.openapi(getList, async (c) => {
    requireScope(c.var.caller, 'read');
    const { stored } = await readablePlan(parts, c.var.caller, c.req.valid('param').planId);
    const all = await assessmentsOf(parts.db, [stored.id]);
    return c.json({ items: all.map((one) => summaryJson(one, stored.body.zone)) }, 200);
  });

  app.openapi(getOne, async (c) => {
    requireScope(c.var.caller, 'read');
    const { planId: plan, id } = c.req.valid('param');
    const { stored } = await readablePlan(parts, c.var.caller, plan);
    const found = await findAssessment(parts.db, plan, Number(id));
    if (!found) throw new Problem('notFound');
    const rows = (await assessedIndicators(parts.db, found.id)).sort((one, other) =>
      compareCodes(one.code, other.code),
    );
    return c.json({ ...summaryJson(found, stored.body.zone), indicators: rows }, 200);
  });
}

function summaryJson({ planId: _, indicatorCode, ...one }: StoredAssessment, zone: string) {
  const signed = (by: Signature | null) => by && { ...by, at: toIsoWithOffset(by.at, zone) };
  return {
    ...one,
    indicator: indicatorCode,
    prepared: signed(one.prepared),
    approved: signed(one.approved),
    sent: signed(one.sent),
    judged: signed(one.judged),
  };
}
