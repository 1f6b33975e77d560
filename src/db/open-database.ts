import { join } from 'node:path';
import type { DatabaseLogger, OpenDatabase } from './database.ts';
import { lockFolder } from './folder-lock.ts';
import { openPglite } from './open-pglite.ts';
import { openPostgres } from './open-postgres.ts';

/** The `dataDir` that keeps everything in memory, for tests and simulations. */
export const IN_MEMORY = 'memory://';

/**
 * Opens the database, with its tables brought up to date: the Postgres server at `databaseUrl`, or else PGlite, which
 * is Postgres within this process, with its files in `<dataDir>/pglite`.
 *
 * @throws DatabaseUnavailable when the server cannot be reached, `FolderLocked` when another process has the folder open.
 */
export async function openDatabase(options: {
  readonly databaseUrl?: string | undefined;
  /** A folder, which is made where it is missing, or `memory://`. */
  readonly dataDir: string;
  /** The most connections to Postgres, for the program and for the queue each. */
  readonly poolSize?: number | undefined;
  readonly logger?: DatabaseLogger | undefined;
}): Promise<OpenDatabase> {
  const { databaseUrl, dataDir, poolSize = 10, logger = { warn: () => {} } } = options;
  if (databaseUrl) return openPostgres(databaseUrl, poolSize, logger);
  if (dataDir === IN_MEMORY) return openPglite(IN_MEMORY);
  const lock = await lockFolder(dataDir);
  try {
    const database = await openPglite(join(dataDir, 'pglite'));
    return {
      ...database,
      close: async () => {
        await database.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}
