import type { z } from '@hono/zod-openapi';
import type { messageChanged } from '../api/routes/message-acts.ts';
import type { planApplied } from '../api/routes/plan-files.ts';
import type { newEvent } from '../api/schemas/events.ts';
import type { indicatorDetail, indicatorList, recordedEvent } from '../api/schemas/indicators.ts';
import type { messageDetail, messageList, messageSummary } from '../api/schemas/messages.ts';
import type { me, planDetail, planList, planSummary } from '../api/schemas/plans.ts';
import type { problemSchema } from '../api/schemas/problem.ts';
import type { reportFormat, reportKind, reportQuery } from '../api/schemas/reports.ts';

/* What the API takes and answers, by the very schemas that it checks and describes itself with. */

export type Me = z.infer<typeof me>;
export type PlanSummary = z.infer<typeof planSummary>;
export type PlanList = z.infer<typeof planList>;
export type PlanDetail = z.infer<typeof planDetail>;
export type PlanApplied = z.infer<typeof planApplied>;
export type IndicatorList = z.infer<typeof indicatorList>;
export type IndicatorDetail = z.infer<typeof indicatorDetail>;
export type NewEvent = z.input<typeof newEvent>;
export type RecordedEvent = z.infer<typeof recordedEvent>;
export type MessageSummary = z.infer<typeof messageSummary>;
export type MessageList = z.infer<typeof messageList>;
export type MessageDetail = z.infer<typeof messageDetail>;
export type MessageChanged = z.infer<typeof messageChanged>;
export type ReportFormat = z.infer<typeof reportFormat>;
export type ReportQuery = { readonly kind: z.infer<typeof reportKind> } & Omit<z.input<typeof reportQuery>, 'format'>;
export type ProblemDetails = z.infer<typeof problemSchema>;
