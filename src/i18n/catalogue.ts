import type { DeadlineStatus, PersonEvent, WorkStatus } from '../../machines/types.ts';
import type { NoticeKind } from '../plan/definition.ts';
import type { IndicatorKind, Role, Unit } from '../plan/types.ts';

/**
 * The words of one language. Every key is required, so that a word missing in one language is an error of types. The
 * phrases under `phrases` are ICU messages; numbers in them take the language's own digits.
 */
export interface Catalogue {
  readonly workStatus: Readonly<Record<WorkStatus, string>>;
  readonly deadlineStatus: Readonly<Record<DeadlineStatus, string>>;
  readonly role: Readonly<Record<Role, string>>;
  readonly indicatorKind: Readonly<Record<IndicatorKind, string>>;
  readonly unit: Readonly<Record<Unit, string>>;
  readonly noticeKind: Readonly<Record<NoticeKind, string>>;
  readonly action: Readonly<Record<PersonEvent['type'], string>>;
  /** The progress table that everybody reads: its columns, and what stands in it. */
  readonly table: TableWords;
  readonly phrases: Readonly<Record<Phrase, string>>;
}

export interface TableWords {
  readonly code: string;
  readonly indicator: string;
  readonly target: string;
  readonly progress: string;
  readonly status: string;
  readonly due: string;
  readonly timeLeft: string;
  readonly nextNotice: string;
  readonly notRecorded: string;
  readonly setAside: string;
}

export type Phrase =
  | 'done'
  | 'stepsDone'
  | 'times'
  | 'daysLeft'
  | 'dueToday'
  | 'daysOverdue'
  | 'rungDaysBefore'
  | 'rungDueDay'
  | 'rungWorkingDaysAfter'
  | 'rungFollowUp';
