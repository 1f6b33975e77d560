import type { Calendar, LocalDate } from '../../calendar/types.ts';
import type { Transaction } from '../../db/database.ts';
import { insertMeeting, nextMeetingNumber } from '../../db/queries/meetings.ts';
import { lockPlan } from '../../db/queries/plans.ts';
import type { MeetingBody } from '../../meetings/meeting-body.ts';
import { compileMeeting } from '../../plan/compile-duty.ts';
import type { MeetingKind } from '../../plan/types.ts';
import { type Arranged, beginDuties, codeOfMeeting, type MeetingDesk, nothing } from './desk.ts';

/** A meeting that is to be planned; what it says was checked. */
export interface PlannedMeeting {
  readonly planId: string;
  readonly kind: MeetingKind;
  readonly settles: string | null;
  readonly occurrence: string | null;
  readonly day: LocalDate;
  readonly time: string | null;
  readonly body: MeetingBody;
  readonly calendar: Calendar;
  /** The mail address of who planned it, or `administrator`. */
  readonly createdBy: string;
}

export type PlannedOutcome =
  | { readonly outcome: 'notFound' }
  | { readonly outcome: 'done'; readonly number: number; readonly version: number };

/** Plans a meeting under the next number of its plan, and arms its deadlines. */
export async function planMeeting(
  tx: Transaction,
  { now }: MeetingDesk,
  { calendar, ...meeting }: PlannedMeeting,
): Promise<Arranged<PlannedOutcome>> {
  const plan = (await lockPlan(tx, meeting.planId))?.body;
  if (!plan) return nothing({ outcome: 'notFound' });
  const number = await nextMeetingNumber(tx, plan.id);
  const definition = compileMeeting(codeOfMeeting(number), meeting.day, { plan, calendar, since: now });
  const changes = await beginDuties(tx, plan.id, [definition], now);
  await insertMeeting(tx, { ...meeting, number, indicatorId: changes[0]!.id, createdAt: now });
  return { answer: { outcome: 'done', number, version: 1 }, changes, messages: [] };
}
