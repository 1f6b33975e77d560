import type { MeetingAct, MeetingStage } from '../../meetings/stage.ts';
import type { Language, MeetingKind } from '../../plan/types.ts';
import type { Layout } from '../../report/minutes/meeting.ts';
import type { MeetingPart } from '../meeting-paths.ts';
import { MEETING_PAGE_WORDS_BN } from './meeting-page-words-bn.ts';
import { MEETING_PAGE_WORDS_EN } from './meeting-page-words-en.ts';

/** Why a form of a meeting came back, by what is wrong with a field. */
export type MeetingFault =
  | 'dayMissing'
  | 'dayOutsideYear'
  | 'timeInvalid'
  | 'textMissing'
  | 'tooLong'
  | 'kindMissing'
  | 'settlesUnknown'
  | 'codeUnknown'
  | 'linesMissing'
  | 'dueInvalid'
  | 'dueMissing'
  | 'postMissing'
  | 'postUnknown'
  | 'aboutUnknown'
  | 'dueBeforeMeeting'
  | 'dueTooLate'
  | 'noItem';

/** The words of the pages about meetings, their minutes and what they decided. */
export interface MeetingPageWords {
  readonly meetings: string;
  readonly lead: string;
  readonly none: string;
  readonly kind: Readonly<Record<MeetingKind, string>>;
  readonly stage: Readonly<Record<MeetingStage, string>>;
  readonly steps: string;
  readonly number: string;
  readonly meeting: string;
  readonly day: string;
  readonly stageLabel: string;
  readonly next: string;
  readonly noNext: string;
  readonly settles: string;
  readonly settlesNothing: string;
  readonly deadline: Readonly<Record<'notice' | 'minutes', string>>;
  readonly owed: string;
  readonly owedLead: string;
  readonly owedOthers: string;
  readonly planIt: string;
  readonly left: (count: string) => string;
  readonly by: (date: string) => string;
  readonly newTitle: string;
  readonly newLead: string;
  readonly whichKind: string;
  readonly whatSettles: string;
  readonly time: string;
  readonly timeHint: string;
  readonly dayHint: string;
  readonly place: string;
  readonly save: string;
  readonly saveMore: string;
  readonly cancel: string;
  readonly problem: string;
  readonly optional: (label: string) => string;
  readonly part: Readonly<Record<MeetingPart, { readonly title: string; readonly lead: string }>>;
  readonly title: string;
  readonly chair: string;
  readonly chairLabel: string;
  readonly secretary: string;
  readonly invited: string;
  readonly nobodyInvited: string;
  readonly annex: string;
  readonly annexHint: string;
  readonly members: string;
  readonly membersHint: string;
  readonly item: (number: string) => string;
  readonly newItem: string;
  readonly subject: string;
  readonly talk: string;
  readonly talkHint: string;
  readonly progressHere: string;
  readonly covers: string;
  readonly coversHint: string;
  readonly about: string;
  readonly aboutNothing: string;
  readonly itemIndicators: string;
  readonly record: string;
  readonly sentence: string;
  readonly implementers: string;
  readonly linesHint: string;
  readonly tellOf: string;
  readonly decision: (number: string) => string;
  readonly newDecision: string;
  readonly decisionText: string;
  readonly decisionHint: string;
  readonly post: string;
  readonly postHint: string;
  readonly nobody: string;
  readonly due: string;
  readonly under: string;
  readonly layout: string;
  readonly layouts: Readonly<Record<Layout, string>>;
  readonly letterhead: string;
  readonly opening: string;
  readonly usual: string;
  readonly closing: string;
  readonly memoNumber: string;
  readonly memoDate: string;
  readonly distributionHeading: string;
  readonly distribution: string;
  readonly signature: string;
  readonly issuer: string;
  readonly achievedWord: string;
  readonly achieved: Readonly<Record<'implemented' | 'achieved', string>>;
  readonly dateStyle: string;
  readonly dateStyles: Readonly<Record<'figures' | 'words', string>>;
  readonly discuss: string;
  readonly discusses: Readonly<Record<'all' | 'listed', string>>;
  readonly facts: string;
  readonly toDo: string;
  readonly write: string;
  readonly notNow: string;
  readonly act: Readonly<
    Record<MeetingAct, { readonly title: string; readonly button: string; readonly lead: string }>
  >;
  readonly why: (act: MeetingAct, stage: MeetingStage) => string;
  readonly onlyBy: (who: string) => string;
  readonly reason: string;
  readonly on: string;
  readonly minutes: string;
  readonly minutesDraft: string;
  readonly minutesLead: string;
  readonly minutesIssued: (date: string) => string;
  readonly read: string;
  readonly asWord: string;
  readonly asPage: string;
  readonly notYet: string;
  readonly agenda: string;
  readonly noDecisions: string;
  readonly discussion: string;
  readonly nothingSaid: string;
  readonly onPaper: string;
  readonly faults: Readonly<Record<MeetingFault, string>>;
  /** Why a day on which a meeting was held is not taken. */
  readonly onFaults: Readonly<Record<'invalid' | 'inFuture' | 'outsideYear', string>>;
  readonly inviteSomebody: string;
  readonly inDecision: (number: string, fault: string) => string;
  readonly refused: string;
  /** What ends a sentence. */
  readonly stop: string;
  readonly stale: string;
  readonly staleAdvice: string;
  readonly notNowAdvice: string;
  readonly done: Readonly<Record<string, string>>;
  readonly actions: string;
  readonly actionsLead: string;
  readonly noActions: string;
  readonly openActions: string;
  readonly settledActions: string;
  readonly whatDecided: string;
  readonly who: string;
  readonly status: string;
  readonly fromMeeting: string;
  readonly dueOn: string;
  readonly doneAction: string;
  readonly newDay: string;
}

export function meetingPageWords(language: Language): MeetingPageWords {
  return language === 'bn' ? MEETING_PAGE_WORDS_BN : MEETING_PAGE_WORDS_EN;
}
