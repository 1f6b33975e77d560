import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { applyPlanAs, checkPlanAs, type PlanFile } from '../../acting/apply-plan-as.ts';
import { noticesFrom } from '../../reading/notices-ahead.ts';
import type { ApiEnv, ApiParts } from '../api-parts.ts';
import { requireScope } from '../authenticate.ts';
import { versionSeen } from '../etag.ts';
import { allowed } from '../outcomes.ts';
import { appliedJson, faulty, kindChanged, previewJson } from '../plan-applied.ts';
import { Problem } from '../problem.ts';
import { json, problems, WRITE_PROBLEMS } from '../responses.ts';
import { planApplied } from '../schemas/plan-applied.ts';
import { writeHeaders } from '../schemas/shared.ts';
import { noticesAhead, noticesJson } from './notices.ts';

const MEDIA_TYPES = ['application/yaml', 'text/yaml', 'application/json', 'text/plain'];

const file = { schema: { type: 'string' as const, description: 'The file of a plan, as YAML or JSON.' } };

const fileName = z.string().max(300).default('plan.yaml').openapi({ description: 'The name to tell faults under.' });

const postPlan = createRoute({
  method: 'post',
  path: '/plans',
  tags: ['Plans'],
  summary: 'Put a plan in force',
  description:
    'All of it or nothing. What the plan no longer has is withdrawn and keeps its history; the same plan twice changes nothing. With `dryRun=true` nothing is changed, and the answer tells what would be. Every fault of the file is told at once, by line, column and field.',
  request: {
    headers: writeHeaders.extend({
      'if-match': z.string().optional().openapi({ description: 'The ETag of the plan’s file as you saw it.' }),
    }),
    query: z.object({
      dryRun: z.enum(['true', 'false']).default('false'),
      file: fileName,
    }),
    body: { required: true, content: Object.fromEntries(MEDIA_TYPES.map((type) => [type, file])) },
  },
  responses: {
    200: json(planApplied, 'In force, or what would change'),
    ...problems({ ...WRITE_PROBLEMS, 412: 'Somebody applied the plan meanwhile.' }),
  },
});

const postNotices = createRoute({
  method: 'post',
  path: '/plans/notices',
  tags: ['Plans'],
  summary: 'See which letters a plan would send',
  description: 'Of a plan that is only being looked at: nothing is changed. For administrators.',
  request: {
    query: z.object({ file: fileName }),
    body: { required: true, content: Object.fromEntries(MEDIA_TYPES.map((type) => [type, file])) },
  },
  responses: { 200: json(noticesAhead, 'Letters ahead, until the end of its year'), ...problems(WRITE_PROBLEMS) },
});

/** `POST /plans` and `POST /plans/notices`: for administrators. */
export function addPlanFiles(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  app.openapi(postPlan, async (c) => {
    const { dryRun, file: name } = c.req.valid('query');
    const { viewer } = c.var.caller;
    const given = await givenPlan(c, name);
    const seen = versionSeen(c.req.header('if-match'));
    if (dryRun === 'true') {
      const check = allowed(await checkPlanAs(parts, viewer, given));
      if (check.outcome === 'faulty') throw faulty(check.faults);
      if (seen !== undefined && seen !== check.preview.seen) throw new Problem('stale');
      return c.json(previewJson(parts, check.preview), 200);
    }
    const outcome = allowed(await applyPlanAs(parts, viewer, given, { seen }));
    if (outcome.outcome === 'faulty') throw faulty(outcome.faults);
    if (outcome.outcome === 'kindChanged') throw kindChanged(outcome.indicators);
    if (outcome.outcome === 'stale' && seen !== undefined) throw new Problem('stale');
    if (outcome.outcome === 'stale') throw new Problem('conflict', { detail: 'Somebody else applies this plan.' });
    return c.json(appliedJson(parts, outcome.plan, outcome.applied), 200);
  });

  app.openapi(postNotices, async (c) => {
    const given = await givenPlan(c, c.req.valid('query').file);
    const check = allowed(await checkPlanAs(parts, c.var.caller.viewer, given));
    if (check.outcome === 'faulty') throw faulty(check.faults);
    const { plan, standing, otherKind } = check.preview;
    if (otherKind.length > 0) throw kindChanged(otherKind);
    return c.json(noticesJson(plan, plan.closes, noticesFrom(plan, standing, plan.closes)), 200);
  });
}

/** The plan's file out of a request. @throws Problem where the token was not made for this, or the body is none */
async function givenPlan(c: Context<ApiEnv>, name: string): Promise<PlanFile> {
  requireScope(c.var.caller, 'administer');
  const type = (c.req.header('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
  if (!MEDIA_TYPES.includes(type)) throw new Problem('mediaTypeUnsupported');
  return { text: await c.req.text(), file: name };
}
