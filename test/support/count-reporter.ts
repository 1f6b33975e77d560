import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';
import { LEFT_OUT } from './available.ts';

/** How a run went; what fails outside of any test counts as one: a file that cannot be read, an error nobody caught. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** The titles of suites that this machine cannot run, with the reason. */
  readonly leftOut: readonly string[];
}

/** Writes the counts, as JSON, to the file that `SUCHOK_TEST_COUNTS` names. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const file = process.env.SUCHOK_TEST_COUNTS;
    if (file) writeFileSync(file, JSON.stringify(countTests(modules, errors.length)));
  }
}

function countTests(modules: readonly TestModule[], errors: number): Counts {
  const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
  const count = (state: string) => states.filter((each) => each === state).length;
  const brokenModules = modules.filter(
    (module) => module.state() === 'failed' && ![...module.children.allTests('failed')].length,
  );
  const suites = modules.flatMap((module) => [...module.children.allSuites()].map((suite) => suite.name));
  return {
    passed: count('passed'),
    failed: count('failed') + brokenModules.length + errors,
    skipped: count('skipped') + count('pending'),
    leftOut: [...new Set(suites.filter((name) => name.includes(LEFT_OUT)))],
  };
}
