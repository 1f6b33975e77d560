import { formatBengaliDate } from '../calendar/bengali-calendar.ts';
import { formatDate, formatFiscalYear, formatNumber, formatPercent } from '../i18n/format.ts';
import { daysLeftPhrase } from '../i18n/words.ts';
import type { PointsStep } from '../score/points-ahead.ts';
import type { Counts, Phrasing } from './phrasing.ts';

const number = (value: number) => formatNumber(value, 'bn');
const date = (value: string) => formatDate(value, 'bn');
const year = (fiscalYear: string) => formatFiscalYear(fiscalYear, 'bn');

/** What deadlines are of; each takes the genitive in -ের. */
const NOUN = { indicators: 'সূচক', duties: 'কাজ', both: 'কাজ' } as const;

/** Official Bengali, as in the offices' own memos and minutes. */
export const BENGALI: Phrasing = {
  // Memos carry both dates, the Bengali one first.
  dateLine: (today) => `তারিখ: ${formatBengaliDate(today)} / ${date(today)}`,
  to: 'প্রাপক',
  inPlaceOf: (name) => `${name}-এর ছুটিকালীন দায়িত্বে`,
  subjectLabel: 'বিষয়',
  subjectLine: (letterClass, fiscalYear, { of }) => {
    if (letterClass === 'digest') {
      return of === 'duties'
        ? `${year(fiscalYear)} অর্থবছরের কর্মপরিকল্পনা সংক্রান্ত সভা ও সিদ্ধান্ত বাস্তবায়নের সময়সীমা সম্পর্কে অবহিতকরণ`
        : `${year(fiscalYear)} অর্থবছরের কর্মপরিকল্পনার সময়সীমা সম্পর্কে অবহিতকরণ`;
    }
    return of === 'indicators'
      ? `${year(fiscalYear)} অর্থবছরের কর্মপরিকল্পনার লক্ষ্যমাত্রা নির্ধারিত তারিখে অর্জিত না হওয়া প্রসঙ্গে`
      : `${year(fiscalYear)} অর্থবছরের কর্মপরিকল্পনা সংক্রান্ত কাজ নির্ধারিত তারিখে সম্পন্ন না হওয়া প্রসঙ্গে`;
  },
  salutation: 'মহোদয়,',
  opening: (letterClass, office, fiscalYear, counts) => {
    const isOfPlan = counts.of === 'indicators';
    const plan = `${office}-এর ${year(fiscalYear)} অর্থবছরের কর্মপরিকল্পনা${isOfPlan ? 'র' : ' সংক্রান্ত'} নিম্নোক্ত`;
    const which = counts.all === 1 ? `${NOUN[counts.of]}টির` : `${number(counts.all)}টি ${NOUN[counts.of]}ের`;
    if (letterClass === 'escalation') {
      const missed = isOfPlan
        ? `${which} লক্ষ্যমাত্রা নির্ধারিত তারিখের মধ্যে অর্জিত হয়নি।`
        : `${counts.all === 1 ? 'কাজটি' : `${number(counts.all)}টি কাজ`} নির্ধারিত তারিখের মধ্যে সম্পন্ন হয়নি।`;
      return `${plan} ${missed} বিষয়টি সদয় অবগতি ও প্রয়োজনীয় ব্যবস্থা গ্রহণের জন্য উপস্থাপন করা হলো।`;
    }
    return [`${plan} ${which} প্রতি আপনার সদয় দৃষ্টি আকর্ষণ করা হলো।`, howMany(counts)].filter(Boolean).join(' ');
  },
  groups: { overdue: 'সময় উত্তীর্ণ', today: 'আজ শেষ দিন', ahead: 'সামনের সময়সীমা' },
  labels: {
    due: 'শেষ দিন',
    targetDate: 'নির্ধারিত তারিখ',
    delay: 'বিলম্ব',
    whyNow: 'কারণ',
    status: 'অবস্থা',
    progress: 'অগ্রগতি',
    target: 'লক্ষ্যমাত্রা',
    earns: 'পয়েন্ট',
    stepsLeft: 'অবশিষ্ট ধাপ',
    toDo: 'করণীয়',
    responsible: 'দায়িত্বপ্রাপ্ত',
  },
  delay: (days, since) => `${number(days)} দিন (${date(since)} হতে)`,
  stillNotMet: (workingDays) => `শেষ দিনের ${workingDays}ও অর্জিত হয়নি`,
  numberProgress: (achieved, target) =>
    achieved === null
      ? `লক্ষ্যমাত্রা ${number(target)}টি, অর্জন এখনও লিপিবদ্ধ হয়নি`
      : `লক্ষ্যমাত্রা ${number(target)}টি, অর্জন ${number(achieved)}টি`,
  percentProgress: (achieved, target) =>
    achieved === null
      ? `লক্ষ্যমাত্রা ${formatPercent(target, 'bn')}, অর্জন এখনও লিপিবদ্ধ হয়নি`
      : `লক্ষ্যমাত্রা ${formatPercent(target, 'bn')}, অর্জন ${formatPercent(achieved, 'bn')}`,
  earns: ({ steps: [now, then], in: unit }) => {
    const earned = (step: PointsStep) =>
      unit === 'points' ? `${number(step.points)} পয়েন্ট` : `মানের ${formatPercent(step.percent, 'bn')}`;
    if (now!.until === null) return `সম্পন্ন হলে ${earned(now!)}`;
    return `${date(now!.until)} পর্যন্ত সম্পন্ন হলে ${earned(now!)}; এরপর ${earned(then!)}`;
  },
  toDo: (kind, hasSteps, remaining) => {
    const record = '(প্রযোজ্য ক্ষেত্রে প্রমাণকসহ) লিপিবদ্ধ করা';
    if (kind === 'action') return `সিদ্ধান্তটি বাস্তবায়ন করে ${record}`;
    if (kind === 'percentage') return `হালনাগাদ শতকরা হার ${record}`;
    if (kind === 'report') return `প্রতিবেদন প্রস্তুত ও অনুমোদনের পর প্রেরণ করে ${record}`;
    if (kind === 'recurring') return `এ পর্যায়ের কাজ সম্পন্ন করে ${record}`;
    if (hasSteps) return `অবশিষ্ট ধাপ সম্পন্ন করে ${record}`;
    if (kind === 'count' && remaining !== null) return `অবশিষ্ট ${number(remaining)}টি সম্পন্ন করে ${record}`;
    return `কাজটি সম্পন্ন করে ${record}`;
  },
  open: 'সূচকটি দেখুন',
  openDuty: 'বিস্তারিত দেখুন',
  link: 'বিস্তারিত',
  request: (letterClass, counts, role) => {
    if (letterClass === 'digest') {
      const until = counts.overdue > 0 ? 'দ্রুততম সময়ের মধ্যে' : 'যথাসময়ে';
      return `অনুগ্রহ করে ${until} প্রয়োজনীয় ব্যবস্থা গ্রহণ করুন এবং অগ্রগতি লিপিবদ্ধ করুন।`;
    }
    return `এমতাবস্থায়, ${asked(role)} জন্য সবিনয় অনুরোধ করা হলো।`;
  },
  alreadyDone: 'কাজ ইতোমধ্যে সম্পন্ন হয়ে থাকলে তা লিপিবদ্ধ করুন; এ বিষয়ে আর তাগিদ পাঠানো হবে না।',
  attached: 'সংযুক্তি: শেষ দিন ক্যালেন্ডারে যুক্ত করার ফাইল (deadline.ics)।',
  footer: (office) => `${office}-এর কর্মপরিকল্পনার পক্ষে সূচক সফটওয়্যার থেকে স্বয়ংক্রিয়ভাবে প্রেরিত। উত্তর দেওয়ার প্রয়োজন নেই।`,
  subject: {
    ahead: (item, due, daysLeft) => `${item}: শেষ দিন ${date(due)} (${daysLeftPhrase(daysLeft, 'bn')})`,
    today: (item, due) => `${item}: আজ ${date(due)} শেষ দিন`,
    overdue: (item, due) => `${item}: সময় উত্তীর্ণ, শেষ দিন ছিল ${date(due)}`,
    missed: (item, due, isDuty) =>
      `${isDuty ? 'নির্ধারিত তারিখে সম্পন্ন হয়নি' : 'লক্ষ্যমাত্রা অর্জিত হয়নি'}: ${item} (নির্ধারিত তারিখ ${date(due)})`,
    several: (fiscalYear, counts, nearest) => {
      const plan = `কর্মপরিকল্পনা ${year(fiscalYear)}`;
      const noun = NOUN[counts.of];
      if (nearest === null) return `${plan}: ${number(counts.all)}টি ${noun}ের সময় উত্তীর্ণ`;
      const late = counts.overdue > 0 ? `, ${number(counts.overdue)}টির সময় উত্তীর্ণ` : '';
      return `${plan}: ${number(counts.all)}টি ${noun}${late}, নিকটতম শেষ দিন ${date(nearest)}`;
    },
    severalMissed: (counts, oldest) =>
      `${counts.of === 'indicators' ? 'লক্ষ্যমাত্রা অর্জিত হয়নি' : 'নির্ধারিত তারিখে সম্পন্ন হয়নি'}: ${number(counts.all)}টি ${NOUN[counts.of]} (প্রথমটির নির্ধারিত তারিখ ${date(oldest)})`,
  },
};

