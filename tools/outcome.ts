/** Adds up what the parts of `npm test` gave, so that its last line can be read by people and machines. */

export interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

/** What of jest's own JSON report is read. */
export interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
  readonly testResults?: readonly {
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      /** How often it was run. */
      readonly invocations?: number;
    }[];
  }[];
}

/** Tests that passed only when they were tried again: each is a race to find, though the run counts it as passed. */
export const secondTries = ({ testResults = [] }: JestReport): readonly string[] =>
  testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status, invocations = 1 }) => status === 'passed' && invocations > 1)
    .map(({ fullName }) => fullName);

/** A part that passes or fails as a whole, by its exit code. */
export const outcomeOfExit = (code: number): Outcome => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });

/** A suite that does not even load fails without a failed test; so does a run that ends badly after its report. */
export const outcomeOfJest = (report: JestReport, exitCode: number): Outcome => ({
  passed: report.numPassedTests,
  failed: Math.max(report.numFailedTests, report.numFailedTestSuites, exitCode === 0 ? 0 : 1),
});

/** The last line and the exit code of all parts: 1 when anything failed, and when nothing ran at all. */
export function sumUp(outcomes: readonly Outcome[]): { readonly line: string; readonly exitCode: 0 | 1 } {
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
  return { line: `${passed} passed, ${failed} failed`, exitCode: failed === 0 && passed > 0 ? 0 : 1 };
}
