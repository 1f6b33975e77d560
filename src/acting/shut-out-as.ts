import { withTransaction } from '../db/database.ts';
import { type ShutOut, shutOut } from '../db/queries/shut-out.ts';
import { mayDo, type Viewer } from '../rights/rights.ts';
import type { ActingParts } from './record-as.ts';

/**
 * Ends at once whatever lets somebody in at an address: sessions, API tokens and calendar feeds. Who still has a post can
 * sign in anew. Null for whoever may not do this.
 */
export async function shutOutAs(
  { db, clock }: Pick<ActingParts, 'db' | 'clock'>,
  viewer: Viewer,
  address: string,
): Promise<ShutOut | null> {
  if (!mayDo(viewer, 'manageSessions', {}).allowed) return null;
  return withTransaction(db, (tx) => shutOut(tx, address, clock.now()));
}
