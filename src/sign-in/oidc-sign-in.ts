import type { Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import { insertOidcRequest, takeOidcRequest } from '../db/queries/oidc-requests.ts';
import { OidcProvider, type OidcSettings } from './oidc-provider.ts';
import { hashOf, newToken, sameSecret } from './tokens.ts';

/** Minutes in which somebody has to come back from the provider. */
export const OIDC_MINUTES = 10;

/** So many may be on their way at once; more are sent away, so that strangers cannot fill the database. */
const MOST_UNDER_WAY = 20_000;

export interface OidcParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly baseUrl: string;
  readonly settings: OidcSettings;
  /** The address as plans or settings have it; null when nobody does. */
  readonly find: (address: string) => Promise<string | null>;
  readonly logger: {
    info(details: object, message: string): void;
    warn(details: object, message: string): void;
  };
}

/** Where to send a browser, and the state that it has to bring back. */
export type OidcStart =
  | { readonly outcome: 'go'; readonly url: string; readonly state: string }
  | { readonly outcome: 'tooMany' }
  | { readonly outcome: 'away' };

/**
 * `over`: not begun in this browser, too long ago, or finished before. `refused`: the provider let nobody in, or its
 * answer is not to be trusted. `unverified`: it does not vouch for the address. `unknown`: nobody has the address here.
 */
export type OidcEnd =
  | { readonly outcome: 'in'; readonly address: string; readonly next: string }
  | { readonly outcome: 'over' | 'refused' | 'away' }
  | { readonly outcome: 'unverified' | 'unknown'; readonly email: string | null };

/** Lets people in whom the office's own sign-in knows: authorization code flow with PKCE, state and nonce. */
export class OidcSignIn {
  readonly #parts: OidcParts;
  readonly #provider: OidcProvider;

  constructor(parts: OidcParts) {
    this.#parts = parts;
    this.#provider = new OidcProvider(parts.settings, parts.baseUrl);
  }

  get label(): string | undefined {
    return this.#parts.settings.label;
  }

  async start(next: string): Promise<OidcStart> {
    const { db, clock, logger } = this.#parts;
    const [state, nonce, verifier] = [newToken(), newToken(), newToken()] as const;
    let url: string;
    try {
      url = await this.#provider.addressFor(state, nonce, verifier);
    } catch (error) {
      logger.warn({ err: error }, 'The office’s own sign-in does not answer');
      return { outcome: 'away' };
    }
    const createdAt = clock.now();
    const expiresAt = createdAt + OIDC_MINUTES * 60_000;
    const request = { stateHash: hashOf(state), nonce, verifier, next, createdAt, expiresAt };
    const isKept = await insertOidcRequest(db, request, MOST_UNDER_WAY);
    return isKept ? { outcome: 'go', url, state } : { outcome: 'tooMany' };
  }

  /** Ends what `start` began; `ownState` is what this browser was given then. Each state ends once. */
  async finish(answer: URLSearchParams, ownState: string | undefined): Promise<OidcEnd> {
    const { db, clock, settings, find, logger } = this.#parts;
    const state = answer.get('state');
    if (!state || !ownState || !sameSecret(state, ownState)) return { outcome: 'over' };
    const request = await takeOidcRequest(db, hashOf(state), clock.now());
    if (!request) return { outcome: 'over' };
    let person: Awaited<ReturnType<OidcProvider['personFrom']>>;
    try {
      person = await this.#provider.personFrom(answer, state, request.nonce, request.verifier);
    } catch (error) {
      logger.warn({ err: error }, 'The office’s own sign-in let nobody in');
      return { outcome: isAway(error) ? 'away' : 'refused' };
    }
    const { email, isVerified } = person;
    if (email === null || !(isVerified || settings.trustEmail)) return { outcome: 'unverified', email };
    const address = await find(email);
    if (address === null) {
      logger.info({}, 'The office’s own sign-in knows somebody whom no plan names');
      return { outcome: 'unknown', email };
    }
    return { outcome: 'in', address, next: request.next };
  }
}

/** Whether the provider could not be reached, rather than said something that does not do. */
function isAway(error: unknown): boolean {
  const { code, name } = error as { code?: string; name?: string };
  return code === 'OAUTH_TIMEOUT' || name === 'TimeoutError' || (error instanceof TypeError && code === undefined);
}
