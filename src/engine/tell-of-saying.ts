import { localDate } from '../calendar/local-time.ts';
import type { Bilingual } from '../calendar/types.ts';
import type { Transaction } from '../db/database.ts';
import { insertMessage, lastOfThreads } from '../db/queries/messages.ts';
import { preferencesOf } from '../db/queries/preferences.ts';
import type { Saying } from '../db/queries/questions.ts';
import type { QuestionLetter } from '../letters/question-letter.ts';
import { preferenceOf } from '../notices/preference.ts';
import { holdersOf, type Recipient, recipientsOf } from '../notices/recipients.ts';
import { owedUnder, pathOfOwed } from '../plan/duties.ts';
import type { Indicator, Plan } from '../plan/types.ts';
import type { Letterhead } from './tell-people.ts';

/**
 * Writes the letters that a saying calls for, and queues them: a question goes to the focal point and the innovation
 * officer, an explanation to whoever asked. What is only taken note of is told to nobody. Returns the letters' ids.
 */
export async function tellOfSaying(
  tx: Transaction,
  letterhead: Letterhead,
  plan: Plan,
  code: string,
  saying: Saying,
  question: Saying | null,
): Promise<number[]> {
  const indicator = owedUnder(plan, code);
  if (!indicator || saying.kind === 'acknowledgement') return [];
  const recipients: Told[] = question ? askers(plan, question, saying) : askedOf(plan, indicator, saying);
  const preferences = await preferencesOf(
    tx,
    recipients.map(({ person }) => person.email),
  );
  const threadOf = ({ person }: Told, letter: string) => [plan.id, person.id, letter, code].join('/');
  const threads = await lastOfThreads(
    tx,
    recipients.flatMap((recipient) => CONVERSATION.map((letter) => threadOf(recipient, letter))),
  );
  const ids: number[] = [];
  for (const recipient of recipients) {
    const { person, post } = recipient;
    const language = preferenceOf(preferences, person).language ?? person.language ?? plan.language;
    const composed = letterhead.composeQuestion({
      ...factsOf(plan, indicator, saying, question),
      language,
      recipient: { name: person.name, postTitle: titleOf(plan, post) },
      baseUrl: letterhead.baseUrl,
    });
    const inReplyTo = CONVERSATION.flatMap((letter) => threads.get(threadOf(recipient, letter)) ?? [])[0] ?? null;
    ids.push(
      await insertMessage(tx, {
        planId: plan.id,
        class: 'explanation',
        post,
        personId: person.id,
        address: person.email,
        language,
        ...composed,
        headerId: letterhead.headerIdOf([plan.id, person.id, 'explanation', String(saying.id), String(saying.at)]),
        inReplyTo,
        threadId: threadOf(recipient, 'explanation'),
        createdAt: saying.at,
        forInstant: saying.at,
      }),
    );
  }
  return ids;
}

type Told = Pick<Recipient, 'post' | 'person'>;

/** A letter follows the last one about explanations of this indicator, else the last escalation of it, else reminder. */
const CONVERSATION = ['explanation', 'escalation', 'digest'] as const;

/** Of whom an explanation is asked; nobody has to explain to themselves. */
function askedOf(plan: Plan, { posts }: Indicator, { at, person }: Saying): Told[] {
  const today = localDate(at, plan.zone);
  const asked = (['focalPoint', 'innovationOfficer'] as const).flatMap((role) =>
    recipientsOf(plan, posts, role, today),
  );
  const others = asked.filter((recipient) => recipient.person.id !== person);
  return [...new Map(others.reverse().map((recipient) => [recipient.person.id, recipient])).values()].reverse();
}

/** Whoever asked, while in charge of the post; else those who are now. */
function askers(plan: Plan, question: Saying, { at }: Saying): Told[] {
  const holders = holdersOf(plan, question.post, localDate(at, plan.zone));
  const asker = holders.find(({ id }) => id === question.person);
  return (asker ? [asker] : holders).map((person) => ({ post: question.post, person }));
}

function factsOf(
  plan: Plan,
  indicator: Indicator,
  saying: Saying,
  question: Saying | null,
): Omit<QuestionLetter, 'language' | 'recipient' | 'baseUrl'> {
  const occurrence = indicator.occurrences.find(({ id }) => id === saying.checkpoint);
  return {
    kind: question ? 'explanation' : 'request',
    office: plan.office.name,
    fiscalYear: plan.fiscalYear,
    today: localDate(saying.at, plan.zone),
    code: indicator.code,
    title: indicator.title,
    checkpointTitle: occurrence?.title ?? null,
    due: occurrence?.due ?? indicator.due,
    from: titleOf(plan, saying.post),
    question: (question ?? saying).text,
    explanation: question ? saying.text : null,
    path: `${pathOfOwed(plan.id, indicator)}#questions`,
  };
}

function titleOf(plan: Plan, post: string): Bilingual {
  return plan.posts.find(({ id }) => id === post)?.title ?? { bn: post, en: post };
}
