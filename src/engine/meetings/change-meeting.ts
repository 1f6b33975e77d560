import type { Actor } from '../../../machines/types.ts';
import { localDate } from '../../calendar/local-time.ts';
import type { Calendar, LocalDate } from '../../calendar/types.ts';
import type { Transaction } from '../../db/database.ts';
import { updateMeeting } from '../../db/queries/meetings.ts';
import type { MeetingBody } from '../../meetings/meeting-body.ts';
import { compileMeeting } from '../../plan/compile-duty.ts';
import {
  type Arranged,
  type HeldMeeting,
  type MeetingDesk,
  type MeetingHindrance,
  type MeetingKey,
  nothing,
  takeMeeting,
} from './desk.ts';
import { tellInvited, vacantAmong } from './tell-invited.ts';

/** What was done, and whom it reached. */
export interface MeetingSettled {
  readonly outcome: 'done';
  readonly number: number;
  readonly version: number;
  readonly letters: number;
  /** The posts among those to be told that nobody holds. */
  readonly vacant: readonly string[];
}

export type MeetingAnswer = MeetingHindrance | MeetingSettled;

export interface ChangedMeeting extends MeetingKey {
  readonly day?: LocalDate | undefined;
  readonly time?: string | null | undefined;
  readonly body?: MeetingBody | undefined;
  readonly calendar: Calendar;
  readonly by: Actor;
}

/**
 * Changes a meeting that was not held yet. Another day makes its deadlines other ones, and a day ends a
 * postponement. Where
 * it was announced, those invited are told of what matters to them, and those who are invited no longer of that.
 */
export async function changeMeeting(
  tx: Transaction,
  desk: MeetingDesk,
  change: ChangedMeeting,
): Promise<Arranged<MeetingAnswer>> {
  const held = await takeMeeting(tx, desk, change, ['planned', 'noticeSent', 'postponed']);
  if ('outcome' in held) return nothing(held);
  const { plan, meeting, stage, run } = held;
  const after = { ...meeting, ...given(change) };
  const on = localDate(run.at, plan.zone);
  if (after.day !== meeting.day) {
    const terms = { plan, calendar: change.calendar, since: run.at };
    await run.redefine(tx, compileMeeting(run.stored.code, after.day, terms));
  }
  // What is put off waits for a day; its agenda may be worked on meanwhile.
  const isTakenUp = stage === 'postponed' && change.day !== undefined;
  if (isTakenUp) {
    const refusal = run.send({ type: 'resume', reason: null }, on, change.by);
    if (refusal) return nothing({ outcome: 'refused', refusal });
  }
  const version = await updateMeeting(tx, meeting.id, after);
  const changed = { ...after, version };
  const isToldOf = wasAnnounced(held) && (stage !== 'postponed' || isTakenUp);
  const news = isToldOf ? newsOf(held, changed, isTakenUp) : [];
  const messages: number[] = [];
  for (const one of news) {
    messages.push(
      ...(await tellInvited(tx, desk, plan, { ...one, meeting: changed, reason: null, from: change.by.post })),
    );
  }
  const told = news.filter(({ occasion }) => occasion !== 'uninvited').flatMap(({ posts }) => posts);
  return {
    answer: {
      outcome: 'done',
      number: meeting.number,
      version,
      letters: messages.length,
      vacant: vacantAmong(plan, told, on),
    },
    changes: run.changes(),
    messages,
  };
}

/** Whether a notice of the meeting went out: then whatever becomes of it is told. */
export function wasAnnounced({ run }: Pick<HeldMeeting, 'run'>): boolean {
  return run.state.context.steps.some(({ id }) => id === 'notice');
}

function given({ day, time, body }: ChangedMeeting) {
  return {
    ...(day === undefined ? {} : { day }),
    ...(time === undefined ? {} : { time }),
    ...(body === undefined ? {} : { body }),
  };
}

type Facts = Pick<HeldMeeting['meeting'], 'day' | 'time' | 'body'>;

/** Who is to be told what: the newly invited of the meeting, the others of what has changed for them. */
function newsOf({ meeting }: HeldMeeting, after: Facts, isTakenUp: boolean) {
  const before = meeting.body.invited;
  const now = after.body.invited;
  const matters = ({ day, time, body: { place, chair, agenda } }: Facts) =>
    JSON.stringify([day, time, place, chair.designation, agenda.map(({ subject }) => subject)]);
  const isOther = isTakenUp || matters(meeting) !== matters(after);
  return [
    { occasion: 'notice' as const, posts: now.filter((post) => !before.includes(post)) },
    { occasion: 'changed' as const, posts: isOther ? now.filter((post) => before.includes(post)) : [] },
    { occasion: 'uninvited' as const, posts: before.filter((post) => !now.includes(post)) },
  ].filter(({ posts }) => posts.length > 0);
}
