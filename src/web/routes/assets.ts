import { Hono } from 'hono';
import type { Assets } from '../assets.ts';
import type { WebApp, WebEnv } from '../web-parts.ts';

/** The style sheet, the fonts and the icon. */
export function assetRoutes(assets: Assets): WebApp {
  const app = new Hono<WebEnv>();
  app.get('/assets/:name', (c) => {
    const asset = assets.find(c.req.path);
    if (!asset) return c.notFound();
    return c.body(asset.content, 200, {
      'Content-Type': asset.type,
      'Cache-Control': 'public, max-age=31536000, immutable',
    });
  });
  return app;
}
