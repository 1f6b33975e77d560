import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { EvidenceFile, PersonAction, Refusal } from '../../../machines/types.ts';
import { LONGEST_WORDS } from '../../acting/checked-words.ts';
import { commentAs, MOST_COMMENTS } from '../../acting/comment-as.ts';
import { actOf, recordAs } from '../../acting/record-as.ts';
import type { DefinitionCache } from '../../engine/definition-cache.ts';
import { formatNumber } from '../../i18n/format.ts';
import type { Language } from '../../plan/types.ts';
import { type Act, mayDo, type Verdict } from '../../rights/rights.ts';
import { type ActionFault, readActionForm } from '../action-form.ts';
import { type IndicatorPageFacts, readIndicatorPage } from '../indicator-reading.ts';
import { hindranceTo } from '../offers.ts';
import { showPage } from '../page-layout.tsx';
import { ActPage, type Returned } from '../pages/act-page.tsx';
import type { FormFaults } from '../parts/fields.tsx';
import { fileFaults } from '../parts/file-field.tsx';
import { indicatorPath } from '../paths.ts';
import { questionsOf } from '../questions-reading.ts';
import { type FilledForm, readForm } from '../read-form.ts';
import { showForbidden } from '../show-forbidden.tsx';
import { showIndicator, trailOf } from '../show-indicator.tsx';
import { didSince } from '../timeline.ts';
import type { WebApp, WebEnv, WebParts } from '../web-parts.ts';
import { actWords } from '../wording/act-words.ts';
import { fieldOf, hindranceText, refusalText } from '../wording/refusal-words.ts';

const INDICATOR = '/plans/:id{[a-z0-9-]+}/indicators/:code{[A-Za-z0-9.-]+}';

/** `/plans/:id/indicators/:code/record/ACTION`, where people record what they did, and `…/comments`. */
export function indicatorActRoutes(parts: WebParts, definitions: DefinitionCache): WebApp {
  const { database, engine, clock, calendars, evidence } = parts;
  const { db } = database;
  const app = new Hono<WebEnv>();

  app.get(`${INDICATOR}/record/:action{[a-zA-Z]+}`, async (c) => {
    const asked = await subjectOf(c);
    return 'facts' in asked ? showForm(c, asked) : asked;
  });

  app.post(`${INDICATOR}/record/:action{[a-zA-Z]+}`, async (c) => {
    const asked = await subjectOf(c);
    if (!('facts' in asked)) return asked;
    const { type, facts } = asked;
    const form = await readForm(c, evidence);
    const seen = /^\d{1,9}$/.test(form.fields.seen ?? '') ? Number(form.fields.seen) : undefined;
    const isStale = seen !== undefined && didSince(facts.timeline, seen).length > 0;
    // Whoever writes over what others did is told so before being told of anything else.
    if (isStale) return showForm(c, asked, { form, faults: {}, seen }, 409);
    const reading = readActionForm(type, form.fields, { ...facts, files: filesByPaper(form) });
    if (reading.faults || form.faults.length > 0) {
      const faults = faultsOf(reading.faults ?? {}, form, c.var.language);
      return showForm(c, asked, { form, faults, seen }, 422);
    }
    const { plan, indicator } = facts;
    const answer = await recordAs({ db, engine, clock, evidence }, c.var.session!.viewer, {
      planId: plan.id,
      code: indicator.code,
      action: reading.action,
      on: reading.on,
      seen,
      papers: form.files,
    });
    if (answer.outcome === 'notFound') return c.notFound();
    if (answer.outcome === 'forbidden') return forbid(c, facts, answer.verdict);
    if (answer.meanwhile.length > 0 || answer.refusal !== null || !answer.change) {
      const now = await subjectOf(c);
      if (!('facts' in now)) return now;
      const faults = answer.refusal ? faultOf(answer.refusal, now.facts, c) : {};
      return showForm(c, now, { form, faults, seen }, answer.meanwhile.length > 0 ? 409 : 422);
    }
    const recorded = answer.change.log.find(({ entry }) => entry.type === type);
    return c.redirect(`${indicatorPath(plan.id, indicator.code)}?done=${recorded?.seq ?? ''}`, 303);
  });

  app.post(`${INDICATOR}/comments`, async (c) => {
    const { id, code } = c.req.param();
    const { fields: typed } = await readForm(c, evidence);
    const answer = await commentAs({ db, clock }, c.var.session!.viewer, {
      planId: id,
      code,
      text: typed.comment ?? '',
    });
    if (answer.outcome === 'notFound') return c.notFound();
    if (answer.outcome === 'written') return c.redirect(`${indicatorPath(id, code)}?done=comment#comments`, 303);
    const { language } = c.var;
    const say = actWords(language);
    if (answer.outcome === 'forbidden') {
      return showForbidden(c, answer.verdict, { href: indicatorPath(id, code), label: say.back });
    }
    const now = clock.now();
    const facts = await readIndicatorPage({ db, definitions, calendars }, id, code, now);
    if (!facts) return c.notFound();
    const questions = await questionsOf(db, definitions, facts, c.var.session!.viewer, now);
    const fault = {
      commentEmpty: say.commentEmpty,
      commentTooLong: say.commentTooLong(formatNumber(LONGEST_WORDS, language)),
      commentsTooMany: say.commentsTooMany(formatNumber(MOST_COMMENTS, language)),
    }[answer.code];
    return showIndicator(c, facts, { now, questions, comment: { typed, faults: { comment: fault } } }, 422);
  });
  return app;

  /** The indicator and the act that an address names, if this person may do that; else the answer that says why not. */
  async function subjectOf(c: Context<WebEnv>): Promise<Subject | Response> {
    const { id, code, action } = c.req.param() as { id: string; code: string; action: string };
    const facts = await readIndicatorPage({ db, definitions, calendars }, id, code, clock.now());
    if (!facts) return c.notFound();
    const { plan, indicator, today } = facts;
    const { viewer } = c.var.session!;
    if (!mayDo(viewer, 'readIndicator', { plan, indicator, on: today }).allowed) return c.notFound();
    const type = action as PersonAction['type'];
    if (hindranceTo(type, facts, viewer) === 'unknown') return c.notFound();
    const act: Act = actOf(type);
    const verdict = mayDo(viewer, act, { plan, indicator, on: today });
    return verdict.allowed ? { type, facts } : forbid(c, facts, verdict);
  }
}

