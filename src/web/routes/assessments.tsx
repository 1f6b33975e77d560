import { Readable } from 'node:stream';
import { type Context, Hono } from 'hono';
import { approveAssessmentAs } from '../../acting/approve-assessment.ts';
import { documentName } from '../../acting/assessment-evidence.ts';
import type { AssessingParts } from '../../acting/assessment-way.ts';
import { judgeAssessmentAs } from '../../acting/judge-assessment.ts';
import { preparable, prepareAssessmentAs } from '../../acting/prepare-assessment.ts';
import { sendAssessmentAs } from '../../acting/send-assessment.ts';
import { localDate } from '../../calendar/local-time.ts';
import { parseNumber } from '../../calendar/parse-number.ts';
import {
  type AssessmentStatus,
  assessedIndicators,
  assessedSums,
  assessmentsOf,
  findAssessment,
} from '../../db/queries/assessments.ts';
import { findPlan } from '../../db/queries/plans.ts';
import type { DefinitionCache } from '../../engine/definition-cache.ts';
import { FILE_TYPES } from '../../evidence/evidence-types.ts';
import { formatCode, formatNumber } from '../../i18n/format.ts';
import { readAssessedRecord } from '../../reading/assessed-record.ts';
import { paperHtml } from '../../report/render/paper-html.tsx';
import { mayDo } from '../../rights/rights.ts';
import { showPage } from '../page-layout.tsx';
import { AssessmentForms } from '../pages/assessment-forms.tsx';
import { AssessmentList } from '../pages/assessment-list.tsx';
import { AssessmentFacts, StageLine } from '../pages/assessment-page.tsx';
import { PrepareAssessment } from '../pages/assessment-prepare.tsx';
import { AssessmentTable } from '../pages/assessment-table.tsx';
import { DoneNotice, type FormFaults, type Typed } from '../parts/fields.tsx';
import { assessmentPath, assessmentsPath, planPath } from '../paths.ts';
import { DOWNLOAD_POLICY } from '../security.ts';
import { showForbidden } from '../show-forbidden.tsx';
import { textFields } from '../text-fields.ts';
import type { WebApp, WebEnv, WebParts } from '../web-parts.ts';
import { assessmentWords } from '../wording/assessment-words.ts';

const LIST = '/plans/:id{[a-z0-9-]+}/assessments';
const ONE = `${LIST}/:assessment{[1-9][0-9]{0,14}}`;

interface Shown {
  readonly typed?: Typed;
  readonly faults?: FormFaults;
  readonly notice?: string;
  readonly status?: 200 | 409 | 422;
}

