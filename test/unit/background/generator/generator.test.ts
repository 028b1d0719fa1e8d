import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  digits,
  lower,
  makeCharacters,
  recipeOf,
  symbols,
  upper,
} from '../../../../src/background/generator/characters.ts';
import { createGenerator } from '../../../../src/background/generator/generator.ts';
import { defaultGeneratorRules } from '../../../../src/model/generator.ts';
import { make, readWords, rules } from './support/made.ts';
import { countEach, seededPick, unevenness } from './support/seeded.ts';

describe('a password of characters', () => {
  const any = fc.record({
    length: fc.integer({ min: 5, max: 128 }),
    lower: fc.boolean(),
    upper: fc.boolean(),
    digits: fc.boolean(),
    symbols: fc.boolean(),
    plain: fc.boolean(),
  });

  it('has its length, one of each chosen kind, and nothing else', async () => {
    const generator = make();
    await fc.assert(
      fc.asyncProperty(any, async (some) => {
        const { text } = await generator.generate(rules(some));
        expect(text).toHaveLength(some.length);
        const kinds = [
          [some.lower, lower],
          [some.upper, upper],
          [some.digits, digits],
          [some.symbols, symbols],
        ] as const;
        const chosen = kinds.filter(([wanted]) => wanted).map(([, set]) => set);
        const may = chosen.length > 0 ? chosen : [lower];
        for (const set of may) expect([...text].some((c) => set.includes(c))).toBe(true);
        expect([...text].filter((c) => !may.join('').includes(c))).toEqual([]);
        if (some.plain) expect(text).not.toMatch(/[Il1|O0o]/);
      }),
      { numRuns: 200 },
    );
  });

  it('favours no character and no place', async () => {
    const generator = make(3);
    const texts: string[] = [];
    for (let count = 0; count < 6_000; count++) {
      texts.push((await generator.generate(rules({ length: 30 }))).text);
    }
    const places = [0, 15, 29].map((at) => texts.map((text) => text.charAt(at)));
    for (const set of [lower, upper, digits, symbols]) {
      for (const place of places) {
        const seen = place.filter((c) => set.includes(c));
        expect(unevenness(countEach([...set], seen))).toBeLessThan(5);
      }
    }
  });

  it('is one of all that meet the rules, each as likely', () => {
    // Two letters and a digit, three long: few enough to count them all.
    const recipe = { length: 3, required: ['ab', '0'], allowed: '', maxConsecutive: 9 };
    const pick = seededPick(5);
    const seen = Array.from({ length: 24_000 }, () => makeCharacters(recipe, pick)?.text ?? '');
    const all = [...new Set(seen)];
    // 3^3 texts, less 2^3 without the digit, less one without a letter.
    expect(all).toHaveLength(18);
    expect(unevenness(countEach(all, seen))).toBeLessThan(5);
    expect(makeCharacters(recipe, pick)?.bits).toBeCloseTo(Math.log2(18), 9);
  });

  it('counts overlapping kinds once', () => {
    const recipe = { length: 2, required: ['ab', 'bc'], allowed: '', maxConsecutive: 9 };
    const pick = seededPick(5);
    const seen = Array.from({ length: 2_000 }, () => makeCharacters(recipe, pick)?.text ?? '');
    expect(makeCharacters(recipe, pick)?.bits).toBeCloseTo(Math.log2(new Set(seen).size), 9);
  });

  it('is told as the entropy that it has', async () => {
    const { bits } = await make().generate(
      rules({ length: 10, upper: false, digits: false, symbols: false }),
    );
    expect(bits).toBeCloseTo(10 * Math.log2(26), 9);
  });

  it('is none where nothing can meet the rules', () => {
    const recipe = recipeOf(rules({ length: 3 }));
    expect(makeCharacters(recipe, seededPick())).toBeNull();
    const runs = { length: 4, required: ['a'], allowed: '', maxConsecutive: 2 };
    expect(makeCharacters(runs, seededPick())).toBeNull();
  });
});

