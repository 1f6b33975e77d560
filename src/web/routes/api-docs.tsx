import { Hono } from 'hono';
import { readDocument } from '../api-document.ts';
import { showPage } from '../page-layout.tsx';
import { ApiDocsPage, ApiShapePage } from '../pages/api-docs-page.tsx';
import { API_DOCS_PATH, API_SHAPES_PATH } from '../paths.ts';
import type { WebApp, WebEnv, WebParts } from '../web-parts.ts';
import { tokenWords } from '../wording/token-words.ts';

/** The API's description for those who read rather than generate. It tells nothing of any plan, so it is open. */
export function apiDocsRoutes({ api }: WebParts): WebApp {
  const app = new Hono<WebEnv>();
  const reading = api && readDocument(api.document);
  app.get(API_DOCS_PATH, (c) => {
    if (!reading) return c.notFound();
    const { language } = c.var;
    const content = <ApiDocsPage reading={reading} language={language} />;
    return showPage(c, { title: tokenWords(language).docs, section: null, content });
  });
  app.get(`${API_SHAPES_PATH}/:name{[A-Za-z0-9]+}`, (c) => {
    const shape = reading?.shapes.find(({ name }) => name === c.req.param('name'));
    if (!shape) return c.notFound();
    const { language } = c.var;
    const content = <ApiShapePage shape={shape} language={language} />;
    const trail = [{ href: API_DOCS_PATH, label: tokenWords(language).docs }];
    return showPage(c, { title: shape.name, section: null, trail, content });
  });
  return app;
}
