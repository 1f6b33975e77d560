import type { AssessmentStatus } from '../../db/queries/assessments.ts';
import type { AssessedPeriod, Language } from '../../plan/types.ts';

/** The pages of self-assessments; numbers, dates and titles arrive already written out. */
export interface AssessmentWords {
  readonly title: string;
  readonly lead: string;
  readonly none: string;
  readonly prepare: string;
  readonly prepareLead: string;
  readonly nothingToPrepare: string;
  readonly period: string;
  readonly periods: Readonly<Record<AssessedPeriod, string>>;
  readonly round: string;
  readonly status: string;
  readonly statuses: Readonly<Record<AssessmentStatus, string>>;
  readonly until: string;
  readonly untilHint: string;
  readonly periodEnd: string;
  readonly today: string;
  readonly language: string;
  readonly languages: Readonly<Record<Language, string>>;
  readonly hash: string;
  readonly record: string;
  readonly memo: string;
  readonly memoHint: string;
  readonly stages: Readonly<Record<'prepared' | 'approved' | 'sent' | 'judged', string>>;
  readonly pending: string;
  readonly indicator: string;
  readonly achieves: string;
  readonly weight: string;
  readonly target: string;
  readonly achieved: string;
  readonly percent: string;
  readonly claimed: string;
  readonly evidenced: string;
  readonly accepted: string;
  readonly papers: string;
  /** Where the record is not as it was, so that only the kept document tells it. */
  readonly factsGone: string;
  readonly total: string;
  readonly approve: string;
  readonly approveLead: string;
  readonly send: string;
  readonly sendLead: string;
  readonly judge: string;
  readonly judgeLead: string;
  readonly acceptedOf: (code: string, claimed: string) => string;
  readonly reason: string;
  readonly word: string;
  readonly wordHint: string;
  readonly accept: string;
  readonly giveBack: string;
  readonly verdict: string;
  readonly download: string;
  readonly judgedWord: string;
  readonly waiting: string;
  readonly toApprove: string;
  readonly toJudge: string;
  readonly done: Readonly<Record<'prepared' | 'approved' | 'sent' | 'untold' | 'accepted' | 'returned', string>>;
  readonly reviewed: string;
  readonly standings: Readonly<Record<'accepted' | 'waits' | 'owed' | 'elsewhere', string>>;
  readonly faulty: string;
  readonly meanwhile: string;
  readonly refused: (code: string) => string;
  readonly faults: Readonly<
    Record<
      | 'sent'
      | 'accepted'
      | 'notEnded'
      | 'noRecord'
      | 'memoTooLong'
      | 'missing'
      | 'tooLong'
      | 'noNumber'
      | 'aboveClaimed'
      | 'unknown'
      | 'noVerdict',
      string
    >
  >;
}

