import { Hono } from 'hono';
import { raw } from 'hono/html';
import type { LocalDate } from '../../calendar/types.ts';
import { countStatuses } from '../../db/queries/count-statuses.ts';
import { planFaces } from '../../db/queries/plan-faces.ts';
import type { DefinitionCache } from '../../engine/definition-cache.ts';
import type { IndicatorStatus } from '../../engine/plan-status.ts';
import { PlanStatuses } from '../../engine/plan-statuses.ts';
import { formatFiscalYear } from '../../i18n/format.ts';
import type { Plan } from '../../plan/types.ts';
import { readPlanScores } from '../../reading/plan-scores.ts';
import { readablePlans } from '../../reading/readable-plans.ts';
import { mayDo, postsOf, type Viewer } from '../../rights/rights.ts';
import { scorePlan } from '../../score/plan-score.ts';
import { KeptPages } from '../kept-pages.ts';
import { showPage } from '../page-layout.tsx';
import { PLANS, PlanList } from '../pages/plan-list.tsx';
import { PlanPage, type PlanPageProps } from '../pages/plan-page.tsx';
import { changesPath } from '../paths.ts';
import { readPlanView } from '../plan-view.ts';
import type { WebApp, WebEnv, WebParts } from '../web-parts.ts';
import { wordingIn } from '../wording/wording.ts';

/** `/plans` and `/plans/:id`. */
export function planRoutes({ database: { db }, clock }: WebParts, definitions: DefinitionCache): WebApp {
  const app = new Hono<WebEnv>();
  const statuses = new PlanStatuses(definitions);
  const pages = new KeptPages();

  app.get('/plans', async (c) => {
    const { language } = c.var;
    const now = clock.now();
    const all = await planFaces(db, await readablePlans(db, c.var.session!.viewer, now));
    const years = [...new Set(all.map(({ fiscalYear }) => fiscalYear))];
    const year = years.find((one) => one === c.req.query('year')) ?? null;
    const found = all.filter(({ fiscalYear }) => year === null || fiscalYear === year);
    const asked = /^[1-9]\d{0,5}$/.test(c.req.query('page') ?? '') ? Number(c.req.query('page')) : 1;
    const page = Math.min(asked, Math.max(1, Math.ceil(found.length / PLANS)));
    const plans = found.slice((page - 1) * PLANS, page * PLANS);
    const counts = await countStatuses(db);
    const scores = await readPlanScores(
      db,
      definitions,
      plans.map(({ id }) => id),
      now,
    );
    const props = { plans, counts, scores, years, year, page, count: found.length, language };
    const content = <PlanList {...props} />;
    return showPage(c, { title: wordingIn(language).plans, section: 'plans', content });
  });

  app.get('/plans/:id{[a-z0-9-]+}', async (c) => {
    const { language } = c.var;
    const status = await statuses.read(db, c.req.param('id'), clock.now());
    if (!status) return c.notFound();
    const { plan, today } = status;
    const { viewer } = c.var.session!;
    if (!mayDo(viewer, 'readPlan', { plan, on: today }).allowed) return c.notFound();
    const { office, fiscalYear } = plan;
    const held = postsOf(viewer, plan, today);
    const leads = leadsFrom(plan, viewer, today);
    const view = readPlanView((name) => c.req.query(name), plan);
    const html = pages.draw(status, JSON.stringify([language, view, leads, [...held].sort()]), () => {
      const score = scorePlan(plan, status.rows, today);
      const rows = status.rows.map((row, i) => ({ ...row, score: score.parts[i]!, isMine: isHeld(row, held) }));
      const props = { plan, today, rows, score, view, leads, language };
      return (<PlanPage {...props} />).toString() as string;
    });
    return showPage(c, {
      title: `${office.name[language]}, ${wordingIn(language).workPlan} ${formatFiscalYear(fiscalYear, language)}`,
      section: 'plans',
      changes: changesPath(plan.id, status.mark),
      content: raw(html),
    });
  });
  return app;
}

/** Where this reader may go on from a plan. */
function leadsFrom(plan: Plan, viewer: Viewer, on: LocalDate): PlanPageProps['leads'] {
  return {
    notices: mayDo(viewer, 'previewNotices', { plan, on }).allowed,
    messages: mayDo(viewer, 'readMessages', { plan, on }).allowed,
  };
}

function isHeld({ indicator }: IndicatorStatus, held: readonly string[]): boolean {
  return indicator.posts.focalPoint !== null && held.includes(indicator.posts.focalPoint);
}
