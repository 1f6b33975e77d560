import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { officeCounts } from '../../db/queries/office-counts.ts';
import type { DefinitionCache } from '../../engine/definition-cache.ts';
import { OfficeScores } from '../../reading/office-scores.ts';
import { overseenPlans } from '../../reading/overseen-plans.ts';
import type { ApiEnv, ApiParts } from '../api-parts.ts';
import { requireScope } from '../authenticate.ts';
import { pageOf } from '../cursor.ts';
import { json, problems } from '../responses.ts';
import { bilingual, nextCursor, pageQuery } from '../schemas/shared.ts';

const office = z
  .object({
    plan: z.string(),
    fiscalYear: z.string(),
    office: bilingual,
    achieved: z.number().int(),
    onTarget: z.number().int(),
    dueSoon: z.number().int(),
    overdue: z.number().int(),
    onHold: z.number().int(),
    notAchieved: z.number().int(),
    total: z.number().int(),
    score: z
      .object({ points: z.number(), total: z.number() })
      .nullable()
      .openapi({ description: 'What is earned so far of the weight of the plan.' }),
  })
  .openapi('OfficeRollUp');

const getOffices = createRoute({
  method: 'get',
  path: '/offices',
  tags: ['Offices'],
  summary: 'See the offices below side by side',
  description:
    'One item a plan in which you supervise, head or stand above; for administrators, all. By the ids of plans.',
  request: { query: pageQuery },
  responses: {
    200: json(z.object({ items: z.array(office), nextCursor }).openapi('OfficeList'), 'The offices'),
    ...problems(),
  },
});

/** `/offices`: the roll-up for those above. */
export function addOffices(app: OpenAPIHono<ApiEnv>, { db, clock }: ApiParts, definitions: DefinitionCache): void {
  const scores = new OfficeScores(definitions);
  app.openapi(getOffices, async (c) => {
    requireScope(c.var.caller, 'read');
    const now = clock.now();
    const overseen = await overseenPlans(db, c.var.caller.viewer, now);
    const counts = await officeCounts(db, overseen?.map(({ planId }) => planId) ?? null);
    const sorted = [...counts].sort((a, b) => (a.planId < b.planId ? -1 : 1));
    const page = pageOf(sorted, ({ planId }) => planId, c.req.valid('query'));
    const earned = await scores.of(db, page.items, now);
    const items = page.items.map(({ planId, revision: _, ...rest }) => ({
      plan: planId,
      ...rest,
      score: earned.get(planId) ?? null,
    }));
    return c.json({ items, nextCursor: page.nextCursor }, 200);
  });
}
