import { type Context, Hono } from 'hono';
import {
  cancelMeetingAs,
  changeMeetingAs,
  draftMinutesAs,
  holdMeetingAs,
  postponeMeetingAs,
  sendMeetingNoticeAs,
} from '../../acting/arrange-meetings.ts';
import { issueMeetingAs } from '../../acting/issue-meeting-as.ts';
import type { IssueOutcome, MeetingOutcome, OfMeeting } from '../../acting/meeting-outcomes.ts';
import { parseHumanDate } from '../../calendar/parse-date.ts';
import type { DefinitionCache } from '../../engine/definition-cache.ts';
import { formatCode } from '../../i18n/format.ts';
import type { MeetingBody } from '../../meetings/meeting-body.ts';
import { readMinutesDraft } from '../../reading/meeting-minutes.ts';
import { actionItemsOf } from '../../reading/meetings.ts';
import { paperDocx } from '../../report/render/paper-docx.ts';
import { faultsInWords, refusedInWords } from '../meeting-faults.ts';
import { readAgenda, typedAgenda } from '../meeting-forms/agenda-form.ts';
import { readArrangements, readWhen, typedArrangements, typedWhen } from '../meeting-forms/arrangements-form.ts';
import { readDecisions, typedDecisions } from '../meeting-forms/decisions-form.ts';
import { readDiscussion, typedDiscussion } from '../meeting-forms/discussion-form.ts';
import type { PartReading } from '../meeting-forms/form-texts.ts';
import { readAttendance, readPaper, typedAttendance, typedPaper } from '../meeting-forms/paper-form.ts';
import {
  editMeetingPath,
  MEETING_BUTTONS,
  MEETING_PARTS,
  type MeetingButton,
  type MeetingPart,
  meetingPath,
  minutesName,
} from '../meeting-paths.ts';
import { type MeetingFacts, readMeeting, readMeetingPlan } from '../meeting-reading.ts';
import { showPage } from '../page-layout.tsx';
import { EditMeetingPage, type EditMeetingProps } from '../pages/meetings/edit-meeting-page.tsx';
import { MeetingPage, type MeetingPageProps, mayEdit } from '../pages/meetings/meeting-page.tsx';
import type { FormFaults, Typed } from '../parts/fields.tsx';
import { showForbidden } from '../show-forbidden.tsx';
import { textFields } from '../text-fields.ts';
import type { WebApp, WebEnv, WebParts } from '../web-parts.ts';
import { meetingPageWords } from '../wording/meeting-page-words.ts';
import { MEETINGS, trailOfMeetings } from './meetings.tsx';

export const MEETING = `${MEETINGS}/:number{[1-9][0-9]{0,5}}`;

