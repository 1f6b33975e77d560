import { Hono } from 'hono';
import { countStatuses } from '../../db/queries/count-statuses.ts';
import { planFaces } from '../../db/queries/plan-faces.ts';
import type { DefinitionCache } from '../../engine/definition-cache.ts';
import { type IndicatorStatus, readPlanStatus } from '../../engine/plan-status.ts';
import { formatFiscalYear } from '../../i18n/format.ts';
import { postsHeldBy } from '../../rights/held-posts.ts';
import { mayDo } from '../../rights/rights.ts';
import { scorePlan } from '../../score/plan-score.ts';
import { showPage } from '../page-layout.tsx';
import { PlanList } from '../pages/plan-list.tsx';
import { PlanPage } from '../pages/plan-page.tsx';
import { changesPath, planPath } from '../paths.ts';
import { readPlanView } from '../plan-view.ts';
import { readablePlans } from '../readable-plans.ts';
import type { WebApp, WebEnv, WebParts } from '../web-parts.ts';
import { wordingIn } from '../wording/wording.ts';

/** `/`, `/plans` and `/plans/:id`. */
export function planRoutes({ database: { db }, clock }: WebParts, definitions: DefinitionCache): WebApp {
  const app = new Hono<WebEnv>();

  app.get('/', async (c) => {
    const [only, ...others] = await planFaces(db, await readablePlans(db, c.var.session!.viewer, clock.now()));
    return c.redirect(only && others.length === 0 ? planPath(only.id) : '/plans');
  });

  app.get('/plans', async (c) => {
    const { language } = c.var;
    const plans = await planFaces(db, await readablePlans(db, c.var.session!.viewer, clock.now()));
    const counts = await countStatuses(db);
    const content = <PlanList plans={plans} counts={counts} language={language} />;
    return showPage(c, { title: wordingIn(language).plans, section: 'plans', content });
  });

  app.get('/plans/:id{[a-z0-9-]+}', async (c) => {
    const { language } = c.var;
    const status = await readPlanStatus(db, c.req.param('id'), clock.now(), definitions);
    if (!status) return c.notFound();
    const { plan, today } = status;
    if (!mayDo(c.var.session!.viewer, 'readPlan', { plan, on: today }).allowed) return c.notFound();
    const { office, fiscalYear } = plan;
    const score = scorePlan(plan, status.rows, today);
    const held = postsHeldBy(plan, c.var.session!.viewer.address, today);
    const rows = status.rows.map((row, i) => ({ ...row, score: score.parts[i]!, isMine: isHeld(row, held) }));
    const view = readPlanView((name) => c.req.query(name), plan);
    return showPage(c, {
      title: `${office.name[language]}, ${wordingIn(language).workPlan} ${formatFiscalYear(fiscalYear, language)}`,
      section: 'plans',
      changes: changesPath(plan.id, status.mark),
      content: <PlanPage plan={plan} today={today} rows={rows} score={score} view={view} language={language} />,
    });
  });
  return app;
}

function isHeld({ indicator }: IndicatorStatus, held: ReadonlySet<string>): boolean {
  return indicator.posts.focalPoint !== null && held.has(indicator.posts.focalPoint);
}
