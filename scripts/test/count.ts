/** Counts what a stage of `npm test` did, from the JSON that its runner wrote. */

export type Count = { readonly passed: number; readonly failed: number };

/** A stage that either works or does not: types, lint, build. */
export function countExit(exitCode: number | null): Count {
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

type VitestReport = {
  readonly numTotalTests: number;
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly unknown[];
  }[];
};

/** Whatever did not pass has failed, also what was skipped; a file that did not load counts as one. */
export function countVitest(report: VitestReport): Count {
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  const failed = report.numTotalTests - report.numPassedTests + unloaded.length;
  return { passed: report.numPassedTests, failed };
}

type PlaywrightReport = {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
  /** Files that did not load, and failures outside of any test. */
  readonly errors: readonly unknown[];
};

/**
 * A test that was not run has not passed. One that passed when it was repeated has (CI repeats, for the
 * sake of machines that stall); the runner's own list names it as flaky, to be looked at.
 */
export function countPlaywright({ stats, errors }: PlaywrightReport): Count {
  const failed = stats.unexpected + stats.skipped + errors.length;
  return { passed: stats.expected + stats.flaky, failed };
}

/** A runner that ended badly without naming a failure (it crashed, it found no tests) failed once. */
export function withExit(count: Count, exitCode: number | null): Count {
  const silent = count.failed === 0 && (exitCode !== 0 || count.passed === 0);
  return silent ? { ...count, failed: 1 } : count;
}