interface Subject {
  readonly type: PersonAction['type'];
  readonly facts: IndicatorPageFacts;
}

function showForm(
  c: Context<WebEnv>,
  { type, facts }: Subject,
  back?: Omit<Returned, 'meanwhile'> & { readonly seen: number | undefined },
  status: ContentfulStatusCode = 200,
): Response {
  const { language } = c.var;
  const session = c.var.session!;
  const hindrance = hindranceTo(type, facts, session.viewer);
  const inWords =
    hindrance === null || hindrance === 'unknown' ? null : hindranceText(hindrance, facts.indicator, language);
  const content = (
    <ActPage
      type={type}
      facts={facts}
      session={session}
      language={language}
      hindrance={inWords}
      returned={back && { ...back, meanwhile: back.seen === undefined ? [] : didSince(facts.timeline, back.seen) }}
    />
  );
  const { title } = actWords(language).act[type];
  const page = { title, section: 'plans' as const, trail: trailOf(facts, language), content };
  return showPage(c, page, inWords !== null && status === 200 ? 409 : status);
}

function forbid(
  c: Context<WebEnv>,
  { plan, indicator }: IndicatorPageFacts,
  verdict: Extract<Verdict, { allowed: false }>,
): Response {
  const href = indicatorPath(plan.id, indicator.code);
  return showForbidden(c, verdict, { href, label: actWords(c.var.language).back });
}

/** A refusal at the field that it speaks of, or at the whole form. */
function faultOf(refusal: Refusal, { indicator }: IndicatorPageFacts, c: Context<WebEnv>) {
  return { [fieldOf(refusal.code) ?? '']: refusalText(refusal, indicator, c.var.language) };
}

/** What is wrong, in words: a file that was not taken is no missing one. */
function faultsOf(faults: Readonly<Record<string, ActionFault>>, form: FilledForm, language: Language): FormFaults {
  const { faults: say } = actWords(language);
  const files = fileFaults(form, language);
  const told = Object.entries(faults).filter(([, fault]) => !(fault === 'evidenceMissing' && form.faults.length > 0));
  return { ...Object.fromEntries(told.map(([name, fault]) => [name, say[fault]])), ...files };
}

/** The files of a form by the number of the paper that each is. */
function filesByPaper({ files }: FilledForm): ReadonlyMap<number, EvidenceFile> {
  return new Map(files.map(({ field, evidenceFile }) => [Number(field.replace('file', '')), evidenceFile]));
}