describe('a passphrase', () => {
  it.each(['en', 'de', 'es', 'fr', 'it', 'ru'] as const)('is of words of %s', async (language) => {
    const list = await readWords(language);
    const { text, bits } = await make().generate(
      rules({ kind: 'passphrase', language, words: 5, separator: ' ' }),
    );
    const words = text.split(' ');
    expect(words).toHaveLength(5);
    for (const word of words) expect(list).toContain(word);
    expect(bits).toBe(55);
  });

  it('favours no word', async () => {
    const list = await readWords('en');
    const generator = make(9);
    const seen: string[] = [];
    while (seen.length < 2048 * 40) {
      const { text } = await generator.generate(rules({ kind: 'passphrase', words: 12 }));
      seen.push(...text.split('-'));
    }
    expect(unevenness(countEach(list, seen))).toBeLessThan(5);
  });

  it('has capitals and a digit where they are wanted', async () => {
    const { text, bits } = await make().generate(
      rules({ kind: 'passphrase', words: 4, capitals: true, digit: true, separator: '.' }),
    );
    expect(text).toMatch(/^(?:[A-Z][a-z]+\d?\.?){4}$/);
    expect(text.match(/\d/g)).toHaveLength(1);
    expect(bits).toBeCloseTo(44 + Math.log2(40), 9);
  });
});

describe('a pronounceable password', () => {
  it('has its length, and vowels between its consonants', async () => {
    const generator = make();
    for (let length = 5; length <= 128; length++) {
      for (const on of [true, false]) {
        const { text, bits } = await generator.generate(
          rules({ kind: 'pronounceable', length, upper: on, digits: on, symbols: on }),
        );
        expect(text).toHaveLength(length);
        expect(text).not.toMatch(/[aeiou]{2}|[bdfghjkmnprstvz]{2}|-$|-\d|[cqlwxy]/i);
        expect(/\d\d$/.test(text)).toBe(on);
        expect(bits).toBeGreaterThan(length * (on ? 1.9 : 3));
      }
    }
  });
});

describe('what the organisation asks for', () => {
  const least = { minLength: 40, upper: true, digits: true, symbols: true };
  const prescribed = (complexity = least) =>
    createGenerator({ pick: seededPick(), readWords, complexity: async () => complexity });
  const weak = { upper: false, digits: false, symbols: false, capitals: false, digit: false };

  it.each(['characters', 'pronounceable', 'passphrase'] as const)('holds for %s', async (kind) => {
    const chosen = rules({ ...weak, kind, length: 8, words: 3, separator: ' ' });
    const { text } = await prescribed().generate(chosen);
    expect(text.length).toBeGreaterThanOrEqual(40);
    for (const needed of [/[A-Z]/, /\d/, /[^A-Za-z0-9 ]/]) expect(text).toMatch(needed);
  });

  it('takes nothing away from what a person chose beyond it', async () => {
    const generator = prescribed({ minLength: 6, upper: false, digits: false, symbols: false });
    const { text } = await generator.generate(rules({ length: 33 }));
    expect(text).toHaveLength(33);
    expect(text).toMatch(/[^A-Za-z0-9]/);
  });

  it('holds for short words that can be said, too', async () => {
    for (let minLength = 5; minLength <= 20; minLength++) {
      const generator = prescribed({ ...least, minLength });
      const { text } = await generator.generate(
        rules({ ...weak, kind: 'pronounceable', length: 5 }),
      );
      expect(text).toHaveLength(minLength);
      for (const needed of [/[A-Z]/, /\d/, /-/, /^[^-].*[^-]$/]) expect(text).toMatch(needed);
    }
  });

  it('says so where no phrase is long enough', async () => {
    const generator = prescribed({ ...least, minLength: 128 });
    const phrase = generator.generate(rules({ kind: 'passphrase', words: 12 }));
    await expect(phrase).rejects.toMatchObject({ code: 'invalid-input' });
  });
});

describe('the estimate of a typed password', () => {
  it.each([
    ['password', 3],
    ['P@ssw0rd', 6],
    ['aaaaaaaaaaaa', 12],
    ['abcdefgh', 12],
    ['qwertyuiop', 12],
    ['Summer2024', 25],
    ['monkeymonkey', 20],
    ['', 0],
  ])('of %j is at most %i bits', async (password, most) => {
    expect(await make().estimate(password)).toBeLessThanOrEqual(most);
  });

  it('of words is what they are worth', async () => {
    const bits = await make().estimate('abandon-ability-zebra-zone');
    expect(bits).toBeGreaterThan(40);
    expect(bits).toBeLessThan(85);
  });

  it('of a generated one is about what the generator says', async () => {
    const generator = make(4);
    for (let count = 0; count < 20; count++) {
      const { text, bits } = await generator.generate(defaultGeneratorRules);
      expect((await generator.estimate(text)) / bits).toBeGreaterThan(0.8);
    }
  });

  it('takes any text, quickly', async () => {
    const generator = make();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 300 }), async (text) => {
        const bits = await generator.estimate(text);
        expect(bits).toBeGreaterThanOrEqual(0);
        expect(bits).toBeLessThan(1_000);
      }),
      { numRuns: 50 },
    );
  });
});
