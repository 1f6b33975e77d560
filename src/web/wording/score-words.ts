import type { Language } from '../../plan/types.ts';

/** How the page of an indicator reckons its score; numbers and dates arrive already written out. */
export interface ScoreWords {
  readonly title: string;
  readonly scoreOf: (points: string, weight: string) => string;
  readonly atMost: (points: string) => string;
  readonly criteria: string;
  readonly criterion: string;
  readonly percent: string;
  readonly points: string;
  readonly by: (day: string) => string;
  readonly atLeast: (number: string) => string;
  readonly reached: string;
  readonly achievedOn: (day: string) => string;
  readonly recorded: (number: string) => string;
  readonly inTime: (number: string) => string;
  readonly proRata: string;
  readonly zeroIfLate: string;
  readonly nothingYet: string;
  readonly sum: (percent: string, weight: string, points: string) => string;
  readonly noneMet: string;
  readonly withdrawn: string;
  readonly equalShare: string;
  readonly ahead: string;
  readonly finishBy: (points: string, day: string) => string;
  readonly finishToday: (points: string) => string;
  readonly finishAfter: (points: string, day: string) => string;
  readonly claimed: string;
  readonly evidenced: string;
  readonly accepted: string;
  readonly notAccepted: string;
}

const ENGLISH: ScoreWords = {
  title: 'Score',
  scoreOf: (points, weight) => `${points} of ${weight}`,
  atMost: (points) => `at most ${points} if met from now on`,
  criteria: 'Criteria',
  criterion: 'Reached',
  percent: 'Share',
  points: 'Points',
  by: (day) => `by ${day}`,
  atLeast: (number) => `at least ${number}`,
  reached: 'counts now',
  achievedOn: (day) => `Achieved on ${day}.`,
  recorded: (number) => `Recorded so far: ${number}.`,
  inTime: (number) => `Done in time so far: ${number}.`,
  proRata: 'A number between two lines earns its share between them.',
  zeroIfLate: 'What is done after its day earns nothing.',
  nothingYet: 'Nothing that counts has been recorded yet.',
  sum: (percent, weight, points) => `${percent} of a weight of ${weight} makes ${points}.`,
  noneMet: 'No criterion is reached, which makes 0.',
  withdrawn: 'It was withdrawn, and so left the total of the plan.',
  equalShare: 'The plan states no weights: its indicators share 100 equally.',
  ahead: 'What finishing earns',
  finishToday: (points) => `Finish now, whenever: ${points}.`,
  finishBy: (points, day) => `Finish today or by ${day}: ${points}.`,
  finishAfter: (points, day) => `After ${day}: ${points}.`,
  claimed: 'Claimed',
  evidenced: 'Supported by evidence',
  accepted: 'Accepted',
  notAccepted: 'not judged yet',
};

const BENGALI: ScoreWords = {
  title: 'প্রাপ্ত নম্বর',
  scoreOf: (points, weight) => `${weight}-এর মধ্যে ${points}`,
  atMost: (points) => `এখন থেকে অর্জিত হলে সর্বোচ্চ ${points}`,
  criteria: 'মানদণ্ড',
  criterion: 'অর্জন',
  percent: 'হার',
  points: 'নম্বর',
  by: (day) => `${day}-এর মধ্যে`,
  atLeast: (number) => `কমপক্ষে ${number}`,
  reached: 'বর্তমানে প্রযোজ্য',
  achievedOn: (day) => `অর্জনের তারিখ ${day}।`,
  recorded: (number) => `এ পর্যন্ত লিপিবদ্ধ: ${number}।`,
  inTime: (number) => `এ পর্যন্ত সময়মতো সম্পন্ন: ${number}।`,
  proRata: 'দুই মানদণ্ডের মাঝামাঝি অর্জনে আনুপাতিক নম্বর পাওয়া যায়।',
  zeroIfLate: 'শেষ দিনের পরে সম্পন্ন কাজের জন্য নম্বর নেই।',
  nothingYet: 'গণনাযোগ্য কিছু এখনো লিপিবদ্ধ হয়নি।',
  sum: (percent, weight, points) => `মান ${weight}-এর ${percent} = ${points}।`,
  noneMet: 'কোনো মানদণ্ড অর্জিত হয়নি, তাই নম্বর ০।',
  withdrawn: 'সূচকটি প্রত্যাহৃত, তাই এর মান মোট মান থেকে বাদ গেছে।',
  equalShare: 'কর্মপরিকল্পনায় মান উল্লেখ নেই: মোট ১০০ নম্বর সকল সূচকে সমান ভাগে ধরা হয়েছে।',
  ahead: 'সম্পন্ন করলে প্রাপ্য নম্বর',
  finishToday: (points) => `যখনই সম্পন্ন হোক: ${points}।`,
  finishBy: (points, day) => `আজ অথবা ${day}-এর মধ্যে সম্পন্ন করলে: ${points}।`,
  finishAfter: (points, day) => `${day}-এর পরে: ${points}।`,
  claimed: 'দাবিকৃত',
  evidenced: 'প্রমাণক সমর্থিত',
  accepted: 'গৃহীত',
  notAccepted: 'এখনো মূল্যায়িত হয়নি',
};

export function scoreWords(language: Language): ScoreWords {
  return language === 'bn' ? BENGALI : ENGLISH;
}
