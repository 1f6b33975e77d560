import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { endLeave, type LeaveFaults, leaveChoices, leavesAhead, takeLeave } from '../../acting/take-leave.ts';
import { sameAddress } from '../../rights/rights.ts';
import type { ApiEnv, ApiParts } from '../api-parts.ts';
import { requireScope } from '../authenticate.ts';
import { inOneTransaction } from '../idempotency.ts';
import { allowed } from '../outcomes.ts';
import { Problem } from '../problem.ts';
import { readablePlan } from '../readable-plan.ts';
import { json, NOT_FOUND, problems, WRITE_PROBLEMS } from '../responses.ts';
import { localDate, numericId, planId, writeHeaders } from '../schemas/shared.ts';

const personId = z.string().min(1).max(100).openapi({ description: 'The id of a person of the plan.' });

export const leave = z
  .object({
    person: personId,
    deputy: personId.openapi({ description: 'Who stands in: told in the person’s place, with the person’s rights.' }),
    from: localDate.openapi({ description: 'The first day away.' }),
    to: localDate.openapi({ description: 'The last day away.' }),
  })
  .openapi('NewLeave');

const storedLeave = leave
  .extend({
    id: z.number().int(),
    isOwn: z.boolean(),
    hasBegun: z.boolean(),
    mayEnd: z.boolean().openapi({ description: 'Whether you may end it.' }),
  })
  .openapi('Leave');

export const leaveList = z
  .object({
    items: z.array(storedLeave).openapi({ description: 'Those that are not over yet.' }),
    absentees: z.array(z.string()).openapi({ description: 'The people whose leave you may set, yourself first.' }),
    deputies: z.array(z.string()).openapi({ description: 'The people who may stand in.' }),
  })
  .openapi('LeaveList');

export const leaveDone = z.object({ id: z.number().int(), plan: z.string() }).openapi('LeaveDone');

const getLeaves = createRoute({
  method: 'get',
  path: '/plans/{planId}/leaves',
  tags: ['Leave'],
  summary: 'List who of a plan is away, or will be',
  request: { params: z.object({ planId }) },
  responses: { 200: json(leaveList, 'Leaves, the earliest first'), ...problems(NOT_FOUND) },
});

const postLeave = createRoute({
  method: 'post',
  path: '/plans/{planId}/leaves',
  tags: ['Leave'],
  summary: 'Take leave, or set that of somebody who has gone',
  description: 'All faults are told at once, by field: what is wrong with it, as a word for programs.',
  request: {
    params: z.object({ planId }),
    headers: writeHeaders,
    body: { required: true, content: { 'application/json': { schema: leave } } },
  },
  responses: { 201: json(leaveDone, 'Set'), ...problems({ ...NOT_FOUND, ...WRITE_PROBLEMS }) },
});

const postEnd = createRoute({
  method: 'post',
  path: '/leaves/{id}/end',
  tags: ['Leave'],
  summary: 'End a leave',
  description: 'Or take one back that has not begun: from now on the person holds the own posts again.',
  request: { params: z.object({ id: numericId }), headers: writeHeaders },
  responses: { 200: json(leaveDone, 'Ended'), ...problems({ ...NOT_FOUND, ...WRITE_PROBLEMS }) },
});

/** `…/leaves` and `/leaves/{id}/end`: being away, and who stands in. */
export function addLeaves(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { db, clock } = parts;

  app.openapi(getLeaves, async (c) => {
    const { caller } = c.var;
    requireScope(caller, 'read');
    const { viewer } = caller;
    const { stored, on } = await readablePlan(parts, caller, c.req.valid('param').planId);
    const plan = stored.body;
    const { absentees, deputies } = leaveChoices(viewer, plan, on);
    const ahead = await leavesAhead({ db, clock }, viewer, [plan]);
    return c.json(
      {
        items: ahead.map(({ leave: { id, person, deputy, from, to }, absent, mayEnd, hasBegun }) => ({
          id,
          person,
          deputy,
          from,
          to,
          isOwn: viewer.address !== null && sameAddress(viewer.address, absent.email),
          hasBegun,
          mayEnd,
        })),
        absentees: absentees.map(({ id }) => id),
        deputies: deputies.map(({ id }) => id),
      },
      200,
    );
  });

  app.openapi(postLeave, async (c) => {
    requireScope(c.var.caller, 'record');
    const request = { ...c.req.valid('param'), ...c.req.valid('json') };
    const body = await inOneTransaction(c, db, 201, async (tx) => {
      const outcome = allowed(await takeLeave({ db: tx, clock }, c.var.caller.viewer, request));
      if (outcome.outcome === 'faulty') throw faulty(outcome.faults);
      return { id: outcome.id, plan: outcome.planId };
    });
    return c.json(body, 201);
  });

  app.openapi(postEnd, async (c) => {
    requireScope(c.var.caller, 'record');
    const body = await inOneTransaction(c, db, 200, async (tx) => {
      const id = Number(c.req.valid('param').id);
      const outcome = allowed(await endLeave({ db: tx, clock }, c.var.caller.viewer, id));
      if (outcome.outcome === 'faulty') throw faulty(outcome.faults);
      return { id, plan: outcome.planId };
    });
    return c.json(body, 200);
  });
}

function faulty(faults: LeaveFaults): Problem {
  return new Problem('refused', {
    errors: Object.entries(faults).map(([field, { code }]) => ({ pointer: `#/${field}`, detail: code })),
  });
}
