/** Collects what happens, and lets a test wait until enough has. */
export interface Tally<T> {
  readonly all: readonly T[];
  add(item: T): void;
  /** Resolves to all items once there are so many. */
  reaches(count: number): Promise<readonly T[]>;
}

export function createTally<T>(): Tally<T> {
  const all: T[] = [];
  const waiting = new Set<() => void>();
  return {
    all,
    add: (item) => {
      all.push(item);
      for (const look of waiting) look();
    },
    reaches: (count) =>
      new Promise((resolve) => {
        const look = () => {
          if (all.length < count) return;
          waiting.delete(look);
          resolve(all);
        };
        waiting.add(look);
        look();
      }),
  };
}
