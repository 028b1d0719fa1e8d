import { describe, expect, it } from 'vitest';
import {
  findCodeOf,
  findCycles,
  findForbiddenImports,
  findUnusedGrants,
  importsOf,
} from './import-rules.ts';
import { readSources } from './sources.ts';

describe('the sources', () => {
  it('import only in the directions of the table', () => {
    expect(findForbiddenImports(readSources())).toEqual([]);
  });

  it('use all that the table grants', () => {
    expect(findUnusedGrants(readSources())).toEqual([]);
  });

  it('have no ring of imports', () => {
    expect(findCycles(readSources())).toEqual([]);
  });
});

describe('the fence', () => {
  it.each([
    ['content/x.ts', "import { a } from '../background/a.ts';"],
    ['content/x.ts', "import type { A } from '../background/a.ts';"],
    ['content/x.ts', "import { a } from '../platform/storage.ts';"],
    ['content/x.ts', "import browser from 'webextension-polyfill';"],
    ['content/x.ts', "import { a } from '../platform/runtime-else.ts';"],
    ['popup/x.tsx', "export { a } from '../crypto/a.ts';"],
    ['popup/screens/x.tsx', "const a = await import('../../passwork/index.ts');"],
    ['popup/x.tsx', "type A = import('../background/a.ts').A;"],
    ['popup/x.tsx', "import '../content/watcher.iife.ts';"],
    ['options/x.tsx', "import { a } from '../popup/screens/a.tsx';"],
    ['model/x.ts', "import { a } from '../protocol/a.ts';"],
    ['model/x.ts', "import { parse } from 'tldts';"],
    ['passwork/x.ts', "import {\n  a,\n  b,\n} from '../platform/storage.ts';"],
    ['crypto/x.ts', "import { randomBytes } from 'node:crypto';"],
    ['attic/x.ts', ''],
  ])('stops %s with %s', (path, text) => {
    expect(findForbiddenImports({ [path]: text })).toHaveLength(1);
  });

  it.each([
    ['content/x.ts', "import { a } from '../platform/runtime.ts';"],
    ['content/scan/x.ts', "import { a } from '../fill/a.ts';"],
    ['options/x.tsx', "import { a } from '../popup/parts/a.tsx';"],
    ['crypto/x.ts', "import { md5 } from '@noble/hashes/legacy.js';"],
    ['model/x.ts', "// taken from '../background/a.ts'"],
    ['model/x.ts', "/** import { a } from '../background/a.ts' */"],
  ])('lets %s pass with %s', (path, text) => {
    expect(findForbiddenImports({ [path]: text })).toEqual([]);
  });

  it('sees a ring, also one of types', () => {
    const sources = {
      'model/a.ts': "import { b } from './b.ts';",
      'model/b.ts': "import type { C } from './c.ts';",
      'model/c.ts': "export { a } from './a.ts';",
      'model/d.ts': "import { a } from './a.ts';",
    };
    expect(findCycles(sources)).toEqual(['model/a.ts > model/b.ts > model/c.ts > model/a.ts']);
  });

  it('follows code and not types', () => {
    const sources = {
      'content/a.ts': "import { b } from './b.ts';\nimport type { C } from './c.ts';",
      'content/b.ts': "import {\n  type D,\n  d,\n} from '../model/d.ts';",
      'content/c.ts': '',
      'model/d.ts': '',
    };
    expect([...findCodeOf('content/a.ts', sources)]).toEqual([
      'content/a.ts',
      'content/b.ts',
      'model/d.ts',
    ]);
  });

  it('reads several imports of one text', () => {
    const text = "import a from 'a';\nimport 'b';\nexport * from \"c\";\nimport('d');";
    expect(importsOf(text).sort()).toEqual(['a', 'b', 'c', 'd']);
  });
});
