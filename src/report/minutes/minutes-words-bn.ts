import type { MinutesWords } from './minutes-words.ts';

/** The wording of offices' own minutes (কার্যবিবরণী). */
export const BENGALI_MINUTES_WORDS: MinutesWords = {
  chair: 'সভাপতি',
  dateAndTime: 'তারিখ ও সময়',
  place: 'স্থান',
  attendance: 'উপস্থিতি',
  annex: (letter) => `পরিশিষ্ট ‘${letter}’`,
  asAnnex: (letter) => `পরিশিষ্ট ‘${letter}’ অনুযায়ী`,
  members: { title: 'উপস্থিত সদস্যগণের স্বাক্ষর', columns: ['ক্রঃ নং', 'নাম ও পদবি', 'কমিটিতে পদবি', 'স্বাক্ষর'] },
  opening: (chair, secretary, year) => [
    `${chair} উপস্থিত সকলকে স্বাগত জানিয়ে সভার কার্যক্রম শুরু করেন। ${
      secretary === null
        ? `সভায় ${year} অর্থবছরের ই-গভর্ন্যান্স ও উদ্ভাবন কর্মপরিকল্পনার বাস্তবায়ন অগ্রগতি পর্যালোচনা করা হয়।`
        : `অতঃপর সভাপতির অনুমতিক্রমে ${secretary} ${year} অর্থবছরের ই-গভর্ন্যান্স ও উদ্ভাবন কর্মপরিকল্পনার বাস্তবায়ন অগ্রগতি সভায় উপস্থাপন করেন।`
    }`,
  ],
  previousMeeting: (date) => `বিগত ${date} তারিখে অনুষ্ঠিত সভার সিদ্ধান্ত বাস্তবায়নের অগ্রগতি পর্যালোচনা করা হয়।`,
  previousDecision: (text) => `পূর্ববর্তী সিদ্ধান্ত: ${text}`,
  outcome: 'অগ্রগতি',
  progressTold: (secretary, year, indicators) =>
    `${secretary === null ? 'সভায়' : `${secretary} সভায়`} কর্মপরিকল্পনার আলোকে সূচকসমূহের বাস্তবায়ন অগ্রগতি উপস্থাপন করেন। ${year} অর্থবছরের ই-গভর্ন্যান্স ও উদ্ভাবন কর্মপরিকল্পনায় (সংযুক্ত) মোট ${indicators}টি সূচকের অগ্রগতি নিয়ে সভায় বিস্তারিত আলোচনা করা হয় যা নিম্নরূপ:`,
  agendaItem: (letter, subject) => `${letter}) আলোচ্যসূচি: ${subject}`,
  discussion: 'আলোচনা',
  decision: 'সিদ্ধান্ত',
  implementer: 'বাস্তবায়নকারী',
  activities: 'কার্যক্রম',
  target: 'লক্ষ্যমাত্রা',
  progress: 'অগ্রগতি',
  progressColumns: ['কর্মসম্পাদন সূচক', 'লক্ষ্যমাত্রা', 'বাস্তবায়ন অগ্রগতি'],
  activityColumns: ['ক্রমিক নং', 'বিষয়', 'আলোচনা ও কার্যক্রম', 'কর্মসম্পাদন সূচক ও সিদ্ধান্ত'],
  decisionColumns: ['ক্রম', 'বিষয়বস্তু', 'সিদ্ধান্ত', 'বাস্তবায়নকারী'],
  indicatorColumns: ['আলোচ্য বিষয়', 'আলোচনা', 'সিদ্ধান্ত গ্রহণ', 'বাস্তবায়ন'],
  decided: 'সভায় আলোচনান্তে সর্বসম্মতিক্রমে নিম্নোক্ত সিদ্ধান্ত গৃহীত হয়।',
  decisionsTitle: 'পর্যালোচনা সভার সিদ্ধান্ত:',
  decisionsOpening: 'সভায় বিস্তারিত আলোচনান্তে নিম্নোক্ত সিদ্ধান্তসমূহ গৃহীত হয়:',
  by: (text, date) => `${text} (সময়সীমা: ${date})`,
  proposer: (designation) => `আইডিয়া প্রদানকারী: ${designation}`,
  obligation: (kind, target) => {
    if (kind === 'recurring') return `প্রতি কোয়ার্টারে সম্পন্ন করার (বছরে ${target}) বাধ্যবাধকতা রয়েছে।`;
    if (kind === 'count') return `${target} আয়োজন করার বাধ্যবাধকতা রয়েছে।`;
    if (kind === 'percentage') return `${target} অর্জন করার বাধ্যবাধকতা রয়েছে।`;
    return `${target} তারিখের মধ্যে সম্পন্ন করার বাধ্যবাধকতা রয়েছে।`;
  },
  said: (secretary, progress) => (secretary === null ? `${progress}।` : `${secretary} জানান, ${progress}।`),
  papersShown: (papers) => `প্রমাণক (${papers}) সভায় উপস্থাপন করা হয়।`,
  closing: 'সভায় আর কোনো আলোচ্য বিষয় না থাকায় সভাপতি সকলকে ধন্যবাদ জানিয়ে সভার সমাপ্তি ঘোষণা করেন।',
  distribution: 'বিতরণ (জ্যেষ্ঠতার ক্রমানুসারে নয়):',
  marker: (number) => `${number})`,
  letters: 'কখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহ',
  blanks: { time: 'সময়', place: 'স্থান', outcome: 'অগ্রগতি', implementer: 'বাস্তবায়নকারী' },
};
