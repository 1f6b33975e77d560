import { Hono } from 'hono';
import { checkPlanAs } from '../../acting/apply-plan-as.ts';
import { localDate } from '../../calendar/local-time.ts';
import { findPlan } from '../../db/queries/plans.ts';
import type { DefinitionCache } from '../../engine/definition-cache.ts';
import { formatFiscalYear } from '../../i18n/format.ts';
import { noticesFrom, readNoticesAhead } from '../../reading/notices-ahead.ts';
import { mayDo } from '../../rights/rights.ts';
import { ADMINISTRATION_PLANS } from '../administration-paths.ts';
import { showPage } from '../page-layout.tsx';
import { NoticesPage } from '../pages/notices-page.tsx';
import { planPath } from '../paths.ts';
import type { WebApp, WebEnv, WebParts } from '../web-parts.ts';
import { noticesWords } from '../wording/notices-words.ts';
import { wordingIn } from '../wording/wording.ts';
import { inAdministration } from './administration/frame.ts';
import { planParts, showDifference, showFaults } from './administration/plans.tsx';
import { readPlanFile } from './administration/read-plan-file.ts';

/** The letters that would still go out: of a plan as it stands, and of one that is only being looked at. */
export function noticesRoutes(parts: WebParts, definitions: DefinitionCache): WebApp {
  const {
    database: { db },
    clock,
  } = parts;
  const app = new Hono<WebEnv>();

  app.get('/plans/:id{[a-z0-9-]+}/notices', async (c) => {
    const plan = (await findPlan(db, c.req.param('id')))?.body;
    if (!plan) return c.notFound();
    const on = localDate(clock.now(), plan.zone);
    if (!mayDo(c.var.session!.viewer, 'previewNotices', { plan, on }).allowed) return c.notFound();
    const { language } = c.var;
    const ahead = await readNoticesAhead(db, definitions, plan, plan.closes);
    const asked = c.req.query('person');
    const person = plan.people.some(({ id }) => id === asked) ? asked! : null;
    const content = (
      <NoticesPage
        plan={plan}
        {...ahead}
        person={person}
        isTrial={false}
        showsAll={c.req.query('show') === 'all'}
        language={language}
      />
    );
    const name = `${plan.office.name[language]}, ${formatFiscalYear(plan.fiscalYear, language)}`;
    return showPage(c, {
      title: `${noticesWords(language).title}, ${name}`,
      section: 'plans',
      trail: [
        { href: '/plans', label: wordingIn(language).plans },
        { href: planPath(plan.id), label: name },
      ],
      content,
    });
  });

  app.post(`${ADMINISTRATION_PLANS}/notices`, async (c) => {
    const file = await readPlanFile(await c.req.parseBody());
    if ('fault' in file) return c.redirect(ADMINISTRATION_PLANS, 303);
    const check = await checkPlanAs(planParts(parts), c.var.session!.viewer, { text: file.text, file: file.name });
    if (check.outcome === 'forbidden') return c.notFound();
    if (check.outcome === 'faulty') return showFaults(c, check.faults, file.name, file.text);
    const { plan, standing, otherKind } = check.preview;
    if (otherKind.length > 0) return showDifference(c, check.preview, file.name, file.text);
    const content = (
      <NoticesPage
        plan={plan}
        {...noticesFrom(plan, standing, plan.closes)}
        person={null}
        isTrial
        showsAll
        language={c.var.language}
      />
    );
    return showPage(c, inAdministration(c, noticesWords(c.var.language).title, content, 'plans'));
  });
  return app;
}
