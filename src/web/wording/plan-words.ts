import type { DeadlineOutcome } from '../../../machines/deadlines.ts';
import type { Language } from '../../plan/types.ts';
import type { PlanSort } from '../plan-view.ts';

/** What the pages of plans say beside the common words; numbers arrive already written out. */
export interface PlanWords {
  readonly who: string;
  readonly you: string;
  readonly points: string;
  readonly pointsOf: (points: string, weight: string) => string;
  readonly atMost: (points: string) => string;

  readonly toCalendar: string;
  readonly toMessages: string;
  readonly toNotices: string;

  readonly filters: string;
  readonly clearFilters: string;
  readonly everything: string;
  readonly deadline: string;
  readonly dueSoon: string;
  readonly mine: string;
  readonly show: string;
  readonly sortBy: string;
  readonly sort: Readonly<Record<PlanSort, string>>;
  readonly descending: string;
  readonly noneMatches: string;
  readonly range: (from: string, to: string, all: string) => string;
  readonly pages: string;
  readonly previous: string;
  readonly next: string;

  readonly scoreSoFar: string;
  readonly scoreOf: (points: string, total: string) => string;
  readonly ifMet: (points: string) => string;
  readonly reckoned: string;
  readonly reckonedHow: string;
  readonly equalShares: string;
  readonly leftTotal: (weight: string) => string;

  readonly year: string;
  readonly yearLead: string;
  readonly yearFolded: string;
  readonly today: string;
  readonly outcome: Readonly<Record<DeadlineOutcome, string>>;

  readonly fiscalYear: string;
  readonly allYears: string;
  readonly planPages: string;

  readonly pageUpdated: string;
  readonly pageChanged: string;
  readonly showChanges: string;
}

const ENGLISH: PlanWords = {
  who: 'Focal point',
  you: 'you',
  points: 'Points',
  pointsOf: (points, weight) => `${points} of ${weight}`,
  atMost: (points) => `at most ${points}`,

  toCalendar: 'Calendar of this plan',
  toMessages: 'Messages sent',
  toNotices: 'Notices ahead',

  filters: 'Filter and sort',
  clearFilters: 'Show all indicators',
  everything: 'All',
  deadline: 'Deadline',
  dueSoon: 'Due soon',
  mine: 'My own',
  show: 'Show',
  sortBy: 'Sort by',
  sort: { code: 'Code', status: 'Status', due: 'Due', who: 'Focal point', points: 'Points' },
  descending: 'the other way round',
  noneMatches: 'No indicator of this plan is like that.',
  range: (from, to, all) => `${from} to ${to} of ${all}`,
  pages: 'Pages of the table',
  previous: 'Previous page',
  next: 'Next page',

  scoreSoFar: 'Score so far',
  scoreOf: (points, total) => `${points} of ${total}`,
  ifMet: (points) => `${points} if all that is open is met`,
  reckoned: 'How this is reckoned',
  reckonedHow:
    'A date counts by the day on which it was achieved: in full by its last day, a lower percent where the plan grades later dates, nothing after that. A number counts by the highest criterion that it has reached. What is on hold keeps its weight and counts as recorded; what was withdrawn leaves the total.',
  equalShares: 'This plan states no weights: its indicators count equally, in shares of 100.',
  leftTotal: (weight) => `A weight of ${weight} left the total with what was withdrawn.`,

  year: 'The year at a glance',
  yearLead: 'Every deadline of the year; the table above says the same in words.',
  yearFolded:
    'How many deadlines each month has, and how they stand. Choose an activity to see its indicators one by one.',
  today: 'Today',
  outcome: {
    done: 'Done in time',
    late: 'Done late',
    missed: 'Missed',
    toCome: 'To come',
    onHold: 'On hold',
    withdrawn: 'Withdrawn',
  },

  fiscalYear: 'Fiscal year',
  allYears: 'All years',
  planPages: 'Pages of the list',

  pageUpdated: 'Updated just now.',
  pageChanged: 'This page has changed meanwhile.',
  showChanges: 'Show the changes',
};

