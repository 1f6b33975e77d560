import { Hono } from 'hono';
import { endSessionAs } from '../../../acting/end-session-as.ts';
import { plainText } from '../../../acting/plain-text.ts';
import { shutOutAs } from '../../../acting/shut-out-as.ts';
import { fiscalYearOf, parseFiscalYear } from '../../../calendar/fiscal-year.ts';
import { HOME_ZONE } from '../../../calendar/home-zone.ts';
import { localDate } from '../../../calendar/local-time.ts';
import { allSessions } from '../../../db/queries/sessions.ts';
import { mailAddressFault } from '../../../plan/check-address.ts';
import { mayDo } from '../../../rights/rights.ts';
import { ADMINISTRATION } from '../../administration-paths.ts';
import { showPage } from '../../page-layout.tsx';
import { DaysOffPage } from '../../pages/administration/calendar-page.tsx';
import { AdministrationHome } from '../../pages/administration/home-page.tsx';
import { SessionsPage } from '../../pages/administration/sessions-page.tsx';
import type { WebApp, WebEnv, WebParts } from '../../web-parts.ts';
import { administrationWords } from '../../wording/administration-words.ts';
import { inAdministration } from './frame.ts';

/** So many sessions on one page. */
const MOST_SESSIONS = 200;
const DONE = ['ended', 'shutOut'] as const;
/** The calendar of plans that name none. */
const USUAL_CALENDAR = 'bangladesh';

/** The way in, the days off, and everybody's sessions; and that none of it is there for others. */
export function administrationRoutes({ database: { db }, clock, calendars }: WebParts): WebApp {
  const app = new Hono<WebEnv>();

  app.use(`${ADMINISTRATION}/*`, async (c, next) => {
    if (!mayDo(c.var.session!.viewer, 'seeAdministration', {}).allowed) return c.notFound();
    return next();
  });

  app.get(ADMINISTRATION, (c) => {
    const { title } = administrationWords(c.var.language);
    const content = <AdministrationHome language={c.var.language} />;
    return showPage(c, { title, section: 'administration', content });
  });

  app.get(`${ADMINISTRATION}/calendar`, (c) => {
    const say = administrationWords(c.var.language);
    const ids = calendars.ids();
    const id = c.req.query('calendar') ?? (ids.includes(USUAL_CALENDAR) ? USUAL_CALENDAR : ids[0]);
    const reading = id === undefined ? null : calendars.find(id);
    if (id === undefined || !reading) return c.notFound();
    const year = parseFiscalYear(c.req.query('year') ?? '') ?? fiscalYearOf(localDate(clock.now(), HOME_ZONE));
    const listed = 'file' in reading ? reading.file.periods.flatMap(({ from, to }) => [from, to]) : [];
    const years = [...new Set([year.label, ...listed.map((day) => fiscalYearOf(day).label)])].sort();
    const content = (
      <DaysOffPage id={id} reading={reading} ids={ids} year={year} years={years} language={c.var.language} />
    );
    return showPage(c, inAdministration(c, say.parts.calendar[0], content));
  });

  app.get(`${ADMINISTRATION}/sessions`, async (c) => {
    const say = administrationWords(c.var.language);
    const holding = plainText(c.req.query('address') ?? '')
      .trim()
      .slice(0, 100);
    const sessions = await allSessions(db, holding, clock.now(), MOST_SESSIONS);
    const content = (
      <SessionsPage
        sessions={sessions}
        holding={holding}
        isCut={sessions.length === MOST_SESSIONS}
        done={DONE.find((done) => done === c.req.query('done')) ?? null}
        session={c.var.session!}
        language={c.var.language}
      />
    );
    return showPage(c, inAdministration(c, say.parts.sessions[0], content));
  });

  app.post(`${ADMINISTRATION}/sessions/:id{[1-9][0-9]{0,14}}/end`, async (c) => {
    const { viewer } = c.var.session!;
    const outcome = await endSessionAs({ db, clock }, viewer, Number(c.req.param('id')));
    return outcome === 'ended' ? c.redirect(`${ADMINISTRATION}/sessions?done=ended`, 303) : c.notFound();
  });

  app.post(`${ADMINISTRATION}/sessions/shut-out`, async (c) => {
    const { address } = await c.req.parseBody();
    if (typeof address !== 'string' || mailAddressFault(address) !== null) return c.notFound();
    if ((await shutOutAs({ db, clock }, c.var.session!.viewer, address)) === null) return c.notFound();
    return c.redirect(`${ADMINISTRATION}/sessions?done=shutOut`, 303);
  });
  return app;
}
