import { Hono } from 'hono';
import { accepts } from 'hono/accepts';
import type { Assets } from '../assets.ts';
import type { WebApp, WebEnv } from '../web-parts.ts';

/** The style sheet, the fonts and the icon. */
export function assetRoutes(assets: Assets): WebApp {
  const app = new Hono<WebEnv>();
  app.get('/assets/:name', (c) => {
    const asset = assets.find(c.req.path);
    if (!asset) return c.notFound();
    const headers = { 'Content-Type': asset.type, 'Cache-Control': 'public, max-age=31536000, immutable' };
    if (asset.compressed === null) return c.body(asset.content, 200, headers);
    const varied = { ...headers, Vary: 'Accept-Encoding' };
    const encoding = accepts(c, { header: 'Accept-Encoding', supports: ['gzip', 'identity'], default: 'identity' });
    if (encoding !== 'gzip') return c.body(asset.content, 200, varied);
    return c.body(asset.compressed, 200, { ...varied, 'Content-Encoding': 'gzip' });
  });
  return app;
}
