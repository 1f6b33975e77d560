import type { Language, MeetingKind } from '../plan/types.ts';

/** What a new meeting says before anybody has written in it, in the wording of offices' own minutes. */
export interface MeetingWords {
  readonly title: (office: string, year: string, kind: MeetingKind, occurrence: string | null) => string;
  /** The item of the agenda under which the progress of the plan is told. */
  readonly progress: (year: string) => string;
  readonly others: string;
  readonly annex: string;
  readonly chair: string;
  readonly member: string;
  readonly secretary: string;
  /** What became of an earlier decision. */
  readonly doneOn: (date: string) => string;
  readonly doneLate: (date: string) => string;
  readonly open: (due: string) => string;
  readonly overdue: (due: string) => string;
  readonly onHold: string;
  readonly notDone: string;
  readonly withdrawn: string;
}

const BENGALI_KIND: Readonly<Record<MeetingKind, string>> = {
  review: 'বাস্তবায়ন অগ্রগতি সংক্রান্ত পর্যালোচনা সভার',
  committee: 'বাস্তবায়ন কমিটির সভার',
  training: 'সংক্রান্ত প্রশিক্ষণের',
  workshop: 'সংক্রান্ত কর্মশালার',
};

const BENGALI: MeetingWords = {
  title: (office, year, kind, occurrence) =>
    `${office} এর ${year} অর্থবছরের ই-গভর্ন্যান্স ও উদ্ভাবন কর্মপরিকল্পনা ${BENGALI_KIND[kind]}${
      occurrence === null ? '' : ` (${occurrence})`
    } কার্যবিবরণী`,
  progress: (year) => `${year} অর্থবছরের ই-গভর্ন্যান্স ও উদ্ভাবন কর্মপরিকল্পনা বাস্তবায়ন`,
  others: 'বিবিধ',
  annex: 'ক',
  chair: 'সভাপতি',
  member: 'সদস্য',
  secretary: 'সদস্য সচিব',
  doneOn: (date) => `${date} তারিখে বাস্তবায়িত হয়েছে`,
  doneLate: (date) => `নির্ধারিত সময়ের পরে ${date} তারিখে বাস্তবায়িত হয়েছে`,
  open: (due) => `বাস্তবায়ন চলমান, সময়সীমা ${due}`,
  overdue: (due) => `এখনো বাস্তবায়িত হয়নি, সময়সীমা ${due} তারিখে উত্তীর্ণ হয়েছে`,
  onHold: 'স্থগিত রয়েছে',
  notDone: 'বাস্তবায়িত হয়নি',
  withdrawn: 'প্রত্যাহার করা হয়েছে',
};

const ENGLISH_KIND: Readonly<Record<MeetingKind, string>> = {
  review: 'meeting to review the progress',
  committee: 'committee meeting on the implementation',
  training: 'training on the implementation',
  workshop: 'workshop on the implementation',
};

const ENGLISH: MeetingWords = {
  title: (office, year, kind, occurrence) =>
    `Minutes of the ${ENGLISH_KIND[kind]} of the e-governance and innovation work plan ${year}${
      occurrence === null ? '' : ` (${occurrence})`
    }, ${office}`,
  progress: (year) => `Implementation of the e-governance and innovation work plan ${year}`,
  others: 'Other business',
  annex: 'A',
  chair: 'Chair',
  member: 'Member',
  secretary: 'Member secretary',
  doneOn: (date) => `done on ${date}`,
  doneLate: (date) => `done late, on ${date}`,
  open: (due) => `in progress, due on ${due}`,
  overdue: (due) => `not done yet; it was due on ${due}`,
  onHold: 'on hold',
  notDone: 'not done',
  withdrawn: 'withdrawn',
};

export function meetingWords(language: Language): MeetingWords {
  return language === 'bn' ? BENGALI : ENGLISH;
}
