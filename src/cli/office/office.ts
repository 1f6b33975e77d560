import type { PersonAction, Refusal } from '../../../machines/types.ts';
import type { Instant, LocalDate } from '../../calendar/types.ts';
import type { StatusCounts } from '../../db/queries/count-statuses.ts';
import type { MessageStatus } from '../../db/queries/messages.ts';
import type { PlanFace } from '../../db/queries/plan-faces.ts';
import type { PlanStatus } from '../../engine/plan-status.ts';
import type { Fault } from '../../plan/fault.ts';
import type { Change } from '../../plan/plan-difference.ts';
import type { Plan } from '../../plan/types.ts';
import type { letterJson } from '../../reading/letter-json.ts';
import type { StatusRow } from '../../reading/status-json.ts';
import type { Format } from '../../report/render/report-file.ts';
import type { ReportTerms } from '../../report/report-terms.ts';
import type { CommandFailed, NamedFile } from '../context.ts';

/** A plan in force, for lists. */
export interface PlanLine {
  readonly id: string;
  readonly office: Plan['office'];
  readonly fiscalYear: string;
  readonly zone: string;
  readonly version: number;
  readonly indicators: number;
  readonly appliedAt: Instant;
}

export type StatusFacts = Omit<PlanStatus, 'rows' | 'mark'> & { readonly rows: readonly StatusRow[] };

export interface Recording {
  readonly plan: Plan;
  readonly code: string;
  readonly action: PersonAction;
  readonly on: LocalDate | undefined;
  /** The post that records it. */
  readonly by: string;
}

export interface AppliedFacts {
  readonly plan: string;
  readonly version: number;
  readonly isNew: boolean;
  readonly isChanged: boolean;
  readonly added: readonly string[];
  readonly redefined: readonly string[];
  readonly withdrawn: readonly string[];
  readonly changes: readonly Change[];
}

/** A letter as lists print it, with instants in the zone of its plan. */
export type LetterLine = ReturnType<typeof letterJson>;

export interface LetterFacts {
  readonly letter: LetterLine;
  readonly text: string;
  readonly html: string;
  readonly ics: string | null;
  readonly attempts: readonly {
    readonly attempt: number;
    readonly at: string;
    readonly outcome: string;
    readonly answer: string;
  }[];
}

/**
 * An office as commands need it, wherever it is: its data on this computer, or a Suchok that runs on another and is asked
 * over the API. What either does not find is null.
 */
export interface Office {
  /** The plans, the latest year first. */
  faces(): Promise<PlanFace[]>;
  counts(): Promise<ReadonlyMap<string, StatusCounts>>;
  /** The plans by their ids. */
  plans(): Promise<PlanLine[]>;
  plan(id: string): Promise<{ readonly version: number; readonly body: Plan } | null>;
  status(planId: string): Promise<StatusFacts | null>;
  /** Null once it is recorded. */
  record(recording: Recording): Promise<Refusal | null>;
  /** What applying a file would change, and the version in force. Throws CommandFailed with all faults. */
  difference(file: NamedFile): Promise<{ plan: string; version: number | null; changes: readonly Change[] }>;
  /** Throws CommandFailed with all faults. */
  apply(file: NamedFile): Promise<AppliedFacts>;
  letters(filter: {
    readonly planId?: string | undefined;
    readonly status?: MessageStatus | undefined;
    readonly limit: number;
  }): Promise<LetterLine[]>;
  letter(id: number): Promise<LetterFacts | null>;
  /** The letters of these that are in the queue again, and those that are out of it. */
  retry(ids: readonly number[]): Promise<number[]>;
  cancel(ids: readonly number[]): Promise<number[]>;
  /** The bytes of a report. Throws CommandFailed for terms on which there is none. */
  report(planId: string, terms: ReportTerms, format: Format): Promise<Uint8Array | null>;
  /** Why there is no such plan, and what there is. */
  unknownPlan(id: string): Promise<CommandFailed>;
}

/** What is to be said of a plan file. */
export interface CheckedFile {
  readonly file: string;
  readonly plan: { readonly id: string; readonly indicators: number } | null;
  readonly faults: readonly Fault[];
  readonly warnings: readonly string[];
}
