import type { PersonAction } from '../../../machines/types.ts';
import type { Language } from '../../plan/types.ts';
import type { ActionFault } from '../action-form.ts';
import { ACT_WORDS_BN } from './act-words-bn.ts';
import { ACT_WORDS_EN } from './act-words-en.ts';

type ActionType = PersonAction['type'];

/** What is said where people act on an indicator: forms, what came of them, and comments. */
export interface ActWords {
  readonly toDo: string;
  readonly alsoPossible: string;
  readonly notPossible: string;
  readonly nothingToDo: string;
  /** What an act is called at the head of its form, on its button, and what follows from it. */
  readonly act: Readonly<
    Record<ActionType, { readonly title: string; readonly button: string; readonly lead: string }>
  >;
  readonly onlyBy: (who: string) => string;
  readonly or: string;
  readonly step: string;
  readonly nextStep: string;
  readonly occurrence: string;
  readonly choose: string;
  readonly number: string;
  readonly numberHint: string;
  readonly value: string;
  readonly valueHint: string;
  readonly on: string;
  readonly onHint: string;
  readonly paper: string;
  readonly paperOwed: string;
  readonly paperHint: string;
  readonly paperDate: string;
  readonly dateHint: string;
  readonly file: string;
  readonly morePapers: string;
  readonly paperNumber: (number: string) => string;
  readonly note: string;
  readonly reason: string;
  readonly optional: (label: string) => string;
  readonly back: string;
  readonly cancel: string;
  readonly faultsTitle: string;
  readonly faults: Readonly<Record<ActionFault, string>>;
  readonly tooLateTitle: string;
  readonly tooLateLead: string;
  readonly tooLateAdvice: string;
  readonly noLonger: string;
  readonly refusedTitle: string;
  readonly doneNow: (status: string) => string;
  readonly nextNotice: (when: string, whom: string) => string;
  readonly noNotice: string;
  readonly stillDue: (what: string, due: string) => string;
  readonly comments: string;
  readonly noComments: string;
  readonly comment: string;
  readonly commentHint: string;
  readonly sendComment: string;
  readonly commentEmpty: string;
  readonly commentTooLong: (longest: string) => string;
  readonly commentsTooMany: (most: string) => string;
  readonly commentDone: string;
  readonly recordedBy: (who: string) => string;
  readonly plainMember: string;
  readonly numbers: string;
}

export function actWords(language: Language): ActWords {
  return language === 'bn' ? ACT_WORDS_BN : ACT_WORDS_EN;
}
