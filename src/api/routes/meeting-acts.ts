import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import {
  cancelMeetingAs,
  changeMeetingAs,
  draftMinutesAs,
  holdMeetingAs,
  planMeetingAs,
  postponeMeetingAs,
  sendMeetingNoticeAs,
} from '../../acting/arrange-meetings.ts';
import { issueMeetingAs } from '../../acting/issue-meeting-as.ts';
import type { IssueOutcome, MeetingOutcome } from '../../acting/meeting-outcomes.ts';
import type { DefinitionCache } from '../../engine/definition-cache.ts';
import { explainRefusal } from '../../i18n/refusals.ts';
import { fitToLayout } from '../../meetings/fit-to-layout.ts';
import type { MeetingBody, MeetingDecision } from '../../meetings/meeting-body.ts';
import type { Language, Plan } from '../../plan/types.ts';
import { readFirstBody, readMinutesDraft } from '../../reading/meeting-minutes.ts';
import { meetingOf } from '../../reading/meetings.ts';
import { paperDocx } from '../../report/render/paper-docx.ts';
import type { ApiEnv, ApiParts, Caller } from '../api-parts.ts';
import { requireScope } from '../authenticate.ts';
import { allowed } from '../outcomes.ts';
import { Problem } from '../problem.ts';
import { readablePlan } from '../readable-plan.ts';
import { json, NOT_FOUND, problems, WRITE_PROBLEMS } from '../responses.ts';
import { meetingAct, meetingDone, meetingNumber, meetingPlanned } from '../schemas/meetings.ts';
import { planId, writeHeaders } from '../schemas/shared.ts';

const STALE = { 412: 'Somebody has changed the meeting since.' };

const postMeeting = createRoute({
  method: 'post',
  path: '/plans/{planId}/meetings',
  tags: ['Meetings'],
  summary: 'Plan a meeting',
  request: {
    params: z.object({ planId }),
    headers: writeHeaders,
    body: { required: true, content: { 'application/json': { schema: meetingPlanned } } },
  },
  responses: { 201: json(meetingDone, 'Planned'), ...problems({ ...NOT_FOUND, ...WRITE_PROBLEMS }) },
});

const postAct = createRoute({
  method: 'post',
  path: '/plans/{planId}/meetings/{number}/acts',
  tags: ['Meetings'],
  summary: 'Do something with a meeting',
  description:
    'Send its notice, record that it was held, save the draft of its minutes, issue them, move it, put it off or call it off. Decisions sent with a draft take the place of those before.',
  request: {
    params: z.object({ planId, number: meetingNumber }),
    headers: writeHeaders,
    body: { required: true, content: { 'application/json': { schema: meetingAct } } },
  },
  responses: { 200: json(meetingDone, 'Done'), ...problems({ ...NOT_FOUND, ...WRITE_PROBLEMS, ...STALE }) },
});

type Act = z.infer<typeof meetingAct>;

/** What is done with meetings. */
export function addMeetingActs(app: OpenAPIHono<ApiEnv>, parts: ApiParts, definitions: DefinitionCache): void {
  const { db, clock } = parts;

  app.openapi(postMeeting, async (c) => {
    requireScope(c.var.caller, 'record');
    const { stored } = await readablePlan(parts, c.var.caller, c.req.valid('param').planId);
    const { place, time, ...wish } = c.req.valid('json');
    const first = await readFirstBody(db, stored.body, wish, clock.now(), definitions);
    const body = place === null ? first : { ...first, place };
    const meeting = { ...wish, planId: stored.id, time, body };
    return c.json(doneOr(await planMeetingAs(parts, c.var.caller.viewer, meeting), c.var.language), 201);
  });

  app.openapi(postAct, async (c) => {
    requireScope(c.var.caller, 'record');
    const { planId: id, number } = c.req.valid('param');
    const { stored } = await readablePlan(parts, c.var.caller, id);
    const answer = await doIt(c.var.caller, stored.body, Number(number), c.req.valid('json'));
    return c.json(doneOr(answer, c.var.language), 200);
  });

  async function doIt(
    { viewer }: Caller,
    plan: Plan,
    number: number,
    act: Act,
  ): Promise<MeetingOutcome | IssueOutcome> {
    const of = { planId: plan.id, number, seen: act.seen };
    switch (act.act) {
      case 'sendNotice':
        return sendMeetingNoticeAs(parts, viewer, { ...of, by: act.by });
      case 'hold':
        return holdMeetingAs(parts, viewer, { ...of, on: act.on });
      case 'move':
        return changeMeetingAs(parts, viewer, { ...of, day: act.day, time: act.time });
      case 'postpone':
        return postponeMeetingAs(parts, viewer, { ...of, reason: act.reason });
      case 'cancel':
        return cancelMeetingAs(parts, viewer, { ...of, reason: act.reason });
    }
    const meeting = await meetingOf(db, plan.id, number, clock.now(), definitions);
    if (!meeting) return { outcome: 'notFound' };
    // What is drafted or issued is of this version: what somebody saves meanwhile is not lost, nor issued unread.
    const seen = act.seen ?? meeting.version;
    if (act.act === 'draft') {
      const body = act.decisions === undefined ? meeting.body : withDecisions(meeting.body, act.decisions, plan);
      return draftMinutesAs(parts, viewer, { ...of, seen, body });
    }
    const draft = await readMinutesDraft(db, plan, meeting, clock.now(), definitions);
    if (draft === null) return { outcome: 'notNow', stage: meeting.stage };
    const content = await paperDocx(draft.paper);
    return issueMeetingAs(parts, viewer, { ...of, seen, minutes: { name: `${meeting.code}-minutes.docx`, content } });
  }
}

/** The decisions instead of those before, where the layout of the minutes tells them. */
function withDecisions(body: MeetingBody, decisions: readonly MeetingDecision[], plan: Plan): MeetingBody {
  return fitToLayout({ ...body, agenda: body.agenda.map((item) => ({ ...item, decisions: [] })), decisions }, plan);
}

function doneOr(outcome: MeetingOutcome | IssueOutcome, language: Language): z.infer<typeof meetingDone> {
  const answer = allowed(outcome);
  switch (answer.outcome) {
    case 'done': {
      const { number, version, letters } = answer;
      const settlement = 'settlement' in answer ? answer.settlement : null;
      const settled = settlement?.outcome === 'settled' ? settlement.code : null;
      return { number, version, letters, actions: 'actions' in answer ? [...answer.actions] : [], settled };
    }
    case 'stale':
      throw new Problem('stale', { detail: `version: ${answer.version}` });
    case 'notNow':
      throw new Problem('conflict', { detail: `stage: ${answer.stage}` });
    case 'refused':
      throw new Problem('refused', { detail: explainRefusal(answer.refusal, language) });
    case 'fileRefused':
      throw new Problem('fileRefused', { detail: `file: ${answer.fault.code}` });
    case 'faulty':
      throw new Problem('invalidRequest', {
        errors: answer.faults.map(({ field, code, ...more }) => ({
          pointer: `#/${field}${'decision' in more ? `/${more.decision}` : ''}`,
          detail: code,
        })),
      });
  }
}
