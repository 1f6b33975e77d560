import { Hono } from 'hono';
import type { DefinitionCache } from '../../engine/definition-cache.ts';
import { formatCode, formatFiscalYear } from '../../i18n/format.ts';
import { mayDo } from '../../rights/rights.ts';
import { readIndicatorPage } from '../indicator-reading.ts';
import { showPage } from '../page-layout.tsx';
import { IndicatorPage } from '../pages/indicator-page.tsx';
import { planPath } from '../paths.ts';
import { readQuestions } from '../questions-reading.ts';
import type { WebApp, WebEnv, WebParts } from '../web-parts.ts';
import { wordingIn } from '../wording/wording.ts';

/** `/plans/:id/indicators/:code`, to which the letters link. */
export function indicatorRoutes({ database: { db }, clock }: WebParts, definitions: DefinitionCache): WebApp {
  const app = new Hono<WebEnv>();
  app.get('/plans/:id{[a-z0-9-]+}/indicators/:code{[A-Za-z0-9.-]+}', async (c) => {
    const { language } = c.var;
    const { id, code } = c.req.param();
    const facts = await readIndicatorPage(db, definitions, id, code, clock.now());
    if (!facts) return c.notFound();
    const { plan, indicator, today } = facts;
    if (!mayDo(c.var.session!.viewer, 'readIndicator', { plan, indicator, on: today }).allowed) return c.notFound();
    const session = c.var.session!;
    const asked = await readQuestions(db, definitions, plan, indicator, session.viewer, clock.now());
    const questions = asked && { facts: asked, session, said: c.req.query('said'), language };
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
      content: <IndicatorPage facts={facts} questions={questions} language={language} />,
    });
  });
  return app;
}
