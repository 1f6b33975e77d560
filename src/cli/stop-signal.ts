/** Ctrl+C reaches this process from the terminal and again from npm, as one keystroke; nobody types two so fast. */
const ONE_KEYSTROKE_MS = 300;

const EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
type StopSignal = keyof typeof EXIT_CODES;

/**
 * Resolves at the first signal that asks the process to stop. From then on it is expected to finish what is at hand; a
 * second signal ends it at once.
 */
export function stopSignal(): Promise<StopSignal> {
  return new Promise((resolve) => {
    let first: { signal: StopSignal; at: number } | null = null;
    for (const signal of Object.keys(EXIT_CODES) as StopSignal[]) {
      process.on(signal, () => {
        const at = performance.now();
        if (first === null) {
          first = { signal, at };
          resolve(signal);
        } else if (signal !== first.signal || at - first.at > ONE_KEYSTROKE_MS) process.exit(EXIT_CODES[signal]);
      });
    }
  });
}
