import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { localDate } from '../../calendar/local-time.ts';
import { plansNaming } from '../../db/queries/plans-naming.ts';
import { type Plan, ROLES } from '../../plan/types.ts';
import { mayDo, postsOf, type Viewer } from '../../rights/rights.ts';
import type { ApiEnv, ApiParts } from '../api-parts.ts';
import { requireScope } from '../authenticate.ts';
import { isoOrNull } from '../json-values.ts';
import { json, problems } from '../responses.ts';
import { me } from '../schemas/plans.ts';

const getMe = createRoute({
  method: 'get',
  path: '/me',
  tags: ['You'],
  summary: 'Who you are',
  description: 'The person of the token, what the token may do, and the plans that name the person.',
  responses: { 200: json(me, 'You'), ...problems() },
});

/** `/me`: whom a token stands for. */
export function addMe(app: OpenAPIHono<ApiEnv>, { db, clock }: ApiParts): void {
  app.openapi(getMe, async (c) => {
    const { caller } = c.var;
    requireScope(caller, 'read');
    const { viewer, token } = caller;
    const plans = viewer.address === null ? [] : await plansNaming(db, viewer.address);
    const now = clock.now();
    return c.json(
      {
        address: viewer.address,
        isAdministrator: viewer.isAdministrator,
        token: { name: token.name, scopes: [...token.scopes], expiresAt: isoOrNull(token.expiresAt, 'UTC') },
        plans: plans
          .map((plan) => ({ plan, on: localDate(now, plan.zone) }))
          .filter(({ plan, on }) => mayDo(viewer, 'readPlan', { plan, on }).allowed)
          .map(({ plan, on }) => ({ id: plan.id, posts: postsHeld(plan, viewer, on) })),
      },
      200,
    );
  });
}

/** The posts that somebody holds on a day, with the parts that they play for any indicator. */
function postsHeld(plan: Plan, viewer: Viewer, on: string) {
  const indicators = plan.activities.flatMap((activity) => activity.indicators);
  return postsOf(viewer, plan, on).map((post) => ({
    post,
    roles: ROLES.filter((role) => indicators.some(({ posts }) => posts[role] === post)),
  }));
}
