import { localDate } from '../calendar/local-time.ts';
import type { Instant } from '../calendar/types.ts';
import { type Database, type Transaction, withTransaction } from '../db/database.ts';
import { DatabaseUnavailable } from '../db/errors.ts';
import { insertMessage, lastOfThreads, type NewMessage } from '../db/queries/messages.ts';
import {
  closeNotices,
  hasFiringsAhead,
  holdNotices,
  type PendingNoticeRow,
  pendingNotices,
  plansToTell,
} from '../db/queries/pending-notices.ts';
import { lockPlan } from '../db/queries/plans.ts';
import { preferencesOf } from '../db/queries/preferences.ts';
import type { AssessmentLetter } from '../letters/assessment-letter.ts';
import type { MeetingLetter } from '../letters/meeting-letter.ts';
import type { QuestionLetter } from '../letters/question-letter.ts';
import type { ComposedLetter, Letter } from '../letters/types.ts';
import { type Assembled, assemble, type PendingNotice, type SkipReason } from '../notices/assemble.ts';
import { letterFacts } from '../notices/letter-facts.ts';
import { preferenceOf } from '../notices/preference.ts';
import { allOwed } from '../plan/duties.ts';
import type { Indicator, Plan } from '../plan/types.ts';
import type { DefinitionCache } from './definition-cache.ts';
import { inLanes } from './lanes.ts';

/** How letters are written and named; given from outside, so that the engine knows nothing of mail. */
export interface Letterhead {
  readonly baseUrl: string;
  readonly compose: (letter: Letter) => ComposedLetter;
  readonly composeQuestion: (letter: QuestionLetter) => ComposedLetter;
  readonly composeAssessment: (letter: AssessmentLetter) => ComposedLetter;
  readonly composeMeeting: (letter: MeetingLetter) => ComposedLetter;
  /** The Message-ID of a letter by what makes it that letter and no other. */
  readonly headerIdOf: (identity: readonly string[]) => string;
}

type Notice = PendingNotice & { readonly row: PendingNoticeRow };

/** What a round of telling did. */
export interface Telling {
  /** The letters now queued, by id. */
  readonly messages: readonly number[];
  /** When those are to be told who want no letter before. */
  readonly hours: readonly Instant[];
  /** Plans whose letters could not be written; the others went on, and these are tried again in the next round. */
  readonly failed: readonly { readonly planId: string; readonly error: unknown }[];
}

/**
 * Makes the notices that are due into queued letters, plan by plan, each in one transaction. A plan of which something
 * is still to be fired, here or in another process, waits for that: one morning makes one letter. Whoever fires last
 * tells: the plan's lock is waited for, so that nobody leaves the telling to somebody who has looked too early.
 */
export async function tellPeople(
  db: Database,
  definitions: DefinitionCache,
  letterhead: Letterhead,
  now: Instant,
): Promise<Telling> {
  const messages: number[] = [];
  const hours = new Set<Instant>();
  const failed: { planId: string; error: unknown }[] = [];
  // One list for all lanes: each takes the next plan that no other has taken.
  const plans = (await plansToTell(db, now)).values();
  await inLanes(async () => {
    for (const planId of plans) {
      try {
        const told = await withTransaction(db, (tx) => tellOfPlan(tx, definitions, letterhead, planId, now));
        messages.push(...told.messages);
        for (const hour of told.hours) hours.add(hour);
      } catch (error) {
        if (error instanceof DatabaseUnavailable) throw error;
        failed.push({ planId, error });
      }
    }
  });
  return { messages, hours: [...hours], failed };
}

