import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { HonoAdapter } from '@bull-board/hono';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { QueueName } from '../queue/names.ts';
import type { OpenQueues } from '../queue/queues.ts';

/**
 * The board loads its own scripts and styles from here and sets styles of elements; nothing else is loosened, and no
 * other host is asked for anything.
 */
export const BOARD_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; " +
  "connect-src 'self'; form-action 'none'; base-uri 'self'; frame-ancestors 'none'";

/** All queues that there are: the compiler misses a new one. */
const SHOWN: Readonly<Record<QueueName, true>> = { alarms: true, mail: true, webhooks: true };

/**
 * Bull-board over the running queues, for looking only: the record is in the database, so that nothing is mended by
 * moving jobs about, and what is only looked at needs no defence against forged requests.
 */
export function queueBoard(queues: OpenQueues, path: string): { fetch(request: Request): Promise<Response> } {
  const adapter = new HonoAdapter(serveStatic);
  createBullBoard({
    // Its types know BullMQ on Redis alone.
    queues: (Object.keys(SHOWN) as QueueName[]).map(
      (name) => new BullMQAdapter(queues.queue(name) as never, { readOnlyMode: true }),
    ),
    serverAdapter: adapter as never,
    options: {
      uiConfig: {
        boardTitle: 'Suchok',
        miscLinks: [{ text: 'Suchok', url: '/administration' }],
        hideRedisDetails: queues.flavour !== 'redis',
      },
    },
  });
  adapter.setBasePath(path);
  const board = new Hono();
  board.route(path, adapter.registerPlugin() as never);
  return { fetch: async (request) => withoutOthers(await board.fetch(request)) };
}

/** Its page would load fonts from another host; those of the system do as well. */
async function withoutOthers(response: Response): Promise<Response> {
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  const html = await response.text();
  const own = html.replace(/<link[^>]+href="https?:[^>]*>/g, '');
  return new Response(own, { status: response.status, headers: { 'content-type': 'text/html; charset=utf-8' } });
}
