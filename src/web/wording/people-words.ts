import type { PeopleFault } from '../../plan/change-people.ts';
import type { Language } from '../../plan/types.ts';

/** What is said of people and the posts they hold. */
export interface PeopleWords {
  readonly title: string;
  readonly lead: string;
  readonly post: string;
  readonly holders: string;
  readonly person: string;
  readonly from: string;
  readonly to: string;
  readonly since: string;
  readonly untilFurther: string;
  readonly deputy: string;
  readonly inCharge: string;
  readonly ended: string;
  readonly begins: string;
  readonly vacant: string;
  readonly mind: string;
  readonly mindVacant: (post: string) => string;
  readonly mindEnding: (person: string, post: string, day: string) => string;
  readonly mindIdle: (person: string) => string;
  readonly end: string;
  readonly endOn: string;
  readonly endOf: (person: string, post: string) => string;
  readonly add: string;
  readonly addLead: string;
  readonly whoTakesOver: string;
  readonly someoneNew: string;
  readonly someoneNewHint: string;
  readonly nameBn: string;
  readonly nameEn: string;
  readonly email: string;
  readonly language: string;
  readonly languageOfPlan: string;
  readonly bengali: string;
  readonly english: string;
  readonly fromHint: string;
  readonly toHint: string;
  readonly as: string;
  readonly deputyHint: string;
  readonly people: string;
  readonly change: string;
  readonly changeOf: (person: string) => string;
  readonly showDifference: string;
  readonly notYet: string;
  readonly faultsTitle: string;
  readonly dateMissing: string;
  readonly fault: Readonly<Record<PeopleFault, string>>;
}

const ENGLISH: PeopleWords = {
  title: 'People and posts',
  lead: 'Rights and letters follow the posts, day by day. Each change becomes a new version of the plan; you see the difference before it is applied.',
  post: 'Post',
  holders: 'Who holds it',
  person: 'Person',
  from: 'First day',
  to: 'Last day',
  since: 'since the plan began',
  untilFurther: 'until further notice',
  deputy: 'deputy',
  inCharge: 'in charge',
  ended: 'ended',
  begins: 'still to begin',
  vacant: 'Nobody holds this post today',
  mind: 'To see to',
  mindVacant: (post) => `${post}: nobody holds this post. What it should be told goes to the next post above.`,
  mindEnding: (person, post, day) => `${post}: the tenure of ${person} ends on ${day}, and nobody takes over yet.`,
  mindIdle: (person) => `${person} holds no post any more, and gets no letters.`,
  end: 'End',
  endOn: 'Last day',
  endOf: (person, post) => `End the tenure of ${person} as ${post}`,
  add: 'Give a post to somebody',
  addLead: 'Whoever is in charge of it without an end leaves the day before.',
  whoTakesOver: 'Who',
  someoneNew: 'Somebody new (write below)',
  someoneNewHint: 'The next four are for somebody new alone.',
  nameBn: 'Name or designation in Bengali',
  nameEn: 'Name or designation in English',
  email: 'Mail address',
  language: 'Language of letters',
  languageOfPlan: 'That of the plan',
  bengali: 'Bengali',
  english: 'English',
  fromHint: 'Empty: since the plan began.',
  toHint: 'Empty: until further notice.',
  as: 'As',
  deputyHint: 'A deputy is told and may act while nobody is in charge.',
  people: 'People',
  change: 'Address and language',
  changeOf: (person) => `Change the address or language of ${person}`,
  showDifference: 'Show the difference',
  notYet: 'Nothing is applied by this button.',
  faultsTitle: 'This cannot be done like that',
  dateMissing: 'Write the day, as in 2027-01-31.',
  fault: {
    personUnknown: 'The plan no longer names this person. Open the page again.',
    postUnknown: 'Choose a post of the plan.',
    tenureUnknown: 'This tenure is no longer in the plan. Open the page again.',
    nameMissing: 'Write the name or designation.',
    addressInvalid: 'Write the whole mail address, as in focal.point@office.example.',
    addressTaken: 'Somebody else in the plan has this address: each person needs an own one.',
    endsBeforeBegin: 'The last day lies before the first: correct one of the two.',
    alreadyHeld: 'Somebody is in charge of this post at that time: end that tenure first, or choose a later day.',
  },
};

