import type { Instant } from './calendar/types.ts';

/** Where the program gets its time from; the only one, so that a demo can hurry it and a test can set it. */
export interface Clock {
  now(): Instant;
  /** Milliseconds of real time until the clock shows the instant; 0 when it has. */
  waitFor(instant: Instant): number;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  waitFor: (instant) => Math.max(0, instant - Date.now()),
};

/** A clock that shows `start` now and runs `speed` times as fast as the real one. */
export function hurryingClock(start: Instant, speed: number): Clock {
  const startedAt = performance.now();
  const now = () => start + (performance.now() - startedAt) * speed;
  return {
    now: () => Math.floor(now()),
    // Timers count whole milliseconds, each from its own reading: one more, and none rings before its time.
    waitFor: (instant) => (instant <= now() ? 0 : Math.ceil((instant - now()) / speed) + 1),
  };
}
