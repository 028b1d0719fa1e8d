import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gradeMatch } from '../../../../src/background/items/match-site.ts';
import {
  hostKey,
  parsePage,
  parseStoredSite,
  siteKey,
  siteOfKey,
} from '../../../../src/background/items/site.ts';
import { pairs } from './match-site.pairs.ts';

function answer(stored: string, address: string): string {
  const site = parseStoredSite(stored);
  const page = parsePage(address);
  const grade = site === null || page === null ? null : gradeMatch(site, page);
  return grade === null ? 'no' : (['host', 'domain'][grade] ?? '');
}

describe.each(Object.entries(pairs))('%s', (_, list) => {
  test.each(list)('stored %j, page %j: %s', (stored, page, expected) => {
    expect(answer(stored, page)).toBe(expected);
  });
});

test('the table has at least 150 pairs, none of them twice', () => {
  const all = Object.values(pairs)
    .flat()
    .map(([stored, page]) => `${stored} ${page}`);
  expect(all.length).toBeGreaterThanOrEqual(150);
  expect(new Set(all).size).toBe(all.length);
});

const label = fc
  .stringMatching(/^[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?$/)
  .filter((text) => !text.includes('--'));
const host = fc.array(label, { minLength: 1, maxLength: 5 }).map((labels) => labels.join('.'));

describe('whatever is stored', () => {
  test('never matches a host that does not end with it', () => {
    fc.assert(
      fc.property(host, host, (stored, shown) => {
        const bare = stored.replace(/^www\./, '');
        const inside = shown === stored || shown === bare || shown.endsWith(`.${bare}`);
        if (!inside) expect(answer(`https://${stored}`, `https://${shown}/`)).toBe('no');
      }),
      { numRuns: 2000 },
    );
  });

  test('matches its own page and never the unencrypted one', () => {
    fc.assert(
      fc.property(host, fc.webPath(), (stored, path) => {
        const url = `https://${stored}.example`;
        expect(answer(url + path, `${url}/`)).toBe('host');
        expect(answer(url + path, `http://${stored}.example/`)).toBe('no');
      }),
    );
  });

  test('throws nothing, and survives its way through the index', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.ipV6(), fc.emailAddress()), (text) => {
        const site = parseStoredSite(text);
        parsePage(text);
        if (site === null) return;
        expect(siteOfKey(siteKey(site))).toEqual(site);
        expect(siteKey(site).startsWith(hostKey(site.host))).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
