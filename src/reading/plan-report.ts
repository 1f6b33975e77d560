import { localDate } from '../calendar/local-time.ts';
import type { Instant } from '../calendar/types.ts';
import type { Database } from '../db/database.ts';
import type { StoredPlan } from '../db/queries/plans.ts';
import type { DefinitionCache } from '../engine/definition-cache.ts';
import { readPlanRecord } from '../engine/plan-record.ts';
import { type MadeReport, makeReport } from '../report/make-report.ts';
import type { ReportFault } from '../report/report-fault.ts';
import { type ReportTerms, type SettledTerms, settleTerms } from '../report/report-terms.ts';
import { reportTime } from '../report/standings.ts';

export type PlanReport =
  | { readonly report: MadeReport; readonly terms: SettledTerms }
  | { readonly faults: readonly ReportFault[] };

/** Makes a report of a plan in force from what is on record, or tells by which terms it cannot be made. */
export async function planReport(
  db: Database,
  { id, body, appliedAt }: StoredPlan,
  asked: ReportTerms,
  now: Instant,
  definitions?: DefinitionCache,
): Promise<PlanReport> {
  const settled = settleTerms(body, asked, now);
  if ('faults' in settled) return settled;
  const { terms } = settled;
  const reading = await readPlanRecord(db, id, reportTime(body, terms.on, now).until, definitions);
  if (reading !== null && 'record' in reading) return { report: makeReport(reading.record, terms, now), terms };
  const inForce = localDate(reading?.notBefore ?? appliedAt, body.zone);
  return { faults: [{ code: 'notOnRecord', field: 'on', day: terms.on, inForce }] };
}
