import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { applyPlanAs, checkPlanAs, type PlanFile } from '../../acting/apply-plan-as.ts';
import { calendarWarnings } from '../../plan/calendar-warnings.ts';
import type { Fault } from '../../plan/fault.ts';
import { type Change, planDifference } from '../../plan/plan-difference.ts';
import type { Plan } from '../../plan/types.ts';
import type { ApiEnv, ApiParts } from '../api-parts.ts';
import { requireScope } from '../authenticate.ts';
import { allowed } from '../outcomes.ts';
import { Problem } from '../problem.ts';
import { json, problems, WRITE_PROBLEMS } from '../responses.ts';
import { planChange, writeHeaders } from '../schemas/shared.ts';

const MEDIA_TYPES = ['application/yaml', 'text/yaml', 'application/json', 'text/plain'];

const file = { schema: { type: 'string' as const, description: 'The file of a plan, as YAML or JSON.' } };

export const planApplied = z
  .object({
    plan: z.string(),
    /** The version in force afterwards, or now where it is a dry run; 0 for none. */
    version: z.number().int(),
    isDryRun: z.boolean(),
    isNew: z.boolean(),
    isChanged: z.boolean(),
    indicators: z.number().int(),
    added: z.array(z.string()),
    redefined: z.array(z.string()),
    withdrawn: z.array(z.string()),
    changes: z.array(planChange),
    warnings: z.array(z.string()).openapi({ description: 'What is sound and may still surprise.' }),
  })
  .openapi('PlanApplied');

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
      const { plan, before, seen, isChanged, changes, added, returned, redefined, withdrawn } = check.preview;
      if (check.preview.otherKind.length > 0) throw kindChanged(check.preview.otherKind);
      return c.json(
        {
          ...factsOf(plan, before),
          version: seen,
          isDryRun: true,
          isChanged,
          added: [...added.map(({ code }) => code), ...returned],
          redefined: redefined.map(({ code }) => code),
          withdrawn: [...withdrawn],
          changes: copied(changes),
        },
        200,
      );
    }
    const outcome = allowed(await applyPlanAs(parts, viewer, given));
    if (outcome.outcome === 'faulty') throw faulty(outcome.faults);
    if (outcome.outcome === 'kindChanged') throw kindChanged(outcome.indicators);
    if (outcome.outcome === 'stale') throw new Problem('conflict', { detail: 'Somebody else applies this plan.' });
    const { plan } = outcome;
    const { before, version, isChanged, added, redefined, withdrawn } = outcome.applied;
    return c.json(
      {
        ...factsOf(plan, before),
        version,
        isDryRun: false,
        isChanged,
        added: [...added],
        redefined: [...redefined],
        withdrawn: [...withdrawn],
        changes: isChanged ? copied(planDifference(before, plan)) : [],
      },
      200,
    );
  });

  function factsOf(plan: Plan, before: Plan | null) {
    const calendar = parts.calendars.find(plan.calendar);
    return {
      plan: plan.id,
      isNew: before === null,
      indicators: plan.activities.flatMap(({ indicators }) => indicators).length,
      warnings: calendar && 'file' in calendar ? calendarWarnings(plan, calendar.file) : [],
    };
  }
}

function copied(changes: readonly Change[]) {
  return changes.map((change) => ({ ...change, fields: [...change.fields] }));
}

function faulty(faults: readonly Fault[]): Problem {
  return new Problem('planFaulty', {
    errors: faults.map(({ file: name, line, column, field, message }) => ({
      file: name,
      line,
      column,
      field,
      detail: message,
    })),
  });
}

function kindChanged(indicators: readonly string[]): Problem {
  return new Problem('refused', {
    detail: `The plan changes the kind of ${indicators.join(', ')}. Give it a new code instead.`,
    refusal: { code: 'kindChanged', details: { indicators: indicators.join(', ') } },
  });
}
