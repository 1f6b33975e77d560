import { isLocalDate } from '../calendar/local-time.ts';
import type { Calendar } from '../calendar/types.ts';
import { standingMeetings } from '../db/queries/meetings.ts';
import { announceMeeting, draftMinutes, holdMeeting } from '../engine/meetings/advance-meeting.ts';
import { changeMeeting } from '../engine/meetings/change-meeting.ts';
import { endMeeting } from '../engine/meetings/end-meeting.ts';
import { planMeeting } from '../engine/meetings/plan-meeting.ts';
import { arrangementFaults, settlingFaults } from '../meetings/meeting-faults.ts';
import type { Viewer } from '../rights/rights.ts';
import { checkedWords } from './checked-words.ts';
import { type Entitled, entitled, type NotEntitled } from './entitled.ts';
import type { MeetingFault, MeetingOutcome, MeetingParts } from './meeting-outcomes.ts';
import type {
  MeetingChange,
  MeetingHeld,
  MeetingPlanned,
  MeetingReason,
  MinutesDrafted,
  NoticeSending,
} from './meeting-requests.ts';

/** Plans a meeting: from then on its notice and its minutes are owed. */
export async function planMeetingAs(
  parts: MeetingParts,
  viewer: Viewer,
  planned: MeetingPlanned,
): Promise<MeetingOutcome> {
  const admitted = await admit(parts, viewer, planned.planId);
  if ('outcome' in admitted) return admitted;
  const { plan, calendar } = admitted;
  const { day, time, body, settles, occurrence } = planned;
  const faults = [
    ...arrangementFaults(plan, { day, time, invited: body.invited }),
    ...settlingFaults(plan, settles, occurrence),
  ];
  if (faults.length > 0) return { outcome: 'faulty', faults };
  const createdBy = viewer.address ?? 'administrator';
  const answer = await parts.engine.arrange((tx, desk) => planMeeting(tx, desk, { ...planned, calendar, createdBy }));
  return answer.outcome === 'done' ? { ...answer, letters: 0, vacant: [] } : answer;
}

/**
 * Changes day, time, place, agenda or whatever else was entered. Another day moves what is owed; a postponed meeting goes
 * on with it. Who was invited is told of another day, time, place, chair or agenda, and whoever is invited newly.
 */
export async function changeMeetingAs(
  parts: MeetingParts,
  viewer: Viewer,
  { day, time, body, ...key }: MeetingChange,
): Promise<MeetingOutcome> {
  const admitted = await admit(parts, viewer, key.planId);
  if ('outcome' in admitted) return admitted;
  const faults = arrangementFaults(admitted.plan, { day, time, invited: body?.invited });
  if (faults.length > 0) return { outcome: 'faulty', faults };
  const { calendar, by } = admitted;
  return parts.engine.arrange((tx, desk) => changeMeeting(tx, desk, { ...key, day, time, body, calendar, by }));
}

/** Sends the notice of a meeting to each of those invited, with a calendar file. */
export async function sendMeetingNoticeAs(
  parts: MeetingParts,
  viewer: Viewer,
  { by: means, ...key }: NoticeSending,
): Promise<MeetingOutcome> {
  const admitted = await admit(parts, viewer, key.planId);
  if ('outcome' in admitted) return admitted;
  const [meeting] = await standingMeetings(parts.db, key.planId, key.number);
  if (means === 'letter' && meeting?.body.invited.length === 0) {
    return { outcome: 'faulty', faults: [{ field: 'invited', code: 'missing' }] };
  }
  return parts.engine.arrange((tx, desk) => announceMeeting(tx, desk, { ...key, means, by: admitted.by }));
}

/** Records that a meeting was held, when, and who was there. */
export async function holdMeetingAs(
  parts: MeetingParts,
  viewer: Viewer,
  { on: given, attendance, ...key }: MeetingHeld,
): Promise<MeetingOutcome> {
  const admitted = await admit(parts, viewer, key.planId);
  if ('outcome' in admitted) return admitted;
  const { plan, today, calendar, by } = admitted;
  const [meeting] = await standingMeetings(parts.db, key.planId, key.number);
  if (!meeting) return { outcome: 'notFound' };
  const on = given ?? meeting.day;
  const faults: MeetingFault[] = arrangementFaults(plan, { day: on }).map(({ code }) => ({
    field: 'on',
    code: code === 'outsideYear' ? 'outsideYear' : 'invalid',
  }));
  if (isLocalDate(on) && on > today) faults.push({ field: 'on', code: 'inFuture' });
  if (faults.length > 0) return { outcome: 'faulty', faults };
  return parts.engine.arrange((tx, desk) => holdMeeting(tx, desk, { ...key, on, attendance, calendar, by }));
}

/** Saves the draft of the minutes: what was said and decided; as often as one likes until they are issued. */
export async function draftMinutesAs(
  parts: MeetingParts,
  viewer: Viewer,
  { body, ...key }: MinutesDrafted,
): Promise<MeetingOutcome> {
  const admitted = await admit(parts, viewer, key.planId);
  if ('outcome' in admitted) return admitted;
  return parts.engine.arrange((tx, desk) => draftMinutes(tx, desk, { ...key, body, by: admitted.by }));
}

/** Calls a meeting off for good; who was invited is told. */
export function cancelMeetingAs(parts: MeetingParts, viewer: Viewer, request: MeetingReason): Promise<MeetingOutcome> {
  return endMeetingAs(parts, viewer, request, 'cancelled');
}

/** Puts a meeting off to a day that is not known yet; who was invited is told. */
export function postponeMeetingAs(
  parts: MeetingParts,
  viewer: Viewer,
  request: MeetingReason,
): Promise<MeetingOutcome> {
  return endMeetingAs(parts, viewer, request, 'postponed');
}

async function endMeetingAs(
  parts: MeetingParts,
  viewer: Viewer,
  { reason, ...key }: MeetingReason,
  how: 'cancelled' | 'postponed',
): Promise<MeetingOutcome> {
  const admitted = await admit(parts, viewer, key.planId);
  if ('outcome' in admitted) return admitted;
  const words = checkedWords(reason, { isNeeded: true });
  if ('fault' in words) return { outcome: 'faulty', faults: [{ field: 'reason', code: words.fault }] };
  const { by } = admitted;
  return parts.engine.arrange((tx, desk) => endMeeting(tx, desk, { ...key, how, reason: words.text, by }));
}

/** Somebody who may arrange the meetings of a plan, with what that takes. */
export interface Admitted extends Entitled {
  readonly calendar: Calendar;
}

/** Asks the rights first: who may not read the plan learns of no meeting. */
export async function admit(parts: MeetingParts, viewer: Viewer, planId: string): Promise<Admitted | NotEntitled> {
  const who = await entitled(parts, viewer, planId, 'arrangeMeeting');
  if ('outcome' in who) return who;
  const id = who.plan.calendar;
  const reading = parts.calendars.find(id);
  if (!reading || 'faults' in reading) throw new Error(`The calendar ${id} is missing, or has faults.`);
  return { ...who, calendar: reading.calendar };
}
