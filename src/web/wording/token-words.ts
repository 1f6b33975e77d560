import type { Scope } from '../../db/queries/api-tokens.ts';
import type { Language } from '../../plan/types.ts';

/** The words of the pages about programs: tokens, and the description of the API. */
export interface TokenWords {
  readonly tokens: string;
  readonly lead: string;
  readonly docs: string;
  readonly docsLead: string;
  readonly name: string;
  readonly nameHint: string;
  readonly nameMissing: string;
  readonly scopes: string;
  readonly scope: Readonly<Record<Scope, string>>;
  readonly scopeMissing: string;
  readonly lasts: string;
  readonly days: (count: string) => string;
  readonly forEver: string;
  readonly lastsUnknown: string;
  readonly tooMany: string;
  readonly make: string;
  readonly newToken: string;
  readonly problem: string;
  readonly made: string;
  readonly madeAdvice: string;
  readonly createdAt: string;
  readonly lastUsed: string;
  readonly never: string;
  readonly expires: string;
  readonly revoke: string;
  readonly none: string;
  readonly parameters: string;
  readonly body: string;
  readonly answers: string;
  readonly required: string;
  readonly refusals: string;
  readonly schemas: string;
  readonly asJson: string;
}

const ENGLISH: TokenWords = {
  tokens: 'Tokens for programs',
  lead: 'With a token a program acts in your name, with your rights and within what you allow here. Make one for each program, and revoke it when it is no longer needed.',
  docs: 'The API, for programmers',
  docsLead: 'What programs can read and record, and how.',
  name: 'Name',
  nameHint: 'Which program is it for?',
  nameMissing: 'Write a name of at most 100 characters.',
  scopes: 'What it may do',
  scope: {
    read: 'Read what you may read',
    record: 'Record and write what you may',
    administer: 'Administer, where you are an administrator',
  },
  scopeMissing: 'Choose at least one.',
  lasts: 'Good for',
  days: (count) => `${count} days`,
  forEver: 'Until it is revoked',
  lastsUnknown: 'Choose one from the list.',
  tooMany: 'You have as many tokens as one person may have. Revoke one first.',
  make: 'Make the token',
  newToken: 'A new token',
  problem: 'There is a problem',
  made: 'Your new token',
  madeAdvice: 'Copy it now: it is not shown again. Keep it as you keep a key.',
  createdAt: 'Made',
  lastUsed: 'Last used',
  never: 'Never',
  expires: 'Good until',
  revoke: 'Revoke',
  none: 'You have no tokens.',
  parameters: 'Parameters',
  body: 'Body',
  answers: 'Answers',
  required: 'required',
  refusals: 'Refusals, the same everywhere',
  schemas: 'Shapes',
  asJson: 'The same as an OpenAPI document',
};

const BENGALI: TokenWords = {
  tokens: 'প্রোগ্রামের টোকেন',
  lead: 'টোকেন দিয়ে কোনো প্রোগ্রাম আপনার নামে, আপনার অধিকার এবং এখানে অনুমোদিত পরিধির মধ্যে কাজ করে। প্রতিটি প্রোগ্রামের জন্য আলাদা টোকেন তৈরি করুন এবং প্রয়োজন শেষ হলে বাতিল করুন।',
  docs: 'এপিআই, প্রোগ্রামারদের জন্য',
  docsLead: 'প্রোগ্রাম কী পড়তে ও লিপিবদ্ধ করতে পারে এবং কীভাবে। বিস্তারিত বিবরণ ইংরেজিতে।',
  name: 'নাম',
  nameHint: 'কোন প্রোগ্রামের জন্য?',
  nameMissing: 'অনধিক ১০০ অক্ষরের একটি নাম লিখুন।',
  scopes: 'যা করতে পারবে',
  scope: {
    read: 'আপনি যা পড়তে পারেন তা পড়া',
    record: 'আপনি যা লিপিবদ্ধ করতে পারেন তা লিপিবদ্ধ করা',
    administer: 'অ্যাডমিনিস্ট্রেটর হলে প্রশাসনিক কাজ করা',
  },
  scopeMissing: 'অন্তত একটি বেছে নিন।',
  lasts: 'মেয়াদ',
  days: (count) => `${count} দিন`,
  forEver: 'বাতিল না করা পর্যন্ত',
  lastsUnknown: 'তালিকা থেকে একটি বেছে নিন।',
  tooMany: 'একজনের জন্য অনুমোদিত সর্বোচ্চ সংখ্যক টোকেন আপনার আছে। আগে একটি বাতিল করুন।',
  make: 'টোকেন তৈরি করুন',
  newToken: 'নতুন টোকেন',
  problem: 'একটি সমস্যা আছে',
  made: 'আপনার নতুন টোকেন',
  madeAdvice: 'এখনই কপি করুন: এটি আর দেখানো হবে না। চাবির মতো নিরাপদে রাখুন।',
  createdAt: 'তৈরির সময়',
  lastUsed: 'সর্বশেষ ব্যবহার',
  never: 'কখনো নয়',
  expires: 'মেয়াদ শেষ',
  revoke: 'বাতিল করুন',
  none: 'আপনার কোনো টোকেন নেই।',
  parameters: 'প্যারামিটার',
  body: 'অনুরোধের বিষয়বস্তু',
  answers: 'উত্তর',
  required: 'আবশ্যক',
  refusals: 'যেসব প্রত্যাখ্যানের অর্থ সর্বত্র এক',
  schemas: 'তথ্যের গঠন',
  asJson: 'একই বিবরণ OpenAPI নথি হিসেবে',
};

export function tokenWords(language: Language): TokenWords {
  return language === 'bn' ? BENGALI : ENGLISH;
}
