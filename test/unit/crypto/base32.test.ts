import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBase32InPlace, encodeBase32 } from '../../../src/crypto/base32.ts';
import { fromAscii, toAscii } from '../../../src/crypto/utf8.ts';
import { fromBase64, readVectors } from './vectors.ts';

const vectors = readVectors<{
  alphabet: string;
  aliases: Record<string, string>;
  encode: { name: string; inputBase64: string; output: string }[];
  decode: { name: string; input: string; outputBase64: string }[];
}>('base32');

describe('known answers', () => {
  test.each(vectors.encode)('encodes $name', ({ inputBase64, output }) => {
    expect(fromAscii(encodeBase32(fromBase64(inputBase64)))).toBe(output);
  });

  test.each(vectors.decode)('decodes $name', ({ input, outputBase64 }) => {
    expect(decodeBase32InPlace(toAscii(input))).toEqual(fromBase64(outputBase64));
  });

  test('reads every symbol and alias in either case', () => {
    const all = {
      ...Object.fromEntries([...vectors.alphabet].map((s) => [s, s])),
      ...vectors.aliases,
    };
    expect(Object.keys(all)).toHaveLength(36);
    for (const [symbol, standsFor] of Object.entries(all)) {
      const value = vectors.alphabet.indexOf(standsFor);
      // 0 in front and behind keeps the symbol's five bits inside whole bytes.
      const expected = Uint8Array.of(value >> 2, (value & 3) << 6);
      expect(decodeBase32InPlace(toAscii(`0${symbol}00`))).toEqual(expected);
      expect(decodeBase32InPlace(toAscii(`0${symbol.toUpperCase()}00`))).toEqual(expected);
    }
  });
});

test('whatever is encoded is decoded again', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(decodeBase32InPlace(encodeBase32(bytes))).toEqual(bytes);
    }),
    { numRuns: 10_000 },
  );
});

test('separators anywhere change nothing', () => {
  const separator = fc.constantFrom(' ', '-', '\r\n', '=', '_', 'ü', '😀', '\0', '\u{fffe}');
  const pieces = fc.array(fc.tuple(fc.constantFrom(...vectors.alphabet), separator, fc.nat(8)));
  fc.assert(
    fc.property(pieces, (list) => {
      const clean = list.map(([symbol]) => symbol).join('');
      // Rare separators, so that long clean runs and dirty ones both occur.
      const dirty = list
        .map(([symbol, sign, die]) => (die === 0 ? symbol + sign : symbol))
        .join('');
      expect(decodeBase32InPlace(toAscii(dirty))).toEqual(decodeBase32InPlace(toAscii(clean)));
    }),
    { numRuns: 2_000 },
  );
});

test('S12: any text decodes to five eighths of its known characters', () => {
  const known = new Set([...vectors.alphabet, ...Object.keys(vectors.aliases)]);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
      const ascii = [...text].filter((character) => character <= '\x7f');
      const count = ascii.filter((character) => known.has(character.toLowerCase())).length;
      expect(decodeBase32InPlace(toAscii(text))).toHaveLength(Math.floor((count * 5) / 8));
    }),
    { numRuns: 10_000 },
  );
});
