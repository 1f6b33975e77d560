import { formatNumber } from '../../i18n/format.ts';
import type { Change } from '../../plan/plan-difference.ts';
import type { Language } from '../../plan/types.ts';

/** What is said of plan files, and of what applying them would change. */
export interface PlanChangeWords {
  readonly subject: Readonly<Record<Change['subject'], string>>;
  readonly change: Readonly<Record<Change['change'], string>>;
  readonly nothing: string;
  readonly none: string;
  readonly yes: string;
  readonly no: string;
  readonly part: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
  /** What the keys of a plan's file stand for. */
  readonly keys: Readonly<Record<string, string>>;
}

const ENGLISH: PlanChangeWords = {
  subject: {
    plan: 'Plan',
    policy: 'Policy of notices',
    post: 'Post',
    person: 'Person',
    activity: 'Activity',
    indicator: 'Indicator',
  },
  change: { added: 'new', removed: 'left out', changed: 'changed' },
  nothing: 'Nothing differs.',
  none: '(none)',
  yes: 'yes',
  no: 'no',
  part: 'What',
  field: 'Detail',
  before: 'Before',
  after: 'After',
  keys: {
    bn: 'in Bengali',
    en: 'in English',
    title: 'title',
    name: 'name',
    email: 'mail address',
    holds: 'posts held',
    from: 'from',
    to: 'until',
    daysBefore: 'days before',
    onTheDay: 'on the day too',
    workingDaysAfter: 'working days after',
    everyDays: 'every so many days',
    evidenceRequired: 'evidence required',
    anyOrder: 'in any order',
    totalWeight: 'total weight',
    fiscalYear: 'fiscal year',
    followUp: 'follow-up',
    lastResort: 'post of last resort',
    focalPoint: 'focal point',
    innovationOfficer: 'innovation officer',
    headOfOffice: 'head of office',
    superiorAuthority: 'superior authority',
  },
};

const BENGALI: PlanChangeWords = {
  subject: {
    plan: 'কর্মপরিকল্পনা',
    policy: 'বার্তার নিয়ম',
    post: 'পদ',
    person: 'ব্যক্তি',
    activity: 'কার্যক্রম',
    indicator: 'সূচক',
  },
  change: { added: 'নতুন', removed: 'বাদ', changed: 'পরিবর্তিত' },
  nothing: 'কোনো পার্থক্য নেই।',
  none: '(নেই)',
  yes: 'হ্যাঁ',
  no: 'না',
  part: 'বিষয়',
  field: 'বিবরণ',
  before: 'আগে',
  after: 'পরে',
  keys: {
    bn: 'বাংলায়',
    en: 'ইংরেজিতে',
    title: 'শিরোনাম',
    name: 'নাম',
    email: 'ইমেইল ঠিকানা',
    language: 'ভাষা',
    holds: 'দায়িত্ব',
    post: 'পদ',
    posts: 'পদ',
    from: 'শুরু',
    to: 'শেষ',
    deputy: 'ভারপ্রাপ্ত/বিকল্প',
    target: 'লক্ষ্যমাত্রা',
    due: 'শেষ দিন',
    weight: 'মান',
    kind: 'ধরন',
    unit: 'একক',
    criteria: 'মানদণ্ড',
    percent: 'শতাংশ',
    steps: 'ধাপ',
    occurrences: 'পর্যায়',
    evidenceRequired: 'প্রমাণক আবশ্যক',
    anyOrder: 'যেকোনো ক্রমে',
    measure: 'পরিমাপ',
    reviews: 'পর্যালোচিত স্ব-মূল্যায়ন',
    guidance: 'করণীয়',
    activity: 'কার্যক্রম',
    office: 'অফিস',
    policy: 'বার্তার নিয়ম',
    calendar: 'পঞ্জিকা',
    zone: 'সময় অঞ্চল',
    fiscalYear: 'অর্থবছর',
    opens: 'শুরু',
    closes: 'সমাপ্তি',
    totalWeight: 'মোট মান',
    hour: 'সময়',
    reminders: 'তাগিদ',
    escalations: 'ঊর্ধ্বতন পর্যায়ে অবহিতকরণ',
    followUp: 'পুনঃতাগিদ',
    daysBefore: 'যত দিন আগে',
    onTheDay: 'শেষ দিনেও',
    workingDaysAfter: 'যত কার্যদিবস পরে',
    everyDays: 'যত দিন পরপর',
    lastResort: 'শেষ ভরসার পদ',
    focalPoint: 'ফোকাল পয়েন্ট',
    innovationOfficer: 'ইনোভেশন অফিসার',
    supervisor: 'তত্ত্বাবধায়ক',
    headOfOffice: 'অফিস প্রধান',
    superiorAuthority: 'ঊর্ধ্বতন কর্তৃপক্ষ',
  },
};

export function planChangeWords(language: Language): PlanChangeWords {
  return language === 'bn' ? BENGALI : ENGLISH;
}

/** A field's path, such as `steps[office-order].title.bn`, in words: `steps (office-order), title, in Bengali`. */
export function fieldWords(path: string, language: Language): string {
  const { keys } = planChangeWords(language);
  return path
    .split('.')
    .map((part) => {
      const [, key, id] = /^([^[]*)(?:\[(.*)\])?$/.exec(part) ?? [];
      const said = keys[key ?? part] ?? key ?? part;
      return id === undefined ? said : `${said} (${/^\d+$/.test(id) ? formatNumber(Number(id), language) : id})`;
    })
    .join(', ');
}
