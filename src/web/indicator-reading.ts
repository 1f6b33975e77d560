import type { IndicatorState } from '../../machines/state.ts';
import { noticesAhead, viewOf } from '../../machines/view.ts';
import { daysBetween, localDate } from '../calendar/local-time.ts';
import type { Instant, LocalDate } from '../calendar/types.ts';
import type { Database } from '../db/database.ts';
import { findIndicator } from '../db/queries/find-indicator.ts';
import { type LogReading, logOfIndicator } from '../db/queries/log-of-indicator.ts';
import { type NoticeReading, noticesOfIndicator } from '../db/queries/notices-of-indicator.ts';
import { findPlan } from '../db/queries/plans.ts';
import { type RemarkReading, remarksOfIndicator } from '../db/queries/remarks-of-indicator.ts';
import type { DefinitionCache } from '../engine/definition-cache.ts';
import { type IndicatorStatus, type NextNotice, toldBy } from '../engine/plan-status.ts';
import type { Plan } from '../plan/types.ts';
import { type TimelineItem, timelineOf } from './timeline.ts';

/** All that the page of an indicator shows. */
export interface IndicatorPageFacts extends Omit<IndicatorStatus, 'next'> {
  readonly plan: Plan;
  readonly today: LocalDate;
  readonly state: IndicatorState;
  /** Every notice still to come, should nothing happen before. */
  readonly ahead: readonly NextNotice[];
  /** The number of the last entry of the log, for forms to say what their reader had seen. */
  readonly seen: number;
  readonly log: readonly LogReading[];
  readonly notices: readonly NoticeReading[];
  /** What people said, oldest first. */
  readonly remarks: readonly RemarkReading[];
  /** What happened, newest first. */
  readonly timeline: readonly TimelineItem[];
}

/** Reads an indicator with its history, in six queries; null where the plan, or its indicator, does not exist. */
export async function readIndicatorPage(
  db: Database,
  definitions: DefinitionCache,
  planId: string,
  code: string,
  now: Instant,
): Promise<IndicatorPageFacts | null> {
  const plan = (await findPlan(db, planId))?.body;
  const activity = plan?.activities.find(({ indicators }) => indicators.some((one) => one.code === code));
  const indicator = activity?.indicators.find((one) => one.code === code);
  const reading = await findIndicator(db, planId, code);
  if (!plan || !activity || !indicator || !reading) return null;
  const log = await logOfIndicator(db, reading.id);
  const notices = await noticesOfIndicator(db, reading.id);
  const remarks = await remarksOfIndicator(db, reading.id);
  const hashes = [reading.definitionHash, ...log.map(({ definitionHash }) => definitionHash)];
  const definitionOf = await definitions.load(db, hashes);
  const definition = definitionOf(reading.definitionHash);
  const { state, fault } = reading;
  const today = localDate(now, plan.zone);
  const view = viewOf(definition, state);
  return {
    plan,
    today,
    activity,
    indicator,
    definition,
    state,
    view,
    fault,
    daysLeft: daysBetween(today, view.due),
    ahead: noticesAhead(definition, state).map((mark) => ({
      ...mark,
      to: toldBy(plan, indicator, mark.to, localDate(mark.at, plan.zone)),
    })),
    seen: reading.logSeq,
    log,
    notices,
    remarks,
    timeline: timelineOf(log, notices, definitionOf),
  };
}
