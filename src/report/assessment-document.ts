import { formatFiscalYear } from '../i18n/format.ts';
import type { AssessedPeriod, Language } from '../plan/types.ts';
import { assessmentPaper } from './assessment-paper.ts';
import type { Paper } from './paper.ts';
import type { PlanRecord, ReportTime } from './record.ts';
import { plainLetterhead } from './report-cover.ts';
import { reportWords } from './report-words.ts';
import { type SelfAssessment, selfAssessment } from './self-assessment.ts';

/** A self-assessment as facts and as a paper, as it goes its way: its memo number is given on sending, and left blank in it. */
export function assessmentDocument(
  record: PlanRecord,
  time: ReportTime,
  period: AssessedPeriod,
  language: Language,
): { readonly facts: SelfAssessment; readonly paper: Paper } {
  const facts = selfAssessment(record, time, NAMED[period]);
  const letterhead = plainLetterhead(record.plan, language);
  return { facts, paper: assessmentPaper(facts, { language, letterhead, memo: { number: null, date: null } }) };
}

/** What the document is called. */
export function assessmentTitle(fiscalYear: string, period: AssessedPeriod, language: Language): string {
  return reportWords(language).assessmentTitle(formatFiscalYear(fiscalYear, language), NAMED[period]);
}

const NAMED = { halfYear: 'half-yearly', year: 'annual' } as const;
