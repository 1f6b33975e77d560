import type { FileFaultCode } from '../../evidence/evidence-types.ts';
import type { Language } from '../../plan/types.ts';

/** What is said of files that show an achievement. */
export interface EvidenceWords {
  readonly file: string;
  readonly fileHint: string;
  /** The file of an earlier try of the form. */
  readonly fileChosen: (name: string, size: string) => string;
  readonly faults: Readonly<Record<FileFaultCode, (name: string) => string>>;
  readonly download: string;
  readonly gone: string;
  readonly goneAdvice: string;
  readonly megabytes: (count: string) => string;
  readonly kilobytes: (count: string) => string;
}

const ENGLISH: EvidenceWords = {
  file: 'File',
  fileHint: 'PDF, photo or scan, Word or Excel; 20 MB at most.',
  fileChosen: (name, size) => `${name} (${size}) is here already. Choose another file only to replace it.`,
  faults: {
    tooLarge: (name) => `“${name}” is larger than 20 MB. Scan it with fewer dots, or divide it.`,
    empty: (name) => `“${name}” is empty. Open it on your device to see whether it is the right one.`,
    typeNotAllowed: (name) =>
      `“${name}” is no PDF, photo, Word or Excel file by its content. Save it as a PDF and choose that.`,
    damaged: (name) => `“${name}” is damaged or cut off. Open it on your device, save it anew and choose it again.`,
    locked: (name) => `“${name}” is locked with a password. Save it without one and choose it again.`,
    hasMacros: (name) => `“${name}” contains macros. Save it without macros, or as a PDF, and choose that.`,
    infected: (name) => `“${name}” has a virus and was not kept. Have your device checked before you go on.`,
    notScanned: (name) =>
      `“${name}” could not be scanned for viruses just now, so it was not kept. Try again in a few minutes.`,
    tooMany: (name) => `“${name}” is one file too many: five at once are taken.`,
    tooManyWaiting: (name) =>
      `“${name}” was not kept: too many of your files wait to be recorded. Record those first, or come back tomorrow.`,
  },
  download: 'Download',
  gone: 'The file is missing',
  goneAdvice:
    'It is on record, but is not in the folder where it was kept. Ask the administrator to restore it from the backup.',
  megabytes: (count) => `${count} MB`,
  kilobytes: (count) => `${count} kB`,
};

const BENGALI: EvidenceWords = {
  file: 'ফাইল',
  fileHint: 'পিডিএফ, ছবি বা স্ক্যান, ওয়ার্ড বা এক্সেল; সর্বোচ্চ ২০ মেগাবাইট।',
  fileChosen: (name, size) => `${name} (${size}) ইতোমধ্যে সংযুক্ত আছে। পরিবর্তন করতে চাইলেই কেবল অন্য ফাইল নির্বাচন করুন।`,
  faults: {
    tooLarge: (name) => `“${name}” ২০ মেগাবাইটের চেয়ে বড়। কম রেজোলিউশনে স্ক্যান করুন বা ভাগ করে দিন।`,
    empty: (name) => `“${name}” ফাইলটি খালি। সঠিক ফাইল কি না, আপনার যন্ত্রে খুলে দেখুন।`,
    typeNotAllowed: (name) =>
      `“${name}” এর বিষয়বস্তু পিডিএফ, ছবি, ওয়ার্ড বা এক্সেল নয়। পিডিএফ হিসেবে সংরক্ষণ করে সেটি নির্বাচন করুন।`,
    damaged: (name) => `“${name}” ক্ষতিগ্রস্ত বা অসম্পূর্ণ। আপনার যন্ত্রে খুলে নতুন করে সংরক্ষণ করুন এবং আবার নির্বাচন করুন।`,
    locked: (name) => `“${name}” পাসওয়ার্ড দিয়ে সুরক্ষিত। পাসওয়ার্ড ছাড়া সংরক্ষণ করে আবার নির্বাচন করুন।`,
    hasMacros: (name) => `“${name}” ফাইলে ম্যাক্রো আছে। ম্যাক্রো ছাড়া বা পিডিএফ হিসেবে সংরক্ষণ করে সেটি নির্বাচন করুন।`,
    infected: (name) => `“${name}” ফাইলে ভাইরাস পাওয়া গেছে, তাই রাখা হয়নি। পরবর্তী কাজের আগে আপনার যন্ত্র পরীক্ষা করান।`,
    notScanned: (name) => `“${name}” এখন ভাইরাসের জন্য পরীক্ষা করা যায়নি, তাই রাখা হয়নি। কয়েক মিনিট পর আবার চেষ্টা করুন।`,
    tooMany: (name) => `“${name}” নেওয়া যায়নি: একবারে পাঁচটির বেশি ফাইল দেওয়া যায় না।`,
    tooManyWaiting: (name) =>
      `“${name}” রাখা হয়নি: আপনার অনেক ফাইল এখনো নথিভুক্ত হওয়ার অপেক্ষায় আছে। আগে সেগুলো নথিভুক্ত করুন, অথবা আগামীকাল চেষ্টা করুন।`,
  },
  download: 'ডাউনলোড',
  gone: 'ফাইলটি পাওয়া যাচ্ছে না',
  goneAdvice: 'ফাইলটি নথিভুক্ত আছে, কিন্তু সংরক্ষণের স্থানে নেই। ব্যাকআপ থেকে ফিরিয়ে আনতে প্রশাসককে জানান।',
  megabytes: (count) => `${count} মেগাবাইট`,
  kilobytes: (count) => `${count} কিলোবাইট`,
};

const WORDS: Readonly<Record<Language, EvidenceWords>> = { bn: BENGALI, en: ENGLISH };

export function evidenceWords(language: Language): EvidenceWords {
  return WORDS[language];
}
