/** A store rebuilds the sources and compares: the same sources must give the same bytes. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
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
  'tsconfig.json',
  'vite.config.ts',
];

it('D12: built elsewhere, at another time, Firefox gets the same bytes', {
  timeout: 120_000,
}, () => {
  const copy = mkdtempSync(join(tmpdir(), 'latchkey-rebuild-'));
  try {
    for (const name of sources) cpSync(name, join(copy, name), { recursive: true });
    symlinkSync(resolve('node_modules'), join(copy, 'node_modules'), 'junction');
    const vite = join('node_modules', 'vite', 'bin', 'vite.js');
    const { status, stderr } = spawnSync(process.execPath, [vite, 'build', '--mode', 'firefox'], {
      cwd: copy,
      encoding: 'utf8',
    });
    expect(stderr).not.toContain('error');
    expect(status).toBe(0);
    const files = filesBelow('dist/firefox');
    expect(filesBelow(join(copy, 'dist/firefox'))).toEqual(files);
    const differing = files.filter(
      (file) =>
        !readFileSync(join('dist/firefox', file)).equals(
          readFileSync(join(copy, 'dist/firefox', file)),
        ),
    );
    expect(differing).toEqual([]);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});
