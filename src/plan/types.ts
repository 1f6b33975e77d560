import type { Bilingual, LocalDate } from '../calendar/types.ts';

export type Language = 'bn' | 'en';

/** The five kinds of indicator that a plan may have. */
export type PlanKind = 'milestone' | 'recurring' | 'count' | 'percentage' | 'report';

/** What an office owes beside its plan: to arrange a meeting, and to do what one decided. */
export type DutyKind = 'meeting' | 'action';

/** Everything with a statechart of its own in `machines/`. */
export type IndicatorKind = PlanKind | DutyKind;

export type Unit = 'date' | 'number' | 'percent';

/** The parts that a post plays for an indicator. */
export const ROLES = ['focalPoint', 'innovationOfficer', 'supervisor', 'headOfOffice', 'superiorAuthority'] as const;
export type Role = (typeof ROLES)[number];

/** Which post of the plan plays each part; `null` where the plan names none. */
export type RolePosts = Readonly<Record<Role, string | null>>;

/** A plan as an office writes it: checked, with every date absolute and every default filled in. */
export interface Plan {
  /** Lower-case letters, digits and hyphens, as in `mowca-2021-22`. */
  readonly id: string;
  readonly office: { readonly id: string; readonly name: Bilingual };
  /** As in `2021-22`: from 1 July 2021 to 30 June 2022. */
  readonly fiscalYear: string;
  /** The first and the last day of the fiscal year. */
  readonly opens: LocalDate;
  readonly closes: LocalDate;
  /** An IANA zone such as `Asia/Dhaka`. */
  readonly zone: string;
  /** The language of letters to people who chose none. */
  readonly language: Language;
  /** The id of a file in `config/calendars/`. */
  readonly calendar: string;
  readonly policy: Policy;
  /** What all weights add up to; `null` where the plan states no weights and its indicators count equally. */
  readonly totalWeight: number | null;
  readonly posts: readonly Post[];
  readonly people: readonly Person[];
  /** The post that is told when every post above a vacant one is vacant too. */
  readonly lastResort: string;
  readonly activities: readonly Activity[];
  /** Who is away and who stands in: set by people, kept beside the plan, and never a part of what an office writes. */
  readonly leaves?: readonly Leave[];
  /** The meetings and what they decided: arranged by people, kept beside the plan like the leaves. */
  readonly duties?: readonly Duty[];
}

export type MeetingKind = 'review' | 'committee' | 'training' | 'workshop';

export type Duty = MeetingDuty | ActionDuty;

interface DutyFacts {
  /** `M3` for the third meeting of the plan, `M3.2` for the second thing that it decided. */
  readonly code: string;
  /** What is owed by which day, as its definition has it. */
  readonly owed: readonly { readonly id: string; readonly from: LocalDate; readonly due: LocalDate }[];
}

/** A meeting is announced in time, held, and its minutes are issued. */
export interface MeetingDuty extends DutyFacts {
  readonly kind: 'meeting';
  readonly meetingKind: MeetingKind;
  readonly day: LocalDate;
}

/** A decision is carried out by its day. */
export interface ActionDuty extends DutyFacts {
  readonly kind: 'action';
  /** In the words of the minutes. */
  readonly text: string;
  /** The post that has to do it. */
  readonly post: string;
  /** The indicator of the plan that it is about. */
  readonly about: string | null;
  /** The day on which it was decided. */
  readonly decidedOn: LocalDate;
}

export interface Post {
  /** Unique in the plan, as in `programmer-ict`. */
  readonly id: string;
  readonly title: Bilingual;
}

export interface Person {
  readonly id: string;
  /** A designation or a name, as letters address the person. */
  readonly name: Bilingual;
  /** One address, no display name. */
  readonly email: string;
  readonly language: Language | null;
  readonly holds: readonly Tenure[];
}

/** A person holds a post for a time, in charge or as the deputy for leave. */
export interface Tenure {
  readonly post: string;
  /** First day, inclusive; `null` for since before the plan. */
  readonly from: LocalDate | null;
  /** Last day, inclusive; `null` for until further notice. */
  readonly to: LocalDate | null;
  /** A deputy is told when nobody holds the post in charge on that day. */
  readonly deputy: boolean;
}

/** A person of the plan is away, and another stands in for all posts that the person holds. */
export interface Leave {
  readonly person: string;
  readonly deputy: string;
  /** The first and the last day, both inclusive, in the plan's zone. */
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export interface Activity {
  readonly code: string;
  readonly title: Bilingual;
  readonly indicators: readonly Indicator[];
}

export interface Indicator {
  /** Unique in the plan, as in `1.1.1`. */
  readonly code: string;
  readonly kind: IndicatorKind;
  readonly title: Bilingual;
  readonly unit: Unit;
  readonly weight: number | null;
  /** A date for the unit `date`, else a number (a percent from 0 to 100 for `percent`). */
  readonly target: LocalDate | number;
  /** The last day on which the whole target counts as met in time. */
  readonly due: LocalDate;
  /** Graded criteria, best first: this percent of the weight for this target. One of 100 % where the plan states none. */
  readonly criteria: readonly Criterion[];
  /** Only where the plan asks for it: a number earns its share between two criteria, and below a single one its share of the target. */
  readonly score?: 'pro-rata';
  /** Only where the plan asks for it: what was done after its day earns nothing. */
  readonly zeroIfLate?: true;
  /** Only where the plan says so: it is achieved once the self-assessments of the offices below, for this period, are accepted. */
  readonly reviews?: AssessedPeriod;
  readonly steps: readonly Step[];
  /** Whether the final achievement (each occurrence, each number) needs evidence. */
  readonly evidenceRequired: boolean;
  /** Recurring: the occurrences. Percentage: days by which a reading is owed. Empty for the other kinds. */
  readonly occurrences: readonly Occurrence[];
  /** Percentage only: `cumulative` can only grow (money spent), a `rate` can fall again (notes disposed of). */
  readonly measure: 'cumulative' | 'rate' | null;
  readonly posts: RolePosts;
  /** What to do about it, in a sentence, for the letters. */
  readonly guidance: Bilingual | null;
}

/** What a self-assessment tells of: the year until 31 December, or the whole of it. */
export type AssessedPeriod = 'halfYear' | 'year';

export interface Criterion {
  readonly percent: number;
  readonly target: LocalDate | number;
}

export interface Step {
  /** Unique in the indicator, as in `office-order`. */
  readonly id: string;
  readonly title: Bilingual;
  readonly evidenceRequired: boolean;
  /** True when it may be completed before the steps that stand above it. */
  readonly anyOrder: boolean;
}

export interface Occurrence {
  /** Unique in the indicator, as in `q1`. */
  readonly id: string;
  readonly title: Bilingual;
  readonly from: LocalDate;
  readonly due: LocalDate;
}

/** Who is told what, and when, around a deadline. */
export interface Policy {
  readonly id: string;
  /** Local time of day of every notice, `HH:mm`. */
  readonly hour: string;
  readonly reminders: {
    readonly to: readonly Role[];
    readonly daysBefore: readonly number[];
    readonly onTheDay: boolean;
  };
  readonly escalations: readonly { readonly to: readonly Role[]; readonly workingDaysAfter: number }[];
  /** After the last escalation, until the indicator is achieved or closed. */
  readonly followUp: { readonly to: readonly Role[]; readonly everyDays: number } | null;
}
