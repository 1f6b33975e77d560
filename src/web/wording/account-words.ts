import { formatDate, formatTime } from '../../i18n/format.ts';
import type { Language } from '../../plan/types.ts';

/** What is said about one's own account: preferences, leave, calendar feeds. */
export interface AccountWords {
  readonly account: string;
  readonly accountMenu: string;
  readonly preferences: string;
  readonly leave: string;
  readonly feeds: string;
  readonly onlyWithAddress: string;
  readonly onlyWithAddressAdvice: string;
  readonly faultsTitle: string;
  readonly save: string;
  readonly saved: string;

  readonly preferencesLead: string;
  readonly languageLabel: string;
  readonly languageHint: string;
  readonly asPlanSays: string;
  readonly hourLabel: string;
  readonly hourHint: string;
  readonly usualHour: (hour: string) => string;
  readonly notBefore: (hour: string) => string;
  readonly deliveryLabel: string;
  readonly digest: string;
  readonly single: string;
  readonly deliveryHint: string;
  readonly notAChoice: string;

  readonly leaveLead: string;
  readonly leaveAhead: string;
  readonly noLeave: string;
  readonly newLeave: string;
  readonly noPlan: string;
  readonly whichPlan: string;
  readonly chooseLeavePlan: string;
  readonly person: string;
  readonly self: (name: string) => string;
  readonly deputy: string;
  readonly deputyHint: string;
  readonly choose: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly days: string;
  readonly dayHint: string;
  readonly setLeave: string;
  readonly endLeave: string;
  readonly takeBack: string;
  readonly leaveSet: string;
  readonly leaveEnded: string;
  readonly running: string;
  readonly notADate: string;
  readonly choosePerson: string;
  readonly chooseDeputy: string;
  readonly mayNot: string;
  readonly leaveFault: {
    readonly afterYear: string;
    readonly overlaps: (from: string, to: string) => string;
    readonly beforeFrom: string;
    readonly passed: string;
    readonly notOfPlan: string;
    readonly isAbsent: string;
    readonly isAway: string;
  };

  readonly feedsLead: string;
  readonly feedWarning: string;
  readonly noFeed: string;
  readonly newFeed: string;
  readonly feedLanguage: string;
  readonly makeFeed: string;
  readonly feedMade: string;
  readonly feedMadeAdvice: string;
  readonly openInCalendar: string;
  readonly feedAddress: string;
  readonly made: string;
  readonly lastRead: string;
  readonly never: string;
  readonly revoke: string;
  readonly feedRevoked: string;
  readonly feedsMany: string;
  readonly toFeeds: string;
}

const ENGLISH: AccountWords = {
  account: 'Account',
  accountMenu: 'Your account',
  preferences: 'Preferences',
  leave: 'Leave and deputies',
  feeds: 'Calendar feed',
  onlyWithAddress: 'This belongs to a mail address',
  onlyWithAddressAdvice:
    'You signed in by the link of the program’s own console, to which nobody writes. Sign in with a mail address to set this.',
  faultsTitle: 'Please look at this again',
  save: 'Save',
  saved: 'Your preferences are saved. They hold from the next letter on.',

  preferencesLead: 'How Suchok writes to you, in all plans that name your address.',
  languageLabel: 'Language of letters and pages',
  languageHint: 'The switch at the head of each page changes that page’s language at any time.',
  asPlanSays: 'As the plan says',
  hourLabel: 'Letters not before',
  hourHint:
    'What comes due earlier on a day waits for this hour, escalations too. What is settled by then is not sent.',
  usualHour: (hour) => `As the plan says (${formatTime(hour, 'en')})`,
  notBefore: (hour) => formatTime(hour, 'en'),
  deliveryLabel: 'How many letters',
  digest: 'One letter a morning with all that is due',
  single: 'A letter for each indicator',
  deliveryHint: 'About targets that were missed, superiors are always told in letters apart.',
  notAChoice: 'Choose one of the list.',

  leaveLead:
    'While you are away, your deputy holds your posts: is told in your place, and may record what you may. You can go on reading.',
  leaveAhead: 'Who is away',
  noLeave: 'Nobody is on leave, or will be.',
  newLeave: 'Set a leave',
  noPlan: 'No plan names your address with a post that a deputy could hold.',
  whichPlan: 'Work plan',
  chooseLeavePlan: 'Show',
  person: 'Who is away',
  self: (name) => `${name} (you)`,
  deputy: 'Deputy',
  deputyHint: 'Somebody else whom the plan names.',
  choose: 'Choose …',
  firstDay: 'First day of leave',
  lastDay: 'Last day of leave',
  days: 'Days',
  dayHint: 'As in 13-01-2027 or 13 January 2027.',
  setLeave: 'Set the leave',
  endLeave: 'End now',
  takeBack: 'Take back',
  leaveSet: 'The leave is set.',
  leaveEnded: 'The leave has ended. The posts are with their holder again.',
  running: 'Now',
  notADate: 'write a real day, as in 13 January 2027.',
  choosePerson: 'Choose who is away.',
  chooseDeputy: 'Choose who stands in.',
  mayNot: 'You may set a leave for yourself, and as keeper of the plan for those who hold no post above yours.',
  leaveFault: {
    afterYear: 'This day lies after the plan’s year. Choose an earlier one.',
    overlaps: (from, to) =>
      `There is a leave already from ${formatDate(from, 'en')} to ${formatDate(to, 'en')}. Choose other days, or take that one back.`,
    beforeFrom: 'The last day lies before the first. Choose a later one.',
    passed: 'This day has passed. Choose today or a later day.',
    notOfPlan: 'This person is not in the plan until then. Choose somebody else.',
    isAbsent: 'Nobody is their own deputy. Choose somebody else.',
    isAway: 'This person is on leave then too. Choose somebody else.',
  },

  feedsLead:
    'Your deadlines in the calendar of your phone or computer: an address that its calendar program reads by itself, again and again.',
  feedWarning:
    'Whoever has the address can read your deadlines. Keep it to yourself, and revoke it when you lose a device.',
  noFeed: 'You have no feed yet.',
  newFeed: 'Make a feed',
  feedLanguage: 'Language of the entries',
  makeFeed: 'Make the address',
  feedMade: 'Your calendar’s address',
  feedMadeAdvice:
    'It is shown this once. Copy it into your calendar program where it asks for a calendar by address (“from URL”, “subscribe”).',
  openInCalendar: 'Open in the calendar of this device',
  feedAddress: 'Address',
  made: 'Made',
  lastRead: 'Last read',
  never: 'not yet',
  revoke: 'Revoke',
  feedsMany: 'You have as many feeds as one may have. Revoke one that you no longer use.',
  feedRevoked: 'The feed is revoked: its address shows nothing any more.',
  toFeeds: 'To your feeds',
};

