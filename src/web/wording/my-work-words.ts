import type { Language } from '../../plan/types.ts';

/** What the page of one's own work says; numbers arrive already written out. */
export interface MyWorkWords {
  readonly lead: string;
  readonly asked: string;
  readonly explain: string;
  readonly overdue: string;
  readonly thisWeek: string;
  readonly thisMonth: string;
  readonly later: string;
  readonly more: (count: string) => string;
  readonly nextStep: string;
  readonly declare: string;
  readonly soFar: string;
  readonly as: string;
  readonly record: string;
  readonly recordOf: (indicator: string) => string;
  readonly whole: string;
  readonly asFocalPoint: string;
  readonly nothing: string;
  readonly nothingAdvice: string;
  readonly noPost: string;
  readonly noPostAdvice: string;
  readonly toPlans: string;
  readonly done: string;
  readonly achieved: string;
}

const ENGLISH: MyWorkWords = {
  lead: 'What you owe, by date. What is overdue stands first.',
  asked: 'You are asked to explain',
  explain: 'Explain',
  overdue: 'Overdue',
  thisWeek: 'Within seven days',
  thisMonth: 'Within thirty days',
  later: 'Later',
  more: (count) => `${count} more: see the work plan`,
  nextStep: 'Next step',
  declare: 'Declare it achieved',
  soFar: 'So far',
  as: 'As',
  record: 'Record',
  recordOf: (indicator) => `Record progress of ${indicator}`,
  whole: 'Everything',
  asFocalPoint: 'As focal point only',
  nothing: 'You owe nothing just now',
  nothingAdvice: 'Thank you. When something comes up, it stands here, and you are told by mail in good time.',
  noPost: 'You hold no post in any work plan',
  noPostAdvice: 'So nothing is asked of you here. The work plans show how everything stands.',
  toPlans: 'Go to the work plans',
  done: 'Done this month',
  achieved: 'Achieved',
};

const BENGALI: MyWorkWords = {
  lead: 'আপনার করণীয়, তারিখ অনুযায়ী। সময় উত্তীর্ণ কাজ সবার আগে।',
  asked: 'আপনার ব্যাখ্যা চাওয়া হয়েছে',
  explain: 'ব্যাখ্যা দিন',
  overdue: 'সময় উত্তীর্ণ',
  thisWeek: 'আগামী সাত দিনের মধ্যে',
  thisMonth: 'আগামী ত্রিশ দিনের মধ্যে',
  later: 'পরবর্তী সময়ে',
  more: (count) => `আরও ${count}টি: কর্মপরিকল্পনায় দেখুন`,
  nextStep: 'পরবর্তী ধাপ',
  declare: 'অর্জিত ঘোষণা করুন',
  soFar: 'এ পর্যন্ত',
  as: 'যে দায়িত্বে',
  record: 'লিপিবদ্ধ করুন',
  recordOf: (indicator) => `${indicator}: অগ্রগতি লিপিবদ্ধ করুন`,
  whole: 'সকল',
  asFocalPoint: 'শুধু ফোকাল পয়েন্ট হিসেবে',
  nothing: 'এ মুহূর্তে আপনার কোনো কাজ বাকি নেই',
  nothingAdvice: 'ধন্যবাদ। নতুন করণীয় হলে এখানে দেখা যাবে এবং যথাসময়ে ইমেইলে জানানো হবে।',
  noPost: 'কোনো কর্মপরিকল্পনায় আপনার দায়িত্ব নেই',
  noPostAdvice: 'তাই এখানে আপনার কোনো করণীয় নেই। কর্মপরিকল্পনায় সার্বিক অগ্রগতি দেখতে পারেন।',
  toPlans: 'কর্মপরিকল্পনা দেখুন',
  done: 'এ মাসে সম্পন্ন',
  achieved: 'অর্জিত',
};

export function myWorkWords(language: Language): MyWorkWords {
  return language === 'bn' ? BENGALI : ENGLISH;
}
