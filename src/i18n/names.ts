import type { Language } from '../plan/types.ts';

// Written out rather than asked of Intl: the spelling of Bengali months differs between versions of ICU, and letters
// must not change with the version of Node. All Bengali of the product is in Unicode's form NFC.

/** The months of the Gregorian calendar, January first, as the government spells them. */
export const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  bn: ['জানুয়ারি', 'ফেব্রুয়ারি', 'মার্চ', 'এপ্রিল', 'মে', 'জুন', 'জুলাই', 'আগস্ট', 'সেপ্টেম্বর', 'অক্টোবর', 'নভেম্বর', 'ডিসেম্বর'],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

/** The days of the week, Monday first. */
export const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  bn: ['সোমবার', 'মঙ্গলবার', 'বুধবার', 'বৃহস্পতিবার', 'শুক্রবার', 'শনিবার', 'রবিবার'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

/** The months of the Bengali calendar, বৈশাখ first. */
export const BENGALI_MONTHS: readonly string[] = [
  'বৈশাখ',
  'জ্যৈষ্ঠ',
  'আষাঢ়',
  'শ্রাবণ',
  'ভাদ্র',
  'আশ্বিন',
  'কার্তিক',
  'অগ্রহায়ণ',
  'পৌষ',
  'মাঘ',
  'ফাল্গুন',
  'চৈত্র',
];
