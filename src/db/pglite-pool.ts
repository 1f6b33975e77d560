import { EventEmitter } from 'node:events';
import type { PGlite, Transaction } from '@electric-sql/pglite';
import type { PgPool, PgPoolClient, PgQueryResult } from 'bullmq';

/** What is needed of PGlite. */
export type PgliteConnection = Pick<PGlite, 'query' | 'exec' | 'transaction' | 'listen'>;

type Session = Pick<Transaction, 'query' | 'exec'>;

/**
 * PGlite in the shape of a `pg.Pool`, as far as BullMQ's Postgres backend asks for it. There is one session under it:
 * "connections" take turns query by query, and one that says `begin` has the session to itself until its `commit`.
 */
export function createPglitePool(pglite: PgliteConnection): PgPool {
  const pool = Object.assign(new EventEmitter(), {
    query: (text: string, params?: readonly unknown[]) => answer(pglite, text, params),
    connect: async (): Promise<PgPoolClient> => createClient(pglite),
    /** The owner closes the database. */
    end: async () => {},
  });
  pool.setMaxListeners(0); // BullMQ adds one for each queue and worker.
  return pool as unknown as PgPool;
}

/** A command to the session itself, behind any comments: BullMQ explains each of its statements at length. */
const SESSION_COMMAND = /^(?:\s|--.*\n)*(begin|commit|rollback|listen)\b\s*"?(\w*)"?/i;

function createClient(pglite: PgliteConnection): PgPoolClient {
  const events = new EventEmitter();
  const unlisteners = new Map<string, () => Promise<void>>();
  let open: OpenTransaction | null = null;

  const listen = async (channel: string) => {
    if (unlisteners.has(channel)) return;
    unlisteners.set(channel, async () => {});
    unlisteners.set(
      channel,
      await pglite.listen(channel, (payload) => events.emit('notification', { channel, payload })),
    );
  };

  const query = async (text: string, params?: readonly unknown[]): Promise<PgQueryResult> => {
    const [, command, channel] = SESSION_COMMAND.exec(text) ?? [];
    switch (command?.toLowerCase()) {
      case 'listen':
        await listen(channel!);
        return { rows: [], rowCount: null };
      case 'begin':
        open = await beginTransaction(pglite);
        return { rows: [], rowCount: null };
      case 'commit':
      case 'rollback': {
        const ended = open;
        open = null;
        await ended?.end(command!.toLowerCase() === 'commit');
        return { rows: [], rowCount: null };
      }
      default:
        return answer(open?.session ?? pglite, text, params);
    }
  };

  const release = () => {
    events.removeAllListeners();
    void open?.end(false);
    open = null;
    for (const unlisten of unlisteners.values()) unlisten().catch(() => {}); // Closed already: nothing to unlisten.
    unlisteners.clear();
  };

  return Object.assign(events, { query, release }) as unknown as PgPoolClient;
}

interface OpenTransaction {
  readonly session: Session;
  end(isKept: boolean): Promise<void>;
}

function beginTransaction(pglite: PgliteConnection): Promise<OpenTransaction> {
  return new Promise((resolve, reject) => {
    const done = pglite.transaction(
      (tx) =>
        new Promise<void>((finish) => {
          const end = async (isKept: boolean) => {
            if (!isKept) await tx.rollback();
            finish();
            await done;
          };
          resolve({ session: tx, end });
        }),
    );
    done.catch(reject);
  });
}

/** Without parameters `pg` allows several statements in one text, as BullMQ's migrations have them. */
async function answer(session: Session, text: string, params?: readonly unknown[]): Promise<PgQueryResult> {
  const result = params?.length ? await session.query(text, [...params]) : (await session.exec(text)).at(-1);
  return { rows: (result?.rows ?? []) as unknown[], rowCount: result?.affectedRows ?? null };
}
