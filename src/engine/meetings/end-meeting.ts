import type { Actor } from '../../../machines/types.ts';
import { localDate } from '../../calendar/local-time.ts';
import type { Transaction } from '../../db/database.ts';
import { updateMeeting } from '../../db/queries/meetings.ts';
import { type MeetingAnswer, wasAnnounced } from './change-meeting.ts';
import { type Arranged, type MeetingDesk, type MeetingKey, nothing, takeMeeting } from './desk.ts';
import { tellInvited, vacantAmong } from './tell-invited.ts';

export interface EndedMeeting extends MeetingKey {
  readonly how: 'cancelled' | 'postponed';
  readonly reason: string;
  readonly by: Actor;
}

/** Calls a meeting off for good, or puts it off to a day not known yet; who got a notice is told, and why. */
export async function endMeeting(
  tx: Transaction,
  desk: MeetingDesk,
  { how, reason, by, ...key }: EndedMeeting,
): Promise<Arranged<MeetingAnswer>> {
  const stages =
    how === 'cancelled' ? (['planned', 'noticeSent', 'postponed'] as const) : (['planned', 'noticeSent'] as const);
  const held = await takeMeeting(tx, desk, key, stages);
  if ('outcome' in held) return nothing(held);
  const { plan, meeting, stage, run } = held;
  const on = localDate(run.at, plan.zone);
  const refusal = run.send({ type: how === 'cancelled' ? 'withdraw' : 'suspend', reason }, on, by);
  if (refusal) return nothing({ outcome: 'refused', refusal });
  const version = await updateMeeting(tx, meeting.id, meeting);
  const posts = wasAnnounced(held) ? meeting.body.invited : [];
  const news = { occasion: how, posts, meeting: { ...meeting, version }, reason, from: by.post };
  // Whoever was told that it is put off is told that it will not be at all.
  const messages = stage === 'planned' || posts.length === 0 ? [] : await tellInvited(tx, desk, plan, news);
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
