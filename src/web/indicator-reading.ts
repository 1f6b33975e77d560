import type { IndicatorState } from '../../machines/state.ts';
import { noticesAhead, viewOf } from '../../machines/view.ts';
import type { Calendars } from '../calendar/calendars.ts';
import { daysBetween, localDate } from '../calendar/local-time.ts';
import type { Calendar, Instant, LocalDate } from '../calendar/types.ts';
import type { Database } from '../db/database.ts';
import { type CommentReading, commentsOfIndicator } from '../db/queries/comments-of-indicator.ts';
import { countOwed } from '../db/queries/count-owed.ts';
import { findIndicator } from '../db/queries/find-indicator.ts';
import type { IndicatorReading } from '../db/queries/indicators-of-plan.ts';
import { type LogReading, logOfIndicator } from '../db/queries/log-of-indicator.ts';
import { type NoticeReading, noticesOfIndicator } from '../db/queries/notices-of-indicator.ts';
import { planVersions } from '../db/queries/plan-versions.ts';
import { findPlan } from '../db/queries/plans.ts';
import { type Saying, sayingsOfIndicator } from '../db/queries/questions.ts';
import type { DefinitionCache } from '../engine/definition-cache.ts';
import { type IndicatorStatus, type NextNotice, toldBy } from '../engine/plan-status.ts';
import type { Recipient } from '../notices/recipients.ts';
import type { IndicatorDefinition } from '../plan/definition.ts';
import type { Plan, Role } from '../plan/types.ts';
import { type IndicatorScore, scoreIndicator } from '../score/indicator-score.ts';
import { weightIn } from '../score/plan-score.ts';
import { type TimelineItem, timelineOf } from './timeline.ts';

/** A notice to come, with what tells it from others, and who is told in which role. */
export interface AheadNotice extends NextNotice {
  readonly number: number;
  readonly inRoles: readonly { readonly role: Role; readonly to: readonly Recipient[] }[];
}

/** What the page of an indicator is read from. */
export interface ReadingParts {
  readonly db: Database;
  readonly definitions: DefinitionCache;
  readonly calendars: Calendars;
}

/** All that the page of an indicator shows. */
export interface IndicatorPageFacts extends Omit<IndicatorStatus, 'next' | 'deadlines'> {
  readonly plan: Plan;
  readonly today: LocalDate;
  readonly state: IndicatorState;
  /** As the database has it. */
  readonly reading: IndicatorReading;
  readonly score: IndicatorScore;
  /** Every notice still to come, should nothing happen before. */
  readonly ahead: readonly AheadNotice[];
  /** The definitions that the indicator has had, the present one first. */
  readonly definitions: readonly IndicatorDefinition[];
  /** The plan's calendar; null where its file is missing or faulty. */
  readonly calendar: Calendar | null;
  /** The number of the last entry of the log, for forms to say what their reader had seen. */
  readonly seen: number;
  readonly log: readonly LogReading[];
  readonly notices: readonly NoticeReading[];
  /** What people said, oldest first. */
  readonly comments: readonly CommentReading[];
  /** What was asked and answered where a target was missed, oldest first. */
  readonly sayings: readonly Saying[];
  /** What happened, newest first. */
  readonly timeline: readonly TimelineItem[];
}

/** Reads an indicator with its history, in a handful of queries; null where the plan, or its indicator, does not exist. */
export async function readIndicatorPage(
  { db, definitions, calendars }: ReadingParts,
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
  const comments = await commentsOfIndicator(db, reading.id);
  const sayings = await sayingsOfIndicator(db, reading.id);
  const hashes = [reading.definitionHash, ...log.map(({ definitionHash }) => definitionHash)];
  const definitionOf = await definitions.load(db, hashes);
  const definition = definitionOf(reading.definitionHash);
  const versions = log.some(({ entry }) => entry.type === 'redefine') ? await planVersions(db, planId) : [];
  const found = calendars.find(plan.calendar);
  const { state, fault } = reading;
  const today = localDate(now, plan.zone);
  const view = viewOf(definition, state);
  const counting = plan.totalWeight === null ? await countOwed(db, planId) : 0;
  return {
    plan,
    today,
    activity,
    indicator,
    definition,
    state,
    reading,
    view,
    fault,
    daysLeft: daysBetween(today, view.due),
    score: scoreIndicator({ indicator, view }, weightIn(plan, indicator, counting), today),
    ahead: noticesAhead(definition, state).map((mark) => {
      const day = localDate(mark.at, plan.zone);
      const inRoles = mark.to.map((role) => ({ role, to: toldBy(plan, indicator, [role], day) }));
      return { ...mark, to: toldBy(plan, indicator, mark.to, day), inRoles };
    }),
    definitions: [...new Set(hashes)].map(definitionOf),
    calendar: found && 'calendar' in found ? found.calendar : null,
    seen: reading.logSeq,
    log,
    notices,
    comments,
    sayings,
    timeline: timelineOf(log, notices, definitionOf, versions, sayings),
  };
}
