import type { Instant, LocalDate } from '../src/calendar/types.ts';
import type { NoticeKind, Rung } from '../src/plan/definition.ts';
import type { Role } from '../src/plan/types.ts';

/** Who sends an event: a post of the plan, and the person who holds it where that is known. */
export interface Actor {
  readonly post: string;
  readonly person: string | null;
}

/** A paper that shows an achievement, by memo number or title, or by an address. */
export interface Evidence {
  readonly reference: string;
  readonly date: LocalDate | null;
  /** The paper itself, where it was uploaded. */
  readonly file?: EvidenceFile;
}

/** A file as it was uploaded; its content is kept outside the log, under its hash. */
export interface EvidenceFile {
  /** SHA-256 of the content, in hexadecimal. */
  readonly hash: string;
  /** As the person's computer called it. */
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
}

/** What a person can do to an indicator. */
export type PersonAction =
  /** Completes one step of a milestone; of a report, the steps are its stages. */
  | {
      readonly type: 'completeStep';
      readonly step: string;
      readonly evidence: readonly Evidence[];
      readonly note: string | null;
    }
  /** Declares the whole target met. Refused while steps or numbers are missing. */
  | { readonly type: 'complete'; readonly evidence: readonly Evidence[]; readonly note: string | null }
  /** Adds to a count: that many more were done; a negative number corrects an earlier one. */
  | {
      readonly type: 'recordNumber';
      readonly number: number;
      readonly evidence: readonly Evidence[];
      readonly note: string | null;
    }
  /** The percentage as it stands on that day, from 0 to 100. */
  | {
      readonly type: 'recordReading';
      readonly value: number;
      readonly evidence: readonly Evidence[];
      readonly note: string | null;
    }
  /** One occurrence was held; without an id, the one in whose period the day falls, else the earliest that is owed. */
  | {
      readonly type: 'holdOccurrence';
      readonly occurrence: string | null;
      readonly evidence: readonly Evidence[];
      readonly note: string | null;
    }
  | { readonly type: 'suspend'; readonly reason: string }
  | { readonly type: 'resume'; readonly reason: string | null }
  | { readonly type: 'declareNotAchieved'; readonly reason: string }
  | { readonly type: 'withdraw'; readonly reason: string }
  | { readonly type: 'reopen'; readonly reason: string };

/** A person's action with its two times. */
export type PersonEvent = PersonAction & {
  /** When it is recorded; moves the machine's clock and never runs backwards. */
  readonly at: Instant;
  /** The day it happened, in the plan's zone; decides on time or late. */
  readonly on: LocalDate;
  readonly by: Actor;
};

/** Work, as a person would say it. */
export type WorkStatus = 'notStarted' | 'inProgress' | 'achieved' | 'notAchieved' | 'onHold' | 'withdrawn';

/** The deadline, as a person would say it. */
export type DeadlineStatus = 'upcoming' | 'dueSoon' | 'dueToday' | 'overdue' | 'met' | 'paused' | 'closed';

/** A person's event was not accepted; nothing changed. `code` has a sentence in both languages in `src/i18n`. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly details: Readonly<Record<string, string | number>>;
}

export type RefusalCode =
  | 'evidenceMissing'
  | 'reasonMissing'
  | 'stepUnknown'
  | 'stepOutOfOrder'
  | 'stepAlreadyComplete'
  | 'stepsIncomplete'
  | 'occurrenceUnknown'
  | 'occurrenceAlreadyHeld'
  | 'occurrenceNotOwed'
  | 'occurrencesIncomplete'
  | 'numberInvalid'
  | 'numberBelowZero'
  | 'numberBelowTarget'
  | 'readingInvalid'
  | 'readingMissing'
  | 'readingBelowTarget'
  | 'dateInFuture'
  | 'dateOutsideYear'
  | 'notForThisKind'
  | 'onHold'
  | 'notOnHold'
  | 'closed'
  | 'notClosed'
  | 'clockBackwards';

/** The machine asks that somebody be told. */
export interface NotifyEffect {
  readonly checkpoint: string;
  readonly generation: number;
  readonly rung: Rung;
  readonly number: number;
  readonly notice: NoticeKind;
  readonly to: readonly Role[];
  /** The instant of the rung on the ladder. */
  readonly rungAt: Instant;
}
