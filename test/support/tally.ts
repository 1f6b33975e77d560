/** Milliseconds: less than a test is given, so that what it waited for is told before it is ended. */
const PATIENCE = 110_000;

/** Collects what happens, and lets a test wait until enough has. */
export interface Tally<T> {
  readonly all: readonly T[];
  add(item: T): void;
  /** Resolves to all items once there are so many; throws with those that there are when they are long in coming. */
  reaches(count: number): Promise<readonly T[]>;
}

/** @param what is counted, as in `alarms rung`. */
export function createTally<T>(what: string, patience = PATIENCE): Tally<T> {
  const all: T[] = [];
  const waiting = new Set<() => void>();
  return {
    all,
    add: (item) => {
      all.push(item);
      for (const look of waiting) look();
    },
    reaches: (count) =>
      new Promise((resolve, reject) => {
        const end = () => {
          waiting.delete(look);
          clearTimeout(timer);
        };
        const look = () => {
          if (all.length < count) return;
          end();
          resolve(all);
        };
        const timer = setTimeout(() => {
          end();
          reject(new Error(`Waited for ${count} ${what}, and there were ${all.length}: ${JSON.stringify(all)}`));
        }, patience);
        waiting.add(look);
        look();
      }),
  };
}
