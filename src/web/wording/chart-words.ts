import type { Language } from '../../plan/types.ts';
import type { SETTLED } from '../chart-model.ts';

/** What stands in the picture of an indicator's states, beside the words of the states themselves. */
export interface ChartWords {
  readonly heading: string;
  readonly work: string;
  readonly deadline: string;
  readonly present: (work: string, deadline: string) => string;
  readonly alternative: (kind: string, region: string, state: string) => string;
  readonly prepared: string;
  readonly approved: string;
  readonly targetMet: string;
  readonly yearEnds: string;
  readonly when: Readonly<Record<(typeof SETTLED)[number], string>>;
}

const ENGLISH: ChartWords = {
  heading: 'The states as a picture',
  work: 'Work',
  deadline: 'Deadline',
  present: (work, deadline) => `now ${work}; ${deadline}`,
  alternative: (kind, region, state) =>
    `${region}: the states of an indicator of the kind “${kind}” and the ways between them. Now: ${state}.`,
  prepared: 'prepared',
  approved: 'approved',
  targetMet: 'target met',
  yearEnds: 'year ends, or declared',
  when: { met: 'once achieved', paused: 'while on hold', closed: 'once closed' },
};

const BENGALI: ChartWords = {
  heading: 'অবস্থার চিত্র',
  work: 'কাজ',
  deadline: 'সময়সীমা',
  present: (work, deadline) => `এখন ${work}; ${deadline}`,
  alternative: (kind, region, state) =>
    `${region}: ‘${kind}’ ধরনের সূচকের অবস্থাসমূহ এবং এক অবস্থা থেকে অন্য অবস্থায় যাওয়ার পথ। এখন: ${state}।`,
  prepared: 'প্রস্তুত',
  approved: 'অনুমোদিত',
  targetMet: 'লক্ষ্যমাত্রা পূরণ',
  yearEnds: 'বছর শেষ বা ঘোষণা',
  when: { met: 'অর্জিত হলে', paused: 'স্থগিত থাকলে', closed: 'সমাপ্ত হলে' },
};

export function chartWords(language: Language): ChartWords {
  return language === 'bn' ? BENGALI : ENGLISH;
}
