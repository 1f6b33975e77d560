import type { Language } from '../../plan/types.ts';

/** What is said at the door about the office's own sign-in. */
export interface OidcWords {
  readonly or: string;
  readonly button: string;
  readonly buttonWith: (label: string) => string;
  readonly goingOn: string;
  readonly goingOnLead: string;
  readonly goOn: string;
  readonly back: string;
  readonly backLead: string;
  readonly over: string;
  readonly overAdvice: string;
  readonly refused: string;
  readonly refusedAdvice: string;
  readonly away: string;
  readonly awayAdvice: string;
  readonly tooMany: string;
  readonly tooManyAdvice: string;
  readonly unverified: string;
  readonly unverifiedAdvice: (address: string | null) => string;
  readonly unknown: string;
  readonly unknownAdvice: (address: string) => string;
  readonly otherWay: string;
}

const ENGLISH: OidcWords = {
  or: 'or',
  button: 'Sign in with your office account',
  buttonWith: (label) => `Sign in with ${label}`,
  goingOn: 'Going on to your office’s sign-in',
  goingOnLead: 'If the page does not open by itself, follow the link.',
  goOn: 'Go on to sign in',
  back: 'Confirm to sign in',
  backLead: 'Your office’s sign-in has sent you back. One press of the button, and you are in.',
  over: 'This sign-in can no longer be finished',
  overAdvice: 'It was begun in another browser, more than 10 minutes ago, or has been finished before. Begin again.',
  refused: 'Your office’s sign-in did not let you in',
  refusedAdvice:
    'It was cancelled there, or its answer could not be trusted. Try again; if it happens again, tell the administrator.',
  away: 'Your office’s sign-in does not answer',
  awayAdvice: 'Try again in a few minutes, or have a link sent to you by mail: that works meanwhile.',
  tooMany: 'Too many people are signing in at this moment',
  tooManyAdvice: 'Try again in ten minutes, or have a link sent to you by mail.',
  unverified: 'Your mail address is not confirmed there',
  unverifiedAdvice: (address) =>
    address === null
      ? 'Your office’s sign-in gave no mail address. Have a link sent to you by mail instead, and tell the administrator.'
      : `Your office’s sign-in does not vouch for ${address}. Confirm the address there, or have a link sent to you by mail.`,
  unknown: 'No work plan names your address',
  unknownAdvice: (address) =>
    `You are known to your office as ${address}, but no work plan has that address. Ask your innovation officer or the administrator to put it into the plan, or use the address that is there.`,
  otherWay: 'Sign in another way',
};

const BENGALI: OidcWords = {
  or: 'অথবা',
  button: 'দাপ্তরিক অ্যাকাউন্ট দিয়ে প্রবেশ করুন',
  buttonWith: (label) => `${label} দিয়ে প্রবেশ করুন`,
  goingOn: 'আপনার দপ্তরের প্রবেশপৃষ্ঠায় যাওয়া হচ্ছে',
  goingOnLead: 'পৃষ্ঠাটি নিজে থেকে না খুললে লিংকটি অনুসরণ করুন।',
  goOn: 'প্রবেশপৃষ্ঠায় যান',
  back: 'প্রবেশ নিশ্চিত করুন',
  backLead: 'আপনার দপ্তরের প্রবেশপৃষ্ঠা থেকে আপনি ফিরে এসেছেন। বোতামটি চাপলেই প্রবেশ সম্পন্ন হবে।',
  over: 'এই প্রবেশ আর সম্পন্ন করা যাবে না',
  overAdvice: 'এটি অন্য ব্রাউজারে বা ১০ মিনিটের বেশি আগে শুরু হয়েছিল, অথবা আগেই সম্পন্ন হয়েছে। আবার শুরু করুন।',
  refused: 'আপনার দপ্তরের প্রবেশপৃষ্ঠা প্রবেশের অনুমতি দেয়নি',
  refusedAdvice: 'সেখানে তা বাতিল হয়েছে, অথবা উত্তরটি নির্ভরযোগ্য নয়। আবার চেষ্টা করুন; পুনরায় হলে অ্যাডমিনিস্ট্রেটরকে জানান।',
  away: 'আপনার দপ্তরের প্রবেশপৃষ্ঠা সাড়া দিচ্ছে না',
  awayAdvice: 'কয়েক মিনিট পরে আবার চেষ্টা করুন, অথবা ইমেইলে লিংক নিন: তা এখনো চালু আছে।',
  tooMany: 'এই মুহূর্তে অনেকে প্রবেশ করছেন',
  tooManyAdvice: 'দশ মিনিট পরে আবার চেষ্টা করুন, অথবা ইমেইলে লিংক নিন।',
  unverified: 'সেখানে আপনার ইমেইল ঠিকানা যাচাই করা নেই',
  unverifiedAdvice: (address) =>
    address === null
      ? 'আপনার দপ্তরের প্রবেশপৃষ্ঠা কোনো ইমেইল ঠিকানা দেয়নি। ইমেইলে লিংক নিন এবং অ্যাডমিনিস্ট্রেটরকে জানান।'
      : `আপনার দপ্তরের প্রবেশপৃষ্ঠা ${address} ঠিকানাটি নিশ্চিত করেনি। সেখানে ঠিকানাটি যাচাই করুন, অথবা ইমেইলে লিংক নিন।`,
  unknown: 'কোনো কর্মপরিকল্পনায় আপনার ঠিকানা নেই',
  unknownAdvice: (address) =>
    `আপনার দপ্তরে আপনার ঠিকানা ${address}, কিন্তু কোনো কর্মপরিকল্পনায় ঠিকানাটি নেই। ঠিকানাটি যুক্ত করতে ইনোভেশন অফিসার বা অ্যাডমিনিস্ট্রেটরকে বলুন, অথবা কর্মপরিকল্পনায় থাকা ঠিকানা ব্যবহার করুন।`,
  otherWay: 'অন্যভাবে প্রবেশ করুন',
};

export function oidcWords(language: Language): OidcWords {
  return language === 'bn' ? BENGALI : ENGLISH;
}