const ENGLISH: AssessmentWords = {
  title: 'Self-assessments',
  lead: 'What the office claims of its plan, with its papers, and what the superior authority accepted of it.',
  none: 'None has been prepared yet.',
  prepare: 'Prepare a self-assessment',
  prepareLead:
    'The document is made from the record. Prepared again before it is sent, it takes the place of the last one.',
  nothingToPrepare: 'Both are with the superior authority, or accepted: there is nothing to prepare.',
  period: 'Period',
  periods: { halfYear: 'Half-yearly', year: 'Annual' },
  round: 'Round',
  status: 'Stage',
  statuses: {
    prepared: 'Prepared',
    approved: 'Approved',
    sent: 'Sent, waits for review',
    accepted: 'Accepted',
    returned: 'Returned',
  },
  until: 'Record until',
  untilHint:
    'By the end of the period counts what was recorded by then; by today, what has been recorded since as well.',
  periodEnd: 'the end of the period',
  today: 'today',
  language: 'Language of the document',
  languages: { bn: 'Bengali', en: 'English' },
  hash: 'Document (SHA-256)',
  record: 'Record (SHA-256)',
  memo: 'Memo number',
  memoHint: 'Leave it empty where there is none. It becomes the reference of the evidence.',
  stages: { prepared: 'Prepared', approved: 'Approved by the head', sent: 'Sent', judged: 'Reviewed' },
  pending: 'to come',
  indicator: 'Indicator',
  achieves: 'Sending it achieves',
  weight: 'Weight',
  target: 'Target',
  achieved: 'Achieved',
  percent: 'Share',
  claimed: 'Claimed',
  evidenced: 'Evidenced',
  accepted: 'Accepted',
  papers: 'Evidence',
  factsGone:
    'The record is not as it was when this was prepared. Targets, achievements and evidence stand in the kept document.',
  total: 'Total',
  approve: 'Approve',
  approveLead: 'You approve this document, by the hash below, as the head of the office.',
  send: 'Send to the superior authority',
  sendLead: 'The superior authority gets a letter with the way here. What was sent cannot be changed.',
  judge: 'Review',
  judgeLead: 'Accept each indicator in full as it stands, or write fewer points and why.',
  acceptedOf: (code, claimed) => `${code}: points accepted, of ${claimed} claimed`,
  reason: 'Why not in full',
  word: 'A word on the whole',
  wordHint: 'Needed where it is returned.',
  accept: 'Accept it',
  giveBack: 'Return it',
  verdict: 'Decision',
  download: 'Download',
  judgedWord: 'What the superior authority says',
  waiting: 'Self-assessments that wait for you',
  toApprove: 'to be approved',
  toJudge: 'to be reviewed',
  done: {
    prepared: 'The self-assessment is prepared. The head of the office may approve it.',
    approved: 'The self-assessment is approved. It may be sent.',
    sent: 'The self-assessment is sent, and a letter to the superior authority is on its way.',
    untold: 'The self-assessment is sent. Nobody holds the post of the superior authority, so no letter went out.',
    accepted: 'The self-assessment is accepted, and the office is told.',
    returned: 'The self-assessment is returned, and the office is told.',
  },
  reviewed: 'Self-assessments of the offices below',
  standings: { accepted: 'accepted', waits: 'waits for review', owed: 'not sent yet', elsewhere: 'recorded by hand' },
  faulty: 'Nothing was done',
  meanwhile: 'Others did something meanwhile, or this was done before: nothing was done now. This is how it stands.',
  refused: (code) => `Nothing was done, because indicator ${code} takes no progress now: it is on hold, or closed.`,
  faults: {
    sent: 'The last one is with the superior authority: it can be prepared again once it is returned.',
    accepted: 'It is accepted: there is nothing left to prepare.',
    notEnded: 'The period has not ended: choose today.',
    noRecord: 'The plan was not in force by then, and nothing is on record: choose today.',
    memoTooLong: 'The memo number is too long: 200 characters at most.',
    missing: 'Say why.',
    tooLong: 'This is too long: 4,000 characters at most.',
    noNumber: 'Write the points as a number from 0.',
    aboveClaimed: 'No more can be accepted than is claimed.',
    unknown: 'The self-assessment knows no such indicator.',
    noVerdict: 'Choose whether it is accepted or returned.',
  },
};

