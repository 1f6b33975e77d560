import type { App } from '../../app.ts';
import { localDate } from '../../calendar/local-time.ts';
import type { Instant, LocalDate } from '../../calendar/types.ts';
import { findPlan } from '../../db/queries/plans.ts';
import { readPlanRecord } from '../../engine/plan-record.ts';
import type { Plan } from '../../plan/types.ts';
import type { PlanRecord } from '../../report/record.ts';
import { type ReportFault, reportFaultText } from '../../report/report-fault.ts';
import { reportTime } from '../../report/standings.ts';
import { type CommandContext, CommandFailed } from '../context.ts';
import { unknownPlan } from '../find-plan.ts';
import { calendarOf, readSoundHistory, readSoundPlan } from '../office-files.ts';
import { recordOfHistory } from './record-of-history.ts';

/** The record of a plan file and of what a file of minutes says happened; without a database. */
export function recordFromFiles(
  context: CommandContext,
  planName: string,
  historyName: string,
  dayOf: (plan: Plan) => LocalDate,
): PlanRecord {
  const plan = readSoundPlan(context.configDir, context.readFile('plans', planName));
  const file = context.readFile('histories', historyName === 'auto' ? plan.id : historyName);
  const day = dayOf(plan);
  const [until] = [day, plan.closes].sort();
  return recordOfHistory(plan, calendarOf(context.configDir, plan), readSoundHistory(file, plan), until!);
}

/** The record of a plan in force, as it stood on a day. Throws CommandFailed where there is none. */
export async function recordFromDatabase(
  app: App,
  planId: string,
  now: Instant,
  dayOf: (plan: Plan) => LocalDate,
): Promise<PlanRecord> {
  const { db } = app.database;
  const stored = await findPlan(db, planId);
  if (!stored) throw await unknownPlan(db, planId, app.settings.configDir);
  const day = dayOf(stored.body);
  const reading = await readPlanRecord(db, planId, reportTime(stored.body, day, now).until);
  if (reading !== null && 'record' in reading) return reading.record;
  const inForce = localDate(reading?.notBefore ?? stored.appliedAt, stored.body.zone);
  throw notAsAsked([{ code: 'notOnRecord', field: 'on', day, inForce }]);
}

/** Why a report cannot be made as it was asked for. */
export function notAsAsked(faults: readonly ReportFault[]): CommandFailed {
  return new CommandFailed(faults.map((fault) => `--${fault.field}: ${reportFaultText(fault, 'en')}`).join('\n'));
}
