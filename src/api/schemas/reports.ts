import { z } from '@hono/zod-openapi';
import { FORMATS } from '../../report/render/report-file.ts';
import { PERIODS, REPORT_KINDS } from '../../report/report-terms.ts';
import { language, localDate } from './shared.ts';

export const reportKind = z.enum(REPORT_KINDS).openapi({
  param: { name: 'report', in: 'path' },
  description: 'The table of the minutes, the self-assessment, or the columns of form 2.2.2 of the APA system.',
});

export const reportFormat = z.enum(FORMATS);

export const reportQuery = z
  .object({
    format: reportFormat.openapi({ description: 'Word, workbook, page or data.' }),
    language: language.optional().openapi({ description: 'Of the paper; that of the plan where left out.' }),
    on: localDate.optional().openapi({
      description: 'The day of which it tells: what was recorded until its end. Today where nothing names the day.',
    }),
    quarter: z.enum(['q1', 'q2', 'q3', 'q4']).optional().openapi({
      description: 'In the place of a day, for progress and apa: the quarter until its last day, or today.',
    }),
    period: z.enum(PERIODS).optional().openapi({ description: 'For a self-assessment, which has to say it.' }),
    since: z
      .union([localDate, z.literal('none')])
      .optional()
      .openapi({
        description:
          'For progress: the day of the last report, or `none` to compare with nothing; the end of the quarter before where left out.',
      }),
    memo: z.string().max(200).optional().openapi({ description: 'The memo number; a marked blank where left out.' }),
    memoDate: localDate.optional().openapi({ description: 'The date of the memo, printed in both calendars.' }),
  })
  .strict();
