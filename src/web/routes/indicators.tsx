import { Hono } from 'hono';
import { changeMark } from '../../db/queries/change-mark.ts';
import type { DefinitionCache } from '../../engine/definition-cache.ts';
import { formatCode, formatFiscalYear } from '../../i18n/format.ts';
import { mayDo } from '../../rights/rights.ts';
import { readIndicatorPage } from '../indicator-reading.ts';
import { showPage } from '../page-layout.tsx';
import { IndicatorPage } from '../pages/indicator-page.tsx';
import { changesPath, planPath } from '../paths.ts';
import type { WebApp, WebEnv, WebParts } from '../web-parts.ts';
import { wordingIn } from '../wording/wording.ts';

/** `/plans/:id/indicators/:code`, to which the letters link. */
export function indicatorRoutes({ database: { db }, clock }: WebParts, definitions: DefinitionCache): WebApp {
  const app = new Hono<WebEnv>();
  app.get('/plans/:id{[a-z0-9-]+}/indicators/:code{[A-Za-z0-9.-]+}', async (c) => {
    const { language } = c.var;
    const { id, code } = c.req.param();
    // Read first: what changes while the page is made is then told to it.
    const mark = await changeMark(db, id);
    const facts = await readIndicatorPage(db, definitions, id, code, clock.now());
    if (!facts || mark === null) return c.notFound();
    const { plan, indicator, today } = facts;
    if (!mayDo(c.var.session!.viewer, 'readIndicator', { plan, indicator, on: today }).allowed) return c.notFound();
    const year = formatFiscalYear(plan.fiscalYear, language);
    return showPage(c, {
      title: `${formatCode(indicator.code, language)} ${indicator.title[language]}`,
      section: 'plans',
      trail: [
        {
          href: planPath(plan.id),
          label: `${plan.office.name[language]}, ${wordingIn(language).workPlan} ${year}`,
        },
      ],
      changes: changesPath(plan.id, mark),
      content: <IndicatorPage facts={facts} language={language} />,
    });
  });
  return app;
}