async function tellOfPlan(
  tx: Transaction,
  definitions: DefinitionCache,
  letterhead: Letterhead,
  planId: string,
  now: Instant,
): Promise<{ readonly messages: readonly number[]; readonly hours: readonly Instant[] }> {
  const stored = await lockPlan(tx, planId);
  if (!stored || (await hasFiringsAhead(tx, planId, now))) return { messages: [], hours: [] };
  const plan = stored.body;
  const today = localDate(now, plan.zone);
  const rows = await pendingNotices(tx, planId, now);
  const definitionOf = await definitions.load(
    tx,
    rows.map((row) => row.definitionHash),
  );
  const standing = new Map(
    rows.map((row) => [row.code, { definition: definitionOf(row.definitionHash), state: row.state }]),
  );
  const pending = toNotices(plan, rows);
  const preferences = await preferencesOf(
    tx,
    plan.people.map(({ email }) => email),
  );
  const { messages, skipped, waiting } = assemble(plan, pending, today, { now, preferences });
  const closed = [...skipped].map(([{ row }, reason]) => closedUntold(row, reason));
  closed.push(...dropped(rows, pending));

  const letters = messages.map((assembled) => {
    const { language } = preferenceOf(preferences, assembled.person);
    const facts = letterFacts(plan, assembled, (code) => standing.get(code)!, today, letterhead.baseUrl, language);
    return { assembled, composed: letterhead.compose(facts), language: facts.language };
  });
  const threads = await lastOfThreads(
    tx,
    letters.map(({ assembled }) => threadOf(plan, assembled)),
  );
  const told: Closed[] = closed;
  const ids: number[] = [];
  for (const { assembled, composed, language } of letters) {
    const threadId = threadOf(plan, assembled);
    const message: NewMessage = {
      planId,
      class: assembled.class,
      post: assembled.posts[0]!,
      personId: assembled.person.id,
      address: assembled.person.email,
      language,
      ...composed,
      headerId: letterhead.headerIdOf(identityOf(plan, assembled, now)),
      inReplyTo: threads.get(threadId) ?? null,
      threadId,
      createdAt: now,
      forInstant: Math.max(...assembled.notices.map((notice) => notice.rungAt)),
    };
    const messageId = await insertMessage(tx, message);
    ids.push(messageId);
    for (const { row } of assembled.notices) {
      told.push({ id: row.id, messageId: row.messageId ?? messageId, skipReason: null });
    }
  }
  const letterOf = new Map(oncePerNotice(told).map((one) => [one.id, one]));
  const held = [...waiting].map(([{ row }, { until, doneWith }]) => ({
    id: row.id,
    messageId: row.messageId ?? letterOf.get(row.id)?.messageId ?? null,
    until,
    doneWith: [...doneWith],
  }));
  for (const { id } of held) letterOf.delete(id);
  await closeNotices(tx, [...letterOf.values()]);
  await holdNotices(tx, held);
  return { messages: ids, hours: held.map(({ until }) => until) };
}

function toNotices(plan: Plan, rows: readonly PendingNoticeRow[]): Notice[] {
  const indicators = new Map<string, Indicator>(allOwed(plan).map((indicator) => [indicator.code, indicator]));
  return rows.flatMap((row) => {
    const indicator = indicators.get(row.code);
    if (!indicator) return [];
    const { checkpoint, generation, rung, number, notice, role, rungAt } = row;
    const doneWith = new Set(row.doneWith);
    const stillRuns = typeof row.state.value.deadline !== 'string' && row.state.context.generation === generation;
    return [{ indicator, checkpoint, generation, rung, number, notice, role, rungAt, doneWith, stillRuns, row }];
  });
}

/** Notices of indicators that the plan no longer has: nobody is told of those. */
function dropped(rows: readonly PendingNoticeRow[], notices: readonly Notice[]) {
  const kept = new Set(notices.map(({ row }) => row.id));
  return rows.filter((row) => !kept.has(row.id)).map((row) => closedUntold(row, 'settled'));
}

interface Closed {
  readonly id: number;
  readonly messageId: number | null;
  readonly skipReason: string | null;
}

/** Nobody is told of it any more; whom a letter had told before, that one stands for. */
function closedUntold({ id, messageId }: PendingNoticeRow, reason: SkipReason): Closed {
  return { id, messageId, skipReason: messageId === null ? reason : null };
}

/** A notice that goes to two people leads to the first of the two letters, whenever the other one is written. */
function oncePerNotice<Closed extends { readonly id: number }>(closed: readonly Closed[]): Closed[] {
  return [...new Map([...closed].reverse().map((one) => [one.id, one])).values()];
}

/** What is said to one person of the same foremost indicator is one conversation. */
function threadOf(plan: Plan, { person, class: letter, items }: Assembled<Notice>): string {
  return [plan.id, person.id, letter, items[0]!.indicator.code].join('/');
}

/**
 * No notice is ever told twice to one person in one class of letter, so its number makes the letter's identity; the
 * instant tells it from a letter of an earlier database whose folder of letters is still in use.
 */
function identityOf(plan: Plan, { person, class: letter, notices }: Assembled<Notice>, now: Instant): string[] {
  return [plan.id, person.id, letter, String(Math.min(...notices.map(({ row }) => row.id))), String(now)];
}
