import type { Instant } from '../src/calendar/types.ts';
import type { Clock } from '../src/clock.ts';

/** A clock that runs as fast as the real one, and can be put to any instant. */
export interface ShiftedClock extends Clock {
  put(instant: Instant): void;
}

export function shiftedClock(start: Instant): ShiftedClock {
  let startedAt = performance.now();
  let shown = start;
  const exact = () => shown + performance.now() - startedAt;
  return {
    now: () => Math.floor(exact()),
    waitFor: (instant) => Math.max(0, instant - exact()),
    put: (instant) => {
      shown = instant;
      startedAt = performance.now();
    },
  };
}
