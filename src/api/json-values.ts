import { toIsoWithOffset } from '../calendar/local-time.ts';
import type { Instant } from '../calendar/types.ts';

/** An instant with the offset of the plan's zone. */
export function isoOrNull(at: Instant | null, zone: string): string | null {
  return at === null ? null : toIsoWithOffset(at, zone);
}
