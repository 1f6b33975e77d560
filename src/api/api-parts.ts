import type { Calendars } from '../calendar/calendars.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import type { Scope, StoredToken } from '../db/queries/api-tokens.ts';
import type { KeyClaim } from '../db/queries/idempotency-keys.ts';
import type { Engine } from '../engine/engine.ts';
import type { EvidenceStore } from '../evidence/evidence-store.ts';
import type { PlanLibrary } from '../plan/plan-library.ts';
import type { Language } from '../plan/types.ts';
import type { Viewer } from '../rights/rights.ts';
import type { Settings } from '../settings.ts';

/** What the API is made of; all of it comes from outside. */
export interface ApiParts {
  readonly settings: Pick<Settings, 'baseUrl' | 'adminEmails' | 'configDir' | 'dataDir'>;
  readonly db: Database;
  readonly engine: Engine;
  readonly evidence: EvidenceStore;
  readonly clock: Clock;
  readonly calendars: Calendars;
  readonly library: PlanLibrary;
  /** Asks that webhooks be told something, once it is committed. */
  readonly enqueueWebhooks?: ((deliveryIds: readonly number[]) => Promise<void>) | undefined;
  readonly logger: Record<'error' | 'info', (details: object, message: string) => void>;
}

/** Who asks: a person, through a token that may do less than the person. */
export interface Caller {
  readonly token: StoredToken;
  readonly viewer: Viewer;
  readonly scopes: ReadonlySet<Scope>;
}

/** What every request knows. */
export interface ApiEnv {
  readonly Variables: {
    language: Language;
    /** Set on all that is behind a token. */
    caller: Caller;
    /** Set where the request carries an Idempotency-Key. */
    claim: KeyClaim | undefined;
    /** True once the answer was written down together with what it tells of. */
    isKept: boolean | undefined;
    /** True where the answer tells a secret, which is not to be kept for others to read. */
    isSecret: boolean | undefined;
  };
}
