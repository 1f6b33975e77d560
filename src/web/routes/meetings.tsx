import { type Context, Hono } from 'hono';
import { planMeetingAs } from '../../acting/arrange-meetings.ts';
import type { DefinitionCache } from '../../engine/definition-cache.ts';
import { formatFiscalYear } from '../../i18n/format.ts';
import type { Language, Plan } from '../../plan/types.ts';
import { readFirstBody } from '../../reading/meeting-minutes.ts';
import { MEETING_KINDS } from '../../report/minutes/meeting.ts';
import { faultsInWords, refusedInWords } from '../meeting-faults.ts';
import { readWhen } from '../meeting-forms/arrangements-form.ts';
import { FieldReader } from '../meeting-forms/form-texts.ts';
import { meetingPath, meetingsPath, settlesValue } from '../meeting-paths.ts';
import { type MeetingPlan, type MeetingsFacts, readMeetingPlan, readMeetings } from '../meeting-reading.ts';
import { type Page, showPage } from '../page-layout.tsx';
import { MeetingList } from '../pages/meetings/meeting-list.tsx';
import { NewMeetingPage } from '../pages/meetings/new-meeting-page.tsx';
import type { FormFaults, Typed } from '../parts/fields.tsx';
import { planPath } from '../paths.ts';
import { showForbidden } from '../show-forbidden.tsx';
import { textFields } from '../text-fields.ts';
import type { WebApp, WebEnv, WebParts } from '../web-parts.ts';
import { meetingPageWords } from '../wording/meeting-page-words.ts';
import { wordingIn } from '../wording/wording.ts';

export const MEETINGS = '/plans/:id{[a-z0-9-]+}/meetings';

/** `/plans/:id/meetings`, and where one is planned. */
export function meetingRoutes(parts: WebParts, definitions: DefinitionCache): WebApp {
  const { engine, clock, calendars, evidence } = parts;
  const { db } = parts.database;
  const app = new Hono<WebEnv>();

  app.get(MEETINGS, async (c) => {
    const { language } = c.var;
    const found = await planOf(c);
    if (!found) return c.notFound();
    const facts = await readMeetings(db, found, clock.now(), definitions);
    const content = <MeetingList facts={facts} language={language} />;
    const title = meetingPageWords(language).meetings;
    return showPage(c, { title, section: 'plans', trail: trailOfPlan(found.plan, language), content });
  });

  app.get(`${MEETINGS}/new`, async (c) => {
    const asked = await arranger(c);
    if (!('plan' in asked)) return asked;
    const facts = await readMeetings(db, asked, clock.now(), definitions);
    return show(c, facts, { settles: c.req.query('settles') ?? firstOwed(facts), kind: 'review' }, {});
  });

  app.post(MEETINGS, async (c) => {
    const asked = await arranger(c);
    if (!('plan' in asked)) return asked;
    const { plan } = asked;
    const { language } = c.var;
    const now = clock.now();
    const typed = await textFields(c);
    const facts = await readMeetings(db, asked, now, definitions);
    const { day, time, faults } = readWhen(typed);
    const kind = MEETING_KINDS.find((one) => one === typed.kind);
    const choice = typed.settles ?? '';
    const owed = facts.owed.find((one) => settlesValue(one.indicator.code, one.occurrence) === choice);
    const fields = new FieldReader(typed);
    const place = fields.text('place');
    const all = {
      ...faults,
      ...fields.faults,
      ...(kind === undefined ? { kind: 'kindMissing' as const } : {}),
      ...(choice !== '' && !owed ? { settles: 'settlesUnknown' as const } : {}),
    };
    if (day === null || kind === undefined || Object.keys(all).length > 0) {
      return show(c, facts, typed, faultsInWords(all, language), 422);
    }
    const wish = { kind, day, settles: owed?.indicator.code ?? null, occurrence: owed?.occurrence ?? null };
    const first = await readFirstBody(db, plan, wish, now, definitions);
    const body = place === '' ? first : { ...first, place };
    const answer = await planMeetingAs({ db, engine, clock, calendars, evidence }, c.var.session!.viewer, {
      ...{ planId: plan.id, time, body },
      ...wish,
    });
    if (answer.outcome === 'notFound') return c.notFound();
    if (answer.outcome === 'forbidden') return showForbidden(c, answer.verdict, backTo(plan, language));
    if (answer.outcome !== 'done') return show(c, facts, typed, refusedInWords(answer, language), 422);
    return c.redirect(`${meetingPath(plan.id, answer.number)}?done=planned`, 303);
  });
  return app;

  function planOf(c: Context<WebEnv>): Promise<MeetingPlan | null> {
    return readMeetingPlan(db, c.req.param('id')!, c.var.session!.viewer, clock.now());
  }

  /** The plan, for somebody who may arrange its meetings; else the answer that says why not. */
  async function arranger(c: Context<WebEnv>): Promise<MeetingPlan | Response> {
    const found = await planOf(c);
    if (!found) return c.notFound();
    const { verdict, plan } = found;
    return verdict.allowed ? found : showForbidden(c, verdict, backTo(plan, c.var.language));
  }
}

function show(c: Context<WebEnv>, facts: MeetingsFacts, typed: Typed, faults: FormFaults, status: 200 | 422 = 200) {
  const { language } = c.var;
  const content = (
    <NewMeetingPage facts={facts} session={c.var.session!} language={language} typed={typed} faults={faults} />
  );
  const title = meetingPageWords(language).newTitle;
  return showPage(c, { title, section: 'plans', trail: trailOfMeetings(facts.plan, language), content }, status);
}

function firstOwed({ owed: [first] }: MeetingsFacts): string {
  return first ? settlesValue(first.indicator.code, first.occurrence) : '';
}

export function backTo(plan: Plan, language: Language) {
  return { href: meetingsPath(plan.id), label: meetingPageWords(language).meetings };
}

export function trailOfPlan(plan: Plan, language: Language): NonNullable<Page['trail']> {
  const year = formatFiscalYear(plan.fiscalYear, language);
  return [{ href: planPath(plan.id), label: `${plan.office.name[language]}, ${wordingIn(language).workPlan} ${year}` }];
}

export function trailOfMeetings(plan: Plan, language: Language): NonNullable<Page['trail']> {
  return [...trailOfPlan(plan, language), backTo(plan, language)];
}
