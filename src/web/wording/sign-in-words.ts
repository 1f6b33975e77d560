import type { Language } from '../../plan/types.ts';

/** What is said at the door, and about sessions. */
export interface SignInWords {
  readonly signIn: string;
  readonly lead: string;
  readonly address: string;
  readonly sendLink: string;
  readonly notAnAddress: string;
  readonly tooOften: string;
  readonly sent: string;
  readonly sentLead: string;
  readonly sentAdvice: string;
  readonly confirm: string;
  readonly confirmAs: (address: string) => string;
  readonly confirmAdministrator: string;
  readonly linkOver: string;
  readonly linkOverAdvice: string;
  readonly newLink: string;
  readonly administrator: string;
  readonly account: string;
  readonly sessions: string;
  readonly sessionsLead: string;
  readonly device: string;
  readonly browserOn: (browser: string, system: string) => string;
  readonly unknownDevice: string;
  readonly signedInAt: string;
  readonly lastUsed: string;
  readonly thisDevice: string;
  readonly end: string;
  readonly signOut: string;
  readonly formOver: string;
  readonly formOverAdvice: string;
  readonly tooLarge: string;
  readonly tooLargeAdvice: string;
}

const ENGLISH: SignInWords = {
  signIn: 'Sign in',
  lead: 'Write your office’s mail address. A link to sign in is sent to it.',
  address: 'Mail address',
  sendLink: 'Send the link',
  notAnAddress: 'Write the whole mail address, as in focal.point@office.example.',
  tooOften: 'Links were asked for too often. Look for the latest letter, or try again in a quarter of an hour.',
  sent: 'Look into your mail',
  sentLead: 'If a work plan names this address, a link arrives in a moment. It works once, within 15 minutes.',
  sentAdvice: 'No letter? Look into the spam folder, check the address, or ask your innovation officer.',
  confirm: 'Confirm to sign in',
  confirmAs: (address) => `You are about to sign in as ${address}.`,
  confirmAdministrator: 'You are about to sign in as the administrator.',
  linkOver: 'This link can no longer be used',
  linkOverAdvice: 'Each link works once, within 15 minutes.',
  newLink: 'Get a new link',
  administrator: 'Administrator',
  account: 'Your account',
  sessions: 'Where you are signed in',
  sessionsLead: 'End what is not yours, or what you no longer use.',
  device: 'Device',
  browserOn: (browser, system) => `${browser} on ${system}`,
  unknownDevice: 'Unknown device',
  signedInAt: 'Signed in',
  lastUsed: 'Last used',
  thisDevice: 'This device',
  end: 'End',
  signOut: 'Sign out',
  formOver: 'This form can no longer be used',
  formOverAdvice: 'Nothing was changed. Open the page again and try once more.',
  tooLarge: 'That was too much at once',
  tooLargeAdvice: 'What was sent is larger than this page takes. Nothing was changed.',
};

const BENGALI: SignInWords = {
  signIn: 'প্রবেশ',
  lead: 'আপনার দাপ্তরিক ইমেইল ঠিকানা লিখুন। প্রবেশের একটি লিংক ঐ ঠিকানায় পাঠানো হবে।',
  address: 'ইমেইল ঠিকানা',
  sendLink: 'লিংক পাঠান',
  notAnAddress: 'সম্পূর্ণ ইমেইল ঠিকানা লিখুন, যেমন focal.point@office.example।',
  tooOften: 'অনেকবার লিংক চাওয়া হয়েছে। সর্বশেষ ইমেইলটি দেখুন, অথবা ১৫ মিনিট পরে আবার চেষ্টা করুন।',
  sent: 'আপনার ইমেইল দেখুন',
  sentLead:
    'ঠিকানাটি কোনো কর্মপরিকল্পনায় থাকলে কিছুক্ষণের মধ্যে একটি লিংক পৌঁছাবে। লিংকটি একবার ব্যবহার করা যাবে এবং এর মেয়াদ ১৫ মিনিট।',
  sentAdvice: 'ইমেইল না পেলে স্প্যাম ফোল্ডার দেখুন, ঠিকানাটি যাচাই করুন, অথবা ইনোভেশন অফিসারের সঙ্গে যোগাযোগ করুন।',
  confirm: 'প্রবেশ নিশ্চিত করুন',
  confirmAs: (address) => `আপনি ${address} হিসেবে প্রবেশ করছেন।`,
  confirmAdministrator: 'আপনি অ্যাডমিনিস্ট্রেটর হিসেবে প্রবেশ করছেন।',
  linkOver: 'লিংকটি আর কার্যকর নেই',
  linkOverAdvice: 'প্রতিটি লিংক একবার ব্যবহার করা যায় এবং এর মেয়াদ ১৫ মিনিট।',
  newLink: 'নতুন লিংক নিন',
  administrator: 'অ্যাডমিনিস্ট্রেটর',
  account: 'আপনার অ্যাকাউন্ট',
  sessions: 'যেসব ডিভাইসে প্রবেশ করা আছে',
  sessionsLead: 'যে ডিভাইস আপনার নয় বা আর ব্যবহার করেন না, সেটির প্রবেশ বন্ধ করুন।',
  device: 'ডিভাইস',
  browserOn: (browser, system) => `${system}, ${browser}`,
  unknownDevice: 'অজানা ডিভাইস',
  signedInAt: 'প্রবেশের সময়',
  lastUsed: 'সর্বশেষ ব্যবহার',
  thisDevice: 'এই ডিভাইস',
  end: 'বন্ধ করুন',
  signOut: 'প্রস্থান',
  formOver: 'ফরমটি আর কার্যকর নেই',
  formOverAdvice: 'কিছুই পরিবর্তন হয়নি। পৃষ্ঠাটি আবার খুলে পুনরায় চেষ্টা করুন।',
  tooLarge: 'পাঠানো তথ্য অনুমোদিত সীমার চেয়ে বড়',
  tooLargeAdvice: 'কিছুই পরিবর্তন হয়নি।',
};

export function signInWords(language: Language): SignInWords {
  return language === 'bn' ? BENGALI : ENGLISH;
}