/** `/plans/:id/meetings/:number`: a meeting, its forms, and its buttons. */
export function meetingActRoutes(parts: WebParts, definitions: DefinitionCache): WebApp {
  const { engine, clock, calendars, evidence } = parts;
  const { db } = parts.database;
  const acting = { db, engine, clock, calendars, evidence };
  const app = new Hono<WebEnv>();

  app.get(MEETING, async (c) => {
    const facts = await factsOf(c);
    return facts ? show(c, facts, { done: c.req.query('done') }) : c.notFound();
  });

  app.get(`${MEETING}/edit/:part{[a-z]+}`, async (c) => {
    const asked = await editor(c);
    if (!('facts' in asked)) return asked;
    const { facts, part } = asked;
    if (!mayEdit(facts, part)) return show(c, facts, { returned: refusedAt(facts, part, c) }, 409);
    const typed = typedOf(part, facts, c);
    return showEdit(c, asked, { typed, faults: {}, wasSaved: c.req.query('done') === 'saved' });
  });

  app.post(`${MEETING}/edit/:part{[a-z]+}`, async (c) => {
    const asked = await editor(c);
    if (!('facts' in asked)) return asked;
    const { facts, part } = asked;
    const { plan, meeting } = facts;
    const { language } = c.var;
    const typed = await textFields(c);
    const seen = numberIn(typed.seen);
    if (seen !== meeting.version) return showEdit(c, asked, { typed, faults: {}, isStale: true }, 409);
    const canMove = meeting.acts.includes('change');
    const reading = readPart(part, typed, facts);
    const when = part === 'arrangements' && canMove ? readWhen(typed) : null;
    const faults = { ...when?.faults, ...reading.faults };
    if (Object.keys(faults).length > 0) {
      return showEdit(c, asked, { typed, faults: faultsInWords(faults, language) }, 422);
    }
    const of: OfMeeting = { planId: plan.id, number: meeting.number, seen };
    const { viewer } = c.var.session!;
    const { body } = reading;
    const answer = meeting.acts.includes('change')
      ? await changeMeetingAs(acting, viewer, { ...of, body, ...(when ? { day: when.day!, time: when.time } : {}) })
      : await draftMinutesAs(acting, viewer, { ...of, body });
    if (answer.outcome === 'notFound') return c.notFound();
    if (answer.outcome === 'forbidden') return forbid(c, facts, answer);
    if (answer.outcome === 'stale') return showEdit(c, asked, { typed, faults: {}, isStale: true }, 409);
    if (answer.outcome !== 'done') {
      return showEdit(c, asked, { typed, faults: refusedInWords(answer, language) }, 422);
    }
    const back = typed.more ? editMeetingPath(plan.id, meeting.number, part) : meetingPath(plan.id, meeting.number);
    return c.redirect(`${back}?done=saved`, 303);
  });

  app.post(`${MEETING}/:act{(?:${MEETING_BUTTONS.join('|')})}`, async (c) => {
    const facts = await factsOf(c);
    if (!facts) return c.notFound();
    const { plan, meeting, verdict } = facts;
    if (!verdict.allowed) return forbid(c, facts, { verdict });
    const act = c.req.param('act') as MeetingButton;
    const typed = await textFields(c);
    const returned = (faults: FormFaults) => ({ act, typed, faults });
    const on = (typed.on ?? '') === '' ? undefined : parseHumanDate(typed.on!);
    if (act === 'hold' && on === null) {
      const fault = { on: meetingPageWords(c.var.language).onFaults.invalid };
      return show(c, facts, { returned: returned(fault) }, 422);
    }
    const answer = await doIt(c, facts, act, typed, on ?? undefined);
    if (answer.outcome === 'notFound') return c.notFound();
    if (answer.outcome === 'forbidden') return forbid(c, facts, answer);
    if (answer.outcome !== 'done') {
      const now = (await factsOf(c)) ?? facts;
      const status = answer.outcome === 'stale' || answer.outcome === 'notNow' ? 409 : 422;
      return show(c, now, { returned: returned(refusedInWords(answer, c.var.language)) }, status);
    }
    const isUnsettled = 'settlement' in answer && answer.settlement.outcome === 'refused';
    return c.redirect(`${meetingPath(plan.id, meeting.number)}?done=${isUnsettled ? 'unsettled' : act}`, 303);
  });
  return app;

  async function doIt(
    c: Context<WebEnv>,
    facts: MeetingFacts,
    act: MeetingButton,
    typed: Typed,
    on: string | undefined,
  ): Promise<MeetingOutcome | IssueOutcome> {
    const { plan, meeting } = facts;
    const of: OfMeeting = { planId: plan.id, number: meeting.number, seen: numberIn(typed.seen) };
    const { viewer } = c.var.session!;
    const reason = typed.reason ?? '';
    switch (act) {
      case 'notice':
        return sendMeetingNoticeAs(acting, viewer, { ...of, by: typed.onPaper === undefined ? 'letter' : 'otherwise' });
      case 'hold':
        return holdMeetingAs(acting, viewer, { ...of, on });
      case 'draft':
        return draftMinutesAs(acting, viewer, { ...of, body: meeting.body });
      case 'postpone':
        return postponeMeetingAs(acting, viewer, { ...of, reason });
      case 'cancel':
        return cancelMeetingAs(acting, viewer, { ...of, reason });
      case 'issue': {
        const draft = await readMinutesDraft(db, plan, meeting, clock.now(), definitions);
        if (draft === null) return { outcome: 'notNow', stage: meeting.stage };
        const content = await paperDocx(draft.paper);
        // The paper is of this version: what somebody saves meanwhile is not to be issued unread.
        const seen = of.seen ?? meeting.version;
        return issueMeetingAs(acting, viewer, {
          ...{ ...of, seen },
          minutes: { name: minutesName(meeting.number, 'docx'), content },
        });
      }
    }
  }

  async function factsOf(c: Context<WebEnv>): Promise<MeetingFacts | null> {
    const now = clock.now();
    const { id, number } = c.req.param() as { id: string; number: string };
    const found = await readMeetingPlan(db, id, c.var.session!.viewer, now);
    return found && readMeeting(db, found, Number(number), now, definitions);
  }

  /** The meeting and the part of it that an address names, for somebody who may arrange it. */
  async function editor(c: Context<WebEnv>): Promise<Editing | Response> {
    const facts = await factsOf(c);
    const part = MEETING_PARTS.find((one) => one === c.req.param('part'));
    if (!facts || !part) return c.notFound();
    return facts.verdict.allowed ? { facts, part } : forbid(c, facts, { verdict: facts.verdict });
  }

  async function show(
    c: Context<WebEnv>,
    facts: MeetingFacts,
    more: Pick<MeetingPageProps, 'done' | 'returned'>,
    status: 200 | 409 | 422 = 200,
  ) {
    const { language } = c.var;
    const { plan, meeting } = facts;
    const all = meeting.stage === 'issued' ? await actionItemsOf(db, plan.id, clock.now(), { definitions }) : [];
    const items = all.filter((item) => item.meeting === meeting.number);
    const content = <MeetingPage facts={facts} items={items} session={c.var.session!} language={language} {...more} />;
    const title = `${formatCode(meeting.code, language)} ${meetingPageWords(language).kind[meeting.kind]}`;
    return showPage(c, { title, section: 'plans', trail: trailOfMeetings(plan, language), content }, status);
  }

  async function showEdit(
    c: Context<WebEnv>,
    { facts, part }: Editing,
    more: Pick<EditMeetingProps, 'typed' | 'faults' | 'isStale' | 'wasSaved'>,
    status: 200 | 409 | 422 = 200,
  ) {
    const { language } = c.var;
    const { plan, meeting } = facts;
    const draft = part === 'discussion' ? await readMinutesDraft(db, plan, meeting, clock.now(), definitions) : null;
    const rows =
      Math.max(0, ...Object.keys(more.typed).map((name) => numberIn(/^text-(\d+)$/.exec(name)?.[1]) ?? -1)) + 1;
    const content = <EditMeetingPage {...{ facts, part, draft, rows, language }} session={c.var.session!} {...more} />;
    const say = meetingPageWords(language);
    const code = formatCode(meeting.code, language);
    const trail = [
      ...trailOfMeetings(plan, language),
      { href: meetingPath(plan.id, meeting.number), label: `${code} ${say.kind[meeting.kind]}` },
    ];
    return showPage(c, { title: `${code}: ${say.part[part].title}`, section: 'plans', trail, content }, status);
  }
}

