import {
  draftMinutesAs,
  holdMeetingAs,
  planMeetingAs,
  sendMeetingNoticeAs,
} from '../../src/acting/arrange-meetings.ts';
import { issueMeetingAs } from '../../src/acting/issue-meeting-as.ts';
import type { MeetingParts } from '../../src/acting/meeting-outcomes.ts';
import type { LocalDate } from '../../src/calendar/types.ts';
import type { MeetingBody, MeetingDecision } from '../../src/meetings/meeting-body.ts';
import type { Plan } from '../../src/plan/types.ts';
import { readFirstBody, readMinutesDraft } from '../../src/reading/meeting-minutes.ts';
import { meetingOf } from '../../src/reading/meetings.ts';
import { paperDocx } from '../../src/report/render/paper-docx.ts';

interface Held {
  readonly plan: Plan;
  /** Who arranges it. */
  readonly address: string;
  readonly on: LocalDate;
  readonly settles?: readonly [indicator: string, occurrence: string | null];
  readonly decisions: readonly MeetingDecision[];
  readonly talks?: MeetingBody['indicators'];
}

/** A meeting of today, as far as its drafted minutes; and issued, where that is wished. */
export async function heldMeeting(parts: MeetingParts, held: Held, isIssued: boolean): Promise<number> {
  const { plan, address, on, settles = [null, null], decisions, talks = [] } = held;
  const viewer = { address, isAdministrator: false };
  const now = parts.clock.now();
  const wish = { kind: 'review', day: on, settles: settles[0], occurrence: settles[1] } as const;
  const first = await readFirstBody(parts.db, plan, wish, now);
  const body = { ...first, place: 'সভাকক্ষ' };
  const { number } = done(await planMeetingAs(parts, viewer, { ...wish, planId: plan.id, time: '11:00', body }));
  const of = { planId: plan.id, number };
  done(await sendMeetingNoticeAs(parts, viewer, { ...of, by: 'otherwise' }));
  done(await holdMeetingAs(parts, viewer, of));
  const agenda = body.agenda.map((item, i) => (i === 0 ? { ...item, decisions } : item));
  done(await draftMinutesAs(parts, viewer, { ...of, body: { ...body, agenda, indicators: talks } }));
  if (!isIssued) return number;
  const meeting = await meetingOf(parts.db, plan.id, number, now);
  const draft = await readMinutesDraft(parts.db, plan, meeting!, now);
  const minutes = { name: `M${number}-minutes.docx`, content: await paperDocx(draft!.paper) };
  done(await issueMeetingAs(parts, viewer, { ...of, minutes }));
  return number;
}

function done<Answer extends { readonly outcome: string }>(answer: Answer): Extract<Answer, { outcome: 'done' }> {
  if (answer.outcome !== 'done') throw new Error(JSON.stringify(answer));
  return answer as Extract<Answer, { outcome: 'done' }>;
}
