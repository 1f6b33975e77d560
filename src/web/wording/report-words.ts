import type { QuarterId } from '../../calendar/fiscal-year.ts';
import type { Language } from '../../plan/types.ts';
import type { Format } from '../../report/render/report-file.ts';
import type { Period, ReportKind } from '../../report/report-terms.ts';

/** What is said of reports and of the forms that ask for them; the papers themselves have words of their own. */
export interface ReportPageWords {
  readonly title: string;
  readonly lead: string;
  readonly kind: Readonly<Record<ReportKind, string>>;
  readonly what: Readonly<Record<ReportKind, string>>;
  readonly terms: string;
  readonly on: string;
  readonly onHint: string;
  readonly onHintPeriod: string;
  readonly dateHint: string;
  readonly quarter: string;
  readonly noQuarter: string;
  readonly quarters: Readonly<Record<QuarterId, string>>;
  readonly period: string;
  readonly choose: string;
  readonly periods: Readonly<Record<Period, string>>;
  readonly compare: string;
  readonly compares: Readonly<Record<'last' | 'none', string>>;
  readonly since: string;
  readonly sinceHint: string;
  readonly language: string;
  readonly languages: Readonly<Record<Language, string>>;
  readonly memo: string;
  readonly memoHint: string;
  readonly memoDate: string;
  readonly show: string;
  readonly faults: string;
  readonly faultTitle: string;
  readonly downloads: string;
  readonly format: Readonly<Record<Format, string>>;
  readonly same: string;
  readonly notADate: string;
  readonly notAChoice: string;
  readonly sinceWithNothing: string;
  readonly tooLong: string;
  readonly toReports: string;
}

const ENGLISH: ReportPageWords = {
  title: 'Reports',
  lead: 'Made from what is on record, at any time and for any day of the year; the same again whenever you ask. What nobody has stated, such as the name of who signs, is left as a marked blank.',
  kind: {
    progress: 'Progress report',
    'self-assessment': 'Self-assessment',
    apa: 'Columns for the APA system (form 2.2.2)',
  },
  what: {
    progress: 'The table of review meetings: target, progress in words, what changed since the last report, remarks.',
    'self-assessment': 'Weights, targets and achievements, the points claimed and those that evidence supports.',
    apa: 'Achievement of the quarter and of the year, in the order in which the APA system asks for them.',
  },
  terms: 'Of another day, in another language',
  on: 'Date',
  onHint: 'Today, if neither a date nor a quarter is given.',
  onHintPeriod: 'The last day of the period, or today, if left empty.',
  dateHint: 'As in 25/11/2026 or 25 November 2026.',
  quarter: 'Quarter',
  noQuarter: 'None: by date',
  quarters: {
    q1: 'First, July to September',
    q2: 'Second, October to December',
    q3: 'Third, January to March',
    q4: 'Fourth, April to June',
  },
  period: 'Period',
  choose: 'Choose',
  periods: { 'half-yearly': 'Half-yearly, until 31 December', annual: 'Annual, until 30 June' },
  compare: 'Changes',
  compares: { last: 'Since the last report', none: 'Leave out' },
  since: 'Date of the last report',
  sinceHint: 'The last day of the quarter before, if left empty.',
  language: 'Language of the report',
  languages: { bn: 'Bengali', en: 'English' },
  memo: 'Memo number',
  memoHint: 'A marked blank, if left empty.',
  memoDate: 'Date of the memo',
  show: 'Show the report',
  faults: 'The report cannot be made like this',
  faultTitle: 'There is no such report',
  downloads: 'Download',
  format: { docx: 'Word (docx)', xlsx: 'Excel (xlsx)', html: 'Page (html)', json: 'Data (json)' },
  same: 'The files say what stands here, and carry the version of the plan and the mark of the record.',
  notADate: 'This is no date: write it as in 25/11/2026 or 25 November 2026.',
  notAChoice: 'There is no such choice: take one of the list.',
  sinceWithNothing: 'Changes are left out, so leave this empty, or have them shown.',
  tooLong: 'At most 200 characters.',
  toReports: 'Reports',
};

