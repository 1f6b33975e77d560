import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { DefinitionCache } from '../../engine/definition-cache.ts';
import { sendMadeFile } from '../../http/send-made-file.ts';
import { planReport } from '../../reading/plan-report.ts';
import { reportFileName } from '../../report/make-report.ts';
import { bytesOf, FORMATS, MEDIA_TYPES } from '../../report/render/report-file.ts';
import { reportFaultText } from '../../report/report-fault.ts';
import type { ReportTerms } from '../../report/report-terms.ts';
import type { ApiEnv, ApiParts } from '../api-parts.ts';
import { requireScope } from '../authenticate.ts';
import { Problem } from '../problem.ts';
import { readablePlan } from '../readable-plan.ts';
import { NOT_FOUND, problems } from '../responses.ts';
import { reportKind, reportQuery } from '../schemas/reports.ts';
import { planId } from '../schemas/shared.ts';

const bytes = { schema: { type: 'string' as const, format: 'binary' } };

const getReport = createRoute({
  method: 'get',
  path: '/plans/{planId}/reports/{report}',
  tags: ['Reports'],
  summary: 'Make a report',
  description:
    'Tells how the plan stood at the end of a day, from what is on record. It carries the version of the plan and a hash of the record; the same terms give the same bytes, and the same ETag. What nobody has stated is left as a marked blank.',
  request: { params: z.object({ planId, report: reportKind }), query: reportQuery },
  responses: {
    200: {
      description: 'The report, as a file',
      content: Object.fromEntries(FORMATS.map((format) => [MEDIA_TYPES[format], bytes])),
      headers: z.object({
        ETag: z.string().openapi({ description: 'A hash of the bytes, to be sent as If-None-Match.' }),
        'Content-Disposition': z.string().openapi({ description: 'With a name for the file.' }),
      }),
    },
    304: { description: 'The file is the one that If-None-Match names.' },
    ...problems(NOT_FOUND),
  },
});

/** `/plans/{planId}/reports/{report}`: what the office owes its superiors, as a file. */
export function addReports(app: OpenAPIHono<ApiEnv>, parts: ApiParts, definitions: DefinitionCache): void {
  const { db, clock } = parts;

  app.openapi(getReport, async (c) => {
    requireScope(c.var.caller, 'read');
    const { planId: id, report: kind } = c.req.valid('param');
    const { format, ...query } = c.req.valid('query');
    const { stored } = await readablePlan(parts, c.var.caller, id);
    const terms: ReportTerms = { kind, ...query };
    refuseForeign(terms);
    const made = await planReport(db, stored, terms, clock.now(), definitions);
    if ('faults' in made) {
      const errors = made.faults.map((fault) => ({
        parameter: fault.field,
        detail: reportFaultText(fault, c.var.language),
      }));
      throw new Problem('invalidRequest', { errors });
    }
    const { facts, paper } = made.report;
    const content = await bytesOf(format, facts, paper);
    return sendMadeFile(c, { content, mediaType: MEDIA_TYPES[format], name: reportFileName(id, made.terms, format) });
  });
}

/** @throws Problem for terms that this kind of report does not know, rather than to leave them aside in silence */
function refuseForeign({ kind, period, quarter, since }: ReportTerms): void {
  const foreign = Object.entries({
    period: kind === 'self-assessment' ? undefined : period,
    quarter: kind === 'self-assessment' ? quarter : undefined,
    since: kind === 'progress' ? undefined : since,
  }).flatMap(([parameter, value]) => (value === undefined ? [] : [parameter]));
  if (foreign.length === 0) return;
  throw new Problem('invalidRequest', {
    errors: foreign.map((parameter) => ({ parameter, detail: `not for ${kind}` })),
  });
}
