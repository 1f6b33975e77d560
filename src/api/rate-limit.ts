import type { Instant } from '../calendar/types.ts';

/** So many requests a token may send in a minute, to each process. */
export const MOST_IN_A_MINUTE = 600;

const MINUTE = 60_000;

export interface Allowance {
  readonly allowed: boolean;
  readonly remaining: number;
  /** Seconds until the count begins anew. */
  readonly reset: number;
}

/** Counts requests by minute, in this process alone: it guards against a program gone wild, not against an army. */
export class RateLimit {
  readonly #most: number;
  readonly #counts = new Map<number, number>();
  #began: Instant = 0;

  constructor(most = MOST_IN_A_MINUTE) {
    this.#most = most;
  }

  /** Counts one request of a token. */
  take(tokenId: number, now: Instant): Allowance {
    if (now - this.#began >= MINUTE || now < this.#began) {
      this.#counts.clear();
      this.#began = now - (now % MINUTE);
    }
    const count = (this.#counts.get(tokenId) ?? 0) + 1;
    this.#counts.set(tokenId, count);
    return {
      allowed: count <= this.#most,
      remaining: Math.max(0, this.#most - count),
      reset: Math.ceil((this.#began + MINUTE - now) / 1_000),
    };
  }

  get most(): number {
    return this.#most;
  }
}
