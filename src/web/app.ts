import { Hono } from 'hono';
import { DefinitionCache } from '../engine/definition-cache.ts';
import { loadAssets } from './assets.ts';
import { handleErrors } from './handle-errors.tsx';
import { chooseLanguage } from './language.ts';
import { assetRoutes } from './routes/assets.ts';
import { healthRoutes } from './routes/health.ts';
import { indicatorRoutes } from './routes/indicators.tsx';
import { messageRoutes } from './routes/messages.tsx';
import { planRoutes } from './routes/plans.tsx';
import { security } from './security.ts';
import type { WebApp, WebEnv, WebParts } from './web-parts.ts';

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
  app.route('/', assetRoutes(assets));
  app.route('/', healthRoutes(parts));
  app.route('/', planRoutes(parts, definitions));
  app.route('/', indicatorRoutes(parts, definitions));
  app.route('/', messageRoutes(parts));
  handleErrors(app, parts.logger);
  return app;
}
