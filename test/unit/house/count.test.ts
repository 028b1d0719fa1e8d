import { describe, expect, it } from 'vitest';
import { countExit, countPlaywright, countVitest, withExit } from '../../../scripts/test/count.ts';

describe('the count of npm test', () => {
  it('takes a type check, a lint or a build as one', () => {
    expect(countExit(0)).toEqual({ passed: 1, failed: 0 });
    expect(countExit(2)).toEqual({ passed: 0, failed: 1 });
    expect(countExit(null)).toEqual({ passed: 0, failed: 1 });
  });

  it('takes what vitest skipped, and files that did not load, as failed', () => {
    const loaded = { status: 'passed', assertionResults: [{}, {}, {}] };
    const unloaded = { status: 'failed', assertionResults: [] };
    const broken = { status: 'failed', assertionResults: [{}] };
    expect(
      countVitest({
        numTotalTests: 4,
        numPassedTests: 2,
        testResults: [loaded, unloaded, broken],
      }),
    ).toEqual({ passed: 2, failed: 3 });
  });

  it('takes what Playwright left out as failed, and what it repeated as it ended', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
    expect(countPlaywright({ stats, errors: [] })).toEqual({ passed: 6, failed: 3 });
    expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 6, failed: 4 });
  });

  it.each([
    [{ passed: 3, failed: 0 }, 0, { passed: 3, failed: 0 }],
    [{ passed: 3, failed: 0 }, 1, { passed: 3, failed: 1 }],
    [{ passed: 3, failed: 0 }, null, { passed: 3, failed: 1 }],
    [{ passed: 3, failed: 2 }, 1, { passed: 3, failed: 2 }],
    [{ passed: 0, failed: 0 }, 0, { passed: 0, failed: 1 }],
  ])('of %o with exit code %o is %o', (count, exitCode, expected) => {
    expect(withExit(count, exitCode)).toEqual(expected);
  });
});
