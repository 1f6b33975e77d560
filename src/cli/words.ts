import type { MessageStatus } from '../db/queries/messages.ts';
import type { TableWords } from '../i18n/catalogue.ts';
import { formatDate, formatNumber } from '../i18n/format.ts';
import { words } from '../i18n/words.ts';
import type { Language } from '../plan/types.ts';
import { formatShortDate } from './short-date.ts';

const bengali = (value: number) => formatNumber(value, 'bn');
const english = (value: number) => formatNumber(value, 'en');

/** What the commands say to a reader in either language; help and faults of files are in English alone. */
export interface CliWords extends TableWords {
  readonly workPlan: (office: string, fiscalYear: string) => string;
  readonly today: (date: string) => string;
  readonly achievedOn: (date: string, late: boolean) => string;
  readonly inAll: (indicators: number) => string;
  readonly counted: (count: number, word: string) => string;
  readonly plan: string;
  readonly office: string;
  readonly fiscalYear: string;
  readonly letters: (letters: number) => string;
  readonly period: (from: string, until: string) => string;
  readonly withHistory: (source: string) => string;
  readonly withoutHistory: string;
  readonly notHeld: string;
  readonly number: (value: number) => string;
  readonly weight: string;
  readonly indicators: string;
  readonly inForceSince: string;
  readonly version: (version: number) => string;
  readonly written: string;
  readonly to: string;
  readonly subject: string;
  readonly noLetters: string;
  readonly messageStatus: Readonly<Record<MessageStatus, string>>;
}

const ENGLISH: CliWords = {
  ...words('en').table,
  workPlan: (office, year) => `${office}, work plan ${year}`,
  today: (date) => formatDate(date, 'en'),
  achievedOn: (date, late) => `${formatShortDate(date, 'en')}${late ? ', late' : ''}`,
  inAll: (indicators) => `${english(indicators)} in all`,
  counted: (count, word) => `${english(count)} ${word}`,
  plan: 'Plan',
  office: 'Office',
  fiscalYear: 'Year',
  letters: (letters) => (letters === 1 ? '1 letter' : `${english(letters)} letters`),
  period: (from, until) => `${formatDate(from, 'en')} to ${formatDate(until, 'en')}`,
  withHistory: (source) => `What happened: ${source}`,
  withoutHistory: 'A year in which nobody does anything',
  notHeld: 'nobody holds the post',
  number: english,
  weight: 'weight',
  indicators: 'Indicators',
  inForceSince: 'In force since',
  version: (version) => `version ${english(version)}`,
  written: 'Written',
  to: 'To',
  subject: 'Subject',
  noLetters: 'No letters.',
  messageStatus: {
    queued: 'queued',
    sending: 'sending',
    sent: 'sent',
    failed: 'failed',
    unknown: 'unknown',
    cancelled: 'cancelled',
  },
};

const BENGALI: CliWords = {
  ...words('bn').table,
  workPlan: (office, year) => `${office}, কর্মপরিকল্পনা ${year}`,
  today: (date) => formatDate(date, 'bn'),
  achievedOn: (date, late) => `${formatShortDate(date, 'bn')}${late ? ', বিলম্বে' : ''}`,
  inAll: (indicators) => `মোট ${bengali(indicators)}টি`,
  counted: (count, word) => `${word} ${bengali(count)}টি`,
  plan: 'কর্মপরিকল্পনা',
  office: 'অফিস',
  fiscalYear: 'অর্থবছর',
  letters: (letters) => `${bengali(letters)}টি পত্র`,
  period: (from, until) => `${formatDate(from, 'bn')} হতে ${formatDate(until, 'bn')} পর্যন্ত`,
  withHistory: (source) => `যা ঘটেছে: ${source}`,
  withoutHistory: 'সারা বছর কেউ কিছু না করলে যা হতো',
  notHeld: 'পদটিতে কেউ নেই',
  number: bengali,
  weight: 'সূচকের মান',
  indicators: 'সূচক',
  inForceSince: 'কার্যকর',
  version: (version) => `সংস্করণ ${bengali(version)}`,
  written: 'প্রস্তুত',
  to: 'প্রাপক',
  subject: 'বিষয়',
  noLetters: 'কোনো পত্র নেই।',
  messageStatus: {
    queued: 'অপেক্ষমাণ',
    sending: 'পাঠানো হচ্ছে',
    sent: 'পাঠানো হয়েছে',
    failed: 'পাঠানো যায়নি',
    unknown: 'অনিশ্চিত',
    cancelled: 'বাতিল',
  },
};

export function cliWords(language: Language): CliWords {
  return language === 'bn' ? BENGALI : ENGLISH;
}
