import { runMigrations } from 'bullmq';
import type { PgPoolLike } from '../db/database.ts';

/**
 * Brings BullMQ's own tables up to date, in the schema `bullmq` beside ours. BullMQ takes a lock meanwhile, so several
 * processes may start at once.
 */
export async function createQueueTables(pool: PgPoolLike): Promise<void> {
  const client = await pool.connect();
  try {
    await runMigrations(client);
  } finally {
    client.release();
  }
}
