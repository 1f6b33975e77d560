import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { DatabaseUnavailable } from '../db/errors.ts';
import { showPage } from './page-layout.tsx';
import type { WebApp, WebEnv, WebParts } from './web-parts.ts';
import { signInWords } from './wording/sign-in-words.ts';
import { wordingIn } from './wording/wording.ts';

/** Pages for what is not there and for what went wrong. What went wrong is told to the log, and to nobody else. */
export function handleErrors(app: WebApp, logger: WebParts['logger']): void {
  app.notFound((c) => showNotFound(c));
  app.onError((error, c) => {
    if (error instanceof HTTPException) return showRefused(c, error.status === 413 ? 413 : 403);
    // The path of a link to sign in, and that of a calendar feed, is a secret.
    const path = c.req.path.replace(/^(\/sign-in\/|\/calendar\/feed\/).+/, '$1…');
    logger.error({ err: error, method: c.req.method, path }, 'A page could not be shown');
    const say = wordingIn(c.var.language ?? 'bn');
    if (!(error instanceof DatabaseUnavailable)) return showTrouble(c, 500, say.failed, say.failedAdvice);
    c.header('Retry-After', '60');
    return showTrouble(c, 503, say.unavailable, say.unavailableAdvice);
  });
}

function showNotFound(c: Context<WebEnv>): Response {
  const say = wordingIn(c.var.language);
  return showTrouble(c, 404, say.notFound, say.notFoundAdvice);
}

/** A form that is not of this session or not of ours, or that is too long. */
function showRefused(c: Context<WebEnv>, status: 403 | 413): Response {
  const say = signInWords(c.var.language ?? 'bn');
  if (status === 413) return showTrouble(c, status, say.tooLarge, say.tooLargeAdvice);
  return showTrouble(c, status, say.formOver, say.formOverAdvice);
}

function showTrouble(c: Context<WebEnv>, status: 403 | 404 | 413 | 500 | 503, title: string, advice: string): Response {
  const say = wordingIn(c.var.language);
  const content = (
    <div class="prose">
      <h1>{title}</h1>
      <p class="lead">{advice}</p>
      <p>
        <a href="/">{say.toPlans}</a>
      </p>
    </div>
  );
  return showPage(c, { title, section: null, content }, status);
}
