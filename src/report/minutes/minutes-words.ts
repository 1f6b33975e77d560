import type { Language } from '../../plan/types.ts';
import type { ProgressRow } from '../progress-report.ts';
import { BENGALI_MINUTES_WORDS } from './minutes-words-bn.ts';
import { ENGLISH_MINUTES_WORDS } from './minutes-words-en.ts';

/** What minutes say besides the facts. Texts that come in are in the language, numbers and dates in its digits. */
export interface MinutesWords {
  readonly chair: string;
  readonly dateAndTime: string;
  readonly place: string;
  readonly attendance: string;
  readonly annex: (letter: string) => string;
  readonly asAnnex: (letter: string) => string;
  readonly members: { readonly title: string; readonly columns: readonly [string, string, string, string] };
  readonly opening: (chair: string, secretary: string | null, fiscalYear: string) => readonly string[];
  readonly previousMeeting: (date: string) => string;
  readonly previousDecision: (text: string) => string;
  readonly outcome: string;
  readonly progressTold: (secretary: string | null, fiscalYear: string, indicators: string) => string;
  readonly agendaItem: (letter: string, subject: string) => string;
  readonly discussion: string;
  readonly decision: string;
  readonly implementer: string;
  readonly activities: string;
  readonly target: string;
  readonly progress: string;
  readonly progressColumns: readonly [string, string, string];
  readonly activityColumns: readonly [string, string, string, string];
  readonly decisionColumns: readonly [string, string, string, string];
  readonly indicatorColumns: readonly [string, string, string, string];
  readonly decided: string;
  readonly decisionsTitle: string;
  readonly decisionsOpening: string;
  readonly by: (text: string, date: string) => string;
  readonly proposer: (designation: string) => string;
  /** What the plan obliges the office to, for a target. */
  readonly obligation: (kind: ProgressRow['kind'], target: string) => string;
  readonly said: (secretary: string | null, progress: string) => string;
  readonly papersShown: (papers: string) => string;
  readonly closing: string;
  readonly distribution: string;
  /** Markers of lists: 1st, 2nd … and of the items of the agenda. */
  readonly marker: (number: string) => string;
  readonly letters: string;
  readonly blanks: {
    readonly time: string;
    readonly place: string;
    readonly outcome: string;
    readonly implementer: string;
  };
}

export function minutesWords(language: Language): MinutesWords {
  return language === 'bn' ? BENGALI_MINUTES_WORDS : ENGLISH_MINUTES_WORDS;
}
