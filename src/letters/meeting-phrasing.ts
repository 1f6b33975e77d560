import type { LocalDate } from '../calendar/types.ts';
import { toBengaliDigits } from '../i18n/digits.ts';
import { formatFiscalYear } from '../i18n/format.ts';
import type { Language } from '../plan/types.ts';

/** Why somebody is written to: called to a meeting, told of another day or place, of no day yet, of none at all. */
export type MeetingOccasion = 'notice' | 'changed' | 'postponed' | 'cancelled' | 'uninvited';

/** The sentences of a letter about a meeting. Texts that come in are clean. */
export interface MeetingPhrasing {
  readonly subject: (title: string, day: LocalDate) => string;
  readonly subjectLine: (title: string) => string;
  readonly opening: (office: string, fiscalYear: string) => string;
  readonly closing: string;
  readonly attached: string;
  /** By whose order it goes out. */
  readonly by: (post: string) => string;
  readonly button: string;
  readonly at: (time: string) => string;
  readonly labels: MeetingLabels;
}

interface MeetingLabels {
  readonly day: string;
  readonly dayAndTime: string;
  readonly place: string;
  readonly chair: string;
  readonly agenda: string;
  readonly reason: string;
}

type Sentences = Pick<MeetingPhrasing, 'subject' | 'subjectLine' | 'opening' | 'closing' | 'attached'>;

const planEn = (office: string, year: string) =>
  `the work plan for the fiscal year ${formatFiscalYear(year, 'en')} (${office})`;
const planBn = (office: string, year: string) => `${office}-এর ${formatFiscalYear(year, 'bn')} অর্থবছরের কর্মপরিকল্পনা`;

const ATTACHED_EN = 'Attached: the meeting, for your calendar (meeting.ics).';
const TAKEN_OFF_EN = 'Attached: a file that takes the entry out of your calendar (meeting.ics).';
const ATTACHED_BN = 'সংযুক্তি: সভাটি ক্যালেন্ডারে যুক্ত করার ফাইল (meeting.ics)।';
const TAKEN_OFF_BN = 'সংযুক্তি: ক্যালেন্ডার হতে সভাটি বাদ দেওয়ার ফাইল (meeting.ics)।';

const ENGLISH: Readonly<Record<MeetingOccasion, Sentences>> = {
  notice: {
    subject: (title) => `Notice of meeting: ${title}`,
    subjectLine: (title) => `Notice of meeting: ${title}`,
    opening: (office, year) => `The following meeting is to be held about ${planEn(office, year)}.`,
    closing: 'You are kindly requested to attend.',
    attached: ATTACHED_EN,
  },
  changed: {
    subject: (title) => `Changed notice of meeting: ${title}`,
    subjectLine: (title) => `Changed notice of meeting: ${title}`,
    opening: (office, year) =>
      `The notice of the following meeting about ${planEn(office, year)} was changed. What stands here replaces the earlier one.`,
    closing: 'You are kindly requested to attend.',
    attached: ATTACHED_EN,
  },
  postponed: {
    subject: (title) => `Meeting postponed: ${title}`,
    subjectLine: (title) => `Meeting postponed: ${title}`,
    opening: (office, year) =>
      `The following meeting about ${planEn(office, year)} is postponed until further notice. You will be told of its new day.`,
    closing: 'Please take note.',
    attached: TAKEN_OFF_EN,
  },
  cancelled: {
    subject: (title) => `Meeting cancelled: ${title}`,
    subjectLine: (title) => `Meeting cancelled: ${title}`,
    opening: (office, year) => `The following meeting about ${planEn(office, year)} is cancelled.`,
    closing: 'Please take note.',
    attached: TAKEN_OFF_EN,
  },
  uninvited: {
    subject: (title) => `You need not attend: ${title}`,
    subjectLine: (title) => `Attendance not needed: ${title}`,
    opening: (office, year) => `Your attendance at the following meeting about ${planEn(office, year)} is not needed.`,
    closing: 'Please take note.',
    attached: TAKEN_OFF_EN,
  },
};

