import { formatDate, formatNumber, formatPercent } from '../i18n/format.ts';
import type { Language } from '../plan/types.ts';

/** What a story says of an act, in the past tense; the reason or the title of the step stands behind the colon. */
export interface StoryWords {
  readonly completeStep: (step: string) => string;
  readonly complete: string;
  readonly recordNumber: (number: number) => string;
  readonly recordReading: (value: number) => string;
  readonly holdOccurrence: (occurrence: string) => string;
  readonly suspend: (reason: string) => string;
  readonly resume: string;
  readonly declareNotAchieved: (reason: string) => string;
  readonly withdraw: (reason: string) => string;
  readonly reopen: (reason: string) => string;
  readonly redefine: string;
  /** Done on another day than it was recorded. */
  readonly doneOn: (date: string) => string;
  readonly late: string;
  readonly letterTo: (names: readonly string[]) => string;
  readonly refused: (reason: string) => string;
  readonly overtaken: (notices: number) => string;
  readonly nobody: (notices: number) => string;
  readonly begins: (indicators: number) => string;
}

const ENGLISH: StoryWords = {
  completeStep: (step) => `step completed: ${step}`,
  complete: 'declared achieved',
  recordNumber: (number) => (number < 0 ? `corrected by ${formatNumber(number, 'en')}` : `${number} recorded`),
  recordReading: (value) => `${formatPercent(value, 'en')} recorded`,
  holdOccurrence: (occurrence) => `held: ${occurrence}`,
  suspend: (reason) => `put on hold: ${reason}`,
  resume: 'resumed',
  declareNotAchieved: (reason) => `declared not achieved: ${reason}`,
  withdraw: (reason) => `withdrawn: ${reason}`,
  reopen: (reason) => `reopened: ${reason}`,
  redefine: 'changed with the plan',
  doneOn: (date) => `on ${formatDate(date, 'en')}`,
  late: 'late',
  letterTo: (names) => `letter to ${names.join(' and ')}`,
  refused: (reason) => `refused: ${reason}`,
  overtaken: (notices) => `${notices} earlier ${notices === 1 ? 'notice was' : 'notices were'} overtaken and not sent`,
  nobody: (notices) => `${notices} ${notices === 1 ? 'notice' : 'notices'} had nobody to go to`,
  begins: (indicators) => `the plan begins with ${indicators} indicators`,
};

const BENGALI: StoryWords = {
  completeStep: (step) => `ধাপ সম্পন্ন: ${step}`,
  complete: 'অর্জিত ঘোষণা করা হয়েছে',
  recordNumber: (number) =>
    number < 0 ? `সংশোধন: ${formatNumber(number, 'bn')}` : `${formatNumber(number, 'bn')}টি লিপিবদ্ধ`,
  recordReading: (value) => `${formatPercent(value, 'bn')} লিপিবদ্ধ`,
  holdOccurrence: (occurrence) => `সম্পন্ন: ${occurrence}`,
  suspend: (reason) => `স্থগিত করা হয়েছে: ${reason}`,
  resume: 'পুনরায় চালু করা হয়েছে',
  declareNotAchieved: (reason) => `অর্জিত হয়নি ঘোষণা করা হয়েছে: ${reason}`,
  withdraw: (reason) => `প্রত্যাহার করা হয়েছে: ${reason}`,
  reopen: (reason) => `পুনরায় উন্মুক্ত করা হয়েছে: ${reason}`,
  redefine: 'কর্মপরিকল্পনার সঙ্গে পরিবর্তিত হয়েছে',
  doneOn: (date) => `${formatDate(date, 'bn')} তারিখে`,
  late: 'বিলম্বে',
  letterTo: (names) => `পত্র: ${names.join(' ও ')}`,
  refused: (reason) => `গ্রহণ করা হয়নি: ${reason}`,
  overtaken: (notices) => `আগের ${formatNumber(notices, 'bn')}টি তাগিদ সময় পেরিয়ে যাওয়ায় পাঠানো হয়নি`,
  nobody: (notices) => `${formatNumber(notices, 'bn')}টি তাগিদের কোনো প্রাপক নেই`,
  begins: (indicators) => `${formatNumber(indicators, 'bn')}টি সূচক নিয়ে কর্মপরিকল্পনা শুরু`,
};

export function storyWords(language: Language): StoryWords {
  return language === 'bn' ? BENGALI : ENGLISH;
}
