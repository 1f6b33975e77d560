import { localDate } from '../calendar/local-time.ts';
import type { Instant, LocalDate } from '../calendar/types.ts';
import type { MeetingKind, Plan } from '../plan/types.ts';
import type { Meeting, Previous } from '../report/minutes/meeting.ts';
import { type Minutes, minutesOf } from '../report/minutes/minutes.ts';
import { minutesPaper } from '../report/minutes/minutes-paper.ts';
import type { Paper } from '../report/paper.ts';
import type { PlanRecord, ReportTime } from '../report/record.ts';
import { reportTime } from '../report/standings.ts';
import type { MeetingBody } from './meeting-body.ts';

/** A meeting as it is stored, as far as its minutes tell of it. */
export interface MeetingToTell {
  readonly code: string;
  readonly planId: string;
  readonly kind: MeetingKind;
  readonly day: LocalDate;
  readonly time: string | null;
  readonly body: MeetingBody;
}

/** Minutes as facts, and as the paper that is set as a page or a Word file. */
export interface MinutesDraft {
  readonly minutes: Minutes;
  readonly paper: Paper;
}

/** Until when a meeting's minutes tell of the plan: the end of its day, or the present where that is still to come. */
export function timeOfMinutes(plan: Plan, day: LocalDate, now: Instant): ReportTime {
  const today = localDate(now, plan.zone);
  return reportTime(plan, day < today ? day : today, now);
}

/** The minutes of a stored meeting: what people entered, and how the plan stood by the record until that time. Pure. */
export function minutesDraft(
  meeting: MeetingToTell,
  record: PlanRecord,
  time: ReportTime,
  previous: Previous | null,
): MinutesDraft {
  const minutes = minutesOf(record, time, toMeeting(meeting, previous));
  return { minutes, paper: minutesPaper(minutes, record.plan) };
}

function toMeeting({ code, planId, kind, day, time, body }: MeetingToTell, previous: Previous | null): Meeting {
  const { invited: _, ...told } = body;
  return { id: code, plan: planId, kind, date: day, time, previous, ...told };
}