/** `/plans/:id/assessments`: what the office claims of its plan, on its way to the superior authority. */
export function assessmentRoutes(web: WebParts, definitions: DefinitionCache): WebApp {
  const { db } = web.database;
  const { clock, engine, evidence } = web;
  const parts: AssessingParts = { db, clock, engine, evidence };
  const app = new Hono<WebEnv>();

  app.get(LIST, async (c) => {
    const { language } = c.var;
    const found = await readable(c);
    if (!found) return c.notFound();
    const { plan, on } = found;
    const all = await assessmentsOf(db, [plan.id]);
    const sums = await assessedSums(
      db,
      all.map(({ id }) => id),
    );
    const mayPrepare = mayDo(c.var.session!.viewer, 'prepareAssessment', { plan, on }).allowed;
    return showPage(c, {
      title: assessmentWords(language).title,
      section: 'plans',
      trail: [{ href: planPath(plan.id), label: plan.office.name[language] }],
      content: <AssessmentList plan={plan} all={all} sums={sums} mayPrepare={mayPrepare} language={language} />,
    });
  });

  app.get(`${LIST}/new`, (c) => showPreparing(c, {}));

  app.post(`${LIST}/new`, async (c) => {
    const form = await textFields(c);
    const period = form.period === 'year' ? 'year' : 'halfYear';
    const answer = await prepareAssessmentAs(parts, c.var.session!.viewer, {
      planId: c.req.param('id'),
      period,
      until: form.until === 'today' ? 'today' : 'periodEnd',
      language: form.language === 'en' ? 'en' : 'bn',
      seen: form[`seen-${period}`] ?? '',
    });
    const say = assessmentWords(c.var.language);
    switch (answer.outcome) {
      case 'notFound':
        return c.notFound();
      case 'forbidden':
        return showForbidden(c, answer.verdict);
      case 'meanwhile':
        return showPreparing(c, { typed: form, faults: { period: say.meanwhile }, status: 409 });
      case 'refused':
        return showPreparing(c, { typed: form, faults: { period: refusedText(c, answer.code) }, status: 409 });
      case 'faulty': {
        const field = answer.fault === 'sent' || answer.fault === 'accepted' ? 'period' : 'until';
        return showPreparing(c, { typed: form, faults: { [field]: say.faults[answer.fault] }, status: 422 });
      }
      case 'done':
        return c.redirect(`${assessmentPath(c.req.param('id'), answer.id)}?done=prepared`, 303);
    }
  });

  app.get(ONE, (c) => {
    const { done } = assessmentWords(c.var.language);
    const asked = c.req.query('done');
    const notice = asked !== undefined && Object.hasOwn(done, asked) ? done[asked as keyof typeof done] : undefined;
    return showOne(c, notice === undefined ? {} : { notice });
  });

  app.get(`${ONE}/document/:ending{(?:docx|xlsx|html)}`, async (c) => {
    const found = await readable(c);
    const { assessment: id, ending } = c.req.param() as { assessment: string; ending: 'docx' | 'xlsx' | 'html' };
    const assessment = found && (await findAssessment(db, found.plan.id, Number(id)));
    if (!found || !assessment) return c.notFound();
    const { planId, period, documentHash } = assessment;
    const headers = (mediaType: string) => ({
      'Content-Type': mediaType,
      'Content-Disposition': `attachment; filename="${documentName(planId, period, ending)}"`,
      'Content-Security-Policy': DOWNLOAD_POLICY,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    });
    if (ending === 'docx') {
      const kept = await evidence.find(documentHash);
      if (kept === null) {
        web.logger.error({ plan: planId, assessment: assessment.id, hash: documentHash }, 'A document is missing');
        return c.notFound();
      }
      if (c.req.method === 'HEAD') return c.body(null, 200, headers(FILE_TYPES.docx.mediaType));
      return c.body(Readable.toWeb(kept.open()) as ReadableStream, 200, headers(FILE_TYPES.docx.mediaType));
    }
    // Made again from what was on record at that moment: a log only grows, so it is the same for ever.
    const made = await readAssessedRecord(db, found.plan, assessment, definitions);
    if (made === null) {
      web.logger.error({ plan: planId, assessment: assessment.id }, 'The record of a self-assessment has changed');
      return c.notFound();
    }
    const { paper } = made;
    if (ending === 'html') return c.body(paperHtml(paper), 200, headers('text/html; charset=utf-8'));
    const { paperXlsx } = await import('../../report/render/paper-xlsx.ts');
    const bytes = new Uint8Array(await paperXlsx(paper));
    return c.body(bytes, 200, headers(FILE_TYPES.xlsx.mediaType));
  });

  app.post(`${ONE}/:act{(?:approve|send|judge)}`, async (c) => {
    const { id: planId, assessment, act } = c.req.param() as { id: string; assessment: string; act: Acts };
    const { viewer } = c.var.session!;
    const form = await textFields(c);
    const say = assessmentWords(c.var.language);
    const which = { planId, id: Number(assessment), seen: Number(form.seen) };
    const answer =
      act === 'approve'
        ? await approveAssessmentAs(parts, viewer, which)
        : act === 'send'
          ? await sendAssessmentAs(parts, viewer, { ...which, memo: form.memo ?? '' })
          : await judge(viewer, which, form);
    switch (answer.outcome) {
      case 'notFound':
        return c.notFound();
      case 'forbidden':
        return showForbidden(c, answer.verdict);
      case 'meanwhile':
        return showOne(c, { notice: say.meanwhile, typed: form, status: 409 });
      case 'refused':
        return showOne(c, { faults: { memo: refusedText(c, answer.code) }, typed: form, status: 409 });
      case 'noVerdict':
        return showOne(c, { faults: { verdict: say.faults.noVerdict }, typed: form, status: 422 });
      case 'faulty':
        return showOne(c, { faults: faultsOf(answer, say.faults, c.var.language), typed: form, status: 422 });
      case 'done': {
        const isUntold = act === 'send' && 'told' in answer && answer.told === 0;
        const done = act === 'approve' ? 'approved' : act === 'judge' ? form.verdict : isUntold ? 'untold' : 'sent';
        return c.redirect(`${assessmentPath(planId, answer.id)}?done=${done}`, 303);
      }
    }
  });
  return app;

  async function readable(c: Context<WebEnv>) {
    const plan = (await findPlan(db, c.req.param('id')!))?.body;
    const on = plan && localDate(clock.now(), plan.zone);
    if (!plan || !on || !mayDo(c.var.session!.viewer, 'readPlan', { plan, on }).allowed) return null;
    return { plan, on };
  }

  async function judge(
    viewer: Parameters<typeof judgeAssessmentAs>[1],
    which: { planId: string; id: number; seen: number },
    form: Typed,
  ) {
    const { verdict } = form;
    if (verdict !== 'accepted' && verdict !== 'returned') return { outcome: 'noVerdict' as const };
    const rows = Object.entries(form).flatMap(([name, value = '']) => {
      const code = /^accepted-(.+)$/.exec(name)?.[1];
      return code === undefined ? [] : [{ code, accepted: parseNumber(value), reason: form[`reason-${code}`] ?? '' }];
    });
    return judgeAssessmentAs(parts, viewer, { ...which, verdict, word: form.word ?? '', rows });
  }

  async function showPreparing(c: Context<WebEnv>, { typed = {}, faults = {}, status = 200 }: Shown) {
    const { language } = c.var;
    const session = c.var.session!;
    const found = await readable(c);
    if (!found) return c.notFound();
    const { plan, on } = found;
    const verdict = mayDo(session.viewer, 'prepareAssessment', { plan, on });
    if (!verdict.allowed) return showForbidden(c, verdict);
    const choices = preparable(plan, await assessmentsOf(db, [plan.id]), on);
    const say = assessmentWords(language);
    const props = { plan, choices, session, faults, language, typed: { language: plan.language, ...typed } };
    return showPage(
      c,
      {
        title: say.prepare,
        section: 'plans',
        trail: [
          { href: planPath(plan.id), label: plan.office.name[language] },
          { href: assessmentsPath(plan.id), label: say.title },
        ],
        content: <PrepareAssessment {...props} />,
      },
      status,
    );
  }

  async function showOne(c: Context<WebEnv>, { typed = {}, faults = {}, notice, status = 200 }: Shown) {
    const { language } = c.var;
    const session = c.var.session!;
    const found = await readable(c);
    const assessment = found && (await findAssessment(db, found.plan.id, Number(c.req.param('assessment'))));
    if (!found || !assessment) return c.notFound();
    const { plan, on } = found;
    const rows = await assessedIndicators(db, assessment.id);
    const facts = (await readAssessedRecord(db, plan, assessment, definitions))?.facts ?? null;
    const next = NEXT[assessment.status];
    const act = next && mayDo(session.viewer, next.right, { plan, on }).allowed ? next.act : null;
    const say = assessmentWords(language);
    const content = (
      <>
        <div class="heading">
          <h1>
            <span class="over">{plan.office.name[language]}</span>
            {say.title}: {say.periods[assessment.period]}
          </h1>
          <p class="quiet">
            {say.round} {formatNumber(assessment.round, language)} · {say.statuses[assessment.status]}
          </p>
        </div>
        {notice && <DoneNotice>{notice}</DoneNotice>}
        <StageLine plan={plan} assessment={assessment} language={language} />
        <AssessmentTable plan={plan} rows={rows} facts={facts} language={language} />
        <AssessmentForms
          assessment={assessment}
          rows={rows}
          act={act}
          session={session}
          typed={typed}
          faults={faults}
          language={language}
        />
        <AssessmentFacts plan={plan} assessment={assessment} language={language} />
      </>
    );
    return showPage(
      c,
      {
        title: `${say.title}: ${say.periods[assessment.period]}`,
        section: 'plans',
        trail: [
          { href: planPath(plan.id), label: plan.office.name[language] },
          { href: assessmentsPath(plan.id), label: say.title },
        ],
        content,
      },
      status,
    );
  }
}

