import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../../src/background/items/fold.ts';
import { tokensOf } from '../../../../src/background/items/words.ts';

describe('folding', () => {
  test.each([
    ['Straße', 'strasse'],
    ['İstanbul', 'istanbul'],
    ['ILIK ılık', 'ilik ilik'],
    ['Ёж', 'еж'],
    ['Йод', 'иод'],
    ['Łódź', 'lodz'],
    ['Ærø', 'aero'],
    ['Œuvre', 'oeuvre'],
    ['Ñandú', 'nandu'],
    ['Việt Nam', 'viet nam'],
    ['ΣΊΣΥΦΟΣ', 'σισυφοσ'],
    ['ﬁnance', 'finance'],
    ['ＡＢＣ１２３', 'abc123'],
    ['ｶﾞｽ', 'カス'],
    ['ガス', 'カス'],
    ['مُدِيرٌ', 'مدير'],
    ['إمارات', 'امارات'],
    ['שָׁלוֹם', 'שלום'],
    ['हिन्दी', 'हिन्दी'],
    ['e\u0301', 'e'],
    ['½', '1⁄2'],
  ])('%s reads %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('is the same folded once, twice, in upper case and taken apart', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const folded = fold(text);
        expect(fold(folded)).toBe(folded);
        expect(fold(text.normalize('NFD'))).toBe(folded);
      }),
      { numRuns: 3000 },
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Zа-яА-ЯёЁà-öø-þÀ-ÖØ-Þ ]*$/), (text) => {
        expect(fold(text.toUpperCase())).toBe(fold(text.toLowerCase()));
      }),
    );
  });

  test('accepts every string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (binary, text) => {
        fold(binary);
        fold(`${text}\ud800${binary}`);
      }),
    );
  });
});

describe('cutting', () => {
  test.each([
    [
      'anna.petrova@corp.example',
      ['anna.petrova@corp.example'],
      ['anna', 'petrova', 'corp', 'example'],
    ],
    ['  two   words\t\n', ['two', 'words'], ['two', 'words']],
    ['(old)', ['old'], ['old']],
    ['c++ --', ['c'], ['c']],
    ['10.0.0.1:8443', ['10.0.0.1:8443'], ['10', '0', '0', '1', '8443']],
    ['会計 システム', ['会計', 'システム'], ['会計', 'システム']],
    ['🔑 key', ['🔑', 'key'], ['🔑', 'key']],
    ['हिन्दी', ['हिन्दी'], ['हिन्दी']],
    ['… —', [], []],
  ])('%j', (text, wholes, parts) => {
    const tokens = tokensOf(text);
    expect(tokens.map(({ whole }) => whole)).toEqual(wholes);
    expect(tokens.flatMap((token) => token.parts)).toEqual(parts);
  });

  test('keeps every letter and digit, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const folded = fold(text);
        const kept = tokensOf(folded)
          .flatMap(({ parts }) => parts)
          .join('');
        expect(kept).toBe(
          (folded.match(/[\p{L}\p{N}\p{M}\p{Extended_Pictographic}]/gu) ?? []).join(''),
        );
      }),
      { numRuns: 3000 },
    );
  });
});
