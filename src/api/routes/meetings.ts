import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { toIsoWithOffset } from '../../calendar/local-time.ts';
import type { DefinitionCache } from '../../engine/definition-cache.ts';
import type { Plan } from '../../plan/types.ts';
import { readMinutesDraft } from '../../reading/meeting-minutes.ts';
import { actionItemsOf, type MeetingReading, meetingOf, meetingsOfPlan } from '../../reading/meetings.ts';
import { paperDocx } from '../../report/render/paper-docx.ts';
import { paperHtml } from '../../report/render/paper-html.tsx';
import type { ApiEnv, ApiParts, Caller } from '../api-parts.ts';
import { requireScope } from '../authenticate.ts';
import { Problem } from '../problem.ts';
import { readablePlan } from '../readable-plan.ts';
import { json, NOT_FOUND, problems } from '../responses.ts';
import { actionItem, meetingDetail, meetingNumber, meetingSummary } from '../schemas/meetings.ts';
import { planId } from '../schemas/shared.ts';

/** What is known to be JSON already, whatever its types say. */
// biome-ignore lint/suspicious/noExplicitAny: it is passed on as it is
type JsonObject = Record<string, any>;

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const getMeetings = createRoute({
  method: 'get',
  path: '/plans/{planId}/meetings',
  tags: ['Meetings'],
  summary: 'List the meetings of a plan',
  request: { params: z.object({ planId }) },
  responses: { 200: json(z.object({ items: z.array(meetingSummary) }), 'Meetings'), ...problems(NOT_FOUND) },
});

const getMeeting = createRoute({
  method: 'get',
  path: '/plans/{planId}/meetings/{number}',
  tags: ['Meetings'],
  summary: 'Read a meeting',
  request: { params: z.object({ planId, number: meetingNumber }) },
  responses: { 200: json(meetingDetail, 'The meeting'), ...problems(NOT_FOUND) },
});

const bytes = { schema: { type: 'string' as const, format: 'binary' } };

const getMinutes = createRoute({
  method: 'get',
  path: '/plans/{planId}/meetings/{number}/minutes',
  tags: ['Meetings'],
  summary: 'Read the minutes of a meeting',
  description: 'As they would be issued now; once issued, the Word file is the one that was issued.',
  request: {
    params: z.object({ planId, number: meetingNumber }),
    query: z.object({ format: z.enum(['json', 'docx', 'html']).default('json') }),
  },
  responses: {
    200: {
      description: 'The minutes',
      content: {
        'application/json': { schema: z.record(z.string(), z.unknown()) },
        [WORD]: bytes,
        'text/html': { schema: z.string() },
      },
    },
    ...problems(NOT_FOUND),
  },
});

const getActions = createRoute({
  method: 'get',
  path: '/plans/{planId}/actions',
  tags: ['Meetings'],
  summary: 'List what meetings decided',
  description: 'Decisions that a post has to carry out by a day.',
  request: { params: z.object({ planId }), query: z.object({ open: z.enum(['true', 'false']).optional() }) },
  responses: { 200: json(z.object({ items: z.array(actionItem) }), 'Action items'), ...problems(NOT_FOUND) },
});

/** `/plans/{planId}/meetings` and what they decided. */
export function addMeetings(app: OpenAPIHono<ApiEnv>, parts: ApiParts, definitions: DefinitionCache): void {
  const { db, clock, evidence } = parts;

  app.openapi(getMeetings, async (c) => {
    requireScope(c.var.caller, 'read');
    const { stored } = await readablePlan(parts, c.var.caller, c.req.valid('param').planId);
    const meetings = await meetingsOfPlan(db, stored.id, clock.now(), definitions);
    return c.json({ items: meetings.map((meeting) => summaryOf(meeting, stored.body)) }, 200);
  });

  app.openapi(getMeeting, async (c) => {
    requireScope(c.var.caller, 'read');
    const { plan, meeting } = await readableMeeting(c.var.caller, c.req.valid('param'));
    const { acts, reason, body } = meeting;
    return c.json({ ...summaryOf(meeting, plan), acts: [...acts], reason, body: { ...body } as JsonObject }, 200);
  });

  app.openapi(getMinutes, async (c) => {
    requireScope(c.var.caller, 'read');
    const { plan, meeting } = await readableMeeting(c.var.caller, c.req.valid('param'));
    const { format } = c.req.valid('query');
    if (format === 'docx' && meeting.minutes !== null) {
      const kept = await evidence.find(meeting.minutes.hash);
      if (!kept) throw new Problem('notFound');
      const chunks: Uint8Array[] = [];
      for await (const chunk of kept.open()) chunks.push(chunk as Uint8Array);
      return fileOf(new Uint8Array(Buffer.concat(chunks)), meeting.code);
    }
    const draft = await readMinutesDraft(db, plan, meeting, meeting.issuedAt ?? clock.now(), definitions);
    if (draft === null) throw new Problem('notFound', { detail: 'The plan was not in force on that day.' });
    if (format === 'docx') return fileOf(new Uint8Array(await paperDocx(draft.paper)), meeting.code);
    if (format === 'html') return c.html(paperHtml(draft.paper), 200) as never;
    return c.json(draft.minutes as unknown as JsonObject, 200);
  });

  app.openapi(getActions, async (c) => {
    requireScope(c.var.caller, 'read');
    const { stored } = await readablePlan(parts, c.var.caller, c.req.valid('param').planId);
    const { open } = c.req.valid('query');
    const wish = open === undefined ? {} : { open: open === 'true' };
    const items = await actionItemsOf(db, stored.id, clock.now(), { ...wish, definitions });
    return c.json({ items: items.map(itemJson) }, 200);
  });

  async function readableMeeting(caller: Caller, { planId: id, number }: { planId: string; number: string }) {
    const { stored } = await readablePlan(parts, caller, id);
    const meeting = await meetingOf(db, id, Number(number), clock.now(), definitions);
    if (!meeting) throw new Problem('notFound');
    return { plan: stored.body, meeting };
  }
}

function summaryOf(meeting: MeetingReading, { zone }: Plan): z.infer<typeof meetingSummary> {
  const { number, code, kind, day, time, body, stage, settles, occurrence, deadlines, version, issuedAt } = meeting;
  return {
    ...{ number, code, kind, day, time, place: body.place, stage, settles, occurrence, version },
    deadlines: deadlines.map(({ checkpoint, due, metOn }) => ({ checkpoint, due, metOn })),
    issuedAt: issuedAt === null ? null : toIsoWithOffset(issuedAt, zone),
  };
}

function itemJson(item: Awaited<ReturnType<typeof actionItemsOf>>[number]): z.infer<typeof actionItem> {
  const { code, meeting, decidedOn, text, post, implementers, about, due, daysLeft, status } = item;
  const { achievedOn, late, note, reason } = item;
  return {
    ...{ code, meeting, decidedOn, text, post, about, due, daysLeft, status, achievedOn, late, note, reason },
    implementers: [...implementers],
  };
}

function fileOf(content: Uint8Array<ArrayBuffer>, code: string): never {
  const headers = {
    'Content-Type': WORD,
    'Content-Disposition': `attachment; filename="${code}-minutes.docx"`,
    'X-Content-Type-Options': 'nosniff',
  };
  // The route's types know of JSON alone.
  return new Response(content, { headers }) as never;
}
