import type { WorkStatus } from '../../machines/types.ts';
import type { Bilingual, LocalDate } from '../calendar/types.ts';
import type { NoticeKind, Rung } from '../plan/definition.ts';
import type { IndicatorKind, Language, Role, Unit } from '../plan/types.ts';
import type { PointsStep } from '../score/points-ahead.ts';

/** The facts of one letter to one person: all that is needed to write it, and nothing to be looked up. */
export interface Letter {
  /** A digest tells a person of their own deadlines; an escalation tells somebody above of missed targets. */
  readonly class: 'digest' | 'escalation';
  readonly language: Language;
  readonly recipient: {
    readonly name: Bilingual;
    readonly postTitle: Bilingual;
    /** Who is on leave, where the recipient stands in. */
    readonly inPlaceOf?: Bilingual | null;
  };
  readonly office: Bilingual;
  readonly planId: string;
  /** As in `2021-22`. */
  readonly fiscalYear: string;
  /** The day of sending in the plan's zone. */
  readonly today: LocalDate;
  readonly zone: string;
  /** Where the pages are, with or without a slash at the end. */
  readonly baseUrl: string;
  /** One at least, in any order. */
  readonly items: readonly LetterItem[];
}

/** One deadline that the letter tells of. */
export interface LetterItem {
  /** As in `1.1.1`. */
  readonly code: string;
  readonly title: Bilingual;
  readonly kind: IndicatorKind;
  readonly notice: NoticeKind;
  readonly rung: Rung;
  /** The part the recipient is told in; decides what an escalation asks for. */
  readonly role: Role;
  /** The checkpoint's id, as in `year` or `q1`, and the deadline's generation: they make the calendar entry's identity. */
  readonly checkpoint: string;
  readonly generation: number;
  /** As in "first quarter"; `null` when the whole year's target is meant. */
  readonly checkpointTitle: Bilingual | null;
  readonly due: LocalDate;
  /** Whole days from today to the due day; negative when it has passed. */
  readonly daysLeft: number;
  readonly status: WorkStatus;
  /** `achieved` is `null` while nothing is recorded. */
  readonly progress: {
    readonly achieved: number | null;
    readonly target: number | LocalDate;
    readonly unit: Unit;
  };
  /** What finishing earns, and until when, where the plan grades it; in points, or in percent where it has no weights. */
  readonly earns?: { readonly steps: readonly PointsStep[]; readonly in: 'points' | 'percent' } | undefined;
  readonly stepsLeft: readonly Bilingual[];
  /** What to do about it, in the plan's words; a sentence for the kind stands in for `null`. */
  readonly guidance: Bilingual | null;
  /** The post that is to do it, for escalations. */
  readonly responsible: Bilingual | null;
  /** The first day of the delay; the day after `due` when left out. */
  readonly overdueSince?: LocalDate;
  /** True on the first rung of the ladder: the deadline then comes along as a calendar file. */
  readonly firstNotice: boolean;
  /** From the root of the site, as in `/plans/mowca-2021-22/indicators/1.2.1`. */
  readonly path: string;
}

/** A letter ready to be sent: the same facts always give the same bytes. */
export interface ComposedLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly ics: string | null;
}

/** How a deadline stands on the day of the letter. */
export type Tone = 'overdue' | 'today' | 'ahead';
