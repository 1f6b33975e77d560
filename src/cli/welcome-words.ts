import { formatNumber } from '../i18n/format.ts';
import type { Language } from '../plan/types.ts';

/** What `suchok start` says. Paths, addresses and commands stay as they are typed. */
export interface WelcomeWords {
  readonly running: string;
  readonly parts: { readonly page: string; readonly work: string; readonly data: string; readonly letters: string };
  readonly workers: string;
  readonly noWorkers: string;
  readonly embedded: (folder: string) => string;
  readonly postgres: string;
  readonly redis: string;
  readonly outbox: (folder: string) => string;
  readonly smtp: string;
  readonly sampleMade: (file: string) => string;
  readonly plans: (plans: number) => string;
  readonly lettersOut: (letters: number, where: string) => string;
  readonly lettersWaiting: (letters: number) => string;
  readonly nothingToSend: string;
  readonly next: string;
  readonly signIn: (minutes: number, command: string) => string;
  readonly stop: string;
  readonly stopping: string;
  readonly stopped: string;
  readonly letterTo: (post: string) => string;
}

const ENGLISH: WelcomeWords = {
  running: 'Suchok is running. Stop it with Ctrl+C.',
  parts: { page: 'Page', work: 'Work', data: 'Data', letters: 'Letters' },
  workers: 'deadlines are watched and letters go out',
  noWorkers: 'none here (--only web); another process has to run with --only worker',
  embedded: (folder) => `embedded database in ${folder}`,
  postgres: 'Postgres (DATABASE_URL)',
  redis: ', queue in Redis (REDIS_URL)',
  outbox: (folder) => `files in ${folder}, to be opened with any mail program; set SMTP_URL to send them`,
  smtp: 'by SMTP (SMTP_URL)',
  sampleMade: (file) => `There was no plan yet, so a sample plan of this fiscal year was made: ${file}`,
  plans: (plans) => `${plans} plans are in force.`,
  lettersOut: (letters, where) => `${letters === 1 ? '1 letter' : `${letters} letters`} went out just now${where}`,
  lettersWaiting: (letters) => `${letters === 1 ? '1 letter is' : `${letters} letters are`} still on the way.`,
  nothingToSend: 'No letter is due at the moment; when the next one goes out stands above.',
  next: 'From another terminal:',
  signIn: (minutes, command) =>
    `Sign in as the administrator with this link, once, within ${minutes} minutes; \`${command} sign-in-link\` makes another:`,
  stop: 'Stop with Ctrl+C.',
  stopping: 'Finishing what is at hand; a second Ctrl+C ends at once.',
  stopped: 'Stopped. Nothing is lost: what falls due meanwhile is made up for at the next start.',
  letterTo: (post) => `letter to ${post}`,
};

const BENGALI: WelcomeWords = {
  running: 'সূচক চলছে। থামাতে Ctrl+C চাপুন।',
  parts: { page: 'পৃষ্ঠা', work: 'কাজ', data: 'তথ্য', letters: 'পত্র' },
  workers: 'সময়সীমা পর্যবেক্ষণ ও পত্র প্রেরণ চলছে',
  noWorkers: 'এখানে নেই (--only web); অন্য একটি প্রসেস --only worker দিয়ে চালাতে হবে',
  embedded: (folder) => `অন্তর্নির্মিত ডেটাবেস, ${folder} ফোল্ডারে`,
  postgres: 'Postgres (DATABASE_URL)',
  redis: ', কিউ Redis-এ (REDIS_URL)',
  outbox: (folder) => `${folder} ফোল্ডারে ফাইল হিসেবে, যেকোনো মেইল প্রোগ্রামে খোলা যায়; পাঠাতে SMTP_URL দিন`,
  smtp: 'SMTP-এর মাধ্যমে (SMTP_URL)',
  sampleMade: (file) => `কোনো কর্মপরিকল্পনা না থাকায় চলতি অর্থবছরের একটি নমুনা কর্মপরিকল্পনা তৈরি করা হয়েছে: ${file}`,
  plans: (plans) => `${formatNumber(plans, 'bn')}টি কর্মপরিকল্পনা কার্যকর আছে।`,
  lettersOut: (letters, where) => `এইমাত্র ${formatNumber(letters, 'bn')}টি পত্র পাঠানো হয়েছে${where}`,
  lettersWaiting: (letters) => `${formatNumber(letters, 'bn')}টি পত্র এখনো পাঠানো বাকি।`,
  nothingToSend: 'এই মুহূর্তে পাঠানোর মতো কোনো পত্র নেই; পরবর্তী পত্র কবে যাবে তা উপরে দেখানো হয়েছে।',
  next: 'অন্য টার্মিনাল থেকে:',
  signIn: (minutes, command) =>
    `অ্যাডমিনিস্ট্রেটর হিসেবে এই লিংক দিয়ে একবার, ${formatNumber(minutes, 'bn')} মিনিটের মধ্যে প্রবেশ করুন; নতুন লিংকের জন্য \`${command} sign-in-link\`:`,
  stop: 'থামাতে Ctrl+C চাপুন।',
  stopping: 'হাতের কাজ শেষ করা হচ্ছে; আবার Ctrl+C চাপলে তখনই বন্ধ হবে।',
  stopped: 'বন্ধ হয়েছে। কিছুই হারায়নি: এর মধ্যে যা সময় হবে তা আবার চালু হলে সম্পন্ন হবে।',
  letterTo: (post) => `পত্র: ${post}`,
};

export function welcomeWords(language: Language): WelcomeWords {
  return language === 'bn' ? BENGALI : ENGLISH;
}
