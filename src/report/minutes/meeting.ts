import type { LocalDate } from '../../calendar/types.ts';
import type { Language } from '../../plan/types.ts';
import type { AchievedWord } from '../progress-words.ts';

export const MEETING_KINDS = ['review', 'committee', 'training', 'workshop'] as const;

/**
 * How minutes are laid out; offices differ in it, and each keeps to its own way.
 *
 * - `agenda`: item by item, discussion, decision, implementer; the progress table under one of them
 * - `activities`: a table of subjects, each with its activities and what is said of their indicators
 * - `decisions`: paragraphs, then a table of subjects, decisions and implementers
 * - `prose`: a paragraph to an indicator, then the decisions in a list
 * - `indicators`: a table of the indicators, each with discussion, decision and implementation
 */
export const LAYOUTS = ['agenda', 'activities', 'decisions', 'prose', 'indicators'] as const;
export type Layout = (typeof LAYOUTS)[number];

/** A meeting as its file tells it: what no record knows, in the language of the office. Designations only, no names. */
export interface Meeting {
  readonly id: string;
  /** The id of the plan that it reviews. */
  readonly plan: string;
  readonly kind: (typeof MEETING_KINDS)[number];
  readonly language: Language;
  readonly layout: Layout;
  /** The office, line by line; that of the plan where left out. */
  readonly letterhead: readonly string[] | null;
  readonly title: string;
  readonly chair: Chair;
  readonly date: LocalDate;
  /** Local `HH:mm`; null where nobody stated it. */
  readonly time: string | null;
  readonly place: string | null;
  /** `figures`: ২৮/০৬/২০২২ খ্রি.; `words`: ০৯ জানুয়ারি, ২০২২. */
  readonly dateStyle: 'figures' | 'words';
  readonly attendance: Attendance;
  /** Who reports the progress, by designation. */
  readonly secretary: string | null;
  /** In place of the usual opening. */
  readonly opening: readonly string[] | null;
  readonly previous: Previous | null;
  /** How these minutes call what is achieved. */
  readonly achieved: AchievedWord;
  /** `listed`: only the indicators under `indicators` are spoken of. */
  readonly discuss: 'all' | 'listed';
  /** Who implements what names nobody else. */
  readonly implementers: readonly string[];
  readonly agenda: readonly AgendaItem[];
  readonly indicators: readonly IndicatorTalk[];
  readonly decisions: readonly Decision[];
  /** In place of the usual closing. */
  readonly closing: string | null;
  /** The designation of who signs, line by line. */
  readonly signature: readonly string[];
  /** Null where the minutes go out without a memo. */
  readonly memo: Memo | null;
  readonly distribution: { readonly heading: string | null; readonly entries: readonly string[] } | null;
  /** The designation of who sends them out, below the distribution list. */
  readonly issuer: readonly string[];
}

export interface Chair {
  /** সভাপতি where left out; আহবায়ক in some offices. */
  readonly label: string | null;
  readonly designation: string;
}

export interface Attendance {
  /** The letter of the annex that lists who was there: ক. */
  readonly annex: string | null;
  readonly members: readonly { readonly designation: string; readonly committee: string | null }[];
}

/** The meeting before, and what became of its decisions; an outcome that nobody stated is left blank. */
export interface Previous {
  readonly date: LocalDate;
  readonly decisions: readonly { readonly text: string; readonly outcome: string | null }[];
}

export interface AgendaItem {
  readonly subject: string;
  readonly discussion: readonly string[];
  /** Whether the progress of the indicators is reported under it. */
  readonly progress: boolean;
  /** The codes of the activities that it covers. */
  readonly activities: readonly string[];
  /** The codes of indicators that its decision is about, each told in a line. */
  readonly indicators: readonly string[];
  readonly decisions: readonly Decision[];
}

export interface Decision {
  readonly text: string;
  readonly implementers: readonly string[];
  readonly by: LocalDate | null;
}

/** What is said of one indicator beside what the record says. */
export interface IndicatorTalk {
  readonly code: string;
  /** What it is called in these minutes; the plan's title where left out. */
  readonly subject: string | null;
  readonly discussion: readonly string[];
  readonly decision: string | null;
  readonly implementers: readonly string[];
  /** Who had the idea, by designation. */
  readonly proposer: string | null;
}

export interface Memo {
  readonly number: string | null;
  readonly date: LocalDate | null;
  /** `both`: the Bengali calendar above the Gregorian; `gregorian`: in figures alone. */
  readonly calendars: 'both' | 'gregorian';
}
