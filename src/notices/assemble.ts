import { atTime } from '../calendar/local-time.ts';
import type { Instant, LocalDate } from '../calendar/types.ts';
import type { NoticeKind, Rung } from '../plan/definition.ts';
import type { Indicator, Person, Plan, Role } from '../plan/types.ts';
import { type Preferences, preferenceOf } from './preference.ts';
import { type Recipient, recipientsOf } from './recipients.ts';

/** Escalations go apart from what a person is reminded of. */
export type MessageClass = 'digest' | 'escalation';

/** A rung that a machine has climbed and nobody has been told of yet. */
export interface PendingNotice {
  readonly indicator: Indicator;
  readonly checkpoint: string;
  readonly generation: number;
  readonly rung: Rung;
  readonly number: number;
  readonly notice: NoticeKind;
  readonly role: Role;
  readonly rungAt: Instant;
  /** Who is through with it already, by person: the others wait for an hour of their own. Nobody where it is left out. */
  readonly doneWith?: ReadonlySet<string>;
  /** False when the indicator has been settled, held or closed since: nothing is sent about it then. */
  readonly stillRuns: boolean;
}

/** One letter to one person. */
export interface Assembled<Notice extends PendingNotice> {
  readonly class: MessageClass;
  readonly person: Person;
  /** Who is on leave, where the person is told in nobody's place but theirs. */
  readonly inPlaceOf: Person | null;
  /** The posts as whose holder the person is told; the first stands for the message. */
  readonly posts: readonly string[];
  /** All notices that the letter answers, and of those the ones it names: a person with two posts reads a rung once. */
  readonly notices: readonly Notice[];
  readonly items: readonly Notice[];
}

export type SkipReason = 'settled' | 'overtaken' | 'nobody';

export interface Assembly<Notice extends PendingNotice> {
  readonly messages: readonly Assembled<Notice>[];
  readonly skipped: ReadonlyMap<Notice, SkipReason>;
  /** What stays pending, because somebody's hour is still to come; it is then looked at anew. */
  readonly waiting: ReadonlyMap<Notice, Waiting>;
}

export interface Waiting {
  /** The earliest hour of those who wait. */
  readonly until: Instant;
  /** Everybody who is through with it, now or before. */
  readonly doneWith: ReadonlySet<string>;
}

/** The moment of telling, and how people like to be told. */
export interface TellingTerms {
  readonly now: Instant;
  readonly preferences: Preferences;
}

const AT_ONCE: TellingTerms = { now: Number.POSITIVE_INFINITY, preferences: new Map() };

/**
 * Makes one plan's pending notices into letters: one calm digest a person, escalations apart; or a letter to each
 * indicator for those who like that better. Of an indicator, each person is told the newest rung only: what a later rung
 * has overtaken, because the system slept or the plan began late, is skipped. Who wants no letter before a certain hour
 * is told then; a notice that goes to several people waits for the last of them, and each is told of it once. Pure;
 * `today` is the day of sending in the plan's zone and decides who holds which post.
 */
