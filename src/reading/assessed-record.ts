import type { Database } from '../db/database.ts';
import type { StoredAssessment } from '../db/queries/assessments.ts';
import { DefinitionCache } from '../engine/definition-cache.ts';
import { readPlanRecord } from '../engine/plan-record.ts';
import type { Plan } from '../plan/types.ts';
import { assessmentDocument } from '../report/assessment-document.ts';
import { reportTime } from '../report/standings.ts';

/** The facts and the paper of a self-assessment. */
export type AssessedRecord = ReturnType<typeof assessmentDocument>;

/**
 * Reads once more what a self-assessment was made from: what was on record at that moment. A log only grows, so it is the
 * same for ever; null where it is not, by its hash, and only the kept document still tells.
 */
export async function readAssessedRecord(
  db: Database,
  plan: Plan,
  { until, period, language, prepared, recordHash }: StoredAssessment,
  definitions = new DefinitionCache(),
): Promise<AssessedRecord | null> {
  const time = reportTime(plan, until, prepared.at);
  const reading = await readPlanRecord(db, plan.id, time.until, definitions);
  if (reading === null || !('record' in reading)) return null;
  const made = assessmentDocument(reading.record, time, period, language);
  return made.facts.source.recordHash === recordHash ? made : null;
}
