import { toIsoWithOffset } from '../calendar/local-time.ts';
import type { Database } from '../db/database.ts';
import { planWithSource } from '../db/queries/plan-versions.ts';
import { planDifference } from '../plan/plan-difference.ts';
import type { PlanLibrary } from '../plan/plan-library.ts';
import { planText } from '../plan/plan-text.ts';
import { readPlan } from '../plan/read-plan.ts';

/** The file of a plan in force, to be changed and applied again; null where there is no such plan. */
export async function fileOfPlan(
  db: Database,
  library: PlanLibrary,
  planId: string,
): Promise<{ readonly text: string; readonly version: number } | null> {
  const stored = await planWithSource(db, planId);
  if (!stored) return null;
  const { body: plan, source, version, appliedAt } = stored;
  const surroundings = library.surroundings();
  // The file as it was given keeps its comments, as long as it still says what is in force.
  const reading = source.includes('\n') ? readPlan(source, plan.id, surroundings) : null;
  const isSource = reading && 'plan' in reading && planDifference(plan, reading.plan).length === 0;
  const head = [`${plan.office.name.en}: version ${version}, in force since ${toIsoWithOffset(appliedAt, plan.zone)}.`];
  return { text: isSource ? source : planText(plan, surroundings.policies, head), version };
}
