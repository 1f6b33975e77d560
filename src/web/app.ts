import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { DefinitionCache } from '../engine/definition-cache.ts';
import { limitBody } from '../http/limit-body.ts';
import { ADMINISTRATION_PLANS } from './administration-paths.ts';
import { loadAssets } from './assets.ts';
import { handleErrors } from './handle-errors.tsx';
import { knowsOffices } from './knows-offices.ts';
import { chooseLanguage } from './language.ts';
import { API_DOCS_PATH, API_SHAPES_PATH } from './paths.ts';
import { requireReadable } from './require-readable.ts';
import { requireSession } from './require-session.ts';
import { accountRoutes } from './routes/account.tsx';
import { actionRoutes } from './routes/actions.tsx';
import { doctorRoutes } from './routes/administration/health.tsx';
import { administrationRoutes } from './routes/administration/overview.tsx';
import { peopleRoutes } from './routes/administration/people.tsx';
import { administeredPlanRoutes } from './routes/administration/plans.tsx';
import { queueRoutes } from './routes/administration/queues.tsx';
import { apiDocsRoutes } from './routes/api-docs.tsx';
import { assessmentRoutes } from './routes/assessments.tsx';
import { assetRoutes } from './routes/assets.ts';
import { calendarRoutes } from './routes/calendar.tsx';
import { accountFeedRoutes, feedRoutes } from './routes/calendar-feeds.tsx';
import { changeRoutes } from './routes/changes.ts';
import { evidenceRoutes } from './routes/evidence.tsx';
import { healthRoutes } from './routes/health.ts';
import { helpRoutes } from './routes/help.tsx';
import { indicatorActRoutes } from './routes/indicator-acts.tsx';
import { indicatorRoutes } from './routes/indicators.tsx';
import { leaveRoutes } from './routes/leave.tsx';
import { meetingActRoutes } from './routes/meeting-acts.tsx';
import { meetingMinutesRoutes } from './routes/meeting-minutes.tsx';
import { meetingRoutes } from './routes/meetings.tsx';
import { messageRoutes } from './routes/messages.tsx';
import { myWorkRoutes } from './routes/my-work.tsx';
import { noticesRoutes } from './routes/notices.tsx';
import { officeRoutes } from './routes/offices.tsx';
import { oidcRoutes } from './routes/oidc.tsx';
import { planRoutes } from './routes/plans.tsx';
import { preferenceRoutes } from './routes/preferences.tsx';
import { questionRoutes } from './routes/questions.tsx';
import { reportRoutes } from './routes/reports.tsx';
import { signInRoutes } from './routes/sign-in.tsx';
import { tokenRoutes } from './routes/tokens.tsx';
import { webhookRoutes } from './routes/webhooks.tsx';
import { isOwnOrigin, security } from './security.ts';
import { sessionCookie } from './session-cookie.ts';
import { takesFiles } from './takes-files.ts';
import type { WebApp, WebEnv, WebParts } from './web-parts.ts';

/** Bytes of a form. One with files is read as it comes, with limits of its own, by `readForm`. */
const LARGEST_FORM = 64 * 1024;
/** And of a form that carries the file of a plan, with room for what stands around it. */
const LARGEST_PLAN = 640 * 1024;
/** And of one in which minutes are written. */
const LARGEST_MINUTES = 512 * 1024;
const EDITED_MEETING = /^\/plans\/[a-z0-9-]+\/meetings\/\d+\/edit\//;

/**
 * The web pages as a function from a request to a response; `app.request('/')` asks them without a server. What stays
 * open for as long as somebody looks ends when `stopping` is aborted.
 */
export function createWeb(parts: WebParts, stopping = new AbortController().signal): WebApp {
  const assets = loadAssets();
  const definitions = new DefinitionCache();
  const app = new Hono<WebEnv>();
  app.use(security(parts.settings.baseUrl));
  // Programs come with a token of their own: no cookie, no form's mark and no language of pages means anything there.
  const { api } = parts;
  if (api) {
    app.all('/api/v1/*', (c, next) => (isDocs(c.req.path) ? next() : api.fetch(c.req.raw)));
  }
  app.use(chooseLanguage);
  app.use(async (c, next) => {
    c.set('assets', assets);
    await next();
  });
  app.use(csrf({ origin: isOwnOrigin(parts.settings.baseUrl) }));
  const keepShort = limitBody(LARGEST_FORM, refuseLarge);
  const keepPlan = limitBody(LARGEST_PLAN, refuseLarge);
  const keepMinutes = limitBody(LARGEST_MINUTES, refuseLarge);
  app.use((c, next) => {
    if (takesFiles(c)) return next();
    if (EDITED_MEETING.test(c.req.path)) return keepMinutes(c, next);
    return (c.req.path.startsWith(`${ADMINISTRATION_PLANS}/`) ? keepPlan : keepShort)(c, next);
  });
  app.use(requireReadable);
  app.route('/', assetRoutes(assets));
  app.route('/', healthRoutes(parts));
  app.route('/', apiDocsRoutes(parts));
  const cookie = sessionCookie(parts.settings.baseUrl);
  app.route('/', oidcRoutes(parts, cookie));
  app.route('/', signInRoutes(parts, cookie));
  app.route('/', feedRoutes(parts, definitions));
  app.route('/', helpRoutes(parts, cookie));
  // Nothing that stands below is shown to strangers, not even that it is not there.
  app.use(requireSession(parts, cookie));
  app.use(knowsOffices(parts));
  app.route('/', accountRoutes(parts, cookie));
  app.route('/', tokenRoutes(parts));
  app.route('/', preferenceRoutes(parts));
  app.route('/', leaveRoutes(parts));
  app.route('/', accountFeedRoutes(parts));
  app.route('/', calendarRoutes(parts, definitions));
  app.route('/', myWorkRoutes(parts, definitions));
  app.route('/', planRoutes(parts, definitions));
  app.route('/', reportRoutes(parts, definitions));
  app.route('/', changeRoutes(parts, stopping));
  app.route('/', indicatorRoutes(parts, definitions));
  app.route('/', indicatorActRoutes(parts, definitions));
  app.route('/', assessmentRoutes(parts, definitions));
  app.route('/', evidenceRoutes(parts));
  app.route('/', questionRoutes(parts, definitions));
  app.route('/', meetingRoutes(parts, definitions));
  app.route('/', meetingActRoutes(parts, definitions));
  app.route('/', meetingMinutesRoutes(parts, definitions));
  app.route('/', actionRoutes(parts, definitions));
  app.route('/', officeRoutes(parts, definitions));
  app.route('/', messageRoutes(parts));
  app.route('/', webhookRoutes(parts));
  app.route('/', administrationRoutes(parts));
  app.route('/', noticesRoutes(parts, definitions));
  app.route('/', administeredPlanRoutes(parts));
  app.route('/', peopleRoutes(parts));
  app.route('/', doctorRoutes(parts));
  app.route('/', queueRoutes(parts));
  handleErrors(app, parts.logger);
  return app;
}

function isDocs(path: string): boolean {
  return path === API_DOCS_PATH || path.startsWith(`${API_SHAPES_PATH}/`);
}

function refuseLarge(): never {
  throw new HTTPException(413);
}
