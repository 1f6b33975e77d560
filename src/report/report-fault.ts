import type { LocalDate } from '../calendar/types.ts';
import { formatDate } from '../i18n/format.ts';
import type { Language } from '../plan/types.ts';

/** Why a report cannot be made as it was asked for, and by which of its terms. */
export type ReportFault =
  | { readonly code: 'periodMissing'; readonly field: 'period' }
  | { readonly code: 'bothDays'; readonly field: 'quarter' }
  | {
      readonly code: 'notBegun';
      readonly field: 'quarter' | 'period';
      readonly from: LocalDate;
      readonly today: LocalDate;
    }
  | { readonly code: 'ahead'; readonly field: 'on'; readonly day: LocalDate; readonly today: LocalDate }
  | { readonly code: 'beforePlan'; readonly field: 'on'; readonly day: LocalDate; readonly opens: LocalDate }
  | {
      readonly code: 'outsideYear';
      readonly field: 'on';
      readonly day: LocalDate;
      readonly opens: LocalDate;
      readonly closes: LocalDate;
    }
  | { readonly code: 'notOnRecord'; readonly field: 'on'; readonly day: LocalDate; readonly inForce: LocalDate }
  | { readonly code: 'sinceBeforePlan'; readonly field: 'since'; readonly day: LocalDate; readonly opens: LocalDate }
  | { readonly code: 'sinceNotBefore'; readonly field: 'since'; readonly day: LocalDate; readonly on: LocalDate };

/** A fault in words: what is wrong, and what to do. Days are written out. */
export function reportFaultText(fault: ReportFault, language: Language): string {
  const date = (day: LocalDate) => formatDate(day, language);
  return language === 'bn' ? inBengali(fault, date) : inEnglish(fault, date);
}

type DateText = (day: LocalDate) => string;

function inEnglish(fault: ReportFault, date: DateText): string {
  switch (fault.code) {
    case 'periodMissing':
      return 'Say which period: half-yearly or annual.';
    case 'bothDays':
      return 'The date and the quarter both name the day: leave out one.';
    case 'notBegun':
      return `This ${fault.field} begins on ${date(fault.from)}, and today is ${date(fault.today)}: choose one that has begun.`;
    case 'ahead':
      return `${date(fault.day)} lies ahead: a report tells of what is recorded, so choose today, ${date(fault.today)}, or earlier.`;
    case 'beforePlan':
      return `${date(fault.day)} lies before the plan's first day: choose a day from ${date(fault.opens)} on.`;
    case 'outsideYear':
      return `${date(fault.day)} lies in no quarter of the plan's year: choose a day from ${date(fault.opens)} to ${date(fault.closes)}, or a quarter.`;
    case 'notOnRecord':
      return `The plan was put in force on ${date(fault.inForce)}, and nothing is on record before: choose a day from then on.`;
    case 'sinceBeforePlan':
      return `${date(fault.day)}, the day of the last report, lies before the plan's first day, ${date(fault.opens)}: choose a later one.`;
    case 'sinceNotBefore':
      return `${date(fault.day)}, the day of the last report, does not lie before ${date(fault.on)}, the day of this one: choose an earlier one.`;
  }
}

function inBengali(fault: ReportFault, date: DateText): string {
  switch (fault.code) {
    case 'periodMissing':
      return 'কোন মেয়াদের প্রতিবেদন তা নির্বাচন করুন: অর্ধবার্ষিক বা বার্ষিক।';
    case 'bothDays':
      return 'তারিখ ও ত্রৈমাসিক দুটিই দেওয়া হয়েছে: যে কোনো একটি দিন।';
    case 'notBegun':
      return `এ ${fault.field === 'quarter' ? 'ত্রৈমাসিক' : 'মেয়াদ'} শুরু হবে ${date(fault.from)}, আজ ${date(fault.today)}: যা শুরু হয়েছে এমন একটি নির্বাচন করুন।`;
    case 'ahead':
      return `${date(fault.day)} এখনও আসেনি: প্রতিবেদনে যা লিপিবদ্ধ হয়েছে তা-ই থাকে, তাই আজকের (${date(fault.today)}) বা তার পূর্বের তারিখ দিন।`;
    case 'beforePlan':
      return `${date(fault.day)} কর্মপরিকল্পনার প্রথম দিনের পূর্বে: ${date(fault.opens)} বা তার পরের তারিখ দিন।`;
    case 'outsideYear':
      return `${date(fault.day)} কর্মপরিকল্পনার অর্থবছরের কোনো ত্রৈমাসিকে পড়ে না: ${date(fault.opens)} হতে ${date(fault.closes)} এর মধ্যে একটি তারিখ দিন, অথবা ত্রৈমাসিক নির্বাচন করুন।`;
    case 'notOnRecord':
      return `কর্মপরিকল্পনাটি ${date(fault.inForce)} তারিখে কার্যকর হয়েছে, তার পূর্বের কিছু লিপিবদ্ধ নেই: ঐ তারিখ বা তার পরের তারিখ দিন।`;
    case 'sinceBeforePlan':
      return `পূর্ববর্তী প্রতিবেদনের তারিখ ${date(fault.day)} কর্মপরিকল্পনার প্রথম দিন ${date(fault.opens)} এর পূর্বে: পরের একটি তারিখ দিন।`;
    case 'sinceNotBefore':
      return `পূর্ববর্তী প্রতিবেদনের তারিখ ${date(fault.day)} এ প্রতিবেদনের তারিখ ${date(fault.on)} এর পূর্বে নয়: পূর্বের একটি তারিখ দিন।`;
  }
}
