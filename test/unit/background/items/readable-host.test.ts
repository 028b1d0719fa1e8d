import { domainToASCII, domainToUnicode } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { itemHost } from '../../../../src/background/items/item-host.ts';
import { decodePunycode, readableHost } from '../../../../src/background/items/readable-host.ts';

describe('a host is shown', () => {
  test.each([
    ['example.com', 'example.com'],
    ['бюро.рф', 'бюро.рф'],
    ['почта.бюро.рф', 'почта.бюро.рф'],
    ['srv-1.бюро.рф', null],
    ['münchen.de', 'münchen.de'],
    ['straße.de', 'straße.de'],
    ['例え.テスト', '例え.テスト'],
    ['한국.한국', '한국.한국'],
    ['مثال.إختبار', 'مثال.إختبار'],
    ['аррӏе.com', null],
    ['exаmple.com', null],
    ['exаmple.рф', null],
    ['ελλάδα.com', null],
    ['пример.испытаниеa', null],
    ['xn--zzzzzz-!.com', null],
  ])('%s as %s', (typed, shown) => {
    const ascii = domainToASCII(typed) || typed;
    expect(readableHost(ascii)).toBe(shown ?? ascii);
  });

  test('in its letters exactly as the platform decodes them', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zа-яёα-ωäöüß\u4e00-\u9fff]{1,12}$/), (label) => {
        const ascii = domainToASCII(`${label}.example`);
        if (!ascii.startsWith('xn--')) return;
        const decoded = domainToUnicode(ascii).split('.')[0];
        expect(decodePunycode(ascii.slice(4).split('.')[0] ?? '')).toBe(decoded);
      }),
      { numRuns: 2000 },
    );
  });

  test('whatever the label is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9-]{0,60}$/), (label) => {
        decodePunycode(label);
        readableHost(`xn--${label}.com`);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('the host of a stored URL', () => {
  test.each([
    ['https://example.com/login', 'example.com'],
    ['example.com:8443/x', 'example.com:8443'],
    ['https://бюро.рф/admin', 'бюро.рф'],
    ['https://[2001:db8::1]:8443', '[2001:db8::1]:8443'],
    ['ssh://root@srv-01.corp.example:22', 'srv-01.corp.example:22'],
    ['admin@10.0.0.5', '10.0.0.5'],
    ['rdp://WIN-01', 'win-01'],
    ['see the wiki', null],
    ['', null],
    ['mailto:ada@example.com', null],
  ])('%s reads %s', (url, host) => {
    expect(itemHost(url)?.readable ?? null).toBe(host);
  });

  test('is found or not, without an exception', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.webUrl()), (url) => void itemHost(url)));
  });
});
