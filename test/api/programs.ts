import { type Api, createApi } from '../../src/api/app.ts';
import type { OpenDatabase } from '../../src/db/database.ts';
import type { Scope } from '../../src/db/queries/api-tokens.ts';
import { makeApiToken } from '../../src/sign-in/api-tokens.ts';
import { createWeb } from '../../src/web/app.ts';
import type { WebParts } from '../../src/web/web-parts.ts';
import { partsOf } from '../web/pages.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects
  readonly body: any;
}

export interface Asking {
  readonly method?: string;
  readonly token?: string | null;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The API as programs reach it: below the pages, on the same port. */
export class Programs {
  readonly api: Api;
  /** The deliveries to webhooks that were asked for. */
  readonly enqueued: number[] = [];
  readonly #web: ReturnType<typeof createWeb>;
  readonly #database: OpenDatabase;
  readonly #clock: WebParts['clock'];

  constructor(database: OpenDatabase, clock: WebParts['clock'], requestsAMinute?: number) {
    this.#database = database;
    this.#clock = clock;
    const parts = partsOf(database, clock);
    const enqueueWebhooks = async (ids: readonly number[]) => void this.enqueued.push(...ids);
    this.api = createApi({ ...parts, db: database.db, enqueueWebhooks }, requestsAMinute);
    this.#web = createWeb({ ...parts, api: this.api });
  }

  token(address: string | null, scopes: readonly Scope[] = ['read', 'record'], days: number | null = 30) {
    return makeApiToken(this.#database.db, { address, name: 'a test', scopes, days }, this.#clock.now());
  }

  async ask(path: string, { method = 'GET', token = null, body, headers = {} }: Asking = {}): Promise<Answer> {
    const sent = new Headers(headers);
    if (token !== null) sent.set('authorization', `Bearer ${token}`);
    if (body !== undefined && !sent.has('content-type')) sent.set('content-type', 'application/json');
    const isRaw = body === undefined || typeof body === 'string' || body instanceof Uint8Array;
    const text = isRaw ? body : JSON.stringify(body);
    const response = await this.#web.request(path.startsWith('/') ? path : `/api/v1/${path}`, {
      method,
      headers: sent,
      ...(text === undefined ? {} : { body: text as string }),
    });
    const answer = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(answer) : answer };
  }
}
