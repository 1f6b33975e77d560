import { localDate } from '../../calendar/local-time.ts';
import type { Bilingual } from '../../calendar/types.ts';
import type { Transaction } from '../../db/database.ts';
import type { StoredMeeting } from '../../db/queries/meetings.ts';
import { insertMessage, lastOfThreads } from '../../db/queries/messages.ts';
import { preferencesOf } from '../../db/queries/preferences.ts';
import type { MeetingOccasion } from '../../letters/meeting-phrasing.ts';
import { preferenceOf } from '../../notices/preference.ts';
import { holdersOf } from '../../notices/recipients.ts';
import { meetingTitle, pathOfOwed } from '../../plan/duties.ts';
import type { Person, Plan } from '../../plan/types.ts';
import { codeOfMeeting, type MeetingDesk } from './desk.ts';

/** What is told of a meeting, to the holders of which posts, and by whose order. */
export interface MeetingNews {
  readonly occasion: MeetingOccasion;
  readonly posts: readonly string[];
  readonly meeting: Pick<StoredMeeting, 'number' | 'kind' | 'day' | 'time' | 'body' | 'version'>;
  readonly reason: string | null;
  /** The post that has it sent. */
  readonly from: string;
}

/**
 * Writes to the holders of some posts of a meeting, one letter a person, and queues the letters; returns their ids. Who
 * stands in for somebody on leave is written to, and nobody at a vacant post.
 */
export async function tellInvited(
  tx: Transaction,
  { letterhead, now }: MeetingDesk,
  plan: Plan,
  { occasion, posts, meeting, reason, from }: MeetingNews,
): Promise<number[]> {
  const code = codeOfMeeting(meeting.number);
  const today = localDate(now, plan.zone);
  const recipients = recipientsOf(plan, posts, today);
  const preferences = await preferencesOf(
    tx,
    recipients.map(({ person }) => person.email),
  );
  const threadOf = (person: Person) => [plan.id, person.id, 'meetingNotice', code].join('/');
  const threads = await lastOfThreads(
    tx,
    recipients.map(({ person }) => threadOf(person)),
  );
  const ids: number[] = [];
  for (const { person, post } of recipients) {
    const language = preferenceOf(preferences, person).language ?? person.language ?? plan.language;
    const threadId = threadOf(person);
    const composed = letterhead.composeMeeting({
      occasion,
      language,
      recipient: { name: person.name, postTitle: titleOf(plan, post) },
      office: plan.office.name,
      planId: plan.id,
      fiscalYear: plan.fiscalYear,
      today,
      zone: plan.zone,
      baseUrl: letterhead.baseUrl,
      code,
      version: meeting.version,
      title: meetingTitle(meeting.kind, meeting.day),
      day: meeting.day,
      time: meeting.time,
      place: meeting.body.place,
      chair: meeting.body.chair.designation,
      agenda: meeting.body.agenda.map(({ subject }) => subject),
      reason,
      from: titleOf(plan, from),
      path: pathOfOwed(plan.id, { kind: 'meeting', code }),
    });
    const identity = [plan.id, person.id, 'meetingNotice', code, String(meeting.version), String(now)];
    ids.push(
      await insertMessage(tx, {
        planId: plan.id,
        class: 'meetingNotice',
        post,
        personId: person.id,
        address: person.email,
        language,
        ...composed,
        headerId: letterhead.headerIdOf(identity),
        inReplyTo: threads.get(threadId) ?? null,
        threadId,
        createdAt: now,
        forInstant: now,
      }),
    );
  }
  return ids;
}

/** The posts of these that nobody holds on a day. */
export function vacantAmong(plan: Plan, posts: readonly string[], on: string): string[] {
  return posts.filter((post) => holdersOf(plan, post, on).length === 0);
}

/** Each person once, as the holder of the first of the posts. */
function recipientsOf(plan: Plan, posts: readonly string[], on: string) {
  const holders = [...new Set(posts)].flatMap((post) => holdersOf(plan, post, on).map((person) => ({ person, post })));
  return [...new Map(holders.reverse().map((one) => [one.person.id, one])).values()].reverse();
}

function titleOf(plan: Plan, post: string): Bilingual {
  return plan.posts.find(({ id }) => id === post)?.title ?? { bn: post, en: post };
}
