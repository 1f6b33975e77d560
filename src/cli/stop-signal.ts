/** Ctrl+C reaches this process from the terminal and again from npm, as one keystroke; nobody types two so fast. */
const ONE_KEYSTROKE_MS = 300;

const EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
type StopSignal = keyof typeof EXIT_CODES;

export interface StopSignals {
  /** Resolves at the first signal that asks the process to stop: it is to finish what is at hand. */
  readonly first: Promise<void>;
  /** Leaves signals to the system again. */
  ignore(): void;
}

/** Listens for the signals that ask the process to stop. A second one ends it at once. */
export function listenForStop(): StopSignals {
  let stop = () => {};
  const first = new Promise<void>((resolve) => {
    stop = resolve;
  });
  let earlier: { signal: StopSignal; at: number } | null = null;
  const heed = (signal: StopSignal) => {
    const at = performance.now();
    const isRepeated = earlier?.signal === signal && at - earlier.at <= ONE_KEYSTROKE_MS;
    if (earlier !== null && !isRepeated) process.exit(EXIT_CODES[signal]);
    earlier = { signal, at };
    stop();
  };
  const signals = Object.keys(EXIT_CODES) as StopSignal[];
  for (const signal of signals) process.on(signal, heed);
  return {
    first,
    ignore: () => {
      for (const signal of signals) process.off(signal, heed);
    },
  };
}
