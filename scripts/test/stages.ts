import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { requireBrowser } from '../browser.ts';
import { type Count, countExit, countPlaywright, countVitest, withExit } from './count.ts';
import { type Named, namePlaywright, nameVitest } from './named.ts';

export type Stage = {
  readonly name: string;
  /** Stages that must have passed, because this one works on what they made. */
  readonly needs: readonly string[];
  run(): Promise<Outcome>;
};

export type Outcome = Count & { readonly named?: Named };

const vitest = 'node_modules/vitest/vitest.mjs';
const playwright = 'node_modules/@playwright/test/cli.js';
const vite = 'node_modules/vite/bin/vite.js';
const biome = 'node_modules/@biomejs/biome/bin/biome';

/** The random walk, where it was asked for: always the same steps, so that a failure is the change's. */
const soakFlags = ['--minutes', '5', '--seed', '1'];

/** Longer than any stage takes on two slow cores; a stage that hangs must not hang the whole. */
const stageLimit = 35 * 60_000;

/** Everything that `npm test` does, in its order. */
export const stages: readonly Stage[] = [
  { name: 'types', needs: [], run: () => exits(['--import', 'tsx', 'scripts/types.ts']) },
  { name: 'lint', needs: [], run: () => exits([biome, 'check', '--error-on-warnings']) },
  { name: 'unit', needs: [], run: () => units('unit') },
  {
    name: 'build',
    needs: [],
    run: () =>
      exits(
        [vite, 'build', '--mode', 'chrome'],
        [vite, 'build', '--mode', 'firefox'],
        ['--import', 'tsx', 'scripts/build/connector.ts'],
      ),
  },
  { name: 'build checks', needs: ['build'], run: () => units('built') },
  { name: 'browsers', needs: ['build'], run: browsers },
  {
    name: 'npm start',
    needs: ['build'],
    run: () => exits(['--import', 'tsx', 'scripts/start.ts', '--headless', '--no-build']),
  },
];

/** What `npm test -- --soak` does after all that; one hour of it is `npm run soak`. */
export const soak: Stage = {
  name: 'soak',
  needs: ['build'],
  run: () => exits(['--import', 'tsx', 'test/soak/main.ts', ...soakFlags]),
};

async function exits(...commands: readonly string[][]): Promise<Count> {
  for (const command of commands) {
    const exitCode = await node(command);
    if (exitCode !== 0) return countExit(exitCode);
  }
  return countExit(0);
}

async function units(project: string): Promise<Outcome> {
  const report = freshReport(project);
  const exitCode = await node([
    vitest,
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  return read(report, exitCode, countVitest, nameVitest);
}

async function browsers(): Promise<Outcome> {
  try {
    console.log(requireBrowser('chromium'));
    console.log(requireBrowser('firefox'));
  } catch (error) {
    console.log(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  }
  const report = freshReport('browsers');
  const exitCode = await node([playwright, 'test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  return read(report, exitCode, countPlaywright, namePlaywright);
}

function freshReport(name: string): string {
  const path = `out/reports/${name}.json`;
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { force: true });
  return path;
}

function read<C, N>(
  path: string,
  exitCode: number | null,
  count: (report: C) => Count,
  name: (report: N) => Named,
): Outcome {
  try {
    const report = JSON.parse(readFileSync(path, 'utf8'));
    return { ...withExit(count(report), exitCode), named: name(report) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** Runs a program of node_modules by Node itself: `npx` would be another file on Windows. */
function node(args: readonly string[], variables: Record<string, string> = {}) {
  return new Promise<number | null>((resolve) => {
    const env = { ...process.env, ...variables };
    const child = spawn(process.execPath, args, { stdio: 'inherit', env, timeout: stageLimit });
    child.once('error', () => resolve(null));
    child.once('exit', (code) => resolve(code));
  });
}
