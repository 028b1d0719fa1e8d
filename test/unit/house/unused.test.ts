import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { filesBelow, readSources } from './sources.ts';
import { findUnusedExports, findUnusedStyles } from './unused.ts';

const read = (paths: readonly string[]) =>
  Object.fromEntries(paths.map((path) => [path, readFileSync(path, 'utf8')]));
const below = (folder: string, ending: RegExp) =>
  filesBelow(folder)
    .map((path) => `${folder}/${path}`)
    .filter((path) => ending.test(path));

describe('the sources', () => {
  it('export nothing that nobody uses', () => {
    const folders = ['scripts', 'test', 'examples'];
    const users = [
      ...readdirSync('.').filter((name) => /\.ts$/.test(name)),
      ...folders.flatMap((folder) => below(folder, /\.[jt]sx?$/)),
    ];
    expect(findUnusedExports(readSources(), read(users))).toEqual([]);
  });

  it('hold no style that nothing has', () => {
    const sheets = Object.values(read(below('src', /\.css$/)));
    expect(findUnusedStyles(sheets, Object.values(read(below('src', /\.(tsx?|html)$/))))).toEqual(
      [],
    );
  });
});

describe('the check', () => {
  it('finds an export that only its own file names', () => {
    const sources = {
      'model/a.ts': 'export const used = 1;\nexport const left = used;\nexport type Gone = 1;',
      'model/b.ts': "import { used } from './a.ts';",
    };
    expect(findUnusedExports(sources, {})).toEqual(['model/a.ts: left', 'model/a.ts: Gone']);
    expect(findUnusedExports(sources, { 'test/a.ts': 'left; Gone' })).toEqual([]);
  });

  it('leaves the type of something exported', () => {
    const text = 'export type Row = 1;\nexport const rowOf = (): Row => 1;';
    expect(findUnusedExports({ 'model/a.ts': text }, { 'test/a.ts': 'rowOf' })).toEqual([]);
  });

  it('finds a class and a token that nothing has', () => {
    const sheet = ':root { --ink: #000; --old: 1px; }\n.row, .tint-3, .gone { color: var(--ink); }';
    const code = ['<p class={`row tint-$', '{n}`} />'].join('');
    expect(findUnusedStyles([sheet], [code])).toEqual(['.gone', '--old']);
  });
});
