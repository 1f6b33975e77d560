import type { Language } from '../../plan/types.ts';

/** What is said of letters that would still go out. */
export interface NoticesWords {
  readonly title: string;
  readonly lead: (until: string) => string;
  readonly changedLead: string;
  readonly total: (letters: string, people: string) => string;
  readonly letters: (count: string) => string;
  readonly everybody: string;
  readonly filter: string;
  readonly none: string;
  readonly setAside: (codes: string) => string;
  readonly at: string;
  readonly to: string;
  readonly about: string;
  readonly owed: (day: string) => string;
  readonly class: Readonly<Record<'digest' | 'escalation', string>>;
  readonly show: string;
  readonly showAll: (hidden: string) => string;
}

const ENGLISH: NoticesWords = {
  title: 'Notices ahead',
  lead: (until) => `The letters that would go out until ${until} if nobody recorded anything from now on.`,
  changedLead: 'As it would be with the changed plan. Nothing has been applied or sent.',
  total: (letters, people) => `${letters} letters to ${people} people`,
  letters: (count) => `letters: ${count}`,
  everybody: 'Everybody',
  filter: 'Person',
  none: 'No more letters would go out.',
  setAside: (codes) => `Left out, because an error has set them aside: ${codes}.`,
  at: 'When',
  to: 'To',
  about: 'About',
  owed: (day) => `due ${day}`,
  class: { digest: 'Reminder', escalation: 'Escalation' },
  show: 'Show',
  showAll: (hidden) => `Show the ${hidden} letters after these`,
};

const BENGALI: NoticesWords = {
  title: 'আসন্ন বার্তা',
  lead: (until) => `এখন থেকে কেউ কিছু লিপিবদ্ধ না করলে ${until} পর্যন্ত যেসব বার্তা যাবে।`,
  changedLead: 'পরিবর্তিত কর্মপরিকল্পনায় যেমন হবে। কিছুই কার্যকর বা পাঠানো হয়নি।',
  total: (letters, people) => `${people} জনকে ${letters}টি বার্তা`,
  letters: (count) => `${count}টি বার্তা`,
  everybody: 'সকলে',
  filter: 'ব্যক্তি',
  none: 'আর কোনো বার্তা যাবে না।',
  setAside: (codes) => `ত্রুটির কারণে স্থগিত থাকায় বাদ: ${codes}।`,
  at: 'সময়',
  to: 'প্রাপক',
  about: 'বিষয়',
  owed: (day) => `শেষ দিন ${day}`,
  class: { digest: 'তাগিদ', escalation: 'ঊর্ধ্বতন পর্যায়ে অবহিতকরণ' },
  show: 'দেখুন',
  showAll: (hidden) => `এর পরের ${hidden}টি বার্তাও দেখুন`,
};

export function noticesWords(language: Language): NoticesWords {
  return language === 'bn' ? BENGALI : ENGLISH;
}
