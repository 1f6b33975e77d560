import { Hono } from 'hono';
import type { WebApp, WebEnv, WebParts } from '../web-parts.ts';

/** So long a part may take to answer, in milliseconds: whoever asks will not wait for ever either. */
const PATIENCE = 2_000;

/**
 * `/healthz` for whoever watches over the program: 200 while the database and the queue answer, 503 while one does not.
 * It tells which, never why: reasons can hold addresses and passwords, and stand in the log.
 */
export function healthRoutes({ database, queues, clock, logger }: WebParts): WebApp {
  const app = new Hono<WebEnv>();
  app.get('/healthz', async (c) => {
    const [databaseAnswers, queueAnswers] = await Promise.all([
      answers('database', () => database.ping()),
      queues ? answers('queue', () => queues.ping()) : true,
    ]);
    const isWell = databaseAnswers && queueAnswers;
    const report = {
      status: statusOf(isWell),
      database: { status: statusOf(databaseAnswers), kind: database.flavour },
      queue: queues ? { status: statusOf(queueAnswers), kind: queues.flavour } : null,
      time: new Date(clock.now()).toISOString(),
    };
    return c.json(report, isWell ? 200 : 503, { 'Cache-Control': 'no-store' });
  });
  return app;

  async function answers(part: string, ping: () => Promise<void>): Promise<boolean> {
    try {
      await withinPatience(ping());
      return true;
    } catch (error) {
      logger.warn({ err: error, part }, 'A part does not answer the health check');
      return false;
    }
  }
}

function statusOf(isWell: boolean): 'ok' | 'down' {
  return isWell ? 'ok' : 'down';
}

async function withinPatience(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${PATIENCE} ms`)), PATIENCE);
  });
  try {
    await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
