import { localDate } from '../calendar/local-time.ts';
import type { Instant, LocalDate } from '../calendar/types.ts';
import type { Database } from '../db/database.ts';
import { findPlan } from '../db/queries/plans.ts';
import type { DefinitionCache } from '../engine/definition-cache.ts';
import { readPlanStatus } from '../engine/plan-status.ts';
import { type Plannable, plannableOccurrences } from '../meetings/plannable.ts';
import type { Plan } from '../plan/types.ts';
import { type MeetingReading, meetingOf, meetingsOfPlan } from '../reading/meetings.ts';
import { mayDo, type Verdict, type Viewer } from '../rights/rights.ts';

/** A plan whose meetings somebody looks at. */
export interface MeetingPlan {
  readonly plan: Plan;
  readonly today: LocalDate;
  /** Whether this person may arrange meetings. */
  readonly verdict: Verdict;
}

/** Null where there is no such plan, or none that this person may read. */
export async function readMeetingPlan(
  db: Database,
  planId: string,
  viewer: Viewer,
  now: Instant,
): Promise<MeetingPlan | null> {
  const plan = (await findPlan(db, planId))?.body;
  if (!plan) return null;
  const today = localDate(now, plan.zone);
  if (!mayDo(viewer, 'readPlan', { plan, on: today }).allowed) return null;
  return { plan, today, verdict: mayDo(viewer, 'arrangeMeeting', { plan, on: today }) };
}

export interface MeetingsFacts extends MeetingPlan {
  readonly meetings: readonly MeetingReading[];
  /** What is owed and has no meeting yet. */
  readonly owed: readonly Plannable[];
}

/** The meetings of a plan, and what could be settled by another. */
export async function readMeetings(
  db: Database,
  found: MeetingPlan,
  now: Instant,
  definitions: DefinitionCache,
): Promise<MeetingsFacts> {
  const meetings = await meetingsOfPlan(db, found.plan.id, now, definitions);
  const status = await readPlanStatus(db, found.plan.id, now, definitions);
  return { ...found, meetings, owed: plannableOccurrences(status?.rows ?? [], meetings) };
}

export interface MeetingFacts extends MeetingPlan {
  readonly meeting: MeetingReading;
}

export async function readMeeting(
  db: Database,
  found: MeetingPlan,
  number: number,
  now: Instant,
  definitions: DefinitionCache,
): Promise<MeetingFacts | null> {
  const meeting = await meetingOf(db, found.plan.id, number, now, definitions);
  return meeting && { ...found, meeting };
}
