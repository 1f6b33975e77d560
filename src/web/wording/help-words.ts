import { formatNumber, formatTime } from '../../i18n/format.ts';
import type { Language } from '../../plan/types.ts';

/** What stands around the texts of the help. */
export interface HelpWords {
  readonly help: string;
  readonly lead: string;
  readonly otherTopics: string;
  readonly toSignIn: string;
  readonly forPrograms: string;
  readonly when: string;
  readonly whoIsTold: string;
  readonly standardLadder: (hour: string) => string;
  readonly ladderOf: (plan: string, hour: string) => string;
  readonly daysBefore: (days: readonly number[], onTheDay: boolean) => string;
  readonly followUp: (days: number) => string;
  readonly readHelp: string;
}

const ENGLISH: HelpWords = {
  help: 'Help',
  lead: 'Suchok keeps an office’s annual work plan: it knows what each indicator owes by which day, reminds before, tells superiors after, and keeps the record.',
  otherTopics: 'More help',
  toSignIn: 'Sign in',
  forPrograms: 'For programmers: the API',
  when: 'When',
  whoIsTold: 'Who is told',
  standardLadder: (hour) => `By the standard policy, at ${formatTime(hour, 'en')}`,
  ladderOf: (plan, hour) => `By the policy of ${plan}, at ${formatTime(hour, 'en')}`,
  daysBefore: (days, onTheDay) => `${joined(days.map(String), 'and')} days before${onTheDay ? ', and on the day' : ''}`,
  followUp: (days) => `Then every ${days} days, until it is achieved or the year closes`,
  readHelp: 'What is Suchok, and how is it used?',
};

const BENGALI: HelpWords = {
  help: 'সহায়তা',
  lead: 'সূচক একটি অফিসের বার্ষিক কর্মপরিকল্পনার হিসাব রাখে: কোন সূচকের কোন কাজ কোন তারিখের মধ্যে করণীয় তা জানে, সময়ের আগে তাগিদ দেয়, সময় পার হলে ঊর্ধ্বতনকে অবহিত করে এবং যা হয়েছে তা সংরক্ষণ করে।',
  otherTopics: 'সহায়তার অন্যান্য বিষয়',
  toSignIn: 'প্রবেশ',
  forPrograms: 'প্রোগ্রামারদের জন্য: এপিআই',
  when: 'কখন',
  whoIsTold: 'কাকে জানানো হয়',
  standardLadder: (hour) => `সাধারণ নীতি অনুযায়ী, ${formatTime(hour, 'bn')}য়`,
  ladderOf: (plan, hour) => `${plan} এর নীতি অনুযায়ী, ${formatTime(hour, 'bn')}য়`,
  daysBefore: (days, onTheDay) =>
    `${joined(
      days.map((day) => formatNumber(day, 'bn')),
      'ও',
    )} দিন আগে${onTheDay ? ' এবং শেষ দিনে' : ''}`,
  followUp: (days) => `এরপর প্রতি ${formatNumber(days, 'bn')} দিন অন্তর, অর্জিত হওয়া বা অর্থবছর শেষ হওয়া পর্যন্ত`,
  readHelp: 'সূচক কী এবং কীভাবে ব্যবহার করা হয়?',
};

function joined(parts: readonly string[], and: string): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`;
}

export function helpWords(language: Language): HelpWords {
  return language === 'bn' ? BENGALI : ENGLISH;
}
