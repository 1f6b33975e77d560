import { z } from '@hono/zod-openapi';
import { instant, language, nextCursor } from './shared.ts';

export const messageStatus = z.enum(['queued', 'sending', 'sent', 'failed', 'unknown', 'cancelled']);

export const messageSummary = z
  .object({
    id: z.number().int(),
    plan: z.string(),
    class: z.enum(['digest', 'escalation', 'explanation', 'meetingNotice', 'assessment']),
    to: z.object({ post: z.string(), person: z.string(), address: z.string() }),
    language,
    subject: z.string(),
    status: messageStatus,
    attempts: z.number().int(),
    answer: z.string().nullable().openapi({ description: "The mail server's last answer." }),
    messageId: z.string().openapi({ description: 'The Message-ID header.' }),
    inReplyTo: z.string().nullable(),
    createdAt: instant,
    sentAt: instant.nullable(),
  })
  .openapi('MessageSummary');

export const messageList = z.object({ items: z.array(messageSummary), nextCursor }).openapi('MessageList');

const attempt = z
  .object({
    attempt: z.number().int(),
    at: instant,
    outcome: z.enum(['sending', 'sent', 'retry', 'refused', 'unknown']),
    answer: z.string(),
  })
  .openapi('MessageAttempt');

export const messageAttempts = z.object({ items: z.array(attempt) }).openapi('MessageAttemptList');

export const messageDetail = messageSummary
  .extend({ text: z.string(), html: z.string(), ics: z.string().nullable(), attemptLog: z.array(attempt) })
  .openapi('Message');
