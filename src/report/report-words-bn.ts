import type { ReportWords } from './report-words.ts';

const quarter = { q1: '১ম ত্রৈমাসিক', q2: '২য় ত্রৈমাসিক', q3: '৩য় ত্রৈমাসিক', q4: '৪র্থ ত্রৈমাসিক' } as const;

/** Official Bengali, in the wording of offices' minutes and of form 2.2.2. */
export const BENGALI_REPORT_WORDS: ReportWords = {
  government: 'গণপ্রজাতন্ত্রী বাংলাদেশ সরকার',
  columns: {
    serial: 'ক্রমিক',
    activity: 'কার্যক্রম',
    indicator: 'কর্মসম্পাদন সূচক',
    unit: 'একক',
    weight: 'সূচকের মান',
    target: 'লক্ষ্যমাত্রা',
    progress: 'বাস্তবায়ন অগ্রগতি',
    changes: 'গত প্রতিবেদনের পর পরিবর্তন',
    remark: 'মন্তব্য',
    achieved: 'অর্জন',
    percent: 'অর্জনের হার (%)',
    claimed: 'দাবিকৃত নম্বর',
    evidenced: 'প্রমাণক-সমর্থিত নম্বর',
    evidence: 'প্রমাণক',
    inQuarter: 'ত্রৈমাসিকের অর্জন',
    inYear: 'বার্ষিক অর্জন',
    responsible: 'দায়িত্বপ্রাপ্ত শাখা',
  },
  progressTitle: (year, which) =>
    `${year} অর্থবছরের ই-গভর্ন্যান্স ও উদ্ভাবন কর্মপরিকল্পনার ${which === null ? '' : `${quarter[which]} `}বাস্তবায়ন অগ্রগতি প্রতিবেদন`,
  assessmentTitle: (year, period) =>
    `${year} অর্থবছরের ই-গভর্ন্যান্স ও উদ্ভাবন কর্মপরিকল্পনার ${period === 'annual' ? 'বার্ষিক' : 'অর্ধবার্ষিক'} স্ব-মূল্যায়ন প্রতিবেদন`,
  apaTitle: (year, which) =>
    `বার্ষিক কর্মসম্পাদন চুক্তি ${year}: ই-গভর্ন্যান্স ও উদ্ভাবন কর্মপরিকল্পনা বাস্তবায়নের ${quarter[which]} অগ্রগতি (ছক ২.২.২)`,
  asOf: 'তথ্যের তারিখ',
  since: 'পূর্ববর্তী প্রতিবেদনের তারিখ',
  score: 'প্রাপ্ত নম্বর',
  scoreOf: (points, total) => `${total} এর মধ্যে ${points}`,
  summary: 'সার্বিক অবস্থা',
  counted: (count, word) => `${word} ${count}টি`,
  equalWeights: 'কর্মপরিকল্পনায় সূচকের মান উল্লেখ নেই; সকল সূচকের মান সমান ধরে ১০০ নম্বরের মধ্যে হিসাব করা হয়েছে।',
  noChange: 'পরিবর্তন নেই',
  numberChange: (before, after) => `${before} হতে ${after}`,
  stepDone: (step, date) => `${step} (${date})`,
  achievedOn: (date) => `অর্জনের তারিখ: ${date}`,
  nextStep: (step) => `পরবর্তী ধাপ: ${step}`,
  dueBy: (date) => `শেষ তারিখ: ${date}`,
  papers: (papers) => `প্রমাণক: ${papers}`,
  paperDated: (paper, date) => `${paper}, ${date}`,
  noPapers: 'প্রমাণক সংযুক্ত নেই',
  total: 'মোট',
  arithmetic: (weight, percent, points) => `${weight} × ${percent} = ${points}`,
  claimedMeans: 'দাবিকৃত নম্বর: লিপিবদ্ধ অর্জন অনুযায়ী। প্রমাণক-সমর্থিত নম্বর: অর্জনের যে অংশের প্রমাণক লিপিবদ্ধ আছে, সেই অংশ অনুযায়ী।',
  forecast: (now, ifMet) =>
    `অবশিষ্ট কোনো সূচক অর্জিত না হলে মোট ${now} নম্বর; অবশিষ্ট সকল সূচক এখনই অর্জিত হলে মোট ${ifMet} নম্বর।`,
  withdrawn: (weight) => `প্রত্যাহৃত সূচকের মান ${weight} মোট মান হতে বাদ দেওয়া হয়েছে।`,
  to: 'প্রাপক',
  prepared: 'প্রস্তুতকারী',
  approved: 'অনুমোদনকারী',
  memo: 'স্মারক নম্বর',
  date: 'তারিখ',
  quarter,
  blanks: { memo: 'স্মারক নম্বর', date: 'তারিখ', name: 'নাম ও স্বাক্ষর', post: 'পদবি' },
  foot: (plan, version, on, hash, history) =>
    [
      `কর্মপরিকল্পনা ${plan}${version === null ? '' : `, সংস্করণ ${version}`}`,
      `${on} পর্যন্ত লিপিবদ্ধ তথ্য`,
      ...(history === null ? [] : [`উৎস: ${history}`]),
      `রেকর্ড ${hash}`,
    ].join(' · '),
};
