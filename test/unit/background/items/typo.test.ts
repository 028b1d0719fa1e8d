import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  findInside,
  findPrefix,
  findWord,
  wordAt,
} from '../../../../src/background/items/lexicon.ts';
import { createLexiconBuilder } from '../../../../src/background/items/lexicon-builder.ts';
import { findNear, letterSets, slipsAllowed } from '../../../../src/background/items/typo.ts';

async function lexiconOf(words: readonly string[]) {
  const builder = createLexiconBuilder();
  words.forEach((word, doc) => {
    builder.add(builder.number(word), doc, 0);
  });
  return builder.finish(
    Uint32Array.from(words, (_, doc) => doc),
    async () => {},
  );
}

/** The distance between a typed text and the nearest beginning of a word, in the slow and plain way. */
function slowDistance(typed: string, word: string): number {
  const table = Array.from({ length: typed.length + 1 }, (_, row) =>
    Array.from({ length: word.length + 1 }, (_, column) =>
      row === 0 ? column : column === 0 ? row : 0,
    ),
  );
  const at = (row: number, column: number) => table[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= typed.length; row++) {
    for (let column = 1; column <= word.length; column++) {
      const same = typed[row - 1] === word[column - 1];
      let cost = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (same ? 0 : 1),
      );
      const swapped = typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1];
      if (row > 1 && column > 1 && swapped) cost = Math.min(cost, at(row - 2, column - 2) + 1);
      const line = table[row];
      if (line) line[column] = cost;
    }
  }
  return Math.min(...(table[typed.length] ?? []));
}

const letter = fc.constantFrom('a', 'b', 'c', 'ж', '1');
const word = fc.string({ unit: letter, minLength: 1, maxLength: 11 });

test('finds the words that the plain way finds, as far away', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(word, { maxLength: 30 }),
      fc.string({ unit: letter, minLength: 4, maxLength: 10 }),
      async (words, typed) => {
        const slips = typed.length < 8 ? 1 : 2;
        const lexicon = await lexiconOf(words);
        const near = new Map<string, number>();
        findNear({ lexicon, sets: letterSets(lexicon), typed, slips }, (found, distance) => {
          near.set(wordAt(lexicon, found), distance);
        });
        const slow = words
          .map((one) => [one, slowDistance(typed, one)] as const)
          .filter(([, distance]) => distance <= slips);
        expect(near).toEqual(new Map(slow));
      },
    ),
    { numRuns: 1000 },
  );
});

test('a lexicon finds what begins with a part, what is it, and what holds it further on', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(word, { maxLength: 40 }), word, async (words, part) => {
      const lexicon = await lexiconOf(words);
      const sorted = [...words].sort();
      const { from, to } = findPrefix(lexicon, part);
      expect(sorted.slice(from, to)).toEqual(sorted.filter((one) => one.startsWith(part)));
      const exact = findWord(lexicon, part);
      expect(sorted.slice(exact.from, exact.to)).toEqual(sorted.filter((one) => one === part));
      expect(findInside(lexicon, part).map((found) => wordAt(lexicon, found))).toEqual(
        sorted.filter((one) => one.includes(part) && !one.startsWith(part)),
      );
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['abc', 0],
  ['abcd', 1],
  ['abcdefg', 1],
  ['abcdefgh', 2],
  ['12345678', 0],
  ['srv01', 1],
])('%s may have %d slips', (typed, slips) => {
  expect(slipsAllowed(typed)).toBe(slips);
});