const BENGALI: PlanWords = {
  who: 'ফোকাল পয়েন্ট',
  you: 'আপনি',
  points: 'প্রাপ্ত নম্বর',
  pointsOf: (points, weight) => `${weight}-এর মধ্যে ${points}`,
  atMost: (points) => `সর্বোচ্চ ${points}`,

  toCalendar: 'কর্মপরিকল্পনার পঞ্জিকা',
  toMessages: 'পাঠানো বার্তা',
  toNotices: 'আসন্ন বার্তা',

  filters: 'বাছাই ও সাজানো',
  clearFilters: 'সকল সূচক দেখুন',
  everything: 'সকল',
  deadline: 'সময়সীমা',
  dueSoon: 'সময় আসন্ন',
  mine: 'আমার সূচক',
  show: 'দেখুন',
  sortBy: 'সাজানোর ক্রম',
  sort: { code: 'কোড', status: 'অবস্থা', due: 'শেষ দিন', who: 'ফোকাল পয়েন্ট', points: 'প্রাপ্ত নম্বর' },
  descending: 'উল্টো ক্রমে',
  noneMatches: 'এই কর্মপরিকল্পনায় এমন কোনো সূচক নেই।',
  range: (from, to, all) => `${all}টির মধ্যে ${from} থেকে ${to}`,
  pages: 'সারণির পৃষ্ঠা',
  previous: 'আগের পৃষ্ঠা',
  next: 'পরের পৃষ্ঠা',

  scoreSoFar: 'এ পর্যন্ত প্রাপ্ত নম্বর',
  scoreOf: (points, total) => `${total}-এর মধ্যে ${points}`,
  ifMet: (points) => `বাকি সব অর্জিত হলে ${points}`,
  reckoned: 'যেভাবে হিসাব করা হয়',
  reckonedHow:
    'তারিখভিত্তিক সূচক অর্জনের তারিখ অনুযায়ী নম্বর পায়: শেষ দিনের মধ্যে অর্জিত হলে পূর্ণ মান, কর্মপরিকল্পনায় পরবর্তী তারিখের মান নির্ধারিত থাকলে সেই শতাংশ, এর পরে শূন্য। সংখ্যা ও শতকরা হারের সূচক অর্জিত সর্বোচ্চ মানদণ্ড অনুযায়ী নম্বর পায়। স্থগিত সূচকের মান মোট মানে থাকে এবং লিপিবদ্ধ অর্জন অনুযায়ী নম্বর পায়; প্রত্যাহৃত সূচকের মান মোট মান থেকে বাদ যায়।',
  equalShares: 'এই কর্মপরিকল্পনায় সূচকের মান উল্লেখ নেই: মোট ১০০ নম্বর সকল সূচকে সমান ভাগে ধরা হয়েছে।',
  leftTotal: (weight) => `প্রত্যাহৃত সূচকের মান ${weight} মোট মান থেকে বাদ গেছে।`,

  year: 'এক নজরে অর্থবছর',
  yearLead: 'অর্থবছরের সকল শেষ দিন; উপরের সারণিতে একই তথ্য লিখিতভাবে আছে।',
  yearFolded: 'প্রতি মাসে কতটি শেষ দিন এবং সেগুলোর অবস্থা। কোনো কার্যক্রম বাছাই করলে তার সূচকগুলো আলাদাভাবে দেখা যাবে।',
  today: 'আজ',
  outcome: {
    done: 'সময়মতো সম্পন্ন',
    late: 'বিলম্বে সম্পন্ন',
    missed: 'সময় উত্তীর্ণ',
    toCome: 'আসন্ন',
    onHold: 'স্থগিত',
    withdrawn: 'প্রত্যাহৃত',
  },

  fiscalYear: 'অর্থবছর',
  allYears: 'সকল অর্থবছর',
  planPages: 'তালিকার পৃষ্ঠা',

  pageUpdated: 'এইমাত্র হালনাগাদ হয়েছে।',
  pageChanged: 'ইতোমধ্যে এই পৃষ্ঠার তথ্য পরিবর্তিত হয়েছে।',
  showChanges: 'পরিবর্তন দেখুন',
};

export function planWords(language: Language): PlanWords {
  return language === 'bn' ? BENGALI : ENGLISH;
}
