import { z } from '@hono/zod-openapi';
import { bilingual, instant, language, localDate, nextCursor, role } from './shared.ts';

const posts = z
  .object({
    focalPoint: z.string().nullable(),
    innovationOfficer: z.string().nullable(),
    supervisor: z.string().nullable(),
    headOfOffice: z.string().nullable(),
    superiorAuthority: z.string().nullable(),
  })
  .openapi('RolePosts', { description: 'Which post of the plan plays each part.' });

const target = z.union([localDate, z.number()]).openapi({ description: 'A day, or a number.' });

const office = z.object({ id: z.string(), name: bilingual });

const indicator = z
  .object({
    code: z.string(),
    kind: z.enum(['milestone', 'recurring', 'count', 'percentage', 'report', 'meeting', 'action']),
    title: bilingual,
    unit: z.enum(['date', 'number', 'percent']),
    weight: z.number().nullable(),
    target,
    due: localDate,
    criteria: z.array(z.object({ percent: z.number(), target })),
    steps: z.array(
      z.object({ id: z.string(), title: bilingual, evidenceRequired: z.boolean(), anyOrder: z.boolean() }),
    ),
    evidenceRequired: z.boolean(),
    occurrences: z.array(z.object({ id: z.string(), title: bilingual, from: localDate, due: localDate })),
    measure: z.enum(['cumulative', 'rate']).nullable(),
    posts,
    guidance: bilingual.nullable(),
  })
  .openapi('PlanIndicator', { description: 'An indicator as the plan has it.' });

const policy = z
  .object({
    id: z.string(),
    hour: z.string(),
    reminders: z.object({ to: z.array(role), daysBefore: z.array(z.number()), onTheDay: z.boolean() }),
    escalations: z.array(z.object({ to: z.array(role), workingDaysAfter: z.number() })),
    followUp: z.object({ to: z.array(role), everyDays: z.number() }).nullable(),
  })
  .openapi('Policy', { description: 'Who is told what, and when, around a deadline.' });

export const planDetail = z
  .object({
    version: z.number().int(),
    appliedAt: instant,
    id: z.string(),
    office,
    fiscalYear: z.string(),
    opens: localDate,
    closes: localDate,
    zone: z.string(),
    language,
    calendar: z.string(),
    policy,
    totalWeight: z.number().nullable(),
    posts: z.array(z.object({ id: z.string(), title: bilingual })),
    people: z.array(
      z.object({
        id: z.string(),
        name: bilingual,
        email: z.string(),
        language: language.nullable(),
        holds: z.array(
          z.object({
            post: z.string(),
            from: localDate.nullable(),
            to: localDate.nullable(),
            deputy: z.boolean(),
          }),
        ),
      }),
    ),
    lastResort: z.string(),
    activities: z.array(z.object({ code: z.string(), title: bilingual, indicators: z.array(indicator) })),
  })
  .openapi('Plan', { description: 'A plan as it is in force.' });

const statusCounts = z
  .object({
    notStarted: z.number().int(),
    inProgress: z.number().int(),
    achieved: z.number().int(),
    notAchieved: z.number().int(),
    onHold: z.number().int(),
    withdrawn: z.number().int(),
  })
  .openapi('StatusCounts', { description: 'How many indicators are in each state.' });

export const planSummary = z
  .object({
    id: z.string(),
    office,
    fiscalYear: z.string(),
    zone: z.string(),
    posts: z.array(z.object({ id: z.string(), title: bilingual })),
    version: z.number().int(),
    appliedAt: instant,
    indicators: z.number().int(),
    statuses: statusCounts,
  })
  .openapi('PlanSummary');

export const planList = z.object({ items: z.array(planSummary), nextCursor }).openapi('PlanList');

export const me = z
  .object({
    address: z.string().nullable().openapi({ description: 'Null for the administrator of the console.' }),
    isAdministrator: z.boolean(),
    token: z.object({
      name: z.string(),
      scopes: z.array(z.enum(['read', 'record', 'administer'])),
      expiresAt: instant.nullable(),
    }),
    plans: z
      .array(z.object({ id: z.string(), posts: z.array(z.object({ post: z.string(), roles: z.array(role) })) }))
      .openapi({ description: 'The plans that name this person, with the posts held today.' }),
  })
  .openapi('Me');