type Acts = 'approve' | 'send' | 'judge';

/** What may be done next, and by which right. */
const NEXT = {
  prepared: { act: 'approve', right: 'approveAssessment' },
  approved: { act: 'send', right: 'sendAssessment' },
  sent: { act: 'judge', right: 'judgeAssessment' },
  accepted: null,
  returned: null,
} as const satisfies Record<AssessmentStatus, unknown>;

function refusedText(c: Context<WebEnv>, code: string): string {
  return assessmentWords(c.var.language).refused(formatCode(code, c.var.language));
}

type Faulty = Extract<
  Awaited<ReturnType<typeof sendAssessmentAs>> | Awaited<ReturnType<typeof judgeAssessmentAs>>,
  { outcome: 'faulty' }
>;

function faultsOf(
  answer: Faulty,
  say: ReturnType<typeof assessmentWords>['faults'],
  language: 'bn' | 'en',
): FormFaults {
  if ('fault' in answer) return { memo: say[answer.fault] };
  const lines = [...answer.rows].flatMap(([code, { accepted, reason }]) => [
    ...(accepted ? [[`accepted-${code}`, `${formatCode(code, language)}: ${say[accepted]}`]] : []),
    ...(reason ? [[`reason-${code}`, `${formatCode(code, language)}: ${say[reason]}`]] : []),
  ]);
  return { ...Object.fromEntries(lines), ...(answer.word ? { word: say[answer.word] } : {}) };
}
