import { parseFiscalYear, type QuarterId } from '../../calendar/fiscal-year.ts';
import { localDate } from '../../calendar/local-time.ts';
import type { Instant, LocalDate } from '../../calendar/types.ts';
import type { Language, Plan } from '../../plan/types.ts';
import { apaPaper } from '../../report/apa-paper.ts';
import { apaReport } from '../../report/apa-report.ts';
import { assessmentPaper } from '../../report/assessment-paper.ts';
import type { Paper } from '../../report/paper.ts';
import { progressPaper } from '../../report/progress-paper.ts';
import { progressReport, quarterBefore } from '../../report/progress-report.ts';
import type { PlanRecord } from '../../report/record.ts';
import { type Cover, plainLetterhead } from '../../report/report-cover.ts';
import { selfAssessment } from '../../report/self-assessment.ts';
import { reportTime } from '../../report/standings.ts';
import { CommandFailed } from '../context.ts';

/** What is asked of a report, besides the plan. */
export interface ReportTerms {
  readonly kind: 'progress' | 'self-assessment' | 'apa';
  readonly period?: 'half-yearly' | 'annual' | undefined;
  readonly quarter?: QuarterId | undefined;
  readonly on?: LocalDate | undefined;
  /** A day, or `none` to compare with nothing. */
  readonly since?: LocalDate | 'none' | undefined;
  readonly lang?: Language | undefined;
  readonly memo?: string | undefined;
  readonly memoDate?: LocalDate | undefined;
}

/**
 * The day of which a report tells: the one that was named, the end of the quarter or period, or today; never one that
 * lies ahead. Throws CommandFailed for a day of which the plan knows nothing.
 */
export function dayOf(plan: Plan, { on, quarter, period }: ReportTerms, now: Instant): LocalDate {
  const today = localDate(now, plan.zone);
  const year = parseFiscalYear(plan.fiscalYear);
  const end =
    quarter !== undefined
      ? year?.quarters.find(({ id }) => id === quarter)?.to
      : period === 'annual'
        ? plan.closes
        : period === 'half-yearly'
          ? year?.quarters[1].to
          : undefined;
  if (on !== undefined && on > today) {
    throw new CommandFailed(
      `${on} lies ahead: a report tells of what is recorded, so choose today, ${today}, or earlier.`,
    );
  }
  const day = on ?? (end !== undefined && end < today ? end : today);
  if (day < plan.opens) {
    throw new CommandFailed(`${day} lies before the plan's first day: choose a day from ${plan.opens} on.`);
  }
  return day;
}

/** A report as facts and as a paper. */
export function makeReport(
  record: PlanRecord,
  terms: ReportTerms,
  now: Instant,
): { readonly facts: object; readonly paper: Paper } {
  const { plan } = record;
  const on = dayOf(plan, terms, now);
  const time = reportTime(plan, on, now);
  const language = terms.lang ?? plan.language;
  const cover: Cover = {
    language,
    letterhead: plainLetterhead(plan, language),
    memo: { number: terms.memo ?? null, date: terms.memoDate ?? null },
  };
  switch (terms.kind) {
    case 'progress': {
      const since = terms.since === 'none' ? null : (terms.since ?? quarterBefore(plan.fiscalYear, on));
      if (since !== null && since >= on) {
        throw new CommandFailed(
          `--since ${since} does not lie before ${on}, the day of the report: choose an earlier one.`,
        );
      }
      const facts = progressReport(record, time, since);
      return { facts, paper: progressPaper(facts, cover) };
    }
    case 'self-assessment': {
      const facts = selfAssessment(record, time, terms.period ?? 'annual');
      return { facts, paper: assessmentPaper(facts, cover) };
    }
    case 'apa': {
      const facts = apaReport(record, time);
      if (facts === null) {
        throw new CommandFailed(
          `${on} lies in no quarter of ${plan.fiscalYear}: choose a day from ${plan.opens} to ${plan.closes}, or --quarter.`,
        );
      }
      return { facts, paper: apaPaper(facts, cover) };
    }
  }
}
