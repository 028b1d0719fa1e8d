import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import packageFile from '../../../package.json' with { type: 'json' };
import { findDeadReferences } from './documents.ts';
import { filesBelow } from './sources.ts';

const paths = [
  ...readdirSync('.'),
  ...['docs', 'src', 'test', 'examples'].flatMap((folder) =>
    filesBelow(folder).map((path) => `${folder}/${path}`),
  ),
].filter((path) => path.endsWith('.md'));
const documents = Object.fromEntries(paths.map((path) => [path, readFileSync(path, 'utf8')]));
const scripts = Object.keys(packageFile.scripts);

describe('the documents', () => {
  it('name files, headings and commands that are there', () => {
    expect(paths.length).toBeGreaterThan(15);
    expect(findDeadReferences({ documents, exists: existsSync, scripts })).toEqual([]);
  });

  it('show every picture of the tour', () => {
    const shown = Object.values(documents).join('\n');
    // Each has a dark twin, which need not be shown.
    const unseen = filesBelow('docs/screenshots').filter(
      (name) => !shown.includes(name.replace('-dark', '-light')),
    );
    expect(unseen).toEqual([]);
  });
});

describe('the check', () => {
  it('finds what leads nowhere', () => {
    const text = [
      '[here](tour.md) [there](gone.md) [below](#a-part) [above](#no-part) [web](https://a.test)',
      '# A part',
      '`src/model` `src/gone.ts` `npm run build` `npm run gone` `npm test`',
    ].join('\n');
    const there = ['docs/a.md', 'docs/tour.md', 'src/model'];
    expect(
      findDeadReferences({
        documents: { 'docs/a.md': text },
        exists: (path) => there.includes(path),
        scripts: ['build', 'test'],
      }),
    ).toEqual([
      'docs/a.md: no gone.md',
      'docs/a.md: no #no-part',
      'docs/a.md: no src/gone.ts',
      'docs/a.md: no npm run gone',
    ]);
  });
});
