import type { Instant } from '../../src/calendar/types.ts';
import type { Clock } from '../../src/clock.ts';

/** A clock that can be put to any instant, and goes on from there as fast as the real one. */
export interface ShiftedClock extends Clock {
  put(instant: Instant): void;
}

export function shiftedClock(start: Instant): ShiftedClock {
  let offset = start - Date.now();
  return clockAhead(
    () => offset,
    (instant) => {
      offset = instant - Date.now();
    },
  );
}

/** A clock that several processes share: `read` and `write` keep how far it is ahead of the real one, in milliseconds. */
export function clockAhead(read: () => number, put: (instant: Instant) => void): ShiftedClock {
  const now = () => Date.now() + read();
  return { now, waitFor: (instant) => Math.max(0, instant - now()), put };
}
