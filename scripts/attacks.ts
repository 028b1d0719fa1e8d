/**
 * `npm run attacks`: tries every attack of the catalogue and prints what came out. It runs the tests that
 * name an attack; with `--last` it reads what the last `npm test` left in `out/reports` instead.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Attack, names, readCatalogue } from '../test/attacks/catalogue.ts';

type Outcome = { readonly file: string; readonly title: string; readonly passed: boolean };

const { values } = parseArgs({ options: { last: { type: 'boolean', default: false } } });
const catalogue = readCatalogue();
const folder = values.last ? 'out/reports' : 'out/attacks';
const reports = {
  unit: `${folder}/unit.json`,
  built: `${folder}/built.json`,
  browsers: `${folder}/browsers.json`,
};

if (!values.last) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const both = [...new Set(catalogue.flatMap((row) => row.both))];
  const isBuilt = (file: string) => file.includes('/built/');
  runUnits(
    'unit',
    both.filter((file) => !isBuilt(file)),
  );
  runUnits('built', both.filter(isBuilt));
  const numbers = catalogue.map(({ id }) => id).join('|');
  const playwright = 'node_modules/@playwright/test/cli.js';
  const files = [...new Set(catalogue.flatMap((row) => [...row.chromium, ...row.firefox]))];
  node([playwright, 'test', '--reporter=list,json', '-g', `\\b(${numbers})\\b`, ...files], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: reports.browsers,
  });
}

const outcomes = [...readUnits(reports.unit), ...readUnits(reports.built), ...readBrowsers()];
let failing = 0;
console.log(`\n${'no.'.padEnd(5)}${'attack'.padEnd(44)}${'Chromium'.padEnd(18)}Firefox`);
for (const row of catalogue) {
  const [chromium, firefox] = [resultOf(row, row.chromium), resultOf(row, row.firefox)];
  if ([chromium, firefox].some((each) => /FAILED|not run/.test(each))) failing += 1;
  console.log(`${row.id.padEnd(5)}${row.attack.padEnd(44)}${chromium.padEnd(18)}${firefox}`);
  for (const file of [...row.both, ...row.chromium, ...row.firefox]) console.log(`     ${file}`);
  if (row.said !== '') console.log(`     SECURITY.md: "${row.said}"`);
}
console.log(`\n${catalogue.length} attacks, ${failing} not withstood or not tried`);
process.exit(failing === 0 ? 0 : 1);

/** `withstood`, with how many tests say so; or what is wrong; or that it is only said. */
function resultOf({ id, both, said }: Attack, own: readonly string[]): string {
  const files = [...both, ...own];
  if (files.length === 0) return said === '' ? 'not run' : 'said';
  const tried = outcomes.filter(
    ({ file, title }) => names(title, id) && files.some((each) => file.endsWith(each.slice(5))),
  );
  if (tried.length === 0) return 'not run';
  const failed = tried.filter(({ passed }) => !passed).length;
  return failed > 0 ? `FAILED (${failed})` : `withstood (${tried.length})`;
}

function runUnits(project: 'unit' | 'built', files: readonly string[]): void {
  const vitest = 'node_modules/vitest/vitest.mjs';
  const report = `--outputFile.json=${reports[project]}`;
  node([
    vitest,
    'run',
    '--project',
    project,
    '--reporter=dot',
    '--reporter=json',
    report,
    ...files,
  ]);
}

function node(args: readonly string[], variables: Record<string, string> = {}): void {
  spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...variables } });
}

type UnitReport = {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
};

function readUnits(path: string): readonly Outcome[] {
  if (!existsSync(path)) return [];
  const { testResults }: UnitReport = JSON.parse(readFileSync(path, 'utf8'));
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, status }) => ({
      file: name.replaceAll('\\', '/'),
      title: fullName,
      passed: status === 'passed',
    })),
  );
}

type Suite = {
  readonly file: string;
  readonly suites?: readonly Suite[];
  readonly specs: readonly { readonly title: string; readonly ok: boolean }[];
};

function readBrowsers(): readonly Outcome[] {
  if (!existsSync(reports.browsers)) return [];
  const { suites }: { suites: readonly Suite[] } = JSON.parse(
    readFileSync(reports.browsers, 'utf8'),
  );
  const outcomesOf = ({ file, specs, suites: inner = [] }: Suite): readonly Outcome[] => [
    ...specs.map(({ title, ok }) => ({ file, title, passed: ok })),
    ...inner.flatMap(outcomesOf),
  ];
  return suites.flatMap(outcomesOf);
}
