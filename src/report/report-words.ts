import type { QuarterId } from '../calendar/fiscal-year.ts';
import type { Language } from '../plan/types.ts';
import { BENGALI_REPORT_WORDS } from './report-words-bn.ts';
import { ENGLISH_REPORT_WORDS } from './report-words-en.ts';

/** What reports say besides the facts. Texts that come in are in the language, numbers and dates in its digits. */
export interface ReportWords {
  /** The first line of a letterhead of an office of Bangladesh. */
  readonly government: string;
  readonly columns: {
    readonly serial: string;
    readonly activity: string;
    readonly indicator: string;
    readonly unit: string;
    readonly weight: string;
    readonly target: string;
    readonly progress: string;
    readonly changes: string;
    readonly remark: string;
    readonly achieved: string;
    readonly percent: string;
    readonly claimed: string;
    readonly evidenced: string;
    readonly evidence: string;
    readonly inQuarter: string;
    readonly inYear: string;
    readonly responsible: string;
  };
  readonly progressTitle: (fiscalYear: string, quarter: QuarterId | null) => string;
  readonly assessmentTitle: (fiscalYear: string, period: 'half-yearly' | 'annual') => string;
  readonly apaTitle: (fiscalYear: string, quarter: QuarterId) => string;
  readonly asOf: string;
  readonly since: string;
  readonly score: string;
  readonly scoreOf: (points: string, total: string) => string;
  readonly summary: string;
  readonly counted: (count: string, word: string) => string;
  readonly equalWeights: string;
  readonly noChange: string;
  readonly numberChange: (before: string, after: string) => string;
  readonly stepDone: (step: string, date: string) => string;
  readonly achievedOn: (date: string) => string;
  readonly nextStep: (step: string) => string;
  readonly dueBy: (date: string) => string;
  readonly papers: (papers: string) => string;
  readonly paperDated: (paper: string, date: string) => string;
  readonly noPapers: string;
  readonly total: string;
  readonly arithmetic: (weight: string, percent: string, points: string) => string;
  readonly claimedMeans: string;
  readonly forecast: (now: string, ifMet: string) => string;
  readonly withdrawn: (weight: string) => string;
  readonly to: string;
  readonly prepared: string;
  readonly approved: string;
  readonly memo: string;
  readonly date: string;
  readonly quarter: Readonly<Record<QuarterId, string>>;
  readonly blanks: { readonly memo: string; readonly date: string; readonly name: string; readonly post: string };
  readonly foot: (plan: string, version: string | null, on: string, hash: string, history: string | null) => string;
}

export function reportWords(language: Language): ReportWords {
  return language === 'bn' ? BENGALI_REPORT_WORDS : ENGLISH_REPORT_WORDS;
}
