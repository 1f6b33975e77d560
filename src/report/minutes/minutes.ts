import type { Bilingual } from '../../calendar/types.ts';
import { type ProgressRow, progressReport } from '../progress-report.ts';
import type { PlanRecord, ReportSource, ReportTime } from '../record.ts';
import type { Meeting } from './meeting.ts';

/** A draft of minutes (কার্যবিবরণী), as facts: what the meeting's file says, and how the plan stood at the end of its day. */
export interface Minutes {
  readonly kind: 'minutes';
  readonly source: ReportSource;
  readonly office: Bilingual;
  readonly fiscalYear: string;
  readonly meeting: Meeting;
  /** The activities in the plan's order, for minutes that name them. */
  readonly activities: readonly { readonly code: string; readonly title: Bilingual }[];
  /** The indicators that are spoken of, in the plan's order. */
  readonly rows: readonly ProgressRow[];
}

/**
 * Drafts the minutes of a meeting from the record of the plan that it reviewed, as that stood at a time: as a rule the end of the
 * meeting's day, so that what was recorded of the meeting itself is in it. Pure.
 */
export function minutesOf(record: PlanRecord, time: ReportTime, meeting: Meeting): Minutes {
  const report = progressReport(record, time, null);
  const listed = new Set(meeting.indicators.map(({ code }) => code));
  return {
    kind: 'minutes',
    source: report.source,
    office: report.office,
    fiscalYear: report.fiscalYear,
    meeting,
    activities: record.plan.activities.map(({ code, title }) => ({ code, title })),
    rows: meeting.discuss === 'all' ? report.rows : report.rows.filter(({ code }) => listed.has(code)),
  };
}
