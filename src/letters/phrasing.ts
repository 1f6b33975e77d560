import type { LocalDate } from '../calendar/types.ts';
import type { IndicatorKind, Role } from '../plan/types.ts';
import type { Letter, LetterItem } from './types.ts';

/** How many deadlines a letter tells of, and how they stand. */
export interface Counts {
  readonly all: number;
  readonly overdue: number;
  readonly today: number;
  /** What they are: indicators of the plan, what is owed beside it (meetings, decisions), or some of both. */
  readonly of: 'indicators' | 'duties' | 'both';
}

/**
 * The sentences of letters in one language. Texts that come in are clean already and in the language; numbers and dates
 * are raw, and are written here in the language's own digits.
 */
export interface Phrasing {
  readonly dateLine: (today: LocalDate) => string;
  readonly to: string;
  readonly inPlaceOf: (name: string) => string;
  readonly subjectLabel: string;
  readonly subjectLine: (letterClass: Letter['class'], fiscalYear: string, counts: Counts) => string;
  readonly salutation: string;
  readonly opening: (letterClass: Letter['class'], office: string, fiscalYear: string, counts: Counts) => string;
  readonly groups: { readonly overdue: string; readonly today: string; readonly ahead: string };
  readonly labels: {
    readonly due: string;
    readonly targetDate: string;
    readonly delay: string;
    readonly whyNow: string;
    readonly status: string;
    readonly progress: string;
    readonly target: string;
    readonly earns: string;
    readonly stepsLeft: string;
    readonly toDo: string;
    readonly responsible: string;
  };
  readonly delay: (days: number, since: LocalDate) => string;
  readonly stillNotMet: (workingDays: string) => string;
  readonly numberProgress: (achieved: number | null, target: number) => string;
  readonly percentProgress: (achieved: number | null, target: number) => string;
  /** What finishing by the next day that counts earns, and what after it. */
  readonly earns: (earns: NonNullable<LetterItem['earns']>) => string;
  readonly toDo: (kind: IndicatorKind, hasSteps: boolean, remaining: number | null) => string;
  readonly open: string;
  readonly openDuty: string;
  readonly link: string;
  /** What is asked in the end; `role` is `null` when an escalation goes to a person in several parts. */
  readonly request: (letterClass: Letter['class'], counts: Counts, role: Role | null) => string;
  readonly alreadyDone: string;
  readonly attached: string;
  readonly footer: (office: string) => string;
  readonly subject: {
    readonly ahead: (item: string, due: LocalDate, daysLeft: number) => string;
    readonly today: (item: string, due: LocalDate) => string;
    readonly overdue: (item: string, due: LocalDate) => string;
    /** `isDuty`: a meeting, or what one decided, and no target of the plan. */
    readonly missed: (item: string, due: LocalDate, isDuty: boolean) => string;
    readonly several: (fiscalYear: string, counts: Counts, nearest: LocalDate | null) => string;
    readonly severalMissed: (counts: Counts, oldest: LocalDate) => string;
  };
}
