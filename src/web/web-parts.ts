import type { Hono } from 'hono';
import type { Calendars } from '../calendar/calendars.ts';
import type { Clock } from '../clock.ts';
import type { OpenDatabase } from '../db/database.ts';
import type { Engine } from '../engine/engine.ts';
import type { EvidenceStore } from '../evidence/evidence-store.ts';
import type { Logger } from '../log.ts';
import type { PlanLibrary } from '../plan/plan-library.ts';
import type { Language } from '../plan/types.ts';
import type { OpenQueues } from '../queue/queues.ts';
import type { Viewer } from '../rights/rights.ts';
import type { Settings } from '../settings.ts';
import type { OidcSignIn } from '../sign-in/oidc-sign-in.ts';
import type { SignIn } from '../sign-in/sign-in.ts';
import type { Assets } from './assets.ts';
import type { PostedForm } from './posted-form.ts';

/** What the web pages are made of; all of it comes from outside. */
export interface WebParts {
  readonly settings: Pick<Settings, 'host' | 'port' | 'baseUrl' | 'adminEmails' | 'configDir' | 'dataDir'>;
  readonly database: OpenDatabase;
  /** For the health check and the page of queues: all else is read from the database. */
  readonly queues?: OpenQueues | undefined;
  /** Through which everything is recorded. */
  readonly engine: Engine;
  /** The files that show achievements. */
  readonly evidence: EvidenceStore;
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
  /** Asks that webhooks be told something, once it is committed. */
  readonly enqueueWebhooks?: ((deliveryIds: readonly number[]) => Promise<void>) | undefined;
  /** What answers programs below `/api/v1`, on the same port and with a language of its own. */
  readonly api?: MountedApi | undefined;
}

/** An API as pages know it: something that answers requests, and an OpenAPI document that they can show. */
export interface MountedApi {
  fetch(request: Request): Response | Promise<Response>;
  readonly document: unknown;
}

/** What every request knows once it has reached a route. */
export interface WebEnv {
  readonly Variables: {
    language: Language;
    assets: Assets;
    /** Set on every page that is behind the sign-in, and on no other. */
    session: Session | undefined;
    /** A form with files, for `readForm`. */
    postedForm: PostedForm | undefined;
    /** Whether the menu leads to offices; only on pages. */
    seesOffices?: boolean;
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