function howMany({ all, overdue, today }: Counts): string {
  // Of one alone, the line of its due day says as much.
  if (all === 1) return '';
  if (overdue === all) return 'সবগুলোর সময় উত্তীর্ণ হয়েছে।';
  const parts = [
    ...(overdue > 0 ? [`${number(overdue)}টির সময় উত্তীর্ণ হয়েছে`] : []),
    ...(today > 0 ? [`${number(today)}টির আজ শেষ দিন`] : []),
  ];
  return parts.length === 0 ? '' : `এর মধ্যে ${parts.join(' এবং ')}।`;
}

/** What is asked of each part, in the genitive that `জন্য` wants. */
function asked(role: Parameters<Phrasing['request']>[2]): string {
  if (role === 'supervisor') {
    return 'দায়িত্বপ্রাপ্ত কর্মকর্তার সঙ্গে আলোচনাক্রমে লক্ষ্যমাত্রা দ্রুত অর্জনের ব্যবস্থা গ্রহণের';
  }
  if (role === 'headOfOffice') return 'লক্ষ্যমাত্রা দ্রুত অর্জনে সংশ্লিষ্ট সকলকে প্রয়োজনীয় নির্দেশনা প্রদানের';
  if (role === 'superiorAuthority') return 'সদয় অবগতি ও পরবর্তী প্রয়োজনীয় নির্দেশনা প্রদানের';
  return 'লক্ষ্যমাত্রা দ্রুত অর্জনে প্রয়োজনীয় ব্যবস্থা গ্রহণের';
}
