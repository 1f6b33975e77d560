import type { QuarterId } from '../calendar/fiscal-year.ts';
import { parseHumanDate } from '../calendar/parse-date.ts';
import type { LocalDate } from '../calendar/types.ts';
import type { Language } from '../plan/types.ts';
import { type ReportFault, reportFaultText } from '../report/report-fault.ts';
import { PERIODS, type ReportKind, type ReportTerms, type SettledTerms } from '../report/report-terms.ts';
import { reportPageWords } from './wording/report-words.ts';

const QUARTERS: readonly QuarterId[] = ['q1', 'q2', 'q3', 'q4'];
const LANGUAGES: readonly Language[] = ['bn', 'en'];

/** As long as the API takes it. */
const LONGEST_MEMO = 200;

/** The fields of each report's form. */
export const FIELDS = {
  progress: ['on', 'quarter', 'compare', 'since', 'language', 'memo', 'memoDate'],
  'self-assessment': ['period', 'on', 'language', 'memo', 'memoDate'],
  apa: ['on', 'quarter', 'language', 'memo', 'memoDate'],
} as const satisfies Record<ReportKind, readonly string[]>;

export type ReportField = (typeof FIELDS)[ReportKind][number];
export type TypedTerms = Readonly<Partial<Record<ReportField, string>>>;
export type TermFaults = Readonly<Partial<Record<ReportField, string>>>;

/** What was typed into a form, of the fields that it has. */
export function typedTerms(kind: ReportKind, query: (name: string) => string | undefined): TypedTerms {
  return Object.fromEntries(FIELDS[kind].map((name) => [name, query(name)?.trim() ?? '']));
}

/**
 * Reads a form: what of it is sound, and every fault by its field in the reader's words. The paper comes in the reader's
 * language if none is named.
 */
export function readTerms(
  kind: ReportKind,
  typed: TypedTerms,
  reader: Language,
): { readonly terms: ReportTerms; readonly faults: TermFaults } {
  const say = reportPageWords(reader);
  const faults: Partial<Record<ReportField, string>> = {};
  const date = (name: ReportField): LocalDate | undefined => {
    if (!typed[name]) return undefined;
    const day = parseHumanDate(typed[name]);
    if (day === null) faults[name] = say.notADate;
    return day ?? undefined;
  };
  const choice = <Value extends string>(name: ReportField, values: readonly Value[]): Value | undefined => {
    if (!typed[name]) return undefined;
    const found = values.find((value) => value === typed[name]);
    if (found === undefined) faults[name] = say.notAChoice;
    return found;
  };
  const compare = choice('compare', ['last', 'none']);
  const since = date('since');
  if (compare === 'none' && typed.since) faults.since = say.sinceWithNothing;
  if ((typed.memo?.length ?? 0) > LONGEST_MEMO) faults.memo = say.tooLong;
  const terms: ReportTerms = {
    kind,
    period: choice('period', PERIODS),
    quarter: choice('quarter', QUARTERS),
    on: date('on'),
    since: compare === 'none' ? 'none' : since,
    language: choice('language', LANGUAGES) ?? reader,
    memo: typed.memo || undefined,
    memoDate: date('memoDate'),
  };
  return { terms, faults };
}

/** Faults of the plan's own making, at their fields. */
export function faultsByField(faults: readonly ReportFault[], reader: Language): TermFaults {
  return Object.fromEntries(faults.map((fault) => [fault.field, reportFaultText(fault, reader)]));
}

/** The terms as a form would send them, with every day named: an address of the same report for ever. */
export function queryOf({ kind, on, since, period, language, memo, memoDate }: SettledTerms): URLSearchParams {
  const named: TypedTerms = {
    on,
    ...(kind === 'progress' ? (since === 'none' ? { compare: 'none' } : { since }) : {}),
    ...(period === undefined ? {} : { period }),
    language,
    ...(memo === undefined ? {} : { memo }),
    ...(memoDate === undefined ? {} : { memoDate }),
  };
  return new URLSearchParams(named as Record<string, string>);
}
