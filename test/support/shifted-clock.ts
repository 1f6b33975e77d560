import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Instant } from '../../src/calendar/types.ts';
import type { Clock } from '../../src/clock.ts';

/** A clock that can be put to any instant, and goes on from there as fast as the real one. */
export interface ShiftedClock extends Clock {
  put(instant: Instant): void;
}

export function shiftedClock(start: Instant): ShiftedClock {
  let ahead = start - Date.now();
  return clockAhead(
    () => ahead,
    (milliseconds) => {
      ahead = milliseconds;
    },
  );
}

/** The same for several processes, which keep in a file how far it is ahead of the real one. */
export function sharedClock(file: string): ShiftedClock {
  return clockAhead(
    () => Number(readFileSync(file, 'utf8')),
    (milliseconds) => {
      // A rename, so that nobody reads half a number.
      writeFileSync(`${file}.new`, `${milliseconds}`);
      renameSync(`${file}.new`, file);
    },
  );
}

function clockAhead(read: () => number, write: (milliseconds: number) => void): ShiftedClock {
  const now = () => Date.now() + read();
  return {
    now,
    waitFor: (instant) => Math.max(0, instant - now()),
    put: (instant) => write(instant - Date.now()),
  };
}
