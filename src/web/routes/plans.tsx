import { Hono } from 'hono';
import { countStatuses } from '../../db/queries/count-statuses.ts';
import { planFaces } from '../../db/queries/plan-faces.ts';
import type { DefinitionCache } from '../../engine/definition-cache.ts';
import { readPlanStatus } from '../../engine/plan-status.ts';
import { formatFiscalYear } from '../../i18n/format.ts';
import { readablePlans } from '../../reading/readable-plans.ts';
import { mayDo } from '../../rights/rights.ts';
import { showPage } from '../page-layout.tsx';
import { PlanList } from '../pages/plan-list.tsx';
import { PlanPage } from '../pages/plan-page.tsx';
import { planPath } from '../paths.ts';
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
    return showPage(c, {
      title: `${office.name[language]}, ${wordingIn(language).workPlan} ${formatFiscalYear(fiscalYear, language)}`,
      section: 'plans',
      content: <PlanPage status={status} language={language} />,
    });
  });
  return app;
}
