import type { WorkStatus } from '../../machines/types.ts';
import { formatDate, formatNumber, formatPercent } from '../i18n/format.ts';
import { words } from '../i18n/words.ts';
import type { Language } from '../plan/types.ts';
import type { ProgressRow } from './progress-report.ts';

/** How minutes call what is achieved: বাস্তবায়িত in some offices, অর্জিত in others. */
export type AchievedWord = 'implemented' | 'achieved';

type Told = Pick<
  ProgressRow,
  | 'status'
  | 'kind'
  | 'unit'
  | 'target'
  | 'finalDue'
  | 'deadline'
  | 'achieved'
  | 'achievedOn'
  | 'late'
  | 'onTarget'
  | 'steps'
  | 'latestQuarter'
  | 'reason'
  | 'note'
>;

/**
 * How an indicator stands in the words of minutes: `বাস্তবায়িত`; `৪টি লক্ষ্যমাত্রার মধ্যে ১টি সম্পন্ন করা হয়েছে, অবশিষ্ট ৩টি …`;
 * `৮০% লক্ষ্যমাত্রার মধ্যে ১ম ত্রৈমাসিকে ২৩.৪৪% অর্জিত`; `কোভিড-১৯ এর কারণে উদ্যোগ পরিদর্শন স্থগিত রয়েছে`.
 */
export function progressWords(row: Told, language: Language, word: AchievedWord = 'implemented'): string {
  return language === 'bn' ? inBengali(row, word) : inEnglish(row, word);
}

function inBengali(row: Told, word: AchievedWord): string {
  const { status, reason, target, achieved, unit } = row;
  const done = word === 'implemented' ? 'বাস্তবায়িত' : 'অর্জিত';
  switch (status) {
    case 'achieved':
      if (row.late) return `${done}, নির্ধারিত তারিখের পরে`;
      return word === 'implemented' ? done : `লক্ষ্যমাত্রা অনুযায়ী ${done}`;
    case 'notAchieved':
      return withReason(reason, 'অর্জিত হয়নি', 'অর্জিত হয়নি');
    case 'onHold':
      return withReason(reason, 'স্থগিত', 'স্থগিত রয়েছে');
    case 'withdrawn':
      return withReason(reason, 'প্রত্যাহৃত', 'প্রত্যাহৃত');
  }
  if (typeof target === 'number' && unit === 'percent') {
    if (achieved === null) return openBengali(row);
    const quarter = row.latestQuarter === null ? '' : `${BENGALI_QUARTERS[row.latestQuarter]} `;
    if (achieved >= target) return `লক্ষ্যমাত্রা অনুযায়ী অর্জিত (${quarter}${formatPercent(achieved, 'bn')})`;
    return `${formatPercent(target, 'bn')} লক্ষ্যমাত্রার মধ্যে ${quarter}${formatPercent(achieved, 'bn')} অর্জিত`;
  }
  if (typeof target === 'number' && achieved !== null && achieved > 0) {
    const [all, some, rest] = [target, achieved, target - achieved].map((number) => formatNumber(number, 'bn'));
    if (row.kind === 'recurring' && row.onTarget) return `লক্ষ্যমাত্রা অনুযায়ী অর্জিত (${all}টির মধ্যে ${some}টি)`;
    return `${all}টি লক্ষ্যমাত্রার মধ্যে ${some}টি সম্পন্ন করা হয়েছে, অবশিষ্ট ${rest}টি ${formatDate(row.finalDue, 'bn')} এর মধ্যে সম্পন্ন করা হবে`;
  }
  return openBengali(row);
}

/** What has no figure yet: what people noted last, else how many steps are done, else that it has not begun. */
function openBengali({ status, note, steps, deadline }: Told): string {
  const overdue = deadline === 'overdue' ? ', নির্ধারিত সময় উত্তীর্ণ' : '';
  if (status === 'notStarted') return `শুরু হয়নি${overdue}`;
  if (note !== null) return `চলমান: ${note}${overdue}`;
  const done = steps.filter(({ doneOn }) => doneOn !== null).length;
  if (steps.length < 2) return `চলমান${overdue}`;
  return `চলমান (${formatNumber(steps.length, 'bn')}টি ধাপের মধ্যে ${formatNumber(done, 'bn')}টি সম্পন্ন)${overdue}`;
}

const BENGALI_QUARTERS = {
  q1: '১ম ত্রৈমাসিকে',
  q2: '২য় ত্রৈমাসিকে',
  q3: '৩য় ত্রৈমাসিকে',
  q4: '৪র্থ ত্রৈমাসিকে',
} as const;
const ENGLISH_QUARTERS = { q1: 'first', q2: 'second', q3: 'third', q4: 'fourth' } as const;

function inEnglish(row: Told, word: AchievedWord): string {
  const { status, reason, target, achieved, unit } = row;
  switch (status) {
    case 'achieved':
      if (row.late) return `${word}, after its date`;
      return word === 'implemented' ? word : `${word} as targeted`;
    case 'notAchieved':
    case 'onHold':
    case 'withdrawn': {
      const title = words('en').workStatus[status];
      return withReason(reason, title, title);
    }
  }
  if (typeof target === 'number' && unit === 'percent') {
    if (achieved === null) return openEnglish(row);
    const quarter = row.latestQuarter === null ? '' : ` in the ${ENGLISH_QUARTERS[row.latestQuarter]} quarter`;
    if (achieved >= target) return `achieved as targeted (${formatPercent(achieved, 'en')}${quarter})`;
    return `${formatPercent(achieved, 'en')} achieved${quarter}, of a target of ${formatPercent(target, 'en')}`;
  }
  if (typeof target === 'number' && achieved !== null && achieved > 0) {
    if (row.kind === 'recurring' && row.onTarget) return `achieved as targeted (${achieved} of ${target})`;
    const rest = target - achieved;
    return `${achieved} of ${target} done; the other ${rest} to be done by ${formatDate(row.finalDue, 'en')}`;
  }
  return openEnglish(row);
}

function openEnglish({ status, note, steps, deadline }: Told): string {
  const overdue = deadline === 'overdue' ? ', overdue' : '';
  if (status === 'notStarted') return `not started${overdue}`;
  if (note !== null) return `in progress: ${note}${overdue}`;
  const done = steps.filter(({ doneOn }) => doneOn !== null).length;
  return steps.length < 2 ? `in progress${overdue}` : `in progress (${done} of ${steps.length} steps done)${overdue}`;
}

/** A reason that says the status itself, as people write them, needs no word before it. */
function withReason(reason: string | null, word: string, alone: string): string {
  if (reason === null) return alone;
  if (!reason.includes(word)) return `${alone}: ${reason}`;
  return reason.endsWith(word) && alone.startsWith(word) ? `${reason}${alone.slice(word.length)}` : reason;
}

/** A change of status in words: `চলমান → অর্জিত`. */
export function statusChange(before: WorkStatus, after: WorkStatus, language: Language): string {
  const { workStatus } = words(language);
  return `${workStatus[before]} → ${workStatus[after]}`;
}
