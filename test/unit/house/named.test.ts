import { describe, expect, it } from 'vitest';
import { namePlaywright, nameVitest } from '../../../scripts/test/named.ts';

const spec = (status: string, messages: readonly (string | undefined)[]) => ({
  title: 'fills',
  file: 'fill.test.ts',
  line: 7,
  tests: [
    {
      status,
      projectName: 'chromium',
      results: messages.map((message) => (message ? { error: { message } } : {})),
    },
  ],
});

describe('what npm test names at its end', () => {
  it('is each browser test that failed, was left out or was repeated, with what it first said', () => {
    const red = `${String.fromCharCode(27)}[31mtimed out${String.fromCharCode(27)}[39m\n  here`;
    const report = {
      suites: [
        { specs: [spec('expected', [undefined]), spec('unexpected', [red])] },
        { specs: [], suites: [{ specs: [spec('flaky', ['a race', undefined])] }] },
        { specs: [spec('skipped', [])] },
      ],
      errors: [{ message: 'no such file' }],
    };
    expect(namePlaywright(report)).toEqual([
      'failed: chromium fill.test.ts:7 › fills: timed out here',
      'repeated: chromium fill.test.ts:7 › fills: a race',
      'skipped: chromium fill.test.ts:7 › fills',
      'failed: Playwright › : no such file',
    ]);
  });

  it('is each unit test that did not pass, and each file that did not load', () => {
    const test = (status: string, ...failureMessages: string[]) => ({
      fullName: 'a key opens',
      status,
      failureMessages,
    });
    const file = (status: string, ...assertionResults: ReturnType<typeof test>[]) => ({
      name: 'key.test.ts',
      status,
      message: 'no such module',
      assertionResults,
    });
    const testResults = [
      file('passed', test('passed')),
      file('failed', test('failed', 'expected 1'), test('pending')),
      file('failed'),
    ];
    expect(nameVitest({ testResults })).toEqual([
      'failed: key.test.ts › a key opens: expected 1',
      'pending: key.test.ts › a key opens',
      'failed: key.test.ts › (did not load): no such module',
    ]);
  });
});
