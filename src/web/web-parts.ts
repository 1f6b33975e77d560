import type { Hono } from 'hono';
import type { Clock } from '../clock.ts';
import type { OpenDatabase } from '../db/database.ts';
import type { Logger } from '../log.ts';
import type { Language } from '../plan/types.ts';
import type { OpenQueues } from '../queue/queues.ts';
import type { Settings } from '../settings.ts';
import type { Assets } from './assets.ts';

/** What the web pages are made of; all of it comes from outside. */
export interface WebParts {
  readonly settings: Pick<Settings, 'host' | 'port' | 'baseUrl'>;
  readonly database: OpenDatabase;
  /** Only for the health check: pages read from the database. */
  readonly queues?: OpenQueues | undefined;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'info' | 'warn' | 'error'>;
}

/** What every request knows once it has reached a route. */
export interface WebEnv {
  readonly Variables: { language: Language; assets: Assets };
}

export type WebApp = Hono<WebEnv>;
