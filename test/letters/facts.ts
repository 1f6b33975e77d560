import type { Letter, LetterItem } from '../../src/letters/letter.ts';

/** One item of the national plan of 2021-22, to be varied: a service to be simplified by 25 February 2022. */
export function anItem(changes: Partial<LetterItem> = {}): LetterItem {
  return {
    code: '1.2.1',
    title: { bn: 'একটি সেবা সহজিকৃত', en: 'One service simplified' },
    kind: 'milestone',
    notice: 'reminder',
    rung: '7-days-before',
    role: 'focalPoint',
    checkpoint: 'year',
    generation: 0,
    checkpointTitle: null,
    due: '2022-02-25',
    daysLeft: 8,
    status: 'inProgress',
    progress: { achieved: null, target: '2022-02-25', unit: 'date' },
    stepsLeft: [
      { bn: 'প্রসেস ম্যাপ প্রণয়ন', en: 'Draw up the process map' },
      { bn: 'অফিস আদেশ জারি', en: 'Issue the office order' },
    ],
    guidance: null,
    responsible: null,
    firstNotice: false,
    path: '/plans/mowca-2021-22/indicators/1.2.1',
    ...changes,
  };
}

/** A digest to the programmer of the ministry on 17 February 2022. */
export function aDigest(items: readonly LetterItem[] = [anItem()], changes: Partial<Letter> = {}): Letter {
  return {
    class: 'digest',
    language: 'bn',
    recipient: {
      name: { bn: 'প্রোগ্রামার, আইসিটি শাখা', en: 'Programmer, ICT Branch' },
      postTitle: { bn: 'প্রোগ্রামার, আইসিটি শাখা', en: 'Programmer, ICT Branch' },
    },
    office: { bn: 'মহিলা ও শিশু বিষয়ক মন্ত্রণালয়', en: 'Ministry of Women and Children Affairs' },
    planId: 'mowca-2021-22',
    fiscalYear: '2021-22',
    today: '2022-02-17',
    zone: 'Asia/Dhaka',
    baseUrl: 'https://plan.mowca.example/',
    items,
    ...changes,
  };
}

/** The supervisor's letter of 27 February 2022: the service was not simplified by the 25th. */
export function anEscalation(changes: Partial<LetterItem> = {}, letter: Partial<Letter> = {}): Letter {
  const item = anItem({
    notice: 'escalation',
    rung: '1-working-day-after',
    role: 'supervisor',
    daysLeft: -2,
    responsible: { bn: 'প্রোগ্রামার, আইসিটি শাখা', en: 'Programmer, ICT Branch' },
    ...changes,
  });
  const title = { bn: 'যুগ্মসচিব, প্রশাসন অধিশাখা', en: 'Joint Secretary, Administration' };
  return aDigest([item], {
    class: 'escalation',
    today: '2022-02-27',
    recipient: { name: title, postTitle: title },
    ...letter,
  });
}

/** A morning with something late, something due today, and something ahead. */
export const BUSY_MORNING: readonly LetterItem[] = [
  anItem({ firstNotice: true }),
  anItem({
    code: '2.2.1',
    title: { bn: 'কর্মপরিকল্পনা বাস্তবায়ন সংক্রান্ত প্রশিক্ষণ আয়োজিত', en: 'Training on the work plan held' },
    kind: 'count',
    rung: '30-days-before',
    due: '2022-03-17',
    daysLeft: 28,
    progress: { achieved: 1, target: 4, unit: 'number' },
    stepsLeft: [],
    path: '/plans/mowca-2021-22/indicators/2.2.1',
  }),
  anItem({
    code: '2.2.4',
    title: {
      bn: 'কর্মপরিকল্পনার অর্ধবার্ষিক স্ব-মূল্যায়ন প্রতিবেদন মন্ত্রিপরিষদ বিভাগে/ঊর্ধ্বতন কর্তৃপক্ষের নিকট প্রেরিত',
      en: 'Half-yearly self-assessment report sent to the Cabinet Division or the superior authority',
    },
    kind: 'report',
    notice: 'followUp',
    rung: 'follow-up',
    due: '2022-01-13',
    daysLeft: -35,
    status: 'notStarted',
    progress: { achieved: null, target: '2022-01-13', unit: 'date' },
    stepsLeft: [],
    guidance: {
      bn: 'সকল প্রমাণকসহ প্রতিবেদন মন্ত্রিপরিষদ বিভাগে প্রেরণ করতে হবে।',
      en: 'Send the report with all evidence to the Cabinet Division.',
    },
    path: '/plans/mowca-2021-22/indicators/2.2.4',
  }),
  anItem({
    code: '1.5.1',
    title: { bn: 'ই-ফাইলে নোট নিষ্পত্তিকৃত', en: 'Notes disposed of in e-file' },
    kind: 'percentage',
    notice: 'due',
    rung: 'due-day',
    checkpoint: 'q2',
    checkpointTitle: { bn: 'দ্বিতীয় ত্রৈমাসিক', en: 'Second quarter' },
    due: '2022-02-17',
    daysLeft: 0,
    progress: { achieved: 23.44, target: 80, unit: 'percent' },
    stepsLeft: [],
    path: '/plans/mowca-2021-22/indicators/1.5.1',
  }),
];
