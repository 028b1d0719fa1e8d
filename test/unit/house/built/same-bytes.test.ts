/** A store rebuilds the sources and compares: the same sources must give the same packages, byte for byte. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { filesBelow } from '../sources.ts';

const sources = [
  'src',
  'public',
  'scripts',
  'manifest.json',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
];

const tsx = ['--import', 'tsx'];
const vite = [join('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--mode'];

/** Runs a program of a checkout in it. */
function run(folder: string, command: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, command, {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(stderr).not.toContain('error');
  expect(status, stderr).toBe(0);
}

/** SHA-256 of every file below a folder. */
function hashes(folder: string): Record<string, string> {
  const hash = (file: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, file)))
      .digest('hex');
  return Object.fromEntries(filesBelow(folder).map((file) => [file, hash(file)]));
}

/** Name and hash of what `npm run package` made of a checkout. */
const packages = (folder: string) =>
  Object.entries(hashes(join(folder, 'out'))).filter(([name]) => name.startsWith('latchkey-'));

it('D12: built elsewhere, at another time, both browsers get the same packages and parts', {
  timeout: 240_000,
}, () => {
  const home = mkdtempSync(join(tmpdir(), 'latchkey-rebuild-'));
  // Two folders of other names, other depths and other times.
  const copy = join(home, 'somewhere else', 'ещё дальше');
  const packed = join(home, 'packed');
  try {
    mkdirSync(copy, { recursive: true });
    for (const name of sources) cpSync(name, join(copy, name), { recursive: true });
    symlinkSync(resolve('node_modules'), join(copy, 'node_modules'), 'junction');
    for (const browser of ['chrome', 'firefox']) {
      run(copy, [...vite, browser]);
      expect(hashes(join(copy, 'dist', browser)), browser).toEqual(hashes(join('dist', browser)));
    }

    // What `npm test` built is packed beside, so that nobody's own packages are written over.
    mkdirSync(packed);
    for (const name of ['scripts', 'dist', 'package.json', 'package-lock.json', 'manifest.json']) {
      cpSync(name, join(packed, name), { recursive: true });
    }
    symlinkSync(resolve('node_modules'), join(packed, 'node_modules'), 'junction');
    for (const folder of [copy, packed]) run(folder, [...tsx, 'scripts/package.ts']);
    const made = packages(packed);
    expect(made.map(([name]) => name.replace(/\d+\.\d+\.\d+/, 'N'))).toEqual([
      'latchkey-N-chrome.zip',
      'latchkey-N-firefox.zip',
      'latchkey-N.cdx.json',
    ]);
    expect(packages(copy)).toEqual(made);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});
