import { type Context, Hono } from 'hono';
import { ADMINISTRATION } from '../../administration-paths.ts';
import { showPage } from '../../page-layout.tsx';
import type { WebApp, WebEnv, WebParts } from '../../web-parts.ts';
import { administrationWords } from '../../wording/administration-words.ts';
import { inAdministration } from './frame.ts';

const QUEUES = `${ADMINISTRATION}/queues`;

/** The board of the queues, for looking; a word in its place where this process has none. */
export function queueRoutes({ queues }: WebParts): WebApp {
  const app = new Hono<WebEnv>();
  let board: Promise<{ fetch(request: Request): Promise<Response> }> | null = null;

  const show = async (c: Context<WebEnv>) => {
    if (!queues) {
      const say = administrationWords(c.var.language);
      const content = (
        <div class="prose">
          <h1>{say.noQueues}</h1>
          <p class="lead">{say.noQueuesLead}</p>
        </div>
      );
      return showPage(c, inAdministration(c, say.noQueues, content));
    }
    // Loaded only when somebody looks.
    const { queueBoard, BOARD_POLICY } = await import('../../queue-board.ts');
    board ??= Promise.resolve(queueBoard(queues, QUEUES));
    const answer = await (await board).fetch(c.req.raw);
    c.header('Content-Security-Policy', BOARD_POLICY);
    c.header('Cache-Control', 'private, no-store');
    return c.newResponse(answer.body, answer.status as 200, Object.fromEntries(answer.headers));
  };
  app.get(QUEUES, show);
  app.get(`${QUEUES}/*`, show);
  return app;
}
