import { type Context, Hono } from 'hono';
import { recordAs } from '../../acting/record-as.ts';
import { parseHumanDate } from '../../calendar/parse-date.ts';
import type { DefinitionCache } from '../../engine/definition-cache.ts';
import { formatCode } from '../../i18n/format.ts';
import { explainRefusal } from '../../i18n/refusals.ts';
import { owedUnder } from '../../plan/duties.ts';
import { type ActionItemReading, actionItemsOf } from '../../reading/meetings.ts';
import { mayDo, type Verdict } from '../../rights/rights.ts';
import { LONGEST_NOTE, LONGEST_REFERENCE } from '../action-form.ts';
import { actionPath, actionsPath } from '../meeting-paths.ts';
import { type MeetingPlan, readMeetingPlan } from '../meeting-reading.ts';
import { showPage } from '../page-layout.tsx';
import { ActionList, ActionPage } from '../pages/meetings/action-pages.tsx';
import type { FormFaults } from '../parts/fields.tsx';
import { fileFaults } from '../parts/file-field.tsx';
import { type FilledForm, readForm } from '../read-form.ts';
import { showForbidden } from '../show-forbidden.tsx';
import type { WebApp, WebEnv, WebParts } from '../web-parts.ts';
import { actWords } from '../wording/act-words.ts';
import { meetingPageWords } from '../wording/meeting-page-words.ts';
import { trailOfPlan } from './meetings.tsx';

const ACTIONS = '/plans/:id{[a-z0-9-]+}/actions';
const ACTION = '/plans/:id{[a-z0-9-]+}/meetings/:number{[1-9][0-9]{0,5}}/actions/:item{[1-9][0-9]{0,5}}';

/** `/plans/:id/actions`: what meetings decided that somebody has to do; and the page of one, with the form that settles it. */
export function actionRoutes(parts: WebParts, definitions: DefinitionCache): WebApp {
  const { engine, clock, evidence } = parts;
  const { db } = parts.database;
  const app = new Hono<WebEnv>();

  app.get(ACTIONS, async (c) => {
    const { language } = c.var;
    const found = await readMeetingPlan(db, c.req.param('id'), c.var.session!.viewer, clock.now());
    if (!found) return c.notFound();
    const { plan } = found;
    const items = await actionItemsOf(db, plan.id, clock.now(), { definitions });
    const content = <ActionList plan={plan} items={items} language={language} />;
    const title = meetingPageWords(language).actions;
    return showPage(c, { title, section: 'plans', trail: trailOfPlan(plan, language), content });
  });

  app.get(ACTION, async (c) => {
    const found = await itemOf(c);
    return found ? show(c, found, { done: c.req.query('done') === 'action' }) : c.notFound();
  });

  app.post(ACTION, async (c) => {
    const found = await itemOf(c);
    if (!found) return c.notFound();
    const { plan, today, item } = found;
    const { language } = c.var;
    const verdict = recordingOf(found, c);
    if (!verdict.allowed) return forbid(c, found, verdict);
    const form = await readForm(c, evidence);
    const { fields, files } = form;
    const say = actWords(language);
    const [note, reference] = [(fields.note ?? '').trim(), (fields.reference ?? '').trim().replace(/\s+/gu, ' ')];
    const on = (fields.on ?? '') === '' ? today : parseHumanDate(fields.on!);
    const faults: FormFaults = {
      ...(on === null ? { on: say.faults.dateInvalid } : on > today ? { on: say.faults.dateInFuture } : {}),
      ...(note.length > LONGEST_NOTE ? { note: say.faults.tooLong } : {}),
      ...(reference.length > LONGEST_REFERENCE ? { reference: say.faults.tooLong } : {}),
      ...fileFaults(form, language),
    };
    if (on === null || Object.keys(faults).length > 0) return show(c, found, { form, faults }, 422);
    const [file] = files;
    const paper = file?.evidenceFile;
    const papers =
      reference === '' && !paper
        ? []
        : [{ reference: reference || paper!.name, date: null, ...(paper ? { file: paper } : {}) }];
    const seen = /^\d{1,9}$/.test(fields.seen ?? '') ? Number(fields.seen) : undefined;
    const answer = await recordAs({ db, engine, clock, evidence }, c.var.session!.viewer, {
      ...{ planId: plan.id, code: item.code, on, seen, papers: files },
      action: { type: 'complete', evidence: papers, note: note || null },
    });
    if (answer.outcome === 'notFound') return c.notFound();
    if (answer.outcome === 'forbidden') return forbid(c, found, answer.verdict);
    const now = (await itemOf(c)) ?? found;
    if (answer.refusal !== null) {
      return show(c, now, { form, faults: { '': explainRefusal(answer.refusal, language) } }, 422);
    }
    if (answer.meanwhile.length > 0) {
      return show(c, now, { form, faults: { '': `${say.tooLateTitle}. ${say.tooLateAdvice}` } }, 409);
    }
    return c.redirect(`${actionPath(plan.id, item.code)}?done=action`, 303);
  });
  return app;

  async function itemOf(c: Context<WebEnv>): Promise<Found | null> {
    const { id, number, item: place } = c.req.param() as { id: string; number: string; item: string };
    const code = `M${number}.${place}`;
    const found = await readMeetingPlan(db, id, c.var.session!.viewer, clock.now());
    if (!found) return null;
    const items = await actionItemsOf(db, found.plan.id, clock.now(), { definitions });
    const item = items.find((one) => one.code === code);
    return item ? { ...found, item } : null;
  }
}

interface Found extends MeetingPlan {
  readonly item: ActionItemReading;
}

function show(
  c: Context<WebEnv>,
  found: Found,
  more: { readonly done?: boolean; readonly form?: FilledForm; readonly faults?: FormFaults },
  status: 200 | 409 | 422 = 200,
): Response {
  const { plan, item } = found;
  const { language } = c.var;
  const mayRecord = recordingOf(found, c).allowed;
  const content = (
    <ActionPage plan={plan} item={item} mayRecord={mayRecord} session={c.var.session!} language={language} {...more} />
  );
  const say = meetingPageWords(language);
  const trail = [...trailOfPlan(plan, language), { href: actionsPath(plan.id), label: say.actions }];
  const title = formatCode(item.code, language);
  return showPage(c, { title, section: 'plans', trail, content }, status);
}

/** Whether this person may record it: by the posts that the decision is owed by. */
function recordingOf({ plan, today, item }: Found, c: Context<WebEnv>): Verdict {
  const indicator = owedUnder(plan, item.code);
  if (!indicator) throw new TypeError(`The plan ${plan.id} does not bring along its decision ${item.code}.`);
  return mayDo(c.var.session!.viewer, 'recordProgress', { plan, indicator, on: today });
}

function forbid(c: Context<WebEnv>, { plan, item }: Found, verdict: Parameters<typeof showForbidden>[1]): Response {
  const label = formatCode(item.code, c.var.language);
  return showForbidden(c, verdict, { href: actionPath(plan.id, item.code), label });
}