const BENGALI: PeopleWords = {
  title: 'ব্যক্তি ও পদ',
  lead: 'অধিকার ও বার্তা প্রতিদিনের পদধারী অনুযায়ী নির্ধারিত হয়। প্রতিটি পরিবর্তনে কর্মপরিকল্পনার নতুন সংস্করণ হয়; কার্যকর করার আগে পার্থক্য দেখানো হয়।',
  post: 'পদ',
  holders: 'যিনি আছেন',
  person: 'ব্যক্তি',
  from: 'প্রথম দিন',
  to: 'শেষ দিন',
  since: 'শুরু থেকে',
  untilFurther: 'পরবর্তী নির্দেশ পর্যন্ত',
  deputy: 'বিকল্প',
  inCharge: 'দায়িত্বে',
  ended: 'সমাপ্ত',
  begins: 'এখনো শুরু হয়নি',
  vacant: 'আজ এ পদে কেউ নেই',
  mind: 'যা দেখা প্রয়োজন',
  mindVacant: (post) => `${post}: এ পদে কেউ নেই। এ পদের বার্তা উপরের পদে যায়।`,
  mindEnding: (person, post, day) => `${post}: ${person} ${day} পর্যন্ত আছেন, এরপর কেউ নির্ধারিত নেই।`,
  mindIdle: (person) => `${person} আর কোনো পদে নেই এবং কোনো বার্তা পান না।`,
  end: 'সমাপ্ত',
  endOn: 'শেষ দিন',
  endOf: (person, post) => `${post} পদে ${person}-এর দায়িত্ব সমাপ্ত করা`,
  add: 'কাউকে পদে দায়িত্ব দেওয়া',
  addLead: 'পদে যিনি মেয়াদ ছাড়া দায়িত্বে আছেন, আগের দিন তাঁর দায়িত্ব শেষ হবে।',
  whoTakesOver: 'কে',
  someoneNew: 'নতুন কেউ (নিচে লিখুন)',
  someoneNewHint: 'পরের চারটি ঘর কেবল নতুন ব্যক্তির জন্য।',
  nameBn: 'বাংলায় নাম বা পদবি',
  nameEn: 'ইংরেজিতে নাম বা পদবি',
  email: 'ইমেইল ঠিকানা',
  language: 'বার্তার ভাষা',
  languageOfPlan: 'কর্মপরিকল্পনার ভাষা',
  bengali: 'বাংলা',
  english: 'ইংরেজি',
  fromHint: 'খালি রাখলে: শুরু থেকে।',
  toHint: 'খালি রাখলে: পরবর্তী নির্দেশ পর্যন্ত।',
  as: 'যেভাবে',
  deputyHint: 'দায়িত্বে কেউ না থাকলে বিকল্প ব্যক্তিকে জানানো হয় এবং তিনি কাজ করতে পারেন।',
  people: 'ব্যক্তি',
  change: 'ঠিকানা ও ভাষা',
  changeOf: (person) => `${person}-এর ঠিকানা বা ভাষা বদলানো`,
  showDifference: 'পার্থক্য দেখুন',
  notYet: 'এই বোতামে কিছু কার্যকর হয় না।',
  faultsTitle: 'এভাবে করা যাবে না',
  dateMissing: 'তারিখ লিখুন, যেমন ৩১ জানুয়ারি ২০২৭।',
  fault: {
    personUnknown: 'কর্মপরিকল্পনায় এই ব্যক্তি আর নেই। পৃষ্ঠাটি আবার খুলুন।',
    postUnknown: 'কর্মপরিকল্পনার একটি পদ বাছাই করুন।',
    tenureUnknown: 'এই দায়িত্বকাল কর্মপরিকল্পনায় আর নেই। পৃষ্ঠাটি আবার খুলুন।',
    nameMissing: 'নাম বা পদবি লিখুন।',
    addressInvalid: 'সম্পূর্ণ ইমেইল ঠিকানা লিখুন, যেমন focal.point@office.example।',
    addressTaken: 'কর্মপরিকল্পনায় অন্য কারও এই ঠিকানা আছে: প্রত্যেকের নিজস্ব ঠিকানা প্রয়োজন।',
    endsBeforeBegin: 'শেষ দিন প্রথম দিনের আগে: যেকোনো একটি সংশোধন করুন।',
    alreadyHeld: 'ওই সময়ে এ পদে অন্য কেউ দায়িত্বে আছেন: আগে তা সমাপ্ত করুন, অথবা পরের কোনো দিন দিন।',
  },
};

export function peopleWords(language: Language): PeopleWords {
  return language === 'bn' ? BENGALI : ENGLISH;
}
