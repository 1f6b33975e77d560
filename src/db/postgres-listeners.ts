import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { DatabaseLogger, Ear } from './database.ts';

/** Milliseconds until a lost connection is tried anew, at first and at most. */
const FIRST_PATIENCE = 250;
const LONGEST_PATIENCE = 30_000;

/** A connection that only listens says nothing for hours: so often it is asked whether it is still there. */
const PROBED_EVERY = 60_000;
const PROBE_TIMEOUT = 10_000;

/**
 * Connections that listen. Each has one to itself, since what is announced arrives on the connection that asked for it,
 * and pools hand theirs from one to the other. A connection that is lost is opened anew until it is no longer wanted.
 */
export class PostgresListeners {
  readonly #url: string;
  readonly #logger: DatabaseLogger;
  readonly #open = new Set<() => Promise<void>>();

  constructor(url: string, logger: DatabaseLogger) {
    this.#url = url;
    this.#logger = logger;
  }

  /** Listens until the function that is given back is called. Throws when the server cannot be reached now. */
  async open(channel: string, ear: Ear): Promise<() => Promise<void>> {
    const ending = new AbortController();
    let client = await this.#connect(channel, ear);
    let probe: NodeJS.Timeout;
    const follow = () => {
      client.once('end', () => {
        clearInterval(probe);
        if (!ending.signal.aborted) void reconnect();
      });
      probe = setInterval(() => void this.#probe(client), PROBED_EVERY);
      probe.unref();
    };
    const reconnect = async () => {
      for (let patience = FIRST_PATIENCE; ; patience = Math.min(2 * patience, LONGEST_PATIENCE)) {
        try {
          await wait(patience, undefined, { signal: ending.signal, ref: false });
          client = await this.#connect(channel, ear);
          break;
        } catch (error) {
          if (ending.signal.aborted) return;
          this.#logger.warn({ err: error, channel }, 'The database cannot be listened to; it is tried again');
        }
      }
      if (ending.signal.aborted) return client.end();
      follow();
      ear.mayHaveMissed();
    };
    const close = async () => {
      if (ending.signal.aborted) return;
      ending.abort();
      this.#open.delete(close);
      await client.end().catch(() => {}); // Lost already.
    };
    follow();
    this.#open.add(close);
    return close;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#open].map((close) => close()));
  }

  async #connect(channel: string, ear: Ear): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.#url,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
      application_name: 'suchok-listen',
    });
    // Without a listener, a connection that breaks would end the process; its end is told by `end` as well.
    client.on('error', (error) => this.#logger.warn({ err: error, channel }, 'A listening connection broke'));
    client.on('notification', ({ payload }) => ear.hear(payload ?? ''));
    try {
      await client.connect();
      await client.query(`listen ${client.escapeIdentifier(channel)}`);
    } catch (error) {
      await client.end().catch(() => {});
      throw error;
    }
    return client;
  }

  /** A line that was cut without a word is found out here; ending it then opens a new one. */
  async #probe(client: pg.Client): Promise<void> {
    const answered = client.query('select 1').then(
      () => true,
      () => false,
    );
    const silent = wait(PROBE_TIMEOUT, false, { ref: false });
    if (!(await Promise.race([answered, silent]))) await client.end().catch(() => {});
  }
}