/** Official Bengali, as offices write the notices of their meetings. */
const BENGALI: Readonly<Record<MeetingOccasion, Sentences>> = {
  notice: {
    subject: (title) => `সভার নোটিশ: ${title}`,
    subjectLine: (title) => `সভার নোটিশ: ${title}`,
    opening: (office, year) => `${planBn(office, year)} বিষয়ে নিম্নোক্ত সভা অনুষ্ঠিত হবে।`,
    closing: 'উক্ত সভায় যথাসময়ে উপস্থিত থাকার জন্য অনুরোধ করা হলো।',
    attached: ATTACHED_BN,
  },
  changed: {
    subject: (title) => `সভার সংশোধিত নোটিশ: ${title}`,
    subjectLine: (title) => `সভার সংশোধিত নোটিশ: ${title}`,
    opening: (office, year) =>
      `${planBn(office, year)} বিষয়ে নিম্নোক্ত সভার নোটিশ সংশোধন করা হয়েছে। পূর্বের নোটিশের পরিবর্তে নিম্নোক্ত তথ্য প্রযোজ্য হবে।`,
    closing: 'উক্ত সভায় যথাসময়ে উপস্থিত থাকার জন্য অনুরোধ করা হলো।',
    attached: ATTACHED_BN,
  },
  postponed: {
    subject: (title) => `সভা স্থগিত: ${title}`,
    subjectLine: (title) => `সভা স্থগিতকরণ: ${title}`,
    opening: (office, year) =>
      `${planBn(office, year)} বিষয়ে নিম্নোক্ত সভা অনিবার্য কারণে পরবর্তী নির্দেশ না দেওয়া পর্যন্ত স্থগিত করা হয়েছে। সভার নতুন তারিখ পরে জানানো হবে।`,
    closing: 'বিষয়টি সদয় অবগতির জন্য জানানো হলো।',
    attached: TAKEN_OFF_BN,
  },
  cancelled: {
    subject: (title) => `সভা বাতিল: ${title}`,
    subjectLine: (title) => `সভা বাতিলকরণ: ${title}`,
    opening: (office, year) => `${planBn(office, year)} বিষয়ে নিম্নোক্ত সভা বাতিল করা হয়েছে।`,
    closing: 'বিষয়টি সদয় অবগতির জন্য জানানো হলো।',
    attached: TAKEN_OFF_BN,
  },
  uninvited: {
    subject: (title) => `সভায় উপস্থিতির প্রয়োজন নেই: ${title}`,
    subjectLine: (title) => `সভায় উপস্থিতির প্রয়োজন নেই: ${title}`,
    opening: (office, year) => `${planBn(office, year)} বিষয়ে নিম্নোক্ত সভায় আপনার উপস্থিতির প্রয়োজন নেই।`,
    closing: 'বিষয়টি সদয় অবগতির জন্য জানানো হলো।',
    attached: TAKEN_OFF_BN,
  },
};

const LABELS: Readonly<Record<Language, MeetingLabels>> = {
  en: {
    day: 'Day',
    dayAndTime: 'Day and time',
    place: 'Place',
    chair: 'Chair',
    agenda: 'Agenda',
    reason: 'Reason',
  },
  bn: {
    day: 'তারিখ',
    dayAndTime: 'তারিখ ও সময়',
    place: 'স্থান',
    chair: 'সভাপতি',
    agenda: 'আলোচ্যসূচি',
    reason: 'কারণ',
  },
};

export function meetingPhrasing(occasion: MeetingOccasion, language: Language): MeetingPhrasing {
  const isBengali = language === 'bn';
  return {
    ...(isBengali ? BENGALI : ENGLISH)[occasion],
    by: (post) => (isBengali ? `প্রেরক: ${post}` : `Sent by: ${post}`),
    button: isBengali ? 'সভাটি দেখুন' : 'Open the meeting',
    at: (time) => (isBengali ? bengaliTime(time) : time),
    labels: LABELS[language],
  };
}

/** `সকাল ১১:০০ টা`: the part of the day stands before the hour. */
function bengaliTime(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const part =
    hour < 4 || hour >= 20
      ? 'রাত'
      : hour < 6
        ? 'ভোর'
        : hour < 12
          ? 'সকাল'
          : hour < 15
            ? 'দুপুর'
            : hour < 18
              ? 'বিকাল'
              : 'সন্ধ্যা';
  const shown = `${((hour + 11) % 12) + 1}:${String(minute).padStart(2, '0')}`;
  return `${part} ${toBengaliDigits(shown)} টা`;
}
