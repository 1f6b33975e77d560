import type { Language } from '../../plan/types.ts';

/** Why a notice has its day and its reader, and what became of it. Dates and numbers arrive written out. */
export interface NoticeWords {
  readonly why: string;
  readonly showAll: (hidden: string) => string;
  /** `rung` is the rung's own title, as in `7 days before`. */
  readonly byRung: (rung: string, due: string) => string;
  readonly dueDay: (due: string) => string;
  readonly followUp: (days: string) => string;
  readonly moved: (from: string, names: string, to: string) => string;
  readonly movedThen: (from: string, to: string) => string;
  readonly notCounted: (days: string) => string;
  readonly provisional: string;
  readonly outdated: string;
  readonly asRole: (who: string, role: string) => string;
  readonly inPlaceOf: (who: string, absent: string) => string;
  readonly vacant: (role: string, who: string) => string;
  readonly nobody: (role: string) => string;
  readonly unless: string;
  readonly sentAt: (when: string) => string;
  readonly attempts: (count: string) => string;
  readonly answer: (text: string) => string;
  readonly whyNot: Readonly<Record<string, string>>;
  readonly planVersion: (version: string) => string;
  readonly dueMoved: (from: string, to: string) => string;
}

const ENGLISH: NoticeWords = {
  why: 'Why',
  showAll: (hidden) => `Show all notices, sent and to come (${hidden} are left out here)`,
  byRung: (rung, due) => `By the policy ${rung} the due day, ${due}.`,
  dueDay: (due) => `By the policy on the due day, ${due}.`,
  followUp: (days) => `By the policy every ${days} days after the last escalation, until it is achieved.`,
  moved: (from, names, to) => `${from} is a day off (${names}), so on ${to}.`,
  movedThen: (from, to) => `The calendar in force then moved it from ${from} to ${to}.`,
  notCounted: (days) => `Not counted as working days: ${days}.`,
  provisional: 'not certain yet',
  outdated: 'It stands on no ladder of the plan any more: the plan has been changed since.',
  asRole: (who, role) => `${who}: as ${role}.`,
  inPlaceOf: (who, absent) => `${who}, in place of ${absent}, who is on leave`,
  vacant: (role, who) => `${who}: since nobody holds the post of the ${role} then.`,
  nobody: (role) => `Nobody: the post of the ${role} and all above it are vacant then.`,
  unless: 'It goes out unless the indicator is settled or put on hold before.',
  sentAt: (when) => `The mail server took it on ${when}.`,
  attempts: (count) => `Tried ${count} times.`,
  answer: (text) => `The mail server said: ${text}`,
  whyNot: {
    settled: 'The indicator was achieved, put on hold or closed before anybody could be told.',
    overtaken: 'A later notice of the same indicator was due by then, and told more.',
    nobody: 'Nobody held the post on that day, nor any post above it.',
    pending: 'It is being written, or waits for the hour at which its reader wants letters.',
    cancelled: 'The letter was cancelled before it was sent.',
  },
  planVersion: (version) => `version ${version} of the plan`,
  dueMoved: (from, to) => `due day moved from ${from} to ${to}`,
};

const BENGALI: NoticeWords = {
  why: 'কেন',
  showAll: (hidden) => `পাঠানো ও আসন্ন সকল বার্তা দেখুন (এখানে ${hidden}টি দেখানো হয়নি)`,
  byRung: (rung, due) => `নীতি অনুযায়ী শেষ দিন ${due} এর ${rung}।`,
  dueDay: (due) => `নীতি অনুযায়ী শেষ দিন ${due} তারিখে।`,
  followUp: (days) => `নীতি অনুযায়ী সর্বশেষ অবহিতকরণের পর অর্জিত না হওয়া পর্যন্ত প্রতি ${days} দিন অন্তর।`,
  moved: (from, names, to) => `${from} ছুটির দিন (${names}), তাই ${to} তারিখে।`,
  movedThen: (from, to) => `তখনকার পঞ্জিকা অনুযায়ী ${from} এর পরিবর্তে ${to} তারিখে।`,
  notCounted: (days) => `কার্যদিবস হিসেবে গণ্য নয়: ${days}।`,
  provisional: 'এখনো চূড়ান্ত নয়',
  outdated: 'কর্মপরিকল্পনা সংশোধিত হওয়ায় বর্তমান সময়সূচিতে এই বার্তা নেই।',
  asRole: (who, role) => `${who}: ${role} হিসেবে।`,
  inPlaceOf: (who, absent) => `${who}, ছুটিতে থাকা ${absent} এর পক্ষে`,
  vacant: (role, who) => `${who}: তখন ${role} পদে কেউ না থাকায়।`,
  nobody: (role) => `কেউ নন: তখন ${role} ও তার ঊর্ধ্বতন সকল পদ শূন্য।`,
  unless: 'এর আগে সূচকটি নিষ্পন্ন বা স্থগিত হলে বার্তাটি যাবে না।',
  sentAt: (when) => `মেইল সার্ভার গ্রহণ করেছে ${when}।`,
  attempts: (count) => `${count} বার চেষ্টা করা হয়েছে।`,
  answer: (text) => `মেইল সার্ভারের উত্তর: ${text}`,
  whyNot: {
    settled: 'কাউকে জানানোর আগেই সূচকটি অর্জিত, স্থগিত বা সমাপ্ত হয়েছে।',
    overtaken: 'ততদিনে একই সূচকের পরবর্তী বার্তার সময় হয়ে গিয়েছিল, তাতেই জানানো হয়েছে।',
    nobody: 'ঐ দিন সংশ্লিষ্ট পদে বা তার ঊর্ধ্বতন কোনো পদে কেউ ছিলেন না।',
    pending: 'বার্তাটি প্রস্তুত হচ্ছে, অথবা প্রাপকের পছন্দের সময়ের অপেক্ষায় আছে।',
    cancelled: 'পাঠানোর আগেই বার্তাটি বাতিল করা হয়েছে।',
  },
  planVersion: (version) => `কর্মপরিকল্পনার সংস্করণ ${version}`,
  dueMoved: (from, to) => `শেষ দিন ${from} থেকে পরিবর্তিত হয়ে ${to}`,
};

export function noticeWords(language: Language): NoticeWords {
  return language === 'bn' ? BENGALI : ENGLISH;
}
