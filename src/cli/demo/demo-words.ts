import { formatNumber } from '../../i18n/format.ts';
import type { Language } from '../../plan/types.ts';

export interface DemoWords {
  readonly intro: (seconds: number, perDay: string) => string;
  readonly leftOut: (codes: readonly string[]) => string;
  readonly opening: string;
  readonly letters: (letters: number, folder: string) => string;
}

const ENGLISH: DemoWords = {
  intro: (seconds, perDay) =>
    `The year in about ${seconds} seconds (${perDay} s a day), with real workers and jobs on a clock that hurries. Ctrl+C ends it early.`,
  leftOut: (codes) => `Nobody does anything about ${codes.join(', ')}.`,
  opening: 'One moment: a database for the demo is made …',
  letters: (letters, folder) => `${letters} letters went out. Open them with any mail program: ${folder}`,
};

const BENGALI: DemoWords = {
  intro: (seconds, perDay) =>
    `প্রায় ${formatNumber(seconds, 'bn')} সেকেন্ডে পুরো বছর (দিনে ${perDay} সেকেন্ড): ঘড়ি দ্রুত চলে, বাকি সবই আসল। আগে থামাতে Ctrl+C চাপুন।`,
  leftOut: (codes) => `${codes.join(', ')} সূচকে কেউ কিছু করেন না।`,
  opening: 'একটু অপেক্ষা করুন: প্রদর্শনীর জন্য ডেটাবেস তৈরি হচ্ছে …',
  letters: (letters, folder) =>
    `${formatNumber(letters, 'bn')}টি পত্র পাঠানো হয়েছে। যেকোনো মেইল প্রোগ্রামে খুলে দেখুন: ${folder}`,
};

export function demoWords(language: Language): DemoWords {
  return language === 'bn' ? BENGALI : ENGLISH;
}
