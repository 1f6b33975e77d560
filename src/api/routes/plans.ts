import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { toIsoWithOffset } from '../../calendar/local-time.ts';
import { countStatuses } from '../../db/queries/count-statuses.ts';
import { listPlans, type StoredPlan } from '../../db/queries/plans.ts';
import type { DefinitionCache } from '../../engine/definition-cache.ts';
import { readPlanStatus } from '../../engine/plan-status.ts';
import { readablePlans } from '../../reading/readable-plans.ts';
import { indicatorJson } from '../../reading/status-json.ts';
import type { ApiEnv, ApiParts } from '../api-parts.ts';
import { requireScope } from '../authenticate.ts';
import { pageOf } from '../cursor.ts';
import { Problem } from '../problem.ts';
import { readablePlan } from '../readable-plan.ts';
import { json, NOT_FOUND, problems } from '../responses.ts';
import { indicatorList } from '../schemas/indicators.ts';
import { planDetail, planList } from '../schemas/plans.ts';
import { pageQuery, planId } from '../schemas/shared.ts';

const getPlans = createRoute({
  method: 'get',
  path: '/plans',
  tags: ['Plans'],
  summary: 'List the plans that you may read',
  request: { query: pageQuery },
  responses: { 200: json(planList, 'Plans, by their ids'), ...problems() },
});

const getPlan = createRoute({
  method: 'get',
  path: '/plans/{planId}',
  tags: ['Plans'],
  summary: 'Read a plan as it is in force',
  description: 'With its posts and who holds them, its policy, its activities, indicators and targets.',
  request: { params: z.object({ planId }) },
  responses: { 200: json(planDetail, 'The plan'), ...problems(NOT_FOUND) },
});

const getIndicators = createRoute({
  method: 'get',
  path: '/plans/{planId}/indicators',
  tags: ['Indicators'],
  summary: 'Read how a plan stands',
  description: 'One item an indicator, in the order of the plan: progress, status, due day, days left and next notice.',
  request: { params: z.object({ planId }), query: pageQuery },
  responses: { 200: json(indicatorList, 'The indicators'), ...problems(NOT_FOUND) },
});

/** `/plans`: which there are, what is in them, and how they stand. */
export function addPlans(app: OpenAPIHono<ApiEnv>, parts: ApiParts, definitions: DefinitionCache): void {
  const { db, clock } = parts;

  app.openapi(getPlans, async (c) => {
    const { caller } = c.var;
    requireScope(caller, 'read');
    const readable = await readablePlans(db, caller.viewer, clock.now());
    const plans = (await listPlans(db)).filter(({ id }) => readable === null || readable.includes(id));
    const { items, nextCursor } = pageOf(plans, ({ id }) => id, c.req.valid('query'));
    const counts = await countStatuses(db);
    const none = { notStarted: 0, inProgress: 0, achieved: 0, notAchieved: 0, onHold: 0, withdrawn: 0 };
    return c.json(
      { items: items.map((plan) => ({ ...summaryOf(plan), statuses: counts.get(plan.id) ?? none })), nextCursor },
      200,
    );
  });

  app.openapi(getPlan, async (c) => {
    requireScope(c.var.caller, 'read');
    const { stored } = await readablePlan(parts, c.var.caller, c.req.valid('param').planId);
    const { version, appliedAt, body } = stored;
    const plan = { version, appliedAt: toIsoWithOffset(appliedAt, body.zone), ...body };
    return c.json(plan as z.infer<typeof planDetail>, 200);
  });

  app.openapi(getIndicators, async (c) => {
    requireScope(c.var.caller, 'read');
    const { planId: id } = c.req.valid('param');
    await readablePlan(parts, c.var.caller, id);
    const status = await readPlanStatus(db, id, clock.now(), definitions);
    if (!status) throw new Problem('notFound');
    const { plan, version, today, rows } = status;
    const { items, nextCursor } = pageOf(rows, ({ indicator }) => indicator.code, c.req.valid('query'));
    return c.json(
      { plan: id, version, today, items: items.map((row) => indicatorJson(row, plan.zone)), nextCursor },
      200,
    );
  });
}

function summaryOf({ id, version, appliedAt, body }: StoredPlan) {
  return {
    id,
    office: body.office,
    fiscalYear: body.fiscalYear,
    zone: body.zone,
    posts: [...body.posts],
    version,
    appliedAt: toIsoWithOffset(appliedAt, body.zone),
    indicators: body.activities.flatMap((activity) => activity.indicators).length,
  };
}
