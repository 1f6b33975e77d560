import type { Context } from 'hono';
import { showPage } from './page-layout.tsx';
import type { WebEnv } from './web-parts.ts';
import { actWords } from './wording/act-words.ts';

/** Tells somebody who may see a thing but not do this with it why, and leads back to it. */
export function showForbidden(c: Context<WebEnv>, page: { title: string; reason: string; back: string }): Response {
  const content = (
    <div class="prose">
      <h1>{page.title}</h1>
      <p class="lead">{page.reason}</p>
      <p>
        <a href={page.back}>{actWords(c.var.language).back}</a>
      </p>
    </div>
  );
  return showPage(c, { title: page.title, section: 'plans', content }, 403);
}
