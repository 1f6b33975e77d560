import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { toIsoWithOffset } from '../../calendar/local-time.ts';
import type { LocalDate } from '../../calendar/types.ts';
import type { DefinitionCache } from '../../engine/definition-cache.ts';
import type { Plan } from '../../plan/types.ts';
import { type NoticesAhead, readNoticesAhead } from '../../reading/notices-ahead.ts';
import { mayDo } from '../../rights/rights.ts';
import type { ApiEnv, ApiParts } from '../api-parts.ts';
import { requireScope } from '../authenticate.ts';
import { Problem } from '../problem.ts';
import { readablePlan } from '../readable-plan.ts';
import { json, NOT_FOUND, problems } from '../responses.ts';
import { instant, localDate, planId } from '../schemas/shared.ts';

const letter = z
  .object({
    at: instant,
    day: localDate,
    class: z.enum(['digest', 'escalation']),
    person: z.string(),
    inPlaceOf: z.string().nullable().openapi({ description: 'Who is on leave then, where somebody stands in.' }),
    posts: z.array(z.string()).openapi({ description: 'As whose holder the person is told.' }),
    items: z.array(
      z.object({
        code: z.string(),
        checkpoint: z.string(),
        kind: z.enum(['reminder', 'due', 'escalation', 'followUp']),
        rung: z.string(),
        due: localDate.nullable(),
      }),
    ),
  })
  .openapi('LetterAhead', { description: 'A letter that would go out, if nobody did anything before.' });

export const noticesAhead = z
  .object({
    plan: z.string(),
    until: localDate,
    letters: z.array(letter).openapi({ description: 'By the instant at which they would go out.' }),
    setAside: z
      .array(z.string())
      .openapi({ description: 'Indicators of which nothing goes out until their error is resolved.' }),
  })
  .openapi('NoticesAhead');

const getNotices = createRoute({
  method: 'get',
  path: '/plans/{planId}/notices',
  tags: ['Messages'],
  summary: 'See which letters would go to whom',
  description:
    'From how things stand until the end of a day, if nobody did anything. For those who keep the plan; not there for others.',
  request: {
    params: z.object({ planId }),
    query: z.object({
      until: localDate.optional().openapi({ description: 'The end of the plan’s year where left out.' }),
      person: z.string().max(100).optional().openapi({ description: 'Only those to one person.' }),
    }),
  },
  responses: { 200: json(noticesAhead, 'Letters ahead'), ...problems(NOT_FOUND) },
});

/** `…/notices`: the letters still to come. */
export function addNotices(app: OpenAPIHono<ApiEnv>, parts: ApiParts, definitions: DefinitionCache): void {
  app.openapi(getNotices, async (c) => {
    const { caller } = c.var;
    requireScope(caller, 'read');
    const { planId: id } = c.req.valid('param');
    const { stored, on } = await readablePlan(parts, caller, id);
    const plan = stored.body;
    if (!mayDo(caller.viewer, 'previewNotices', { plan, on }).allowed) throw new Problem('notFound');
    const { until: asked, person: only } = c.req.valid('query');
    const until = asked !== undefined && asked < plan.closes ? asked : plan.closes;
    const ahead = await readNoticesAhead(parts.db, definitions, plan, until);
    return c.json(noticesJson(plan, until, ahead, only), 200);
  });
}

/** Letters ahead as JSON; only those to one person where one is named. */
export function noticesJson(
  plan: Plan,
  until: LocalDate,
  ahead: NoticesAhead,
  only?: string,
): z.infer<typeof noticesAhead> {
  const dueOf = (code: string, checkpoint: string) =>
    ahead.definitions.get(code)?.checkpoints.find((one) => one.id === checkpoint)?.due ?? null;
  const letters = ahead.moments.flatMap(({ at, day, letters: ofMoment }) =>
    ofMoment
      .filter(({ person }) => only === undefined || person.id === only)
      .map(({ class: kind, person, inPlaceOf, posts, items }) => ({
        at: toIsoWithOffset(at, plan.zone),
        day,
        class: kind,
        person: person.id,
        inPlaceOf: inPlaceOf?.id ?? null,
        posts: [...posts],
        items: items.map(({ indicator: { code }, checkpoint, notice, rung }) => ({
          code,
          checkpoint,
          kind: notice,
          rung,
          due: dueOf(code, checkpoint),
        })),
      })),
  );
  return { plan: plan.id, until, letters, setAside: [...ahead.setAside] };
}