const BENGALI: ReportPageWords = {
  title: 'প্রতিবেদন',
  lead: 'যা লিপিবদ্ধ আছে তা থেকে অর্থবছরের যে কোনো দিনের প্রতিবেদন যে কোনো সময় প্রস্তুত করা যায়; যখনই চাওয়া হোক, একই প্রতিবেদন পাওয়া যায়। যা কেউ উল্লেখ করেননি, যেমন স্বাক্ষরকারীর নাম, তা চিহ্নিত ফাঁকা ঘর হিসেবে থাকে।',
  kind: {
    progress: 'বাস্তবায়ন অগ্রগতি প্রতিবেদন',
    'self-assessment': 'স্ব-মূল্যায়ন প্রতিবেদন',
    apa: 'এপিএ সফটওয়্যারের ছক (২.২.২)',
  },
  what: {
    progress: 'পর্যালোচনা সভার ছক: লক্ষ্যমাত্রা, কথায় অগ্রগতি, গত প্রতিবেদনের পর পরিবর্তন ও মন্তব্য।',
    'self-assessment': 'সূচকের মান, লক্ষ্যমাত্রা ও অর্জন, দাবিকৃত নম্বর এবং প্রমাণক-সমর্থিত নম্বর।',
    apa: 'ত্রৈমাসিক ও বার্ষিক অর্জন, এপিএ সফটওয়্যারে যে ক্রমে চাওয়া হয়।',
  },
  terms: 'অন্য তারিখের বা অন্য ভাষায়',
  on: 'তারিখ',
  onHint: 'তারিখ বা ত্রৈমাসিক কোনোটি না দিলে আজকের।',
  onHintPeriod: 'খালি রাখলে মেয়াদের শেষ দিনের, মেয়াদ শেষ না হলে আজকের।',
  dateHint: 'যেমন ২৫/১১/২০২৬ বা ২৫ নভেম্বর ২০২৬।',
  quarter: 'ত্রৈমাসিক',
  noQuarter: 'নেই: তারিখ অনুযায়ী',
  quarters: {
    q1: '১ম, জুলাই হতে সেপ্টেম্বর',
    q2: '২য়, অক্টোবর হতে ডিসেম্বর',
    q3: '৩য়, জানুয়ারি হতে মার্চ',
    q4: '৪র্থ, এপ্রিল হতে জুন',
  },
  period: 'মেয়াদ',
  choose: 'নির্বাচন করুন',
  periods: { 'half-yearly': 'অর্ধবার্ষিক, ৩১ ডিসেম্বর পর্যন্ত', annual: 'বার্ষিক, ৩০ জুন পর্যন্ত' },
  compare: 'পরিবর্তন',
  compares: { last: 'গত প্রতিবেদনের পর যা বদলেছে', none: 'বাদ থাকবে' },
  since: 'পূর্ববর্তী প্রতিবেদনের তারিখ',
  sinceHint: 'খালি রাখলে পূর্ববর্তী ত্রৈমাসিকের শেষ দিন।',
  language: 'প্রতিবেদনের ভাষা',
  languages: { bn: 'বাংলা', en: 'ইংরেজি' },
  memo: 'স্মারক নম্বর',
  memoHint: 'খালি রাখলে চিহ্নিত ফাঁকা ঘর থাকবে।',
  memoDate: 'স্মারকের তারিখ',
  show: 'প্রতিবেদন দেখুন',
  faults: 'এভাবে প্রতিবেদন প্রস্তুত করা যায় না',
  faultTitle: 'এমন প্রতিবেদন নেই',
  downloads: 'ডাউনলোড',
  format: { docx: 'ওয়ার্ড (docx)', xlsx: 'এক্সেল (xlsx)', html: 'পাতা (html)', json: 'ডেটা (json)' },
  same: 'ফাইলে এখানে যা আছে তা-ই থাকে, সঙ্গে কর্মপরিকল্পনার সংস্করণ ও রেকর্ডের চিহ্ন।',
  notADate: 'এটি কোনো তারিখ নয়: ২৫/১১/২০২৬ বা ২৫ নভেম্বর ২০২৬ এভাবে লিখুন।',
  notAChoice: 'এমন কোনো বিকল্প নেই: তালিকা থেকে একটি নির্বাচন করুন।',
  sinceWithNothing: 'পরিবর্তন বাদ রাখা হয়েছে, তাই এ ঘর খালি রাখুন, অথবা পরিবর্তন দেখাতে বলুন।',
  tooLong: 'সর্বোচ্চ ২০০ অক্ষর।',
  toReports: 'প্রতিবেদন',
};

export function reportPageWords(language: Language): ReportPageWords {
  return language === 'bn' ? BENGALI : ENGLISH;
}
