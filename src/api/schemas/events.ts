import { z } from '@hono/zod-openapi';
import { plainText } from '../../acting/plain-text.ts';
import { localDate } from './shared.ts';

const text = (most: number) => z.string().overwrite(plainText).trim().min(1).max(most);

const evidence = z
  .array(
    z.object({
      reference: text(500).openapi({ description: 'The memo number or title of the paper.', example: 'Memo 12.34' }),
      date: localDate.nullable().default(null),
      receipt: z
        .string()
        .regex(/^[A-Za-z0-9_-]{32}$/)
        .optional()
        .openapi({ description: 'What an upload to /evidence was answered with, for the file itself.' }),
    }),
  )
  .max(20)
  .default([]);

const note = text(2_000).nullable().default(null);

const shown = { evidence, note };

const reason = text(2_000);

/** What a person can do to an indicator, as JSON. */
export const action = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('completeStep'), step: text(100), ...shown }).openapi('CompleteStep'),
    z.object({ type: z.literal('complete'), ...shown }).openapi('Complete'),
    z.object({ type: z.literal('recordNumber'), number: z.number(), ...shown }).openapi('RecordNumber'),
    z.object({ type: z.literal('recordReading'), value: z.number(), ...shown }).openapi('RecordReading'),
    z
      .object({ type: z.literal('holdOccurrence'), occurrence: text(100).nullable().default(null), ...shown })
      .openapi('HoldOccurrence'),
    z.object({ type: z.literal('suspend'), reason }).openapi('Suspend'),
    z.object({ type: z.literal('resume'), reason: reason.nullable().default(null) }).openapi('Resume'),
    z.object({ type: z.literal('declareNotAchieved'), reason }).openapi('DeclareNotAchieved'),
    z.object({ type: z.literal('withdraw'), reason }).openapi('Withdraw'),
    z.object({ type: z.literal('reopen'), reason }).openapi('Reopen'),
  ])
  .openapi('Action');

export const newEvent = z
  .object({
    action,
    on: localDate.optional().openapi({ description: 'The day on which it happened; today where left out.' }),
    by: z
      .string()
      .optional()
      .openapi({ description: 'The post in which you mean to record; refused where you would record in another.' }),
  })
  .openapi('NewEvent');
