import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { changePeopleAs, checkPeopleAs, type PeopleRefused } from '../../acting/change-people-as.ts';
import type { PeopleChange } from '../../plan/change-people.ts';
import { peopleToMind } from '../../plan/people-to-mind.ts';
import { mayDo } from '../../rights/rights.ts';
import type { ApiEnv, ApiParts } from '../api-parts.ts';
import { requireScope } from '../authenticate.ts';
import { etagOf, versionSeen } from '../etag.ts';
import { allowed } from '../outcomes.ts';
import { appliedJson, faulty, kindChanged, previewJson } from '../plan-applied.ts';
import { Problem } from '../problem.ts';
import { readablePlan } from '../readable-plan.ts';
import { etagHeader, json, NOT_FOUND, problems, WRITE_PROBLEMS } from '../responses.ts';
import { peopleChange, planPeople } from '../schemas/people.ts';
import { planApplied } from '../schemas/plan-applied.ts';
import { planId, writeHeaders } from '../schemas/shared.ts';

const getPeople = createRoute({
  method: 'get',
  path: '/plans/{planId}/people',
  tags: ['People'],
  summary: 'List the posts of a plan and who holds them',
  description: 'With its ETag, the version of the plan, to be sent as If-Match with a change.',
  request: { params: z.object({ planId }) },
  responses: { 200: json(planPeople, 'Posts and people', etagHeader), ...problems(NOT_FOUND) },
});

const postPeople = createRoute({
  method: 'post',
  path: '/plans/{planId}/people',
  tags: ['People'],
  summary: 'Change who holds a post, or a person',
  description:
    'Puts a new version of the plan in force; for administrators. With `dryRun=true` nothing is changed, and the answer tells what would be. All faults are told at once, by field.',
  request: {
    params: z.object({ planId }),
    headers: writeHeaders.extend({
      'if-match': z.string().optional().openapi({ description: 'The ETag of the plan’s people as you saw them.' }),
    }),
    query: z.object({ dryRun: z.enum(['true', 'false']).default('false') }),
    body: { required: true, content: { 'application/json': { schema: peopleChange } } },
  },
  responses: {
    200: json(planApplied, 'In force, or what would change', etagHeader),
    ...problems({ ...NOT_FOUND, ...WRITE_PROBLEMS, 412: 'Somebody applied the plan meanwhile.' }),
  },
});

/** `…/people`: what the administration's page of people shows and does. */
export function addPeople(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  app.openapi(getPeople, async (c) => {
    requireScope(c.var.caller, 'read');
    const { stored, on } = await readablePlan(parts, c.var.caller, c.req.valid('param').planId);
    const { posts, people } = stored.body;
    const { vacant, ending, idle } = peopleToMind(stored.body, on);
    c.header('ETag', etagOf(stored.version));
    return c.json(
      {
        version: stored.version,
        posts: posts.map(({ id, title }) => ({ id, title, isVacant: vacant.some((one) => one.id === id) })),
        people: people.map((person) => ({
          id: person.id,
          name: person.name,
          email: person.email,
          language: person.language,
          holds: person.holds.map(({ post, from, to, deputy }, tenure) => ({
            tenure,
            post,
            from,
            to,
            deputy,
            isEnding: ending.some((one) => one.person === person && one.tenure === person.holds[tenure]),
          })),
          isIdle: idle.includes(person),
        })),
        mayChange: mayDo(c.var.caller.viewer, 'applyPlan', {}).allowed,
      },
      200,
    );
  });

  app.openapi(postPeople, async (c) => {
    requireScope(c.var.caller, 'administer');
    const { viewer } = c.var.caller;
    const change: PeopleChange = c.req.valid('json');
    const changing = { ...c.req.valid('param'), change, seen: versionSeen(c.req.header('if-match')) };
    if (c.req.valid('query').dryRun === 'true') {
      const check = settled(allowed(await checkPeopleAs(parts, viewer, changing)), change);
      if (check.outcome === 'faulty') throw faulty(check.faults);
      c.header('ETag', etagOf(check.preview.seen));
      return c.json(previewJson(parts, check.preview), 200);
    }
    const done = settled(allowed(await changePeopleAs(parts, viewer, changing)), change);
    if (done.outcome === 'faulty') throw faulty(done.faults);
    if (done.outcome === 'kindChanged') throw kindChanged(done.indicators);
    c.header('ETag', etagOf(done.applied.version));
    return c.json(appliedJson(parts, done.plan, done.applied), 200);
  });
}

/** @throws Problem for a change that cannot be made, or that was asked of another version */
function settled<Outcome extends { readonly outcome: string }>(
  answer: Outcome | PeopleRefused | { readonly outcome: 'stale' },
  { type }: PeopleChange,
): Exclude<Outcome, { readonly outcome: 'refused' } | { readonly outcome: 'stale' }> {
  if (answer.outcome === 'stale') throw new Problem('stale');
  if (answer.outcome === 'refused') {
    const { faults } = answer as PeopleRefused;
    throw new Problem('refused', {
      errors: Object.entries(faults).map(([field, code]) => ({ pointer: pointerTo(field, type), detail: code })),
    });
  }
  return answer as ReturnType<typeof settled<Outcome>>;
}

/** A newcomer's name and address stand in an object of their own. */
function pointerTo(field: string, type: PeopleChange['type']): string {
  if (field === 'nameBn') return '#/person/name/bn';
  if (field === 'nameEn') return '#/person/name/en';
  return field === 'email' && type === 'add' ? '#/person/email' : `#/${field}`;
}
