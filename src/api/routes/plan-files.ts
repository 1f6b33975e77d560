import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { applyPlanAs, checkPlanAs, type PlanFile } from '../../acting/apply-plan-as.ts';
import type { ApiEnv, ApiParts } from '../api-parts.ts';
import { requireScope } from '../authenticate.ts';
import { allowed } from '../outcomes.ts';
import { appliedJson, faulty, kindChanged, previewJson } from '../plan-applied.ts';
import { Problem } from '../problem.ts';
import { json, problems, WRITE_PROBLEMS } from '../responses.ts';
import { planApplied } from '../schemas/plan-applied.ts';
import { writeHeaders } from '../schemas/shared.ts';

const MEDIA_TYPES = ['application/yaml', 'text/yaml', 'application/json', 'text/plain'];

const file = { schema: { type: 'string' as const, description: 'The file of a plan, as YAML or JSON.' } };

const postPlan = createRoute({
  method: 'post',
  path: '/plans',
  tags: ['Plans'],
  summary: 'Put a plan in force',
  description:
    'All of it or nothing. What the plan no longer has is withdrawn and keeps its history; the same plan twice changes nothing. With `dryRun=true` nothing is changed, and the answer tells what would be. Every fault of the file is told at once, by line, column and field.',
  request: {
    headers: writeHeaders,
    query: z.object({
      dryRun: z.enum(['true', 'false']).default('false'),
      file: z.string().max(300).default('plan.yaml').openapi({ description: 'The name to tell faults under.' }),
    }),
    body: { required: true, content: Object.fromEntries(MEDIA_TYPES.map((type) => [type, file])) },
  },
  responses: { 200: json(planApplied, 'In force, or what would change'), ...problems(WRITE_PROBLEMS) },
});

/** `POST /plans`: for administrators. */
export function addPlanFiles(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  app.openapi(postPlan, async (c) => {
    requireScope(c.var.caller, 'administer');
    const type = (c.req.header('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
    if (!MEDIA_TYPES.includes(type)) throw new Problem('mediaTypeUnsupported');
    const { dryRun, file: name } = c.req.valid('query');
    const { viewer } = c.var.caller;
    const given: PlanFile = { text: await c.req.text(), file: name };
    if (dryRun === 'true') {
      const check = allowed(await checkPlanAs(parts, viewer, given));
      if (check.outcome === 'faulty') throw faulty(check.faults);
      return c.json(previewJson(parts, check.preview), 200);
    }
    const outcome = allowed(await applyPlanAs(parts, viewer, given));
    if (outcome.outcome === 'faulty') throw faulty(outcome.faults);
    if (outcome.outcome === 'kindChanged') throw kindChanged(outcome.indicators);
    if (outcome.outcome === 'stale') throw new Problem('conflict', { detail: 'Somebody else applies this plan.' });
    return c.json(appliedJson(parts, outcome.plan, outcome.applied), 200);
  });
}
