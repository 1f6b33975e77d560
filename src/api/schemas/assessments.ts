import { z } from '@hono/zod-openapi';
import { LONGEST_MEMO } from '../../acting/send-assessment.ts';
import { instant, language, localDate } from './shared.ts';

const signature = z.object({ at: instant, post: z.string(), person: z.string().nullable() }).nullable();

const period = z.enum(['halfYear', 'year']);

export const assessmentSummary = z.object({
  id: z.number().int(),
  period,
  round: z.number().int().openapi({ description: 'Grows when one that was returned is prepared again.' }),
  status: z.enum(['prepared', 'approved', 'sent', 'accepted', 'returned']),
  indicator: z.string().nullable().openapi({ description: 'The indicator that sending it achieves.' }),
  until: localDate,
  language,
  planVersion: z.number().int(),
  recordHash: z.string(),
  documentHash: z.string().openapi({ description: 'SHA-256 of the Word file.' }),
  memo: z.string().nullable(),
  prepared: signature,
  approved: signature,
  sent: signature,
  judged: signature,
  judgement: z.string().nullable(),
  version: z.number().int(),
});

export const assessmentList = z.object({ items: z.array(assessmentSummary) }).openapi('SelfAssessmentList');

export const assessment = assessmentSummary
  .extend({
    indicators: z.array(
      z.object({
        code: z.string(),
        weight: z.number().nullable(),
        claimed: z.number(),
        evidenced: z.number(),
        accepted: z.number().nullable().openapi({ description: 'Null until it has been judged.' }),
        verdict: z.enum(['accepted', 'returned']).nullable(),
        reason: z.string().nullable(),
      }),
    ),
  })
  .openapi('SelfAssessment');

export const documentFormat = z
  .enum(['docx', 'xlsx', 'html'])
  .default('docx')
  .openapi({ description: 'The Word file is the kept one, byte by byte; the others are made from the same record.' });

export const assessmentPrepared = z
  .object({
    period,
    until: z.enum(['periodEnd', 'today']).default('periodEnd').openapi({
      description: 'By what was recorded until the end of the period, once it has ended, or until now.',
    }),
    language: language.optional().openapi({ description: 'Of the document; that of the plan where left out.' }),
    seen: z
      .object({ id: z.number().int(), version: z.number().int() })
      .nullable()
      .default(null)
      .openapi({ description: 'The latest round of the period as you saw it; null where there was none.' }),
  })
  .openapi('SelfAssessmentToPrepare');

const seen = z.number().int().openapi({ description: 'The version that you saw.' });

export const assessmentAct = z
  .discriminatedUnion('act', [
    z.object({ act: z.literal('approve'), seen }),
    z.object({ act: z.literal('send'), seen, memo: z.string().max(LONGEST_MEMO).default('') }),
    z.object({
      act: z.literal('judge'),
      seen,
      verdict: z.enum(['accepted', 'returned']),
      word: z.string().max(10_000).default('').openapi({ description: 'Needed where the whole is returned.' }),
      indicators: z
        .array(z.object({ code: z.string(), accepted: z.number(), reason: z.string().max(10_000).default('') }))
        .max(500)
        .default([])
        .openapi({
          description: 'The points accepted, with a reason where they are fewer; what is left out is accepted in full.',
        }),
    }),
  ])
  .openapi('SelfAssessmentAct');

export const assessmentDone = z
  .object({
    id: z.number().int(),
    status: z.enum(['prepared', 'approved', 'sent', 'accepted', 'returned']),
    version: z.number().int(),
    letters: z.number().int().openapi({ description: 'So many letters went out.' }),
  })
  .openapi('SelfAssessmentDone');
