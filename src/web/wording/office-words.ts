import type { Language } from '../../plan/types.ts';
import { BENGALI } from './office-words-bn.ts';
import { ENGLISH } from './office-words-en.ts';

/** What is said of offices side by side, and of questions about missed targets. Numbers and dates arrive written out. */
export interface OfficeWords {
  readonly lead: string;
  readonly none: string;
  readonly noneFound: string;
  readonly year: string;
  readonly allYears: string;
  readonly find: string;
  readonly search: string;
  readonly show: string;
  readonly sortBy: string;
  readonly sort: Readonly<
    Record<'worst' | 'office' | 'overdue' | 'dueSoon' | 'onHold' | 'notAchieved' | 'achieved' | 'score', string>
  >;
  readonly ascending: string;
  readonly descending: string;
  readonly columns: Readonly<
    Record<'achieved' | 'onTarget' | 'dueSoon' | 'overdue' | 'onHold' | 'notAchieved' | 'total' | 'score', string>
  >;
  readonly scored: (points: string, total: string) => string;
  readonly totals: (offices: string) => string;
  readonly page: (page: string, pages: string) => string;
  readonly previous: string;
  readonly next: string;
  readonly explained: string;

  readonly waiting: string;
  readonly waitingLead: string;
  readonly waitingCount: (count: string, isMore: boolean) => string;
  readonly noneWaiting: string;
  readonly missedOn: (date: string, late: string) => string;
  readonly toldOn: (date: string, role: string) => string;
  readonly letter: string;
  readonly answer: string;

  readonly questions: string;
  readonly noQuestions: string;
  readonly youWereTold: (due: string) => string;
  readonly sayMore: (due: string) => string;
  readonly words: string;
  readonly wordsHint: string;
  readonly takeNote: string;
  readonly askExplanation: string;
  readonly explain: string;
  readonly explainHint: string;
  readonly explainMore: string;
  readonly sendExplanation: string;
  readonly noAnswerYet: string;
  readonly said: Readonly<Record<'acknowledgement' | 'explanationRequest' | 'explanation', string>>;
  readonly done: Readonly<Record<'acknowledgement' | 'explanationRequest' | 'explanation', string>>;
  readonly untold: string;
  readonly faultTitle: string;
  readonly faults: Readonly<Record<'missing' | 'tooLong', string>>;
  readonly refused: string;
  readonly refusals: Readonly<Record<'unknown' | 'notOverdue' | 'notTold', string>>;
  readonly toIndicator: string;
}

export function officeWords(language: Language): OfficeWords {
  return language === 'bn' ? BENGALI : ENGLISH;
}
