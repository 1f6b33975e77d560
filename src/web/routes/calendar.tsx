import { Hono } from 'hono';
import { monthOf, parseMonth } from '../../calendar/month.ts';
import { planFaces } from '../../db/queries/plan-faces.ts';
import { findPlan } from '../../db/queries/plans.ts';
import type { DefinitionCache } from '../../engine/definition-cache.ts';
import { readDeadlines } from '../../engine/read-deadlines.ts';
import { formatFiscalYear } from '../../i18n/format.ts';
import type { Plan } from '../../plan/types.ts';
import { layMonth, todayFor } from '../../reading/calendar-month.ts';
import { ownDeadlines } from '../../reading/own-deadlines.ts';
import { ownPlans } from '../../reading/readable-plans.ts';
import { showPage } from '../page-layout.tsx';
import { CalendarPage } from '../pages/calendar-page.tsx';
import type { WebApp, WebEnv, WebParts } from '../web-parts.ts';
import { calendarWords } from '../wording/calendar-words.ts';

/** `/calendar`: a month of deadlines, of the own indicators or of a whole plan. */
export function calendarRoutes({ database: { db }, clock, calendars }: WebParts, definitions: DefinitionCache): WebApp {
  const app = new Hono<WebEnv>();

  app.get('/calendar', async (c) => {
    const { language } = c.var;
    const { viewer } = c.var.session!;
    const say = calendarWords(language);
    const now = clock.now();
    const own = await ownPlans(db, viewer, now);
    const readable = viewer.isAdministrator
      ? await planFaces(db)
      : own.map((plan) => ({ ...plan, office: plan.office.name }));
    const choices = [
      ...(own.length > 0 ? [{ value: 'mine', label: say.mine }] : []),
      ...readable.map(({ id, office, fiscalYear }) => ({
        value: id,
        label: `${office[language]}, ${formatFiscalYear(fiscalYear, language)}`,
      })),
    ];
    const asked = c.req.query('show');
    const show = asked ?? choices[0]?.value ?? 'mine';
    if (asked !== undefined && asked !== 'mine' && !choices.some(({ value }) => value === asked)) return c.notFound();
    const plans = show === 'mine' ? own : await wholePlan(own, show);
    const all = await readDeadlines(db, definitions, plans, now);
    const deadlines = show === 'mine' ? ownDeadlines(all, viewer.address, now) : all;
    const today = todayFor(plans, now);
    const month = parseMonth(c.req.query('month') ?? '') ?? monthOf(today);
    const laid = layMonth(month, today, plans, deadlines, calendars);
    const content = (
      <CalendarPage
        laid={laid}
        choices={choices}
        show={show}
        isMixed={new Set(deadlines.map(({ plan }) => plan.id)).size > 1}
        hasFeed={viewer.address !== null && own.length > 0}
        language={language}
      />
    );
    return showPage(c, { title: say.calendar, section: 'calendar', content });
  });
  return app;

  async function wholePlan(own: readonly Plan[], id: string): Promise<readonly Plan[]> {
    const plan = own.find((one) => one.id === id) ?? (await findPlan(db, id))?.body;
    return plan ? [plan] : [];
  }
}
