import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  gradeItem,
  gradeMatch,
  isHostAndPort,
} from '../../../../src/background/items/match-site.ts';
import {
  hostKey,
  parsePage,
  parseStoredSite,
  siteKey,
  siteOfKey,
} from '../../../../src/background/items/site.ts';
import { type ItemRule, itemRules } from '../../../../src/model/fill-rule.ts';
import { pairs, ruledPairs } from './match-site.pairs.ts';

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

describe.each(Object.entries(ruledPairs))('rule: %s', (_, list) => {
  test.each(list)('stored %j, page %j: %s (%s)', (stored, address, expected, rule) => {
    const page = parsePage(address);
    const grade = page === null ? null : gradeItem([stored], page, rule);
    expect(grade === null ? 'no' : ['host', 'domain'][grade]).toBe(expected);
  });
});

describe('an item of several addresses', () => {
  const page = parsePage('https://login.example.com/app/x');
  const grade = (urls: readonly string[], rule: ItemRule) => page && gradeItem(urls, page, rule);

  test('belongs where any of them says so, and counts as the best of them', () => {
    expect(grade(['https://other.test', 'https://example.com'], 'default')).toBe(1);
    expect(grade(['https://example.com', 'https://login.example.com'], 'default')).toBe(0);
    expect(grade(['https://other.test', 'garbage here', ''], 'default')).toBe(null);
    expect(grade([], 'default')).toBe(null);
  });

  test('may have them in one text, as where the server keeps one URL', () => {
    for (const text of [
      'https://other.test https://example.com',
      'https://other.test, https://example.com/x,y',
      'https://other.test,https://example.com',
      'other.test;\r\n www.example.com:443',
      ' example.com\n10.0.0.1:8006 localhost:3000 ',
    ]) {
      expect(grade([text], 'default')).toBe(1);
    }
    expect(page && isHostAndPort(['other.test https://login.example.com'], page)).toBe(true);
    for (const prose of [
      'example.com login page',
      'see example.com',
      'https://other.test/a,example.com v1.2',
    ]) {
      expect(grade([prose], 'default')).toBe(null);
    }
  });

  test('has one rule for all of them', () => {
    const urls = ['https://shop.example.com/app', 'https://login.example.com/app'];
    expect(grade(urls, 'host')).toBe(0);
    expect(grade(urls, 'starts-with')).toBe(0);
    expect(grade(urls.slice(0, 1), 'starts-with')).toBe(null);
    expect(grade(urls.slice(0, 1), 'domain')).toBe(1);
    expect(grade(urls, 'never')).toBe(null);
  });
});

test('the table has at least 150 pairs, none of them twice', () => {
  const all = Object.values(pairs)
    .flat()
    .map(([stored, page]) => `${stored} ${page}`);
  const ruled = Object.values(ruledPairs)
    .flat()
    .map(([stored, page, , rule]) => `${stored} ${page} ${rule}`);
  expect(all.length).toBeGreaterThanOrEqual(150);
  expect(new Set(ruled).size).toBe(ruled.length);
  expect(new Set(all).size).toBe(all.length);
});

const label = fc
  .stringMatching(/^[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?$/)
  .filter((text) => !text.includes('--'));
const host = fc.array(label, { minLength: 1, maxLength: 5 }).map((labels) => labels.join('.'));

describe('whatever is stored', () => {
  test('F16 F19: never matches a host that does not end with it', () => {
    fc.assert(
      fc.property(host, host, (stored, shown) => {
        const bare = stored.replace(/^www\./, '');
        const inside = shown === stored || shown === bare || shown.endsWith(`.${bare}`);
        if (!inside) expect(answer(`https://${stored}`, `https://${shown}/`)).toBe('no');
      }),
      { numRuns: 2000 },
    );
  });

  test('never matches under a rule what is not of its domain', () => {
    const rules = fc.constantFrom(...itemRules);
    fc.assert(
      fc.property(host, host, rules, fc.boolean(), (stored, shown, rule, star) => {
        const page = parsePage(`https://${shown}/`);
        const grade = page && gradeItem([`https://${star ? '*.' : ''}${stored}`], page, rule);
        if (page === null || grade === null) return;
        const site = parseStoredSite(stored)?.host ?? '';
        expect(site === page.host || site.endsWith(page.registrable ?? '-')).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('F8: matches its own page and never the unencrypted one', () => {
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