export function assemble<Notice extends PendingNotice>(
  plan: Plan,
  pending: readonly Notice[],
  today: LocalDate,
  { now, preferences }: TellingTerms = AT_ONCE,
): Assembly<Notice> {
  const skipped = new Map<Notice, SkipReason>();
  const waiting = new Map<Notice, Waiting>();
  const listeners = new Map<string, Listener<Notice>>();
  for (const notice of pending) {
    const recipients = notice.stillRuns ? recipientsOf(plan, notice.indicator.posts, notice.role, today) : [];
    if (recipients.length === 0) skipped.set(notice, notice.stillRuns ? 'nobody' : 'settled');
    for (const recipient of recipients) {
      const { person } = recipient;
      if (notice.doneWith?.has(person.id)) continue;
      const { hour } = preferenceOf(preferences, person);
      const from = hour === null ? now : atTime(today, hour, plan.zone);
      if (from > now) putOff(waiting, notice, from);
      else listen(listeners, notice, recipient);
    }
  }

  const messages: Assembled<Notice>[] = [];
  const kept = new Set<Notice>();
  for (const listener of listeners.values()) {
    const newest = [...listener.byIndicator.values()].map(newestOnly);
    for (const notice of newest.flat()) kept.add(notice);
    const isSingle = preferenceOf(preferences, listener.person).delivery === 'single';
    for (const bundle of isSingle ? newest : [newest.flat()]) messages.push(...lettersOf(listener, bundle));
    // What waits for others, whether the person is told of it or of something newer, does not come to the person again.
    for (const notice of [...listener.byIndicator.values()].flatMap((heard) => [...heard])) {
      const wait = waiting.get(notice);
      if (wait) waiting.set(notice, { ...wait, doneWith: new Set([...wait.doneWith, listener.person.id]) });
    }
  }
  for (const notice of pending) {
    if (!kept.has(notice) && !skipped.has(notice) && !waiting.has(notice)) skipped.set(notice, 'overtaken');
  }
  return { messages, skipped, waiting };
}

function putOff<Notice extends PendingNotice>(waiting: Map<Notice, Waiting>, notice: Notice, from: Instant): void {
  const known = waiting.get(notice)?.until ?? from;
  waiting.set(notice, { until: Math.min(known, from), doneWith: notice.doneWith ?? new Set() });
}

/** Somebody who is told now, with all that there is to tell. */
interface Listener<Notice> {
  readonly person: Person;
  readonly recipients: Recipient[];
  readonly byIndicator: Map<string, Set<Notice>>;
}

function listen<Notice extends PendingNotice>(
  listeners: Map<string, Listener<Notice>>,
  notice: Notice,
  recipient: Recipient,
): void {
  const { person } = recipient;
  const { code } = notice.indicator;
  const fresh: Listener<Notice> = { person, recipients: [], byIndicator: new Map() };
  const listener = listeners.get(person.id) ?? fresh;
  const heard = listener.byIndicator.get(code) ?? new Set();
  listener.recipients.push(recipient);
  listener.byIndicator.set(code, heard.add(notice));
  listeners.set(person.id, listener);
}

/** Notices to one person as letters: what reminds, and apart from it what escalates. */
function lettersOf<Notice extends PendingNotice>(
  { person, recipients }: Listener<Notice>,
  bundle: readonly Notice[],
): Assembled<Notice>[] {
  const posts = [...new Set(recipients.map(({ post }) => post))];
  return (['digest', 'escalation'] as const).flatMap((letter) => {
    const notices = bundle.filter((notice) => classOf(notice.notice) === letter);
    if (notices.length === 0) return [];
    const items = withoutRepeats(notices);
    return [{ class: letter, person, inPlaceOf: absentee(recipients), posts, notices, items }];
  });
}

/** In whose place somebody is told; null where any of it is told in the person's own part, or in that of several. */
function absentee(recipients: readonly Recipient[]): Person | null {
  const [first, ...others] = new Set(recipients.map(({ inPlaceOf }) => inPlaceOf));
  return first && others.length === 0 ? first : null;
}

export function classOf(notice: NoticeKind): MessageClass {
  return notice === 'escalation' ? 'escalation' : 'digest';
}

function newestOnly<Notice extends PendingNotice>(notices: ReadonlySet<Notice>): Notice[] {
  const newest = Math.max(...[...notices].map((notice) => notice.rungAt));
  return [...notices].filter((notice) => notice.rungAt === newest);
}

/**
 * A person with two posts is told of one rung once; and of an indicator that has missed several of its days, one
 * follow-up, of the earliest, stands for all.
 */
function withoutRepeats<Notice extends PendingNotice>(notices: readonly Notice[]): Notice[] {
  const seen = new Set<string>();
  return notices.filter(({ indicator, notice, checkpoint, rung }) => {
    const key = `${indicator.code} ${notice === 'followUp' ? '' : checkpoint} ${rung}`;
    return seen.size < seen.add(key).size;
  });
}
