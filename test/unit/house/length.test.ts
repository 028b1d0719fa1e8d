import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { filesBelow } from './sources.ts';

/** Lines beyond which one idea has mostly become two. */
const most = 350;
const tables = ['test/unit/background/items/match-site.pairs.ts'];

it('no file has outgrown its idea', () => {
  const long = ['src', 'scripts', 'test'].flatMap((folder) =>
    filesBelow(folder)
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => `${folder}/${path}`)
      .filter((path) => readFileSync(path, 'utf8').split('\n').length - 1 > most),
  );
  expect(long).toEqual(tables);
});
