import type { Instant, LocalDate } from '../calendar/types.ts';
import type { NoticeKind, Rung } from '../plan/definition.ts';
import type { Indicator, Person, Plan, Role } from '../plan/types.ts';
import { recipientsOf } from './recipients.ts';

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
  /** False when the indicator has been settled, held or closed since: nothing is sent about it then. */
  readonly stillRuns: boolean;
}

/** One letter to one person. */
export interface Assembled<Notice extends PendingNotice> {
  readonly class: MessageClass;
  readonly person: Person;
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
}

/**
 * Makes one plan's pending notices into letters: one calm digest a person, escalations apart. Of an indicator, each
 * person is told the newest rung only: what a later rung has overtaken, because the system slept or the plan began
 * late, is skipped. Pure; `today` is the day of sending in the plan's zone and decides who holds which post.
 */
export function assemble<Notice extends PendingNotice>(
  plan: Plan,
  pending: readonly Notice[],
  today: LocalDate,
): Assembly<Notice> {
  const skipped = new Map<Notice, SkipReason>();
  const told = new Map<string, { person: Person; posts: Set<string>; byIndicator: Map<string, Set<Notice>> }>();
  for (const notice of pending) {
    const recipients = notice.stillRuns ? recipientsOf(plan, notice.indicator.posts, notice.role, today) : [];
    if (recipients.length === 0) skipped.set(notice, notice.stillRuns ? 'nobody' : 'settled');
    for (const { person, post } of recipients) {
      const entry = told.get(person.id) ?? { person, posts: new Set(), byIndicator: new Map() };
      const known = entry.byIndicator.get(notice.indicator.code) ?? new Set();
      entry.posts.add(post);
      entry.byIndicator.set(notice.indicator.code, known.add(notice));
      told.set(person.id, entry);
    }
  }

  const messages: Assembled<Notice>[] = [];
  const kept = new Set<Notice>();
  for (const { person, posts, byIndicator } of told.values()) {
    const newest = [...byIndicator.values()].flatMap(newestOnly);
    for (const notice of newest) kept.add(notice);
    for (const letter of ['digest', 'escalation'] as const) {
      const notices = newest.filter((notice) => classOf(notice.notice) === letter);
      if (notices.length === 0) continue;
      messages.push({ class: letter, person, posts: [...posts], notices, items: withoutRepeats(notices) });
    }
  }
  for (const notice of pending) if (!kept.has(notice) && !skipped.has(notice)) skipped.set(notice, 'overtaken');
  return { messages, skipped };
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
