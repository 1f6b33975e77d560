import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { except } from 'hono/combine';
import { csrf } from 'hono/csrf';
import { DefinitionCache } from '../engine/definition-cache.ts';
import { ADMINISTRATION_PLANS } from './administration-paths.ts';
import { loadAssets } from './assets.ts';
import { handleErrors } from './handle-errors.tsx';
import { chooseLanguage } from './language.ts';
import { requireSession } from './require-session.ts';
import { accountRoutes } from './routes/account.tsx';
import { doctorRoutes } from './routes/administration/health.tsx';
import { administrationRoutes } from './routes/administration/overview.tsx';
import { peopleRoutes } from './routes/administration/people.tsx';
import { administeredPlanRoutes } from './routes/administration/plans.tsx';
import { queueRoutes } from './routes/administration/queues.tsx';
import { assetRoutes } from './routes/assets.ts';
import { healthRoutes } from './routes/health.ts';
import { indicatorRoutes } from './routes/indicators.tsx';
import { messageRoutes } from './routes/messages.tsx';
import { noticesRoutes } from './routes/notices.tsx';
import { oidcRoutes } from './routes/oidc.tsx';
import { planRoutes } from './routes/plans.tsx';
import { signInRoutes } from './routes/sign-in.tsx';
import { isOwnOrigin, security } from './security.ts';
import { sessionCookie } from './session-cookie.ts';
import type { WebApp, WebEnv, WebParts } from './web-parts.ts';

/** Bytes of a form; a route that takes files has to be mounted with a limit of its own. */
const LARGEST_FORM = 64 * 1024;
/** And of a form that carries the file of a plan, with room for what stands around it. */
const LARGEST_PLAN = 640 * 1024;

/** The web pages as a function from a request to a response; `app.request('/')` asks them without a server. */
export function createWeb(parts: WebParts): WebApp {
  const assets = loadAssets();
  const definitions = new DefinitionCache();
  const app = new Hono<WebEnv>();
  app.use(security(parts.settings.baseUrl));
  app.use(chooseLanguage);
  app.use(async (c, next) => {
    c.set('assets', assets);
    await next();
  });
  app.use(csrf({ origin: isOwnOrigin(parts.settings.baseUrl) }));
  app.use(`${ADMINISTRATION_PLANS}/*`, bodyLimit({ maxSize: LARGEST_PLAN }));
  app.use(except(`${ADMINISTRATION_PLANS}/*`, bodyLimit({ maxSize: LARGEST_FORM })));
  app.route('/', assetRoutes(assets));
  app.route('/', healthRoutes(parts));
  const cookie = sessionCookie(parts.settings.baseUrl);
  app.route('/', oidcRoutes(parts, cookie));
  app.route('/', signInRoutes(parts, cookie));
  // Nothing that stands below is shown to strangers, not even that it is not there.
  app.use(requireSession(parts, cookie));
  app.route('/', accountRoutes(parts, cookie));
  app.route('/', planRoutes(parts, definitions));
  app.route('/', indicatorRoutes(parts, definitions));
  app.route('/', messageRoutes(parts));
  app.route('/', administrationRoutes(parts));
  app.route('/', noticesRoutes(parts, definitions));
  app.route('/', administeredPlanRoutes(parts));
  app.route('/', peopleRoutes(parts));
  app.route('/', doctorRoutes(parts));
  app.route('/', queueRoutes(parts));
  handleErrors(app, parts.logger);
  return app;
}
