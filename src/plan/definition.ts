import type { Instant, LocalDate } from '../calendar/types.ts';
import type { IndicatorKind, Role } from './types.ts';

/** `30-days-before`, `1-day-before`, `due-day`, `1-working-day-after`, `10-working-days-after`, `follow-up`. */
export type Rung = string;

export type NoticeKind = 'reminder' | 'due' | 'escalation' | 'followUp';

/**
 * All that an indicator's machine knows of the plan, with every date resolved to an instant: what the plan, the policy
 * and the calendar compile to. Stored by the hash of its content beside the event log, so that a log replays the same
 * years later.
 */
export interface IndicatorDefinition {
  readonly code: string;
  readonly kind: IndicatorKind;
  readonly target: LocalDate | number;
  readonly measure: 'cumulative' | 'rate' | null;
  readonly steps: readonly { readonly id: string; readonly evidenceRequired: boolean; readonly anyOrder: boolean }[];
  readonly evidenceRequired: boolean;
  /** In order of their due dates. */
  readonly checkpoints: readonly Checkpoint[];
  /** In order of time; of marks at one instant, in the order of the checkpoints. */
  readonly marks: readonly Mark[];
  /** The first and last day of the fiscal year, and the instants at which it begins and has ended. */
  readonly opens: LocalDate;
  readonly closes: LocalDate;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
}

/** One thing owed by one day: the whole target (`year`), an occurrence, or a reading. */
export interface Checkpoint {
  readonly id: string;
  readonly from: LocalDate;
  readonly due: LocalDate;
  /** From here on the deadline is due soon: the first reminder, or the day itself where the policy sends none. */
  readonly soonAt: Instant;
  /** The day begins, and has ended. */
  readonly dueAt: Instant;
  readonly overdueAt: Instant;
}

/** One point on the ladder of a checkpoint. */
export type Mark = PhaseMark | NoticeMark;

interface MarkBase {
  readonly at: Instant;
  /** The id of the checkpoint. */
  readonly checkpoint: string;
}

/** The deadline itself moves on: the first reminder is due, its day begins, its day has ended. */
export interface PhaseMark extends MarkBase {
  readonly phase: 'dueSoon' | 'dueToday' | 'overdue';
}

/** Somebody is told. */
export interface NoticeMark extends MarkBase {
  readonly rung: Rung;
  /** 1, 2, 3 … for follow-ups; 0 for all other rungs. */
  readonly number: number;
  readonly notice: NoticeKind;
  readonly to: readonly Role[];
}
