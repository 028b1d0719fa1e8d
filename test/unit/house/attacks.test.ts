import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Attack, names, parts, readCatalogue } from '../../attacks/catalogue.ts';

const catalogue = readCatalogue();

/** What is wrong with a row, one sentence each. */
function faultsOf(row: Attack, security: string): string[] {
  const files = [...row.both, ...row.chromium, ...row.firefox];
  const found = files
    .filter((file) => !existsSync(file) || !names(titlesOf(file), row.id))
    .map((file) => `${row.id}: no test of this number in ${file}`);
  if (row.said !== '' && !security.includes(row.said)) found.push(`${row.id}: not said`);
  const told = row.said !== '' || row.both.length > 0;
  if (!told && row.chromium.length === 0) found.push(`${row.id}: not tried in Chromium`);
  if (!told && row.firefox.length === 0) found.push(`${row.id}: not tried in Firefox`);
  return found;
}

/** The texts in quotes of a file; titles of tests are among them. */
function titlesOf(file: string): string {
  // The table of pairs names its groups in a file of its own.
  const more = file.endsWith('match-site.test.ts') ? file.replace('.test.', '.pairs.') : '';
  const text = [file, more].filter(Boolean).map((each) => readFileSync(each, 'utf8'));
  return (text.join('\n').match(/'[^'\n]*'|`[^`\n]*`|"[^"\n]*"/g) ?? []).join('\n');
}

describe('the catalogue of attacks', () => {
  it('has every number, once', () => {
    const expected = Object.entries(parts).flatMap(([part, count]) =>
      Array.from({ length: count }, (_, at) => `${part}${at + 1}`),
    );
    expect(catalogue.map(({ id }) => id)).toEqual(expected);
  });

  it('names a test for every row and both browsers, or says why there is none', () => {
    const security = readFileSync('SECURITY.md', 'utf8').replace(/\s+/g, ' ');
    expect(catalogue.flatMap((row) => faultsOf(row, security))).toEqual([]);
  });

  it('has faults that are noticed', () => {
    const row = { id: 'F1', attack: 'x', both: [], chromium: [], firefox: [], said: '' };
    expect(faultsOf(row, '')).toEqual(['F1: not tried in Chromium', 'F1: not tried in Firefox']);
    const file = 'test/e2e/attacks-menu.spec.ts';
    expect(faultsOf({ ...row, both: [file], said: 'never said' }, '')).toEqual([
      `F1: no test of this number in ${file}`,
      'F1: not said',
    ]);
  });
});
