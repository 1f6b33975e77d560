import type { Instant } from '../calendar/types.ts';
import { apaPaper } from './apa-paper.ts';
import { apaReport } from './apa-report.ts';
import { assessmentPaper } from './assessment-paper.ts';
import type { Paper } from './paper.ts';
import { progressPaper } from './progress-paper.ts';
import { progressReport } from './progress-report.ts';
import type { PlanRecord, ReportSource } from './record.ts';
import { type Cover, plainLetterhead } from './report-cover.ts';
import type { SettledTerms } from './report-terms.ts';
import { selfAssessment } from './self-assessment.ts';
import { reportTime } from './standings.ts';

/** A report as facts, which JSON says, and as a paper, which the other formats say. */
export interface MadeReport {
  readonly facts: { readonly source: ReportSource };
  readonly paper: Paper;
}

/** Makes a report on settled terms. Pure. */
export function makeReport(record: PlanRecord, terms: SettledTerms, now: Instant): MadeReport {
  const { plan } = record;
  const { on, language } = terms;
  const time = reportTime(plan, on, now);
  const cover: Cover = {
    language,
    letterhead: plainLetterhead(plan, language),
    memo: { number: terms.memo ?? null, date: terms.memoDate ?? null },
  };
  switch (terms.kind) {
    case 'progress': {
      const facts = progressReport(record, time, terms.since === 'none' ? null : terms.since);
      return { facts, paper: progressPaper(facts, cover) };
    }
    case 'self-assessment': {
      if (terms.period === undefined) throw new TypeError('A self-assessment is of a period: settle its terms first.');
      const facts = selfAssessment(record, time, terms.period);
      return { facts, paper: assessmentPaper(facts, cover) };
    }
    case 'apa': {
      const facts = apaReport(record, time);
      if (facts === null) throw new TypeError(`${on} lies in no quarter of ${plan.id}: settle the terms first.`);
      return { facts, paper: apaPaper(facts, cover) };
    }
  }
}

/** A name for the file of a report that tells reports apart in one folder: `mowca-2021-22-progress-2021-12-31-bn.docx`. */
export function reportFileName(planId: string, terms: SettledTerms, format: string): string {
  const { kind, period, on, language } = terms;
  const parts = [planId, kind, ...(period === undefined ? [] : [period]), on, language];
  return `${parts.join('-')}.${format}`;
}
