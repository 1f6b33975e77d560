import type { z } from '@hono/zod-openapi';
import type { Applied } from '../engine/apply-plan.ts';
import type { PlanPreview } from '../engine/preview-plan.ts';
import { calendarWarnings } from '../plan/calendar-warnings.ts';
import type { Fault } from '../plan/fault.ts';
import { type Change, planDifference } from '../plan/plan-difference.ts';
import type { Plan } from '../plan/types.ts';
import type { ApiParts } from './api-parts.ts';
import { Problem } from './problem.ts';
import type { planApplied } from './schemas/plan-applied.ts';

type PlanAppliedJson = z.infer<typeof planApplied>;
type Parts = Pick<ApiParts, 'calendars'>;

/** What putting a plan in force would do. @throws Problem where it cannot be put in force. */
export function previewJson(parts: Parts, preview: PlanPreview): PlanAppliedJson {
  const { plan, before, seen, isChanged, changes, added, returned, redefined, withdrawn, otherKind } = preview;
  if (otherKind.length > 0) throw kindChanged(otherKind);
  return {
    ...factsOf(parts, plan, before),
    version: seen,
    isDryRun: true,
    isChanged,
    added: [...added.map(({ code }) => code), ...returned],
    redefined: redefined.map(({ code }) => code),
    withdrawn: [...withdrawn],
    changes: copied(changes),
  };
}

/** What putting a plan in force did. */
export function appliedJson(parts: Parts, plan: Plan, applied: Applied): PlanAppliedJson {
  const { before, version, isChanged, added, redefined, withdrawn } = applied;
  return {
    ...factsOf(parts, plan, before),
    version,
    isDryRun: false,
    isChanged,
    added: [...added],
    redefined: [...redefined],
    withdrawn: [...withdrawn],
    changes: isChanged ? copied(planDifference(before, plan)) : [],
  };
}

/** Every fault of a plan, at its place. */
export function faulty(faults: readonly Fault[]): Problem {
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

export function kindChanged(indicators: readonly string[]): Problem {
  return new Problem('refused', {
    detail: `The plan changes the kind of ${indicators.join(', ')}. Give it a new code instead.`,
    refusal: { code: 'kindChanged', details: { indicators: indicators.join(', ') } },
  });
}

function factsOf({ calendars }: Parts, plan: Plan, before: Plan | null) {
  const calendar = calendars.find(plan.calendar);
  return {
    plan: plan.id,
    isNew: before === null,
    indicators: plan.activities.flatMap(({ indicators }) => indicators).length,
    warnings: calendar && 'file' in calendar ? calendarWarnings(plan, calendar.file) : [],
  };
}

/** Changes as answers take them. */
export function copied(changes: readonly Change[]) {
  return changes.map((change) => ({ ...change, fields: [...change.fields] }));
}
