import type { Instant } from '../calendar/types.ts';
import type { Database } from '../db/database.ts';
import { DefinitionCache } from '../engine/definition-cache.ts';
import { readPlanRecord } from '../engine/plan-record.ts';
import { beginBody, type MeetingWish } from '../meetings/begin-body.ts';
import type { MeetingBody } from '../meetings/meeting-body.ts';
import { type MinutesDraft, minutesDraft, timeOfMinutes } from '../meetings/minutes-draft.ts';
import { previousDecisions } from '../meetings/previous-decisions.ts';
import type { Plan } from '../plan/types.ts';
import type { Previous } from '../report/minutes/meeting.ts';
import { actionItemsOf, type MeetingReading, meetingsOfPlan } from './meetings.ts';

/**
 * The minutes of a meeting as they would be issued now: what people entered, how the plan stood until the end of the
 * meeting's day, and what became of the decisions of the last meeting whose minutes were issued. Null where there
 * never was such a plan.
 */
export async function readMinutesDraft(
  db: Database,
  plan: Plan,
  meeting: MeetingReading,
  now: Instant,
  definitions = new DefinitionCache(),
): Promise<MinutesDraft | null> {
  const day = timeOfMinutes(plan, meeting.day, now);
  const then = await readPlanRecord(db, plan.id, day.until, definitions);
  // A meeting that was held before the plan was first put on record: as the plan was when it came there.
  const isLater = then !== null && 'notBefore' in then;
  const time = isLater ? { ...day, until: then.notBefore } : day;
  const reading = isLater ? await readPlanRecord(db, plan.id, then.notBefore, definitions) : then;
  if (reading === null || 'notBefore' in reading) return null;
  const previous = await readPrevious(db, plan, meeting, now, definitions);
  return minutesDraft(meeting, reading.record, time, previous);
}

/** The last meeting before this one whose minutes were issued, with what has become of its decisions by now. */
async function readPrevious(
  db: Database,
  plan: Plan,
  meeting: MeetingReading,
  now: Instant,
  definitions: DefinitionCache,
): Promise<Previous | null> {
  const meetings = await meetingsOfPlan(db, plan.id, now, definitions);
  const last = meetings
    .filter(({ number, stage, day }) => number !== meeting.number && stage === 'issued' && day <= meeting.day)
    .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : one.number - other.number))
    .at(-1);
  if (!last) return null;
  const items = await actionItemsOf(db, plan.id, now, { definitions });
  const outcomes = items.filter((item) => item.meeting === last.number);
  return previousDecisions(last, outcomes, timeOfMinutes(plan, meeting.day, now).on, meeting.body.language);
}

/** What a new meeting says before anybody has written in it. */
export async function readFirstBody(
  db: Database,
  plan: Plan,
  wish: MeetingWish,
  now: Instant,
  definitions = new DefinitionCache(),
): Promise<MeetingBody> {
  const meetings = await meetingsOfPlan(db, plan.id, now, definitions);
  return beginBody(
    plan,
    wish,
    meetings.filter(({ stage }) => stage !== 'cancelled'),
  );
}
