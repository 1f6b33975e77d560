import type { OpenDatabase } from '../../db/database.ts';
import { CHANGES } from '../../db/queries/announce-changes.ts';
import type { WebParts } from '../web-parts.ts';

/** Milliseconds that the line to the database is kept after the last page was closed: most go on to another one. */
const LINGERS = 30_000;
const TRIED_ANEW_AFTER = 5_000;

/** Tells whoever follows a plan of its changes, wherever they were made: one line to the database for all of them. */
export class ChangeWatch {
  readonly #database: OpenDatabase;
  readonly #logger: WebParts['logger'];
  readonly #followers = new Map<string, Set<() => void>>();
  #line: Promise<(() => Promise<void>) | null> | null = null;
  #farewell: NodeJS.Timeout | undefined;

  constructor(database: OpenDatabase, logger: WebParts['logger']) {
    this.#database = database;
    this.#logger = logger;
  }

  /** Resolves once nothing can be missed any more, with what ends it. */
  async follow(planId: string, tell: () => void): Promise<() => void> {
    clearTimeout(this.#farewell);
    const followers = this.#followers.get(planId) ?? new Set();
    this.#followers.set(planId, followers.add(tell));
    await this.#listen();
    return () => {
      followers.delete(tell);
      if (followers.size === 0 && this.#followers.get(planId) === followers) this.#followers.delete(planId);
      if (this.#followers.size > 0) return;
      clearTimeout(this.#farewell);
      this.#farewell = setTimeout(() => void this.close(), LINGERS);
      this.#farewell.unref();
    };
  }

  /** Hangs up; the next who follows opens the line again. */
  async close(): Promise<void> {
    clearTimeout(this.#farewell);
    const line = this.#line;
    this.#line = null;
    try {
      await (await line)?.();
    } catch (error) {
      this.#logger.warn({ err: error }, 'The line for changes could not be closed');
    }
  }

  #listen(): Promise<unknown> {
    this.#line ??= this.#database
      .listen(CHANGES, {
        hear: (planId) => this.#tell(this.#followers.get(planId) ?? []),
        mayHaveMissed: () => this.#tell([...this.#followers.values()].flatMap((followers) => [...followers])),
      })
      .catch((error: unknown) => {
        // The pages are whole without: they only do not follow along until the database is there again.
        this.#logger.warn({ err: error }, 'Changes cannot be followed yet');
        this.#line = null;
        setTimeout(() => this.#followers.size > 0 && void this.#catchUp(), TRIED_ANEW_AFTER).unref();
        return null;
      });
    return this.#line;
  }

  async #catchUp(): Promise<void> {
    if (await this.#listen()) this.#tell([...this.#followers.values()].flatMap((followers) => [...followers]));
  }

  #tell(followers: Iterable<() => void>): void {
    for (const tell of [...followers]) tell();
  }
}
