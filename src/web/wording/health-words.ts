import type { Check } from '../../engine/doctor.ts';
import type { Language } from '../../plan/types.ts';

/** What is said of how well the program is. */
export interface HealthWords {
  readonly title: string;
  readonly allWell: string;
  readonly notAllWell: (faults: string, warnings: string) => string;
  readonly looked: string;
  readonly what: string;
  readonly how: string;
  readonly found: string;
  readonly name: Readonly<Record<Check['name'], string>>;
  readonly result: Readonly<Record<Check['result'], string>>;
  /** What to do where something is not as it should be. */
  readonly advice: Readonly<Record<Check['name'], string>>;
  readonly setAside: string;
  readonly setAsideSince: string;
  readonly error: string;
  readonly indicator: string;
  readonly failedLetters: string;
  readonly program: string;
  readonly version: string;
  readonly database: string;
  readonly queue: string;
  readonly kind: Readonly<Record<'pglite' | 'postgres' | 'redis' | 'none', string>>;
}

const ENGLISH: HealthWords = {
  title: 'Health',
  allWell: 'Everything works that reminders need to reach people.',
  notAllWell: (faults, warnings) => `Faults: ${faults}. Warnings: ${warnings}.`,
  looked: 'Looked at just now; open the page again to look once more.',
  what: 'What',
  how: 'How it is',
  found: 'What was found, and what to do',
  name: {
    database: 'Database',
    queue: 'Queue of alarms and letters',
    mail: 'Mail server',
    scanner: 'Virus scanner',
    clock: 'Clock',
    calendar: 'Calendar',
    posts: 'Posts',
    deadlines: 'Deadlines',
    setAside: 'Set aside',
    messages: 'Letters',
    evidence: 'Uploaded files',
  },
  result: { ok: 'In order', warning: 'To see to', fault: 'Fault' },
  advice: {
    database: 'Start the database, or correct DATABASE_URL. Nothing is lost meanwhile.',
    queue: 'Start Redis, or correct REDIS_URL. What was missed is made up for within a minute of its return.',
    mail: 'Correct SMTP_URL, or ask whoever looks after the mail server. Letters wait in the queue.',
    scanner: 'Start clamd, or correct CLAMD_URL. Until then no file is taken.',
    clock: 'Let this machine and that of the database keep their clocks by NTP.',
    calendar: 'Correct the calendar’s file, then apply the plans of the year again.',
    posts: 'Open “People and posts” of the plan and give the post to somebody.',
    deadlines: 'Run “suchok verify” on the server, and tell those who look after the program.',
    setAside: 'The error stands below. Once it is mended, a start of the program tries again.',
    messages: 'Open the failed letters, see what the mail server said, mend the cause, and send them again.',
    evidence: 'Bring the files that are named back from a backup of the data folder.',
  },
  setAside: 'Indicators that an error has set aside',
  setAsideSince: 'Since',
  error: 'Error',
  indicator: 'Indicator',
  failedLetters: 'Show the failed letters',
  program: 'The program',
  version: 'Version',
  database: 'Database',
  queue: 'Queue',
  kind: { pglite: 'PGlite, in the program', postgres: 'Postgres', redis: 'Redis', none: 'in another process' },
};

const BENGALI: HealthWords = {
  title: 'সিস্টেমের অবস্থা',
  allWell: 'তাগিদ পৌঁছাতে যা যা প্রয়োজন তার সব ঠিক আছে।',
  notAllWell: (faults, warnings) => `ত্রুটি: ${faults}টি। সতর্কতা: ${warnings}টি।`,
  looked: 'এইমাত্র দেখা হয়েছে; আবার দেখতে পৃষ্ঠাটি পুনরায় খুলুন।',
  what: 'বিষয়',
  how: 'অবস্থা',
  found: 'যা পাওয়া গেছে এবং করণীয়',
  name: {
    database: 'তথ্যভান্ডার',
    queue: 'সময়সংকেত ও বার্তার সারি',
    mail: 'মেইল সার্ভার',
    scanner: 'ভাইরাস স্ক্যানার',
    clock: 'ঘড়ি',
    calendar: 'পঞ্জিকা',
    posts: 'পদ',
    deadlines: 'সময়সীমা',
    setAside: 'ত্রুটিতে স্থগিত',
    messages: 'বার্তা',
    evidence: 'আপলোড করা ফাইল',
  },
  result: { ok: 'ঠিক আছে', warning: 'দেখা প্রয়োজন', fault: 'ত্রুটি' },
  advice: {
    database: 'তথ্যভান্ডার চালু করুন অথবা DATABASE_URL সংশোধন করুন। ইতোমধ্যে কিছু হারায়নি।',
    queue: 'Redis চালু করুন অথবা REDIS_URL সংশোধন করুন। ফিরে আসার এক মিনিটের মধ্যে বাকি কাজ সম্পন্ন হবে।',
    mail: 'SMTP_URL সংশোধন করুন অথবা মেইল সার্ভারের দায়িত্বপ্রাপ্তকে জানান। বার্তাগুলো অপেক্ষমাণ থাকবে।',
    scanner: 'clamd চালু করুন অথবা CLAMD_URL সংশোধন করুন। ততক্ষণ কোনো ফাইল গ্রহণ করা হবে না।',
    clock: 'এই যন্ত্র ও তথ্যভান্ডারের যন্ত্রের ঘড়ি NTP দিয়ে মেলান।',
    calendar: 'পঞ্জিকার ফাইল সংশোধন করে বছরের কর্মপরিকল্পনাগুলো আবার কার্যকর করুন।',
    posts: 'কর্মপরিকল্পনার ‘ব্যক্তি ও পদ’ পৃষ্ঠায় গিয়ে পদে কাউকে দায়িত্ব দিন।',
    deadlines: 'সার্ভারে “suchok verify” চালান এবং প্রোগ্রামের দায়িত্বপ্রাপ্তদের জানান।',
    setAside: 'ত্রুটির বিবরণ নিচে আছে। সংশোধনের পর প্রোগ্রাম চালু হলে আবার চেষ্টা হবে।',
    messages: 'ব্যর্থ বার্তাগুলো খুলে মেইল সার্ভারের উত্তর দেখুন, কারণ দূর করুন এবং আবার পাঠান।',
    evidence: 'উল্লিখিত ফাইলগুলো ডেটা ফোল্ডারের ব্যাকআপ থেকে ফিরিয়ে আনুন।',
  },
  setAside: 'ত্রুটির কারণে স্থগিত সূচক',
  setAsideSince: 'কখন থেকে',
  error: 'ত্রুটি',
  indicator: 'সূচক',
  failedLetters: 'ব্যর্থ বার্তাগুলো দেখুন',
  program: 'প্রোগ্রাম',
  version: 'সংস্করণ',
  database: 'তথ্যভান্ডার',
  queue: 'কাজের সারি',
  kind: { pglite: 'PGlite, প্রোগ্রামের ভিতরে', postgres: 'Postgres', redis: 'Redis', none: 'অন্য প্রক্রিয়ায়' },
};

export function healthWords(language: Language): HealthWords {
  return language === 'bn' ? BENGALI : ENGLISH;
}
