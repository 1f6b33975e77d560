import { z } from '@hono/zod-openapi';
import { bilingual, instant, localDate, nextCursor, person, role } from './shared.ts';

export const actionType = z.enum([
  'completeStep',
  'recordNumber',
  'recordReading',
  'holdOccurrence',
  'complete',
  'suspend',
  'resume',
  'declareNotAchieved',
  'withdraw',
  'reopen',
]);

const notice = z
  .object({
    at: instant,
    rung: z.string(),
    kind: z.enum(['reminder', 'due', 'escalation', 'followUp']),
    checkpoint: z.string(),
    to: z.array(z.object({ post: z.string(), person: z.string() })),
  })
  .openapi('NoticeAhead', { description: 'A notice to come, should nothing happen before.' });

export const indicatorStatus = z
  .object({
    code: z.string(),
    title: bilingual,
    kind: z.enum(['milestone', 'recurring', 'count', 'percentage', 'report', 'meeting', 'action']),
    weight: z.number().nullable(),
    status: z.enum(['notStarted', 'inProgress', 'achieved', 'notAchieved', 'onHold', 'withdrawn']),
    deadline: z.enum(['upcoming', 'dueSoon', 'dueToday', 'overdue', 'met', 'paused', 'closed']),
    due: localDate.openapi({ description: 'The earliest day by which something is still owed.' }),
    daysLeft: z.number().int().openapi({ description: 'Negative when that day is past.' }),
    target: z.union([localDate, z.number()]),
    achieved: z.number().nullable(),
    inTime: z.number().nullable().openapi({ description: 'As achieved, but only what was done by its day.' }),
    owed: z.array(localDate).openapi({ description: 'The days by which something is still owed, the earliest first.' }),
    achievedOn: localDate.nullable(),
    late: z.boolean(),
    onTarget: z.boolean().openapi({ description: 'All that was due so far is met.' }),
    stepsLeft: z.array(z.string()),
    next: notice.nullable(),
    fault: z.string().nullable().openapi({ description: 'Why an error set it aside; null while all is well.' }),
  })
  .openapi('IndicatorStatus');

export const indicatorList = z
  .object({
    plan: z.string(),
    version: z.number().int().openapi({ description: 'The version of the plan.' }),
    today: localDate,
    items: z.array(indicatorStatus),
    nextCursor,
  })
  .openapi('IndicatorStatusList');

const file = z.object({ hash: z.string(), name: z.string(), mediaType: z.string(), size: z.number().int() });

const evidence = z
  .object({ reference: z.string(), date: localDate.nullable(), file: file.optional() })
  .openapi('Evidence', { description: 'A paper that shows an achievement.' });

export const logEntry = z
  .object({
    seq: z.number().int(),
    type: z.string().openapi({ description: 'What somebody did, or `begin`, `fire`, `redefine`.' }),
    at: instant,
    on: localDate.optional().openapi({ description: 'The day on which it happened.' }),
    by: person.optional(),
    evidence: z.array(evidence).optional(),
    note: z.string().nullable().optional(),
    reason: z.string().nullable().optional(),
    step: z.string().optional(),
    occurrence: z.string().nullable().optional(),
    number: z.number().optional(),
    value: z.number().optional(),
    ladder: z.string().optional(),
    moved: z.boolean().optional(),
  })
  .openapi('LogEntry', { description: 'An entry of the event log.' });

const toldNotice = z
  .object({
    rungAt: instant,
    rung: z.string(),
    kind: z.enum(['reminder', 'due', 'escalation', 'followUp']),
    checkpoint: z.string(),
    role,
    status: z.enum(['pending', 'skipped', 'messaged']),
    skipReason: z.string().nullable(),
    message: z.number().int().nullable().openapi({ description: 'The number of the letter that told of it.' }),
    messageStatus: z.string().nullable(),
  })
  .openapi('NoticeTold', { description: 'A notice so far, and what came of it.' });

export const indicatorDetail = indicatorStatus
  .extend({
    plan: z.string(),
    version: z.number().int().openapi({ description: 'The number of its last log entry; also its ETag.' }),
    steps: z.array(z.object({ id: z.string(), title: bilingual, done: z.boolean() })),
    actionsOpen: z
      .array(actionType)
      .openapi({ description: 'What the state of the indicator allows now and your posts let you do.' }),
    ahead: z.array(notice),
    told: z.array(toldNotice),
    history: z.array(logEntry).openapi({ description: 'The oldest entry first.' }),
  })
  .openapi('Indicator');

export const recordedEvent = z
  .object({
    plan: z.string(),
    version: z.number().int(),
    recorded: z
      .array(logEntry)
      .openapi({ description: 'What was added to the log: deadlines that had come due, and the event.' }),
    indicator: indicatorStatus.omit({ next: true, fault: true }).openapi('IndicatorAfter'),
  })
  .openapi('RecordedEvent');
