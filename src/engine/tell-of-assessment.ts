import { localDate } from '../calendar/local-time.ts';
import type { Bilingual, Instant } from '../calendar/types.ts';
import type { Transaction } from '../db/database.ts';
import { insertMessage, lastOfThreads } from '../db/queries/messages.ts';
import { preferencesOf } from '../db/queries/preferences.ts';
import type { AssessmentLetter } from '../letters/assessment-letter.ts';
import { preferenceOf } from '../notices/preference.ts';
import { type Recipient, recipientsOf } from '../notices/recipients.ts';
import type { Plan, Role, RolePosts } from '../plan/types.ts';
import type { Letterhead } from './tell-people.ts';

/** What happened to a self-assessment that people have to be told of. */
export interface AssessmentNews
  extends Pick<
    AssessmentLetter,
    'kind' | 'period' | 'round' | 'code' | 'memo' | 'points' | 'documentHash' | 'word' | 'reasons' | 'path'
  > {
  readonly plan: Plan;
  readonly assessmentId: number;
  readonly at: Instant;
  /** The post that sends it, or that judged it. */
  readonly from: string;
  /** The posts that play the parts: those of the indicator, or of the plan where it has none. */
  readonly posts: RolePosts;
}

/** Who is told: of one that was sent those above, of a judgement those who made it. */
const TOLD: Readonly<Record<AssessmentNews['kind'], readonly Role[]>> = {
  sent: ['superiorAuthority'],
  accepted: ['focalPoint', 'innovationOfficer', 'headOfOffice'],
  returned: ['focalPoint', 'innovationOfficer', 'headOfOffice'],
};

/** Writes the letters about a self-assessment, and queues them; returns their ids. */
export async function tellOfAssessment(
  tx: Transaction,
  letterhead: Letterhead,
  news: AssessmentNews,
): Promise<number[]> {
  const { plan, posts, kind, assessmentId, at, from, ...facts } = news;
  const today = localDate(at, plan.zone);
  const recipients = onceEach(TOLD[kind].flatMap((role) => recipientsOf(plan, posts, role, today)));
  const preferences = await preferencesOf(
    tx,
    recipients.map(({ person }) => person.email),
  );
  const threadOf = ({ person }: Recipient) => [plan.id, person.id, 'assessment', facts.period].join('/');
  const threads = await lastOfThreads(tx, recipients.map(threadOf));
  const ids: number[] = [];
  for (const recipient of recipients) {
    const { person, post } = recipient;
    const language = preferenceOf(preferences, person).language ?? person.language ?? plan.language;
    const composed = letterhead.composeAssessment({
      ...facts,
      kind,
      language,
      office: plan.office.name,
      fiscalYear: plan.fiscalYear,
      today,
      from: titleOf(plan, from),
      recipient: { name: person.name, postTitle: titleOf(plan, post) },
      baseUrl: letterhead.baseUrl,
    });
    ids.push(
      await insertMessage(tx, {
        planId: plan.id,
        class: 'assessment',
        post,
        personId: person.id,
        address: person.email,
        language,
        ...composed,
        headerId: letterhead.headerIdOf([plan.id, person.id, 'assessment', String(assessmentId), kind, String(at)]),
        inReplyTo: threads.get(threadOf(recipient)) ?? null,
        threadId: threadOf(recipient),
        createdAt: at,
        forInstant: at,
      }),
    );
  }
  return ids;
}

/** Who holds two of the posts is told once, as the first of them. */
function onceEach(recipients: readonly Recipient[]): Recipient[] {
  return [...new Map([...recipients].reverse().map((one) => [one.person.id, one])).values()].reverse();
}

function titleOf(plan: Plan, post: string): Bilingual {
  return plan.posts.find(({ id }) => id === post)?.title ?? { bn: post, en: post };
}
