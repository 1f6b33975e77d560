import { describe, expect, it } from 'vitest';
import { countTests } from './count-tests.ts';

const report = (counts: object, testResults: object[] = []) =>
  JSON.stringify({
    numPassedTests: 0,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults,
    ...counts,
  });

describe('The last line of npm test', () => {
  it('counts what passed and failed', () => {
    expect(countTests(report({ numPassedTests: 12 }), 0)).toBe('12 passed, 0 failed');
    const failing = [{ status: 'failed', assertionResults: [{ status: 'failed' }] }];
    expect(countTests(report({ numPassedTests: 1, numFailedTests: 2 }, failing), 1)).toBe('1 passed, 2 failed');
  });

  it('names what was skipped, if anything was', () => {
    expect(countTests(report({ numPassedTests: 3, numPendingTests: 2, numTodoTests: 1 }), 0)).toBe(
      '3 passed, 0 failed, 3 skipped',
    );
  });

  it('never says that nothing failed when something did', () => {
    expect(countTests(report({}, [{ status: 'failed', assertionResults: [] }]), 1)).toBe('0 passed, 1 failed');
    expect(countTests(report({ numPassedTests: 5 }), 1)).toBe('5 passed, 1 failed');
    expect(countTests(null, 137)).toBe('0 passed, 1 failed');
  });
});