const BENGALI: AssessmentWords = {
  title: 'স্ব-মূল্যায়ন প্রতিবেদন',
  lead: 'কর্মপরিকল্পনার বিপরীতে দপ্তরের দাবিকৃত নম্বর, প্রমাণক এবং ঊর্ধ্বতন কর্তৃপক্ষ কর্তৃক গৃহীত নম্বর।',
  none: 'এখনো কোনো প্রতিবেদন প্রস্তুত করা হয়নি।',
  prepare: 'প্রতিবেদন প্রস্তুত করুন',
  prepareLead: 'লিপিবদ্ধ তথ্য হতে দলিলটি তৈরি হয়। প্রেরণের পূর্বে পুনরায় প্রস্তুত করলে নতুনটি পূর্বেরটির স্থলাভিষিক্ত হয়।',
  nothingToPrepare: 'উভয় প্রতিবেদন ঊর্ধ্বতন কর্তৃপক্ষের নিকট রয়েছে অথবা গৃহীত হয়েছে: প্রস্তুত করার কিছু নেই।',
  period: 'মেয়াদ',
  periods: { halfYear: 'অর্ধবার্ষিক', year: 'বার্ষিক' },
  round: 'দাখিল',
  status: 'পর্যায়',
  statuses: {
    prepared: 'প্রস্তুত',
    approved: 'অনুমোদিত',
    sent: 'প্রেরিত, পর্যালোচনার অপেক্ষায়',
    accepted: 'গৃহীত',
    returned: 'ফেরত',
  },
  until: 'তথ্যের তারিখ',
  untilHint: 'মেয়াদের শেষ দিন নির্বাচন করলে সে পর্যন্ত লিপিবদ্ধ তথ্য, আজ নির্বাচন করলে পরবর্তীতে লিপিবদ্ধ তথ্যও গণ্য হবে।',
  periodEnd: 'মেয়াদের শেষ দিন পর্যন্ত',
  today: 'আজ পর্যন্ত',
  language: 'দলিলের ভাষা',
  languages: { bn: 'বাংলা', en: 'ইংরেজি' },
  hash: 'দলিল (SHA-২৫৬)',
  record: 'লিপিবদ্ধ তথ্য (SHA-২৫৬)',
  memo: 'স্মারক নম্বর',
  memoHint: 'স্মারক নম্বর না থাকলে খালি রাখুন। এটি প্রমাণকের সূত্র হিসেবে লিপিবদ্ধ হবে।',
  stages: { prepared: 'প্রস্তুত', approved: 'দপ্তর প্রধান কর্তৃক অনুমোদিত', sent: 'প্রেরিত', judged: 'পর্যালোচিত' },
  pending: 'বাকি',
  indicator: 'সূচক',
  achieves: 'প্রেরণে অর্জিত হবে',
  weight: 'মান',
  target: 'লক্ষ্যমাত্রা',
  achieved: 'অর্জন',
  percent: 'হার',
  claimed: 'দাবিকৃত',
  evidenced: 'প্রমাণক সমর্থিত',
  accepted: 'গৃহীত',
  papers: 'প্রমাণক',
  factsGone: 'প্রস্তুতকালে যা লিপিবদ্ধ ছিল, তা আর অপরিবর্তিত নেই। লক্ষ্যমাত্রা, অর্জন ও প্রমাণক সংরক্ষিত দলিলে রয়েছে।',
  total: 'মোট',
  approve: 'অনুমোদন করুন',
  approveLead: 'আপনি দপ্তর প্রধান হিসেবে নিম্নের হ্যাশযুক্ত দলিলটি অনুমোদন করছেন।',
  send: 'ঊর্ধ্বতন কর্তৃপক্ষের নিকট প্রেরণ করুন',
  sendLead: 'ঊর্ধ্বতন কর্তৃপক্ষ এই পাতার লিংকসহ পত্র পাবেন। প্রেরিত প্রতিবেদন আর পরিবর্তন করা যায় না।',
  judge: 'পর্যালোচনা',
  judgeLead: 'প্রতিটি সূচকের দাবিকৃত নম্বর পূর্ণ গ্রহণ করুন, অথবা কম নম্বর ও তার কারণ লিখুন।',
  acceptedOf: (code, claimed) => `${code}: দাবিকৃত ${claimed} নম্বরের মধ্যে গৃহীত`,
  reason: 'পূর্ণ নম্বর গৃহীত না হওয়ার কারণ',
  word: 'সামগ্রিক মন্তব্য',
  wordHint: 'ফেরত প্রদানের ক্ষেত্রে আবশ্যক।',
  accept: 'গ্রহণ করুন',
  giveBack: 'ফেরত দিন',
  verdict: 'সিদ্ধান্ত',
  download: 'ডাউনলোড',
  judgedWord: 'ঊর্ধ্বতন কর্তৃপক্ষের মন্তব্য',
  waiting: 'আপনার অপেক্ষায় থাকা স্ব-মূল্যায়ন প্রতিবেদন',
  toApprove: 'অনুমোদনের অপেক্ষায়',
  toJudge: 'পর্যালোচনার অপেক্ষায়',
  done: {
    prepared: 'প্রতিবেদন প্রস্তুত হয়েছে। দপ্তর প্রধান এটি অনুমোদন করতে পারেন।',
    approved: 'প্রতিবেদন অনুমোদিত হয়েছে। এখন প্রেরণ করা যাবে।',
    sent: 'প্রতিবেদন প্রেরিত হয়েছে এবং ঊর্ধ্বতন কর্তৃপক্ষের নিকট পত্র পাঠানো হচ্ছে।',
    untold: 'প্রতিবেদন প্রেরিত হয়েছে। ঊর্ধ্বতন কর্তৃপক্ষের পদে কেউ না থাকায় পত্র পাঠানো হয়নি।',
    accepted: 'প্রতিবেদন গৃহীত হয়েছে এবং দপ্তরকে জানানো হচ্ছে।',
    returned: 'প্রতিবেদন ফেরত দেওয়া হয়েছে এবং দপ্তরকে জানানো হচ্ছে।',
  },
  reviewed: 'অধীন দপ্তরসমূহের স্ব-মূল্যায়ন প্রতিবেদন',
  standings: {
    accepted: 'গৃহীত',
    waits: 'পর্যালোচনার অপেক্ষায়',
    owed: 'এখনো প্রেরিত হয়নি',
    elsewhere: 'সরাসরি লিপিবদ্ধ',
  },
  faulty: 'কিছু করা হয়নি',
  meanwhile: 'ইতোমধ্যে অন্য কেউ পরিবর্তন করেছেন, অথবা কাজটি আগেই হয়েছে: এখন কিছু করা হয়নি। বর্তমান অবস্থা নিম্নরূপ।',
  refused: (code) => `কিছু করা হয়নি, কারণ সূচক ${code} স্থগিত অথবা সমাপ্ত থাকায় অগ্রগতি গ্রহণ করছে না।`,
  faults: {
    sent: 'সর্বশেষ প্রতিবেদন ঊর্ধ্বতন কর্তৃপক্ষের নিকট রয়েছে: ফেরত এলে পুনরায় প্রস্তুত করা যাবে।',
    accepted: 'প্রতিবেদন গৃহীত হয়েছে: প্রস্তুত করার কিছু নেই।',
    notEnded: 'মেয়াদ শেষ হয়নি: আজ পর্যন্ত নির্বাচন করুন।',
    noRecord: 'ঐ তারিখে কর্মপরিকল্পনা কার্যকর ছিল না এবং কিছু লিপিবদ্ধ নেই: আজ পর্যন্ত নির্বাচন করুন।',
    memoTooLong: 'স্মারক নম্বর অতিরিক্ত দীর্ঘ: সর্বোচ্চ ২০০ অক্ষর।',
    missing: 'কারণ লিখুন।',
    tooLong: 'লেখা অতিরিক্ত দীর্ঘ: সর্বোচ্চ ৪,০০০ অক্ষর।',
    noNumber: 'নম্বর ০ বা তার বেশি সংখ্যায় লিখুন।',
    aboveClaimed: 'দাবিকৃত নম্বরের বেশি গ্রহণ করা যায় না।',
    unknown: 'প্রতিবেদনে এমন সূচক নেই।',
    noVerdict: 'গ্রহণ না ফেরত, তা নির্বাচন করুন।',
  },
};

export function assessmentWords(language: Language): AssessmentWords {
  return language === 'bn' ? BENGALI : ENGLISH;
}
