import { buffer } from 'node:stream/consumers';
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { documentName } from '../../acting/assessment-evidence.ts';
import { toIsoWithOffset } from '../../calendar/local-time.ts';
import {
  assessedIndicators,
  assessmentsOf,
  findAssessment,
  type Signature,
  type StoredAssessment,
} from '../../db/queries/assessments.ts';
import type { DefinitionCache } from '../../engine/definition-cache.ts';
import { sendMadeFile } from '../../http/send-made-file.ts';
import type { Plan } from '../../plan/types.ts';
import { readAssessedRecord } from '../../reading/assessed-record.ts';
import { bytesOf, MEDIA_TYPES } from '../../report/render/report-file.ts';
import type { ApiEnv, ApiParts } from '../api-parts.ts';
import { requireScope } from '../authenticate.ts';
import { Problem } from '../problem.ts';
import { readablePlan } from '../readable-plan.ts';
import { json, NOT_FOUND, problems } from '../responses.ts';
import { assessment, assessmentList, documentFormat } from '../schemas/assessments.ts';
import { numericId, planId } from '../schemas/shared.ts';

const bytes = { schema: { type: 'string' as const, format: 'binary' } };

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

const getDocument = createRoute({
  method: 'get',
  path: '/plans/{planId}/assessments/{id}/document',
  tags: ['Self-assessments'],
  summary: 'Download the document of a self-assessment',
  description: 'The same bytes for ever, with their hash as the ETag.',
  request: { params: z.object({ planId, id: numericId }), query: z.object({ format: documentFormat }) },
  responses: {
    200: {
      description: 'The document, as a file',
      content: Object.fromEntries((['docx', 'xlsx', 'html'] as const).map((format) => [MEDIA_TYPES[format], bytes])),
    },
    304: { description: 'The file is the one that If-None-Match names.' },
    ...problems(NOT_FOUND),
  },
});

/** `/plans/{planId}/assessments`: what an office claims of its plan, and what was accepted of it. */
export function addAssessments(app: OpenAPIHono<ApiEnv>, parts: ApiParts, definitions: DefinitionCache): void {
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
    const rows = await assessedIndicators(parts.db, found.id);
    return c.json({ ...summaryJson(found, stored.body.zone), indicators: rows }, 200);
  });

  app.openapi(getDocument, async (c) => {
    requireScope(c.var.caller, 'read');
    const { planId: plan, id } = c.req.valid('param');
    const { format } = c.req.valid('query');
    const { stored } = await readablePlan(parts, c.var.caller, plan);
    const found = await findAssessment(parts.db, plan, Number(id));
    const content = found && (await contentOf(found, stored.body, format));
    if (!found || !content) throw new Problem('notFound');
    return sendMadeFile(c, { content, mediaType: MEDIA_TYPES[format], name: documentName(plan, found.period, format) });
  });

  async function contentOf(found: StoredAssessment, plan: Plan, format: 'docx' | 'xlsx' | 'html') {
    if (format === 'docx') {
      const kept = await parts.evidence.find(found.documentHash);
      return kept && new Uint8Array(await buffer(kept.open()));
    }
    const made = await readAssessedRecord(parts.db, plan, found, definitions);
    return made && bytesOf(format, made.facts, made.paper);
  }
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
