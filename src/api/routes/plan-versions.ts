import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { toIsoWithOffset } from '../../calendar/local-time.ts';
import { planOfVersion, planVersions } from '../../db/queries/plan-versions.ts';
import { planDifference } from '../../plan/plan-difference.ts';
import { fileOfPlan } from '../../reading/file-of-plan.ts';
import { mayDo } from '../../rights/rights.ts';
import type { ApiEnv, ApiParts, Caller } from '../api-parts.ts';
import { requireScope } from '../authenticate.ts';
import { pageOf } from '../cursor.ts';
import { etagOf } from '../etag.ts';
import { copied } from '../plan-applied.ts';
import { Problem } from '../problem.ts';
import { readablePlan } from '../readable-plan.ts';
import { etagHeader, json, NOT_FOUND, problems } from '../responses.ts';
import { instant, nextCursor, pageQuery, planChange, planId } from '../schemas/shared.ts';

const versionNumber = z.coerce.number().int().min(1).max(1_000_000);

const version = z
  .object({ version: z.number().int(), appliedAt: instant, appliedBy: z.string() })
  .openapi('PlanVersion', { description: 'That a plan was put in force.' });

const getFile = createRoute({
  method: 'get',
  path: '/plans/{planId}/file',
  tags: ['Plans'],
  summary: 'Download the file of a plan',
  description:
    'As YAML, to be changed and put in force again: with its ETag as If-Match, over nobody else’s change. For administrators.',
  request: { params: z.object({ planId }) },
  responses: {
    200: {
      description: 'The file',
      content: { 'application/yaml': { schema: { type: 'string' as const } } },
      headers: etagHeader,
    },
    ...problems(NOT_FOUND),
  },
});

const getVersions = createRoute({
  method: 'get',
  path: '/plans/{planId}/versions',
  tags: ['Plans'],
  summary: 'List the versions of a plan',
  description: 'For administrators.',
  request: { params: z.object({ planId }), query: pageQuery },
  responses: {
    200: json(z.object({ items: z.array(version), nextCursor }).openapi('PlanVersionList'), 'The latest first'),
    ...problems(NOT_FOUND),
  },
});

const getDifference = createRoute({
  method: 'get',
  path: '/plans/{planId}/versions/difference',
  tags: ['Plans'],
  summary: 'See what changed between two versions',
  description: 'For administrators.',
  request: { params: z.object({ planId }), query: z.object({ from: versionNumber, to: versionNumber }) },
  responses: {
    200: json(z.object({ changes: z.array(planChange) }).openapi('PlanDifference'), 'The changes'),
    ...problems(NOT_FOUND),
  },
});

/** `…/file` and `…/versions`: how a plan came to be what it is. For administrators; not there for others. */
export function addPlanVersions(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { db, library } = parts;

  app.openapi(getFile, async (c) => {
    const { planId: id } = c.req.valid('param');
    await administeredPlan(c.var.caller, id);
    const file = await fileOfPlan(db, library, id);
    if (!file) throw new Problem('notFound');
    return c.body(file.text, 200, { 'Content-Type': 'application/yaml; charset=utf-8', ETag: etagOf(file.version) });
  });

  app.openapi(getVersions, async (c) => {
    const { planId: id } = c.req.valid('param');
    const { zone } = await administeredPlan(c.var.caller, id);
    const page = pageOf(await planVersions(db, id), (one) => String(one.version), c.req.valid('query'));
    const items = page.items.map((one) => ({ ...one, appliedAt: toIsoWithOffset(one.appliedAt, zone) }));
    return c.json({ items, nextCursor: page.nextCursor }, 200);
  });

  app.openapi(getDifference, async (c) => {
    const { planId: id } = c.req.valid('param');
    await administeredPlan(c.var.caller, id);
    const { from, to } = c.req.valid('query');
    const [before, after] = [await planOfVersion(db, id, from), await planOfVersion(db, id, to)];
    if (!before || !after) throw new Problem('notFound');
    return c.json({ changes: copied(planDifference(before, after)) }, 200);
  });

  async function administeredPlan(caller: Caller, id: string) {
    requireScope(caller, 'administer');
    const { stored } = await readablePlan(parts, caller, id);
    if (!mayDo(caller.viewer, 'seeAdministration', {}).allowed) throw new Problem('notFound');
    return stored.body;
  }
}
