import { describe, expect, it } from 'vitest';
import {
  formsOf,
  inEnglishOrder,
  keysFor,
  parseLines,
  toFile,
} from '../../../scripts/locales/texts.ts';

const english = {
  b: { message: 'Second', description: 'Button' },
  found_one: { message: '$1 item', description: 'Count' },
  found_other: { message: '$1 items', description: 'Count' },
  a: { message: 'First', description: 'Button' },
};

describe('lines of a translator', () => {
  it('give several plural forms one text, and may hold any sign', () => {
    expect(
      parseLines('> latchkey locales\n\n# Button\na = x = y; "z"\n\nfound_many,other = $1 Teile\n'),
    ).toEqual({
      a: { message: 'x = y; "z"' },
      found_many: { message: '$1 Teile' },
      found_other: { message: '$1 Teile' },
    });
  });

  it.each(['no key here', 'a =', 'a: text'])('are refused where they say nothing: %s', (line) => {
    expect(() => parseLines(line)).toThrow(line);
  });

  it('become the texts of a language in English order, without what English lacks', () => {
    const forms = formsOf('pl');
    expect(forms).toEqual(['one', 'few', 'many', 'other']);
    expect(keysFor(english, formsOf('ja'))).toEqual(['b', 'found_other', 'a']);
    const texts = parseLines('a = 1\ngone = 2\nfound_few,one = 3\nb = 4');
    expect(Object.keys(inEnglishOrder(texts, english, forms))).toEqual([
      'b',
      'found_one',
      'found_few',
      'a',
    ]);
  });

  it('are written one to a line, broken where the formatter breaks them', () => {
    const long = '漢'.repeat(60);
    expect(toFile({ a: { message: 'say "x"' }, b: { message: long } })).toBe(
      `{\n  "a": { "message": "say \\"x\\"" },\n  "b": {\n    "message": "${long}"\n  }\n}\n`,
    );
  });
});
