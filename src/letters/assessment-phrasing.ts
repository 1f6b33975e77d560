import { formatFiscalYear } from '../i18n/format.ts';
import type { AssessedPeriod, Language } from '../plan/types.ts';

/** What a letter about a self-assessment brings: that it was sent, or what the superior authority made of it. */
export type AssessmentLetterKind = 'sent' | 'accepted' | 'returned';

/** The sentences of a letter about a self-assessment. Texts that come in are clean. */
export interface AssessmentPhrasing {
  readonly name: (period: AssessedPeriod, fiscalYear: string) => string;
  readonly round: (number: string) => string;
  readonly subject: Readonly<Record<AssessmentLetterKind, (office: string, name: string) => string>>;
  readonly subjectLine: Readonly<Record<AssessmentLetterKind, (name: string) => string>>;
  /** `from` is the post that sent it, or that judged it. */
  readonly opening: Readonly<Record<AssessmentLetterKind, (office: string, name: string, from: string) => string>>;
  readonly closing: Readonly<Record<AssessmentLetterKind, string>>;
  readonly labels: {
    readonly memo: string;
    readonly claimed: string;
    readonly evidenced: string;
    readonly accepted: string;
    readonly document: string;
  };
  readonly of: (points: string, weight: string) => string;
  readonly word: string;
  readonly notInFull: string;
  readonly link: string;
  readonly footer: (office: string) => string;
}

const ENGLISH: AssessmentPhrasing = {
  name: (period, year) =>
    `${period === 'year' ? 'annual' : 'half-yearly'} self-assessment of the work plan for ${formatFiscalYear(year, 'en')}`,
  round: (number) => `round ${number}`,
  subject: {
    sent: (office, name) => `For review: ${name}, ${office}`,
    accepted: (office, name) => `Accepted: ${name}, ${office}`,
    returned: (office, name) => `Returned: ${name}, ${office}`,
  },
  subjectLine: {
    sent: (name) => `Submission of the ${name}`,
    accepted: (name) => `Acceptance of the ${name}`,
    returned: (name) => `Return of the ${name}`,
  },
  opening: {
    sent: (office, name, from) => `The ${from} of ${office} has sent the ${name}, approved by the head of the office.`,
    accepted: (office, name, from) => `The ${from} has accepted the ${name} of ${office}.`,
    returned: (office, name, from) => `The ${from} has returned the ${name} of ${office}, for the reason given below.`,
  },
  closing: {
    sent: 'You are kindly requested to review it by the link above, and to accept it or to return it with a reason.',
    accepted: 'The points that were accepted stand beside those claimed on its page.',
    returned: 'You are kindly requested to put right what is named below, and to prepare and send it anew.',
  },
  labels: {
    memo: 'Memo number',
    claimed: 'Points claimed',
    evidenced: 'Supported by evidence',
    accepted: 'Points accepted',
    document: 'Document (SHA-256)',
  },
  of: (points, weight) => `${points} of ${weight}`,
  word: 'What the superior authority says',
  notInFull: 'Not accepted in full',
  link: 'Open the self-assessment',
  footer: (office) =>
    `${office}. Sent automatically by Suchok, which keeps the office's work plan; there is no need to reply.`,
};

/** Official Bengali, as offices submit such reports and send them back. */
const BENGALI: AssessmentPhrasing = {
  name: (period, year) =>
    `${formatFiscalYear(year, 'bn')} অর্থবছরের কর্মপরিকল্পনার ${period === 'year' ? 'বার্ষিক' : 'অর্ধবার্ষিক'} স্ব-মূল্যায়ন প্রতিবেদন`,
  round: (number) => `দাখিল ${number}`,
  subject: {
    sent: (office, name) => `পর্যালোচনার জন্য: ${name}, ${office}`,
    accepted: (office, name) => `গৃহীত: ${name}, ${office}`,
    returned: (office, name) => `ফেরত: ${name}, ${office}`,
  },
  subjectLine: {
    sent: (name) => `${name} প্রেরণ প্রসঙ্গে`,
    accepted: (name) => `${name} গ্রহণ প্রসঙ্গে`,
    returned: (name) => `${name} ফেরত প্রদান প্রসঙ্গে`,
  },
  opening: {
    sent: (office, name, from) => `${office}-এর ${from} দপ্তর প্রধান কর্তৃক অনুমোদিত ${name} প্রেরণ করেছেন।`,
    accepted: (office, name, from) => `${office}-এর ${name} ${from} কর্তৃক গৃহীত হয়েছে।`,
    returned: (office, name, from) => `${office}-এর ${name} নিম্নে বর্ণিত কারণে ${from} ফেরত প্রদান করেছেন।`,
  },
  closing: {
    sent: 'উপরের লিংকে প্রতিবেদনটি পর্যালোচনাপূর্বক গ্রহণ অথবা কারণ উল্লেখপূর্বক ফেরত প্রদানের জন্য সবিনয় অনুরোধ করা হলো।',
    accepted: 'গৃহীত নম্বর প্রতিবেদনের পাতায় দাবিকৃত নম্বরের পাশে দেখা যাবে।',
    returned: 'এমতাবস্থায়, উল্লিখিত বিষয়সমূহ সংশোধনপূর্বক প্রতিবেদনটি পুনরায় প্রস্তুত ও প্রেরণের জন্য সবিনয় অনুরোধ করা হলো।',
  },
  labels: {
    memo: 'স্মারক নম্বর',
    claimed: 'দাবিকৃত নম্বর',
    evidenced: 'প্রমাণক সমর্থিত নম্বর',
    accepted: 'গৃহীত নম্বর',
    document: 'দলিল (SHA-256)',
  },
  of: (points, weight) => `${weight}-এর মধ্যে ${points}`,
  word: 'ঊর্ধ্বতন কর্তৃপক্ষের মন্তব্য',
  notInFull: 'পূর্ণ নম্বর গৃহীত হয়নি',
  link: 'প্রতিবেদনটি দেখুন',
  footer: (office) => `${office}-এর কর্মপরিকল্পনার পক্ষে সূচক সফটওয়্যার থেকে স্বয়ংক্রিয়ভাবে প্রেরিত। উত্তর দেওয়ার প্রয়োজন নেই।`,
};

export function assessmentPhrasing(language: Language): AssessmentPhrasing {
  return language === 'bn' ? BENGALI : ENGLISH;
}
