import { formatNumber } from '../../i18n/format.ts';
import type { Language } from '../../plan/types.ts';

/** What the calendar page says. */
export interface CalendarWords {
  readonly calendar: string;
  readonly whose: string;
  readonly mine: string;
  readonly show: string;
  readonly noPlan: string;
  readonly months: string;
  readonly thisMonth: string;
  readonly today: string;
  readonly more: (count: number) => string;
  readonly nothing: string;
  readonly nothingMine: string;
  readonly holiday: string;
  readonly provisional: string;
  readonly workingDay: string;
  readonly notCovered: string;
  readonly legend: string;
  readonly weekend: string;
  readonly bengaliEra: string;
  readonly toFeed: string;
  readonly feedName: string;
}

const ENGLISH: CalendarWords = {
  calendar: 'Calendar',
  whose: 'Deadlines of',
  mine: 'My indicators',
  show: 'Show',
  noPlan: 'No work plan names you yet, so there are no deadlines to show.',
  months: 'Months',
  thisMonth: 'This month',
  today: 'Today',
  more: (count) => `${formatNumber(count, 'en')} more`,
  nothing: 'Nothing is due in this month.',
  nothingMine: 'Nothing of yours is due in this month.',
  holiday: 'Holiday',
  provisional: 'not yet certain',
  workingDay: 'Working day by order',
  notCovered: 'The public holidays of this month are not in the calendar yet; only weekends are shown.',
  legend: 'Signs',
  weekend: 'Weekend',
  bengaliEra: '',
  toFeed: 'Have your deadlines in the calendar of your phone',
  feedName: 'Suchok: deadlines',
};

const BENGALI: CalendarWords = {
  calendar: 'পঞ্জিকা',
  whose: 'যেসব সময়সীমা',
  mine: 'আমার সূচক',
  show: 'দেখুন',
  noPlan: 'এখনো কোনো কর্মপরিকল্পনায় আপনার নাম নেই, তাই দেখানোর মতো কোনো সময়সীমা নেই।',
  months: 'মাস',
  thisMonth: 'চলতি মাস',
  today: 'আজ',
  more: (count) => `আরও ${formatNumber(count, 'bn')}টি`,
  nothing: 'এ মাসে কোনো সূচকের শেষ দিন নেই।',
  nothingMine: 'এ মাসে আপনার কোনো সূচকের শেষ দিন নেই।',
  holiday: 'সরকারি ছুটি',
  provisional: 'চূড়ান্ত নয়',
  workingDay: 'আদেশক্রমে কর্মদিবস',
  notCovered: 'এ মাসের সরকারি ছুটি এখনো পঞ্জিকায় নেই; শুধু সাপ্তাহিক ছুটি দেখানো হয়েছে।',
  legend: 'চিহ্ন',
  weekend: 'সাপ্তাহিক ছুটি',
  bengaliEra: 'বঙ্গাব্দ',
  toFeed: 'আপনার সময়সীমাগুলো ফোনের ক্যালেন্ডারে যুক্ত করুন',
  feedName: 'সূচক: সময়সীমা',
};

export function calendarWords(language: Language): CalendarWords {
  return language === 'bn' ? BENGALI : ENGLISH;
}
