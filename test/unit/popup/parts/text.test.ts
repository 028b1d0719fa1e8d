import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ago, fileSize, language, number, plural, t } from '../../../../src/popup/parts/text.ts';

/** The browser's texts as far as the popup uses them. */
function speak(name: string, more: Record<string, { message: string }> = {}) {
  const texts = {
    ...JSON.parse(readFileSync(`public/_locales/${name}/messages.json`, 'utf8')),
    ...more,
  };
  vi.stubGlobal('chrome', {
    runtime: { id: 'latchkey' },
    i18n: {
      getMessage: (key: string, values: readonly string[]) =>
        (texts[key]?.message ?? '').replace(
          /\$(\d)/g,
          (_: string, place: string) => values[Number(place) - 1],
        ),
    },
  });
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('plural', () => {
  it('chooses the form by the language of the texts', () => {
    speak('en');
    expect(plural('foundCount', 1)).toBe('1 item found');
    expect(plural('foundCount', 1234)).toBe('1,234 items found');
  });

  it('knows the forms of Russian', () => {
    speak('en', {
      language: { message: 'ru' },
      foundCount_one: { message: '$1 запись' },
      foundCount_few: { message: '$1 записи' },
      foundCount_many: { message: '$1 записей' },
    });
    expect([1, 2, 5, 21].map((count) => plural('foundCount', count))).toEqual([
      '1 запись',
      '2 записи',
      '5 записей',
      '21 запись',
    ]);
  });

  it('passes other values after the count', () => {
    speak('en');
    expect(plural('copiedClears', 30, 'Password')).toBe('Password copied, cleared in 30 seconds.');
  });
});

describe('t', () => {
  it('puts values in their places', () => {
    speak('en');
    expect(t('headingSite', 'github.com')).toBe('For github.com');
    expect(language()).toBe('en');
    expect(number(10_000)).toBe('10,000');
  });

  it('sets apart what runs the other way, and nothing else', () => {
    speak('en');
    expect(t('openNamed', 'بوابة (1)')).toBe('Open \u2068بوابة (1)\u2069');
    expect(t('setupStep', 1, 3)).toBe('Step 1 of 3');
    speak('ar');
    expect(t('openNamed', 'github.com')).toContain('\u2068github.com\u2069');
    expect(t('openNamed', 'بوابة')).not.toContain('\u2068');
    expect(t('setupStep', 1, 3)).not.toContain('\u2068');
    expect(plural('copiedClears', 3, 'PIN')).toContain('\u2068PIN\u2069');
  });
});

describe('ago', () => {
  it.each([
    [0, 'now'],
    [5 * 60, '5 minutes ago'],
    [3 * 3600, '3 hours ago'],
    [86_400, 'yesterday'],
    [40 * 86_400, 'last month'],
  ])('%i seconds', (seconds, wanted) => {
    speak('en');
    expect(ago(1_000_000, 1_000_000 + seconds * 1000)).toBe(wanted);
  });
});

describe('fileSize', () => {
  it('speaks in the largest unit that fits, in the language', () => {
    speak('en');
    expect([0, 999, 4_210, 5 * 1024 * 1024].map(fileSize)).toEqual([
      '0 bytes',
      '999 bytes',
      '4.2 kB',
      '5.2 MB',
    ]);
    speak('ru');
    expect(fileSize(4_210)).toBe('4,2 кБ');
  });
});
