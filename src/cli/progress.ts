import { SingleBar } from 'cli-progress';
import type { Output } from './context.ts';

export interface Progress {
  update(done: number, total: number): void;
  /** Takes the bar away again. */
  end(): void;
}

/** A bar on standard error for work that takes its time; nothing at all where that is no terminal. */
export function startProgress(err: Output, label: string): Progress {
  if (err.isTTY !== true) return { update: () => {}, end: () => {} };
  const bar = new SingleBar({
    stream: err,
    format: `${label} {bar} {value}/{total}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    clearOnComplete: true,
  });
  let isStarted = false;
  return {
    update(done, total) {
      if (!isStarted) bar.start(total, done);
      isStarted = true;
      bar.setTotal(total);
      bar.update(done);
    },
    end: () => {
      if (isStarted) bar.stop();
    },
  };
}
