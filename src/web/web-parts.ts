import type { Hono } from 'hono';
import type { Calendars } from '../calendar/calendars.ts';
import type { Clock } from '../clock.ts';
import type { OpenDatabase } from '../db/database.ts';
import type { Engine } from '../engine/engine.ts';
import type { Logger } from '../log.ts';
import type { PlanLibrary } from '../plan/plan-library.ts';
import type { Language } from '../plan/types.ts';
import type { OpenQueues } from '../queue/queues.ts';
import type { Viewer } from '../rights/rights.ts';
import type { Settings } from '../settings.ts';
import type { OidcSignIn } from '../sign-in/oidc-sign-in.ts';
import type { SignIn } from '../sign-in/sign-in.ts';
import type { Assets } from './assets.ts';

/** What the web pages are made of; all of it comes from outside. */
export interface WebParts {
  readonly settings: Pick<Settings, 'host' | 'port' | 'baseUrl' | 'adminEmails' | 'configDir' | 'dataDir'>;
  readonly database: OpenDatabase;
  /** For the health check and the page of queues: all else is read from the database. */
  readonly queues?: OpenQueues | undefined;
  /** Through which everything is recorded. */
  readonly engine: Engine;
  /** Whether the mail server answers, for the page about health. */
  readonly verifyMail?: (() => Promise<{ readonly ok: boolean; readonly answer: string }>) | undefined;
  readonly clock: Clock;
  /** The calendars that plans name: holidays, and what plans are compiled with. */
  readonly calendars: Calendars;
  /** Policies that plans name, and templates that they are written from. */
  readonly library: PlanLibrary;
  readonly signIn: SignIn;
  /** The office's own sign-in, where there is one. */
  readonly oidc?: OidcSignIn | undefined;
  readonly logger: Pick<Logger, 'info' | 'warn' | 'error'>;
}

/** What every request knows once it has reached a route. */
export interface WebEnv {
  readonly Variables: {
    language: Language;
    assets: Assets;
    /** Set on every page that is behind the sign-in, and on no other. */
    session: Session | undefined;
  };
}

/** Who is signed in. */
export interface Session {
  readonly id: number;
  readonly viewer: Viewer;
  /** What every form has to carry in its field `token`. */
  readonly formToken: string;
}

export type WebApp = Hono<WebEnv>;
