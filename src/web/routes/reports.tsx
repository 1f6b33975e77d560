import { type Context, Hono } from 'hono';
import { localDate } from '../../calendar/local-time.ts';
import { findPlan, type StoredPlan } from '../../db/queries/plans.ts';
import type { DefinitionCache } from '../../engine/definition-cache.ts';
import { sendMadeFile } from '../../http/send-made-file.ts';
import { formatFiscalYear } from '../../i18n/format.ts';
import type { Plan } from '../../plan/types.ts';
import { type PlanReport, planReport } from '../../reading/plan-report.ts';
import { reportFileName } from '../../report/make-report.ts';
import { bytesOf, FORMATS, MEDIA_TYPES } from '../../report/render/report-file.ts';
import { REPORT_KINDS, type ReportKind, settleTerms } from '../../report/report-terms.ts';
import { mayDo } from '../../rights/rights.ts';
import { showPage } from '../page-layout.tsx';
import { ReportPage } from '../pages/report-page.tsx';
import { ReportsPage } from '../pages/reports-page.tsx';
import { planPath, reportsPath } from '../paths.ts';
import { faultsByField, readTerms, type TermFaults, type TypedTerms, typedTerms } from '../report-form.ts';
import type { WebApp, WebEnv, WebParts } from '../web-parts.ts';
import { reportPageWords } from '../wording/report-words.ts';
import { wordingIn } from '../wording/wording.ts';

type Made = Extract<PlanReport, { readonly report: unknown }>;

/** What an office owes its superiors, shown and as files: for all who may read the plan. */
export function reportRoutes({ database: { db }, clock }: WebParts, definitions: DefinitionCache): WebApp {
  const app = new Hono<WebEnv>();

  const readable = async (c: Context<WebEnv>): Promise<StoredPlan | null> => {
    const stored = await findPlan(db, c.req.param('id')!);
    if (!stored) return null;
    const { body: plan } = stored;
    const on = localDate(clock.now(), plan.zone);
    return mayDo(c.var.session!.viewer, 'readPlan', { plan, on }).allowed ? stored : null;
  };

  const make = async (
    c: Context<WebEnv>,
    stored: StoredPlan,
    kind: ReportKind,
    typed: TypedTerms,
  ): Promise<Made | { readonly faults: TermFaults }> => {
    const { language } = c.var;
    const now = clock.now();
    const { terms, faults } = readTerms(kind, typed, language);
    if (Object.keys(faults).length > 0) {
      const settled = settleTerms(stored.body, terms, now);
      return { faults: { ...('faults' in settled ? faultsByField(settled.faults, language) : {}), ...faults } };
    }
    const made = await planReport(db, stored, terms, now, definitions);
    return 'faults' in made ? { faults: faultsByField(made.faults, language) } : made;
  };

  app.get('/plans/:id{[a-z0-9-]+}/reports', async (c) => {
    const stored = await readable(c);
    if (!stored) return c.notFound();
    const { language } = c.var;
    return showPage(c, {
      title: `${reportPageWords(language).title}, ${nameOf(c, stored.body)}`,
      section: 'plans',
      trail: trailTo(c, stored.body).slice(0, 2),
      content: <ReportsPage plan={stored.body} language={language} />,
    });
  });

  app.get('/plans/:id{[a-z0-9-]+}/reports/:report{[a-z-]+}', async (c) => {
    const stored = await readable(c);
    const kind = REPORT_KINDS.find((one) => one === c.req.param('report'));
    if (!stored || !kind) return c.notFound();
    const { language } = c.var;
    const typed = typedTerms(kind, (name) => c.req.query(name));
    const made = await make(c, stored, kind, typed);
    const faults = 'faults' in made ? made.faults : {};
    const content = (
      <ReportPage
        plan={stored.body}
        kind={kind}
        typed={typed}
        faults={faults}
        made={'faults' in made ? null : { paper: made.report.paper, terms: made.terms }}
        language={language}
      />
    );
    const title = `${reportPageWords(language).kind[kind]}, ${nameOf(c, stored.body)}`;
    const page = { title, section: 'plans', trail: trailTo(c, stored.body), content } as const;
    return showPage(c, page, 'faults' in made ? 422 : 200);
  });

  app.get('/plans/:id{[a-z0-9-]+}/reports/:report{[a-z-]+}/:format{[a-z]+}', async (c) => {
    const stored = await readable(c);
    const kind = REPORT_KINDS.find((one) => one === c.req.param('report'));
    const format = FORMATS.find((one) => one === c.req.param('format'));
    if (!stored || !kind || !format) return c.notFound();
    const made = await make(
      c,
      stored,
      kind,
      typedTerms(kind, (name) => c.req.query(name)),
    );
    // The page of the report tells what is wrong, at its field.
    if ('faults' in made) return c.redirect(`${reportsPath(stored.id, kind)}${new URL(c.req.url).search}`, 303);
    const { facts, paper } = made.report;
    const content = await bytesOf(format, facts, paper);
    c.header('Cache-Control', 'private, no-cache');
    c.header('Vary', 'Cookie');
    return sendMadeFile(c, {
      content,
      mediaType: MEDIA_TYPES[format],
      name: reportFileName(stored.id, made.terms, format),
    });
  });
  return app;
}

function nameOf(c: Context<WebEnv>, plan: Plan): string {
  const { language } = c.var;
  return `${plan.office.name[language]}, ${formatFiscalYear(plan.fiscalYear, language)}`;
}

function trailTo(c: Context<WebEnv>, plan: Plan) {
  return [
    { href: '/plans', label: wordingIn(c.var.language).plans },
    { href: planPath(plan.id), label: nameOf(c, plan) },
    { href: reportsPath(plan.id), label: reportPageWords(c.var.language).title },
  ];
}
