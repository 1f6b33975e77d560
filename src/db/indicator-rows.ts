import type { LogEntry } from '../../machines/advance.ts';
import type { IndicatorState, LadderName } from '../../machines/state.ts';
import type { DeadlineStatus, NotifyEffect, WorkStatus } from '../../machines/types.ts';
import type { Instant } from '../calendar/types.ts';
import type { Role } from '../plan/types.ts';

/** An indicator as it was read from the database, its row locked. */
export interface StoredIndicator {
  readonly id: number;
  readonly planId: string;
  readonly code: string;
  readonly kind: string;
  readonly definitionHash: string;
  readonly state: IndicatorState;
  readonly version: number;
  readonly logSeq: number;
  readonly logHash: string;
  /** Why it was set aside; null while all is well. */
  readonly fault: string | null;
}

/** All that one or more transitions of an indicator change in the database. */
export interface IndicatorChange {
  readonly id: number;
  readonly planId: string;
  readonly definitionHash: string;
  readonly state: IndicatorState;
  readonly status: WorkStatus;
  readonly deadline: DeadlineStatus;
  readonly version: number;
  readonly logSeq: number;
  readonly logHash: string;
  readonly log: readonly LogRow[];
  /** Timers that differ from before: `null` where a ladder has none any more. */
  readonly timers: readonly { readonly ladder: LadderName; readonly dueAt: Instant | null }[];
  readonly notifications: readonly NewNotification[];
}

export interface LogRow {
  readonly seq: number;
  readonly at: Instant;
  readonly definitionHash: string;
  readonly entry: LogEntry;
  readonly hash: string;
}

export type NewNotification = Omit<NotifyEffect, 'to'> & { readonly role: Role };

/** An indicator that has no row yet: its first step comes to be entry 1 of its log. */
export type UnbornIndicator = Pick<StoredIndicator, 'id' | 'planId' | 'version' | 'logSeq' | 'logHash'> & {
  state: null;
};
