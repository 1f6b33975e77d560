import type { Actor } from '../../../machines/types.ts';
import { localDate } from '../../calendar/local-time.ts';
import type { Calendar, LocalDate } from '../../calendar/types.ts';
import type { Transaction } from '../../db/database.ts';
import { updateMeeting } from '../../db/queries/meetings.ts';
import type { MeetingBody } from '../../meetings/meeting-body.ts';
import { compileMeeting } from '../../plan/compile-duty.ts';
import type { MeetingAnswer } from './change-meeting.ts';
import { type Arranged, type MeetingDesk, type MeetingKey, nothing, takeMeeting } from './desk.ts';
import { tellInvited, vacantAmong } from './tell-invited.ts';

interface Deed extends MeetingKey {
  readonly by: Actor;
}

/** Sends the notice of a meeting to those invited; `otherwise` it went out on paper, and nobody is written to. */
export async function announceMeeting(
  tx: Transaction,
  desk: MeetingDesk,
  { by, means, ...key }: Deed & { readonly means: 'letter' | 'otherwise' },
): Promise<Arranged<MeetingAnswer>> {
  const held = await takeMeeting(tx, desk, key, ['planned']);
  if ('outcome' in held) return nothing(held);
  const { plan, meeting, run } = held;
  const on = localDate(run.at, plan.zone);
  const note = means === 'otherwise' ? 'The notice was not sent by Suchok.' : null;
  const refusal = run.send({ type: 'completeStep', step: 'notice', evidence: [], note }, on, by);
  if (refusal) return nothing({ outcome: 'refused', refusal });
  const version = await updateMeeting(tx, meeting.id, meeting);
  const posts = means === 'letter' ? meeting.body.invited : [];
  const news = { occasion: 'notice' as const, posts, meeting: { ...meeting, version }, reason: null, from: by.post };
  const messages = await tellInvited(tx, desk, plan, news);
  return {
    answer: {
      outcome: 'done',
      number: meeting.number,
      version,
      letters: messages.length,
      vacant: vacantAmong(plan, posts, on),
    },
    changes: run.changes(),
    messages,
  };
}

/** Records that a meeting was held. Held on another day than planned, its minutes are owed by another day too. */
export async function holdMeeting(
  tx: Transaction,
  desk: MeetingDesk,
  {
    by,
    on,
    attendance,
    calendar,
    ...key
  }: Deed & {
    readonly on: LocalDate;
    readonly attendance?: MeetingBody['attendance'] | undefined;
    readonly calendar: Calendar;
  },
): Promise<Arranged<MeetingAnswer>> {
  const held = await takeMeeting(tx, desk, key, ['noticeSent']);
  if ('outcome' in held) return nothing(held);
  const { plan, meeting, run } = held;
  const refusal = run.send({ type: 'completeStep', step: 'held', evidence: [], note: null }, on, by);
  if (refusal) return nothing({ outcome: 'refused', refusal });
  if (on !== meeting.day) {
    await run.redefine(tx, compileMeeting(run.stored.code, on, { plan, calendar, since: run.at }));
  }
  const body = attendance === undefined ? meeting.body : { ...meeting.body, attendance };
  const version = await updateMeeting(tx, meeting.id, { ...meeting, day: on, body });
  return {
    answer: { outcome: 'done', number: meeting.number, version, letters: 0, vacant: [] },
    changes: run.changes(),
    messages: [],
  };
}

/** Keeps the draft of the minutes, the first and every later one. */
export async function draftMinutes(
  tx: Transaction,
  desk: MeetingDesk,
  { by, body, ...key }: Deed & { readonly body: MeetingBody },
): Promise<Arranged<MeetingAnswer>> {
  const held = await takeMeeting(tx, desk, key, ['held', 'drafted']);
  if ('outcome' in held) return nothing(held);
  const { plan, meeting, stage, run } = held;
  if (stage === 'held') {
    const on = localDate(run.at, plan.zone);
    const refusal = run.send({ type: 'completeStep', step: 'drafted', evidence: [], note: null }, on, by);
    if (refusal) return nothing({ outcome: 'refused', refusal });
  }
  const version = await updateMeeting(tx, meeting.id, { ...meeting, body });
  return {
    answer: { outcome: 'done', number: meeting.number, version, letters: 0, vacant: [] },
    changes: run.changes(),
    messages: [],
  };
}