interface Editing {
  readonly facts: MeetingFacts;
  readonly part: MeetingPart;
}

function forbid(
  c: Context<WebEnv>,
  { plan, meeting }: MeetingFacts,
  { verdict }: { readonly verdict: Parameters<typeof showForbidden>[1] },
): Response {
  const label = formatCode(meeting.code, c.var.language);
  return showForbidden(c, verdict, { href: meetingPath(plan.id, meeting.number), label });
}

function refusedAt({ meeting }: MeetingFacts, part: MeetingPart, c: Context<WebEnv>) {
  const faults = refusedInWords({ outcome: 'notNow', stage: meeting.stage }, c.var.language);
  return { act: part, typed: {}, faults };
}

function typedOf(part: MeetingPart, { plan, meeting }: MeetingFacts, c: Context<WebEnv>): Typed {
  const { language } = c.var;
  const { body, day, time } = meeting;
  switch (part) {
    case 'arrangements':
      return { ...typedArrangements(body), ...typedWhen(day, time, language) };
    case 'agenda':
      return typedAgenda(body);
    case 'attendance':
      return typedAttendance(body);
    case 'discussion':
      return typedDiscussion(body);
    case 'decisions':
      return typedDecisions(body, language);
    case 'paper':
      return typedPaper(body, plan, language);
  }
}

function readPart(part: MeetingPart, typed: Typed, { plan, meeting }: MeetingFacts): PartReading {
  const body: MeetingBody = meeting.body;
  switch (part) {
    case 'arrangements':
      return readArrangements(typed, body, plan, meeting.acts.includes('change'));
    case 'agenda':
      return readAgenda(typed, body, plan);
    case 'attendance':
      return readAttendance(typed, body);
    case 'discussion':
      return readDiscussion(typed, body, plan);
    case 'decisions':
      return readDecisions(typed, body, plan);
    case 'paper':
      return readPaper(typed, body, plan);
  }
}

function numberIn(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
