/** The texts of every language against the English ones, and both against the code. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formsOf, keysFor } from '../../../scripts/locales/texts.ts';
import { errorCodes } from '../../../src/model/error.ts';

type Texts = Record<string, { readonly message: string; readonly description?: string }>;

const folder = 'public/_locales';
const read = (language: string): Texts =>
  JSON.parse(readFileSync(`${folder}/${language}/messages.json`, 'utf8'));
const english = read('en');
const others = readdirSync(folder).filter((name) => name !== 'en');

const pluralEnding = /_(zero|one|two|few|many|other)$/;
const places = (message: string) => [...new Set(message.match(/\$\d|\$[A-Z]+\$/g) ?? [])].sort();
const bases = (texts: Texts) =>
  new Set(
    Object.keys(texts)
      .filter((key) => pluralEnding.test(key))
      .map((key) => key.replace(pluralEnding, '')),
  );

function sources(path: string): string[] {
  return readdirSync(path).flatMap((name) => {
    const full = join(path, name);
    if (statSync(full).isDirectory()) return sources(full);
    return /\.(tsx?|html)$/.test(name) ? [readFileSync(full, 'utf8')] : [];
  });
}
const code = [...sources('src'), readFileSync('manifest.json', 'utf8')].join('\n');

describe('English', () => {
  it('describes every text for translators', () => {
    const silent = Object.entries(english).filter(([, { description }]) => !description);
    expect(silent.map(([key]) => key)).toEqual([]);
  });

  it('has no text that nothing shows', () => {
    // The rule by which the worker finds the sentence of an error.
    const ofErrors = new Set(
      errorCodes.map((name) =>
        `error-${name}`.replace(/-(.)/g, (_, letter) => letter.toUpperCase()),
      ),
    );
    const unused = Object.keys(english)
      .filter((key) => !ofErrors.has(key))
      .map((key) => key.replace(pluralEnding, ''))
      .filter((key) => !new RegExp(`['_]${key}(?:_|\\b)`).test(code));
    expect([...new Set(unused)]).toEqual([]);
  });

  it('has a sentence for every error that says what to do', () => {
    for (const name of errorCodes) {
      const key = `error-${name}`.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
      expect(english[key]?.message, key).toMatch(/\.$/);
    }
  });
});

describe.each(['en', ...others])('the stores', (language) => {
  it(`take the name and the line about us in ${language}`, () => {
    const texts = read(language);
    // What the Chrome Web Store allows.
    expect(texts.extensionName?.message.length).toBeLessThanOrEqual(75);
    expect(texts.extensionDescription?.message.length).toBeLessThanOrEqual(132);
  });
});

describe.each(others)('%s', (language) => {
  const texts = read(language);

  it('has every text and no other', () => {
    const plain = (all: Texts) =>
      Object.keys(all)
        .filter((key) => !pluralEnding.test(key))
        .sort();
    expect(plain(texts)).toEqual(plain(english));
    expect(bases(texts)).toEqual(bases(english));
  });

  it('has the plural forms that the language knows', () => {
    const forms = new Intl.PluralRules(language.replace('_', '-')).resolvedOptions()
      .pluralCategories;
    for (const base of bases(english)) {
      for (const form of forms) expect(texts, `${base}_${form}`).toHaveProperty(`${base}_${form}`);
    }
  });

  it('fills the same places', () => {
    for (const [key, { message }] of Object.entries(texts)) {
      const source = english[key] ?? english[key.replace(pluralEnding, '_other')];
      expect(places(message), key).toEqual(places(source?.message ?? ''));
    }
  });

  it('says what language it is, and which way it runs', () => {
    expect(texts.language?.message).toBe(language.replace('_', '-'));
    expect(texts.direction?.message).toBe(/^(ar|fa|he|ur)/.test(language) ? 'rtl' : 'ltr');
  });

  it('has the forms of its language and no others', () => {
    const keys = keysFor(english, formsOf(language));
    expect(Object.keys(texts).filter((key) => !keys.includes(key))).toEqual([]);
  });

  it('is told apart from English', () => {
    // A text that was pasted and never translated. Names and short words may be alike.
    const alike = Object.entries(texts).filter(
      ([key, { message }]) => message === english[key]?.message && message.split(' ').length > 3,
    );
    expect(alike.map(([key]) => key)).toEqual([]);
  });
});
