import { type DeadlineView, deadlinesOf } from '../../machines/deadlines.ts';
import { workStatus } from '../../machines/state.ts';
import type { DeadlineStatus, Evidence, WorkStatus } from '../../machines/types.ts';
import { viewOf } from '../../machines/view.ts';
import { daysBetween, localDate } from '../calendar/local-time.ts';
import type { Instant, LocalDate } from '../calendar/types.ts';
import type { Database } from '../db/database.ts';
import { type StandingActionItem, standingActionItems } from '../db/queries/action-items.ts';
import { type StandingMeeting, type StoredMeeting, standingMeetings } from '../db/queries/meetings.ts';
import { findPlan } from '../db/queries/plans.ts';
import { DefinitionCache } from '../engine/definition-cache.ts';
import { actsAt, type MeetingAct, type MeetingStage, stageOf } from '../meetings/stage.ts';

/** A meeting as pages and the API show it. */
export interface MeetingReading extends Omit<StoredMeeting, 'id' | 'indicatorId' | 'minutesHash'> {
  /** `M3` for the third meeting of the plan. */
  readonly code: string;
  readonly stage: MeetingStage;
  /** What can be done now, whoever may do it. */
  readonly acts: readonly MeetingAct[];
  /** By when the notice and the minutes are owed (`notice`, `minutes`), and how that went. */
  readonly deadlines: readonly DeadlineView[];
  /** The day on which the notice went out, it was held, its minutes were issued; null before. */
  readonly announcedOn: LocalDate | null;
  readonly heldOn: LocalDate | null;
  readonly issuedOn: LocalDate | null;
  /** Why it was postponed or cancelled. */
  readonly reason: string | null;
  /** The minutes as issued: a file of the evidence store, on record under the meeting's code. */
  readonly minutes: StandingMeeting['minutes'];
  /** The number of the last entry of its log. */
  readonly logSeq: number;
}

/** What a meeting decided that somebody has to do, and how that goes. */
export interface ActionItemReading {
  /** `M3.2` for the second thing that the third meeting decided; recorded by this code like an indicator. */
  readonly code: string;
  readonly number: number;
  /** The number of the meeting, and the day on which it was. */
  readonly meeting: number;
  readonly decidedOn: LocalDate;
  readonly text: string;
  readonly post: string;
  readonly implementers: readonly string[];
  readonly about: string | null;
  readonly due: LocalDate;
  /** Whole days from today until it is due; negative when that is past. */
  readonly daysLeft: number;
  readonly status: WorkStatus;
  readonly deadline: DeadlineStatus;
  readonly isOpen: boolean;
  readonly achievedOn: LocalDate | null;
  readonly late: boolean;
  /** What was said when it was declared done. */
  readonly note: string | null;
  readonly evidence: readonly Evidence[];
  /** Why it is on hold, given up or reopened. */
  readonly reason: string | null;
  readonly logSeq: number;
}

/** The meetings of a plan in the order of their numbers; empty where there is no such plan. */
export async function meetingsOfPlan(
  db: Database,
  planId: string,
  now: Instant,
  definitions = new DefinitionCache(),
): Promise<MeetingReading[]> {
  return readMeetings(db, planId, null, now, definitions);
}

/** One meeting of a plan; null where there is none of that number. */
export async function meetingOf(
  db: Database,
  planId: string,
  number: number,
  now: Instant,
  definitions = new DefinitionCache(),
): Promise<MeetingReading | null> {
  const [meeting] = await readMeetings(db, planId, number, now, definitions);
  return meeting ?? null;
}

/** What the meetings of a plan decided that somebody has to do, meeting by meeting; only what is open, or all. */
export async function actionItemsOf(
  db: Database,
  planId: string,
  now: Instant,
  { open, definitions = new DefinitionCache() }: { open?: boolean; definitions?: DefinitionCache } = {},
): Promise<ActionItemReading[]> {
  const plan = (await findPlan(db, planId))?.body;
  if (!plan) return [];
  const today = localDate(now, plan.zone);
  const rows = await standingActionItems(db, planId);
  const definitionOf = await definitions.load(
    db,
    rows.map(({ definitionHash }) => definitionHash),
  );
  const items = rows.map((row): ActionItemReading => {
    const { status, deadline, achievedOn, late } = viewOf(definitionOf(row.definitionHash), row.state);
    const { code, number, meeting, decidedOn, text, post, implementers, about, due, logSeq } = row;
    const isOpen = status === 'notStarted' || status === 'inProgress' || status === 'onHold';
    return {
      ...{ code, number, meeting, decidedOn, text, post, implementers, about, due, logSeq },
      ...{ status, deadline, achievedOn, late, isOpen },
      daysLeft: daysBetween(today, due),
      ...outcomeOf(row, status),
    };
  });
  return open === undefined ? items : items.filter(({ isOpen }) => isOpen === open);
}

function outcomeOf({ completion, state }: StandingActionItem, status: WorkStatus) {
  const told = status === 'achieved' ? completion : null;
  return { note: told?.note ?? null, evidence: told?.evidence ?? [], reason: state.context.reason };
}

async function readMeetings(
  db: Database,
  planId: string,
  number: number | null,
  now: Instant,
  definitions: DefinitionCache,
): Promise<MeetingReading[]> {
  const plan = (await findPlan(db, planId))?.body;
  if (!plan) return [];
  const today = localDate(now, plan.zone);
  const rows = await standingMeetings(db, planId, number);
  const definitionOf = await definitions.load(
    db,
    rows.map(({ definitionHash }) => definitionHash),
  );
  return rows.map(({ id: _, indicatorId: __, minutesHash: ___, definitionHash, state, ...meeting }) => {
    const { steps, reason } = state.context;
    const stage = stageOf(workStatus(state.value), steps);
    const dayOf = (step: string) => steps.find(({ id }) => id === step)?.on ?? null;
    return {
      ...meeting,
      stage,
      acts: actsAt(stage),
      deadlines: deadlinesOf(definitionOf(definitionHash), state, today),
      announcedOn: dayOf('notice'),
      heldOn: dayOf('held'),
      issuedOn: dayOf('issued'),
      reason,
    };
  });
}
