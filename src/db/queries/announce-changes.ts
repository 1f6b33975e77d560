import { type Database, query, type Transaction } from '../database.ts';

/** The channel on which processes tell each other that something about a plan has changed; the payload is its id. */
export const CHANGES = 'suchok_changes';

/**
 * Tells whoever listens, in any process, that something about these plans has changed: each plan once. A hint only, so
 * it goes out after what it tells of was committed (as it does by itself from inside a transaction), and whoever misses it reads the truth at the next look.
 */
export async function announceChanges(db: Database | Transaction, planIds: Iterable<string>): Promise<void> {
  const ids = [...new Set(planIds)];
  if (ids.length === 0) return;
  await query(db, { name: 'announce-changes', text: 'select pg_notify($1, id) from unnest($2::text[]) as id' }, [
    CHANGES,
    ids,
  ]);
}
