import { endSession } from '../db/queries/sessions.ts';
import { mayDo, type Viewer } from '../rights/rights.ts';
import type { ActingParts } from './record-as.ts';

/** Ends a session of anybody; `notFound` where none of that id runs, and for whoever may not do this. */
export async function endSessionAs(
  { db, clock }: Pick<ActingParts, 'db' | 'clock'>,
  viewer: Viewer,
  id: number,
): Promise<'ended' | 'notFound'> {
  if (!mayDo(viewer, 'manageSessions', {}).allowed) return 'notFound';
  return (await endSession(db, id, clock.now())) ? 'ended' : 'notFound';
}
