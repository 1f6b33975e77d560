import type { PersonEvent } from '../../machines/types.ts';
import { sameAddress, type Viewer } from '../rights/rights.ts';
import type { IndicatorPageFacts } from './indicator-reading.ts';

/** So long after an act its page tells of it at its head, in milliseconds: a kept address says nothing stale. */
const FRESH = 15 * 60 * 1000;

/**
 * What this reader has just recorded, by the number of its log entry in the page's address; null where that is no act of
 * the reader's, or one of long ago. Pure.
 */
export function justRecorded(
  asked: string | undefined,
  { log, plan }: Pick<IndicatorPageFacts, 'log' | 'plan'>,
  viewer: Viewer,
  now: number,
): PersonEvent | null {
  const entry = log.find(({ seq }) => String(seq) === asked)?.entry;
  if (!entry || !('by' in entry) || now - entry.at > FRESH) return null;
  const person = plan.people.find(({ id }) => id === entry.by.person);
  return person && viewer.address !== null && sameAddress(person.email, viewer.address) ? entry : null;
}
