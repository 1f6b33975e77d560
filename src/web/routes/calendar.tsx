import { Hono } from 'hono';
import { parseMonth } from '../../calendar/month.ts';
import { planFaces } from '../../db/queries/plan-faces.ts';
import type { DefinitionCache } from '../../engine/definition-cache.ts';
import { formatFiscalYear } from '../../i18n/format.ts';
import { ownPlans } from '../../reading/readable-plans.ts';
import { readCalendar } from '../../reading/shown-calendar.ts';
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
    const month = parseMonth(c.req.query('month') ?? '');
    const { laid, deadlines } = await readCalendar({ db, definitions, calendars }, viewer, own, { show, month }, now);
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
}
