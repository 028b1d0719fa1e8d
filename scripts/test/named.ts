/**
 * Names what did not go well in a stage of `npm test`, from the JSON that its runner wrote: the whole
 * output is long, and whoever finds a red run of CI sees its end first.
 */

/** A line each, as `failed: file:line › title: what it said`; `repeated:` where a repetition passed. */
export type Named = readonly string[];

type VitestReport = {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
};

export function nameVitest(report: VitestReport): Named {
  return report.testResults.flatMap((file) => {
    if (file.assertionResults.length === 0 && file.status === 'failed')
      return [line('failed', file.name, '(did not load)', file.message)];
    return file.assertionResults
      .filter((test) => test.status !== 'passed')
      .map((test) => line(test.status, file.name, test.fullName, test.failureMessages[0]));
  });
}

type PlaywrightSuite = {
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs: readonly {
    readonly title: string;
    readonly file: string;
    readonly line: number;
    readonly tests: readonly {
      readonly status: string;
      readonly projectName: string;
      readonly results: readonly { readonly error?: { readonly message?: string } }[];
    }[];
  }[];
};

type PlaywrightReport = {
  readonly suites: readonly PlaywrightSuite[];
  readonly errors: readonly { readonly message?: string }[];
};

const outcomes: Record<string, string> = { unexpected: 'failed', flaky: 'repeated' };

export function namePlaywright(report: PlaywrightReport): Named {
  const inSuite = (suite: PlaywrightSuite): string[] => [
    ...suite.specs.flatMap((spec) =>
      spec.tests
        .filter((test) => test.status !== 'expected')
        .map((test) =>
          line(
            outcomes[test.status] ?? test.status,
            `${test.projectName} ${spec.file}:${spec.line}`,
            spec.title,
            test.results.find(({ error }) => error)?.error?.message,
          ),
        ),
    ),
    ...(suite.suites ?? []).flatMap(inSuite),
  ];
  const outside = report.errors.map(({ message }) => line('failed', 'Playwright', '', message));
  return [...report.suites.flatMap(inSuite), ...outside];
}

/** Characters of a failure that are told; the rest stands in the output above. */
const longest = 400;

function line(outcome: string, place: string, title: string, said = ''): string {
  const plain = said.replace(colours, '').replaceAll(/\s+/g, ' ').trim().slice(0, longest);
  return `${outcome}: ${place} › ${title}${plain && `: ${plain}`}`;
}

/** What a terminal takes for colours (ECMA-48, SGR). */
const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');
