import type { Instant } from '../../calendar/types.ts';
import { type Clock, hurryingClock } from '../../clock.ts';

/**
 * A clock that hurries, and yet waits for those who work by it: it never goes past the instant to which it was last
 * allowed. What it loses by waiting it makes up for, so that a year takes about as long as was asked for.
 */
export interface DemoClock extends Clock {
  /** Sets it going. */
  begin(): void;
  /** Lets it run on, up to and with this instant. */
  allow(until: Instant): void;
}

/** @param speed how many times as fast as a real clock it runs */
export function demoClock(start: Instant, speed: number): DemoClock {
  let running: Clock | null = null;
  let allowed = start;
  return {
    now: () => (running === null ? start : Math.min(running.now(), allowed)),
    waitFor: (instant) => (running === null ? Math.max(0, (instant - start) / speed) : running.waitFor(instant)),
    begin: () => {
      running = hurryingClock(start, speed);
    },
    allow: (until) => {
      allowed = Math.max(allowed, until);
    },
  };
}