const BENGALI: AccountWords = {
  account: 'অ্যাকাউন্ট',
  accountMenu: 'আপনার অ্যাকাউন্ট',
  preferences: 'পছন্দ',
  leave: 'ছুটি ও বিকল্প কর্মকর্তা',
  feeds: 'ক্যালেন্ডার ফিড',
  onlyWithAddress: 'এটি ইমেইল ঠিকানার সঙ্গে যুক্ত',
  onlyWithAddressAdvice:
    'আপনি সফটওয়্যারের কনসোলের লিংক দিয়ে প্রবেশ করেছেন, যেখানে কোনো বার্তা যায় না। এটি নির্ধারণ করতে ইমেইল ঠিকানা দিয়ে প্রবেশ করুন।',
  faultsTitle: 'অনুগ্রহ করে আবার দেখুন',
  save: 'সংরক্ষণ করুন',
  saved: 'আপনার পছন্দ সংরক্ষিত হয়েছে। পরবর্তী বার্তা থেকে তা কার্যকর হবে।',

  preferencesLead: 'যেসব কর্মপরিকল্পনায় আপনার ইমেইল ঠিকানা আছে, সেগুলোর বার্তা আপনি যেভাবে পেতে চান।',
  languageLabel: 'বার্তা ও পৃষ্ঠার ভাষা',
  languageHint: 'প্রতিটি পৃষ্ঠার উপরের লিংক থেকে যেকোনো সময় পৃষ্ঠার ভাষা পরিবর্তন করা যায়।',
  asPlanSays: 'কর্মপরিকল্পনা অনুযায়ী',
  hourLabel: 'যে সময়ের আগে বার্তা নয়',
  hourHint:
    'দিনের এ সময়ের আগে যা পাঠানোর কথা, তা এ সময় পর্যন্ত অপেক্ষা করবে; ঊর্ধ্বতনের প্রতি অবহিতকরণও। এর মধ্যে নিষ্পন্ন হলে আর পাঠানো হবে না।',
  usualHour: (hour) => `কর্মপরিকল্পনা অনুযায়ী (${formatTime(hour, 'bn')})`,
  notBefore: (hour) => formatTime(hour, 'bn'),
  deliveryLabel: 'বার্তার সংখ্যা',
  digest: 'প্রতিদিন সকালে সব বিষয়ে একটি বার্তা',
  single: 'প্রতিটি সূচকের জন্য পৃথক বার্তা',
  deliveryHint: 'লক্ষ্যমাত্রা অর্জিত না হলে ঊর্ধ্বতন কর্মকর্তাকে সব সময় পৃথক বার্তায় জানানো হয়।',
  notAChoice: 'তালিকা থেকে একটি বেছে নিন।',

  leaveLead:
    'আপনার ছুটিকালে বিকল্প কর্মকর্তা আপনার পদের দায়িত্বে থাকবেন: আপনার পরিবর্তে বার্তা পাবেন এবং আপনার মতো অগ্রগতি লিপিবদ্ধ করতে পারবেন। আপনি আগের মতোই সব দেখতে পারবেন।',
  leaveAhead: 'যাঁরা ছুটিতে',
  noLeave: 'বর্তমানে বা সামনে কারও ছুটি নেই।',
  newLeave: 'ছুটি নির্ধারণ',
  noPlan: 'কোনো কর্মপরিকল্পনায় আপনার এমন কোনো পদ নেই, যার দায়িত্ব বিকল্প কর্মকর্তা নিতে পারেন।',
  whichPlan: 'কর্মপরিকল্পনা',
  chooseLeavePlan: 'দেখুন',
  person: 'যিনি ছুটিতে থাকবেন',
  self: (name) => `${name} (আপনি)`,
  deputy: 'বিকল্প কর্মকর্তা',
  deputyHint: 'কর্মপরিকল্পনায় উল্লিখিত অন্য কেউ।',
  choose: 'বেছে নিন …',
  firstDay: 'ছুটির প্রথম দিন',
  lastDay: 'ছুটির শেষ দিন',
  days: 'ছুটির দিন',
  dayHint: 'যেমন ১৩-০১-২০২৭ বা ১৩ জানুয়ারি ২০২৭।',
  setLeave: 'ছুটি নির্ধারণ করুন',
  endLeave: 'এখনই শেষ করুন',
  takeBack: 'বাতিল করুন',
  leaveSet: 'ছুটি নির্ধারিত হয়েছে।',
  leaveEnded: 'ছুটি শেষ হয়েছে। পদের দায়িত্ব আবার মূল কর্মকর্তার।',
  running: 'চলমান',
  notADate: 'সঠিক তারিখ লিখুন, যেমন ১৩ জানুয়ারি ২০২৭।',
  choosePerson: 'কে ছুটিতে থাকবেন তা বেছে নিন।',
  chooseDeputy: 'বিকল্প কর্মকর্তা বেছে নিন।',
  mayNot: 'আপনি নিজের ছুটি নির্ধারণ করতে পারেন; কর্মপরিকল্পনার দায়িত্বে থাকলে এমন কারও ছুটিও, যিনি আপনার ঊর্ধ্বতন পদে নেই।',
  leaveFault: {
    afterYear: 'দিনটি কর্মপরিকল্পনার অর্থবছরের পরে। আগের কোনো দিন লিখুন।',
    overlaps: (from, to) =>
      `${formatDate(from, 'bn')} হতে ${formatDate(to, 'bn')} পর্যন্ত একটি ছুটি আগেই নির্ধারিত আছে। অন্য দিন লিখুন, অথবা সেটি বাতিল করুন।`,
    beforeFrom: 'শেষ দিনটি প্রথম দিনের আগে। পরের কোনো দিন লিখুন।',
    passed: 'দিনটি পার হয়ে গেছে। আজ বা পরের কোনো দিন লিখুন।',
    notOfPlan: 'তিনি ঐ সময় পর্যন্ত কর্মপরিকল্পনায় নেই। অন্য কাউকে বেছে নিন।',
    isAbsent: 'কেউ নিজের বিকল্প হতে পারেন না। অন্য কাউকে বেছে নিন।',
    isAway: 'তিনিও ঐ সময়ে ছুটিতে থাকবেন। অন্য কাউকে বেছে নিন।',
  },

  feedsLead: 'আপনার ফোন বা কম্পিউটারের ক্যালেন্ডারে আপনার সময়সীমাগুলো: একটি ঠিকানা, যা ক্যালেন্ডার সফটওয়্যার নিজে থেকেই বারবার পড়ে নেয়।',
  feedWarning: 'ঠিকানাটি যাঁর কাছে থাকবে, তিনি আপনার সময়সীমা দেখতে পারবেন। কাউকে দেবেন না; ডিভাইস হারালে ঠিকানাটি বাতিল করুন।',
  noFeed: 'আপনার এখনো কোনো ফিড নেই।',
  newFeed: 'ফিড তৈরি',
  feedLanguage: 'ক্যালেন্ডারের ভাষা',
  makeFeed: 'ঠিকানা তৈরি করুন',
  feedMade: 'আপনার ক্যালেন্ডারের ঠিকানা',
  feedMadeAdvice: 'ঠিকানাটি শুধু এবারই দেখানো হচ্ছে। ক্যালেন্ডার সফটওয়্যারে যেখানে ঠিকানা (URL) দিয়ে ক্যালেন্ডার যুক্ত করা যায়, সেখানে এটি দিন।',
  openInCalendar: 'এই ডিভাইসের ক্যালেন্ডারে খুলুন',
  feedAddress: 'ঠিকানা',
  made: 'তৈরির সময়',
  lastRead: 'সর্বশেষ পড়া হয়েছে',
  never: 'এখনো নয়',
  revoke: 'বাতিল করুন',
  feedsMany: 'একজনের সর্বোচ্চ যতটি ফিড থাকতে পারে, আপনার ততটি আছে। অব্যবহৃত একটি ফিড বাতিল করুন।',
  feedRevoked: 'ফিডটি বাতিল হয়েছে: ঠিকানাটিতে আর কিছু দেখা যাবে না।',
  toFeeds: 'আপনার ফিডে যান',
};

export function accountWords(language: Language): AccountWords {
  return language === 'bn' ? BENGALI : ENGLISH;
}
