import { parseFiscalYear, type QuarterId } from '../calendar/fiscal-year.ts';
import { localDate } from '../calendar/local-time.ts';
import type { Instant, LocalDate } from '../calendar/types.ts';
import type { Language, Plan } from '../plan/types.ts';
import { quarterBefore } from './progress-report.ts';
import type { ReportFault } from './report-fault.ts';

export const REPORT_KINDS = ['progress', 'self-assessment', 'apa'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export const PERIODS = ['half-yearly', 'annual'] as const;
export type Period = (typeof PERIODS)[number];

/** What is asked of a report, besides the plan. */
export interface ReportTerms {
  readonly kind: ReportKind;
  /** Of a self-assessment, which has to say it. */
  readonly period?: Period | undefined;
  /** Of a progress report and the APA layout: the quarter that they tell of, in the place of a day. */
  readonly quarter?: QuarterId | undefined;
  readonly on?: LocalDate | undefined;
  /** Of a progress report: the day of the last one, or `none` to compare with nothing. */
  readonly since?: LocalDate | 'none' | undefined;
  /** That of the plan where left out. */
  readonly language?: Language | undefined;
  readonly memo?: string | undefined;
  readonly memoDate?: LocalDate | undefined;
}

/** The terms with every day settled, so that the same terms are the same report whenever it is made. */
export interface SettledTerms extends ReportTerms {
  readonly on: LocalDate;
  readonly since: LocalDate | 'none';
  readonly language: Language;
}

/**
 * Settles of which day a report tells: the one that is named, the last of the quarter or period, or today; and with which
 * it is compared. What is wrong or missing is told, all of it, and never guessed. Pure.
 */
export function settleTerms(
  plan: Plan,
  terms: ReportTerms,
  now: Instant,
): { readonly terms: SettledTerms } | { readonly faults: readonly ReportFault[] } {
  const today = localDate(now, plan.zone);
  const { kind, on, quarter, period } = terms;
  const faults: ReportFault[] = [];
  if (kind === 'self-assessment' && period === undefined) faults.push({ code: 'periodMissing', field: 'period' });
  if (on !== undefined && quarter !== undefined) faults.push({ code: 'bothDays', field: 'quarter' });
  const reach = reachOf(plan, terms);
  if (on === undefined && reach !== null && reach.from > today) {
    const field = quarter === undefined ? 'period' : 'quarter';
    faults.push({ code: 'notBegun', field, from: reach.from, today });
  }
  const day = on ?? (reach === null || reach.to > today ? today : reach.to);
  const within = on === undefined && faults.length > 0 ? null : dayFault(plan, kind, day, today);
  if (within !== null) faults.push(within);
  const since = kind === 'progress' ? (terms.since ?? quarterBefore(plan.fiscalYear, day) ?? 'none') : 'none';
  if (since !== 'none' && terms.since !== undefined) {
    if (since < plan.opens) faults.push({ code: 'sinceBeforePlan', field: 'since', day: since, opens: plan.opens });
    else if (since >= day) faults.push({ code: 'sinceNotBefore', field: 'since', day: since, on: day });
  }
  if (faults.length > 0) return { faults };
  return { terms: { ...terms, on: day, since, language: terms.language ?? plan.language } };
}

/** The first and last day of what is asked for by its name. */
function reachOf(plan: Plan, { quarter, period }: ReportTerms): { from: LocalDate; to: LocalDate } | null {
  const year = parseFiscalYear(plan.fiscalYear);
  if (quarter !== undefined) return year?.quarters.find(({ id }) => id === quarter) ?? null;
  if (period === 'annual') return { from: plan.opens, to: plan.closes };
  if (period === 'half-yearly') return year && { from: plan.opens, to: year.quarters[1].to };
  return null;
}

function dayFault(plan: Plan, kind: ReportKind, day: LocalDate, today: LocalDate): ReportFault | null {
  const { opens, closes } = plan;
  if (day > today) return { code: 'ahead', field: 'on', day, today };
  if (day < opens) return { code: 'beforePlan', field: 'on', day, opens };
  // What is recorded after the year counts in its report all the same; a quarter after it there is none.
  if (kind === 'apa' && day > closes) return { code: 'outsideYear', field: 'on', day, opens, closes };
  return null;
}
