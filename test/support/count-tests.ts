interface JsonReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/**
 * The last line of `npm test`, as in `120 passed, 0 failed, 3 skipped`, from the report of vitest's reporter `json`.
 * What fails outside of any test counts as one: a file that cannot be read, or a run that ends with an error.
 *
 * @param report `null` when the run ended before it was written.
 */
export function countTests(report: string | null, exitCode: number): string {
  if (report === null) return '0 passed, 1 failed';
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    report,
  ) as JsonReport;
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = Math.max(numFailedTests + brokenFiles, exitCode === 0 ? 0 : 1);
  const skipped = numPendingTests + numTodoTests;
  return `${numPassedTests} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}
