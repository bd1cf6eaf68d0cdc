import { describe, expect, it } from '@jest/globals';
import { outcomeOfExit, outcomeOfJest, secondTries, sumUp } from './outcome.ts';

const report = { numPassedTests: 40, numFailedTests: 0, numFailedTestSuites: 0 };

describe('the last line of npm test', () => {
  it('adds up every part', () => {
    const { line, exitCode } = sumUp([outcomeOfExit(0), outcomeOfExit(0), outcomeOfJest(report, 0)]);
    expect([line, exitCode]).toEqual(['42 passed, 0 failed', 0]);
  });

  it('fails when one part fails, whatever the others give', () => {
    const { line, exitCode } = sumUp([outcomeOfExit(2), outcomeOfJest(report, 0)]);
    expect([line, exitCode]).toEqual(['40 passed, 1 failed', 1]);
  });

  it('fails when nothing ran', () => {
    expect(sumUp([])).toEqual({ line: '0 passed, 0 failed', exitCode: 1 });
  });
});

describe('the outcome of jest', () => {
  it('counts a suite that could not be loaded, though no test of it failed', () => {
    expect(outcomeOfJest({ ...report, numFailedTestSuites: 2 }, 1)).toEqual({ passed: 40, failed: 2 });
  });

  it('counts failed tests, not their suites a second time', () => {
    expect(outcomeOfJest({ ...report, numFailedTests: 3, numFailedTestSuites: 1 }, 1).failed).toBe(3);
  });

  it('does not pass a run that ended badly with a clean report', () => {
    expect(outcomeOfJest(report, 1).failed).toBe(1);
  });
});

describe('second tries', () => {
  const named = (fullName: string, status: string, invocations: number) => ({ fullName, status, invocations });

  it('names what passed only when it was tried again', () => {
    const assertionResults = [
      named('đã qua', 'passed', 1),
      named('qua lần hai', 'passed', 2),
      named('hỏng', 'failed', 2),
    ];
    expect(secondTries({ ...report, testResults: [{ assertionResults }] })).toEqual(['qua lần hai']);
  });
});
