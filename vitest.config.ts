import { defineConfig } from 'vitest/config';
import LongestFirst from './test/support/longest-first.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    globalSetup: ['test/support/shared-folder.ts'],
    // Only to end what hangs: how fast something is, the benchmarks tell. Shared machines can be very slow.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    pool: 'forks',
    maxWorkers: 2,
    // Files share their worker's modules: what they import, and the database's own program, is then compiled once.
    isolate: false,
    sequence: { sequencer: LongestFirst },
  },
});
