/**
 * How well each item fits one word. Costs, lower is better:
 *
 *   where                begins with   holds   after a slip
 *   start of the name          1          6        21 and more
 *   name                       3          7
 *   login, host                5         11
 *   folder, vault, tag         9         15
 *   description               13         17
 *
 * A finished word that is only the beginning of one costs 1 more, and a token of several parts that is
 * met as it is costs less.
 */
import type { WordIndex } from './item-index.ts';
import {
  docOf,
  findInside,
  findPrefix,
  findWord,
  gradeOf,
  type Lexicon,
  type WordRange,
} from './lexicon.ts';
import type { QueryWord } from './parse-query.ts';
import { type Costs, unfit } from './rank.ts';
import { findNear, slipsAllowed } from './typo.ts';
import { isWorthInside } from './words.ts';

const beginsCost = Uint8Array.of(1, 3, 5, 9, 13);
const holdsCost = Uint8Array.of(6, 7, 11, 15, 17);
/** A whole address or login was typed: nobody means a longer one. */
const exactCost = Uint8Array.of(1, 1, 2, 8, 12);
const unfinishedCost = beginsCost.map((cost) => cost + 1);
/** By the number of slips. */
const slipCosts = [
  beginsCost,
  Uint8Array.of(21, 21, 23, 25, 27),
  Uint8Array.of(29, 29, 31, 33, 35),
];
/** The parts of a token, found apart from each other instead of together. */
const scatteredCost = 5;

export type ScoreOptions = {
  readonly index: WordIndex;
  /** Number of items. */
  readonly size: number;
  /** `letterSets` of the parts, asked for where slips are to be forgiven; null where not. */
  readonly letters: (() => Uint32Array) | null;
};

/** The lowest cost by item, `unfit` where it does not fit. */
export function scoreWord(word: QueryWord, options: ScoreOptions): Costs {
  if (word.parts.length === 1) return scorePart(word, options);
  const { index, size } = options;
  const costs = new Uint8Array(size).fill(unfit);
  const lexicon = index.wholes;
  const begins = addBeginnings(costs, { lexicon, word });
  // Endings of hosts are words of their own, so what else is inside is rarely what is meant.
  if (!begins)
    addWords(costs, { lexicon, words: findInside(lexicon, word.whole), table: holdsCost });
  const apart = word.parts.map((part, at) => {
    const finished = word.finished || at < word.parts.length - 1;
    return scorePart({ whole: part, parts: [part], finished }, options);
  });
  for (let doc = 0; doc < size; doc++) {
    let cost = 0;
    for (const scattered of apart) cost = Math.max(cost, scattered[doc] ?? unfit);
    if (cost < unfit && cost + scatteredCost < (costs[doc] ?? unfit))
      costs[doc] = cost + scatteredCost;
  }
  return costs;
}

function scorePart(word: QueryWord, { index, size, letters }: ScoreOptions): Costs {
  const lexicon = index.parts;
  const costs = new Uint8Array(size).fill(unfit);
  addBeginnings(costs, { lexicon, word });
  if (isWorthInside(word.whole)) {
    addWords(costs, { lexicon, words: findInside(lexicon, word.whole), table: holdsCost });
  }
  const slips = slipsAllowed(word.whole);
  if (letters !== null && slips > 0) {
    findNear({ lexicon, sets: letters(), typed: word.whole, slips }, (found, distance) => {
      const table = slipCosts[distance] ?? beginsCost;
      addPostings(costs, { lexicon, range: { from: found, to: found + 1 }, table });
    });
  }
  return costs;
}

/** False where no word begins so. */
function addBeginnings(costs: Costs, one: { lexicon: Lexicon; word: QueryWord }): boolean {
  const { lexicon, word } = one;
  const range = findPrefix(lexicon, word.whole);
  addPostings(costs, { lexicon, range, table: word.finished ? unfinishedCost : beginsCost });
  const exact = findWord(lexicon, word.whole);
  if (word.parts.length > 1) addPostings(costs, { lexicon, range: exact, table: exactCost });
  else if (word.finished) addPostings(costs, { lexicon, range: exact, table: beginsCost });
  return range.from < range.to;
}

function addWords(
  costs: Costs,
  one: { lexicon: Lexicon; words: readonly number[]; table: Uint8Array },
): void {
  const { lexicon, words, table } = one;
  for (const word of words) {
    addPostings(costs, { lexicon, range: { from: word, to: word + 1 }, table });
  }
}

/** The innermost loop: short queries go through a hundred thousand postings. */
function addPostings(
  costs: Costs,
  one: { lexicon: Lexicon; range: WordRange; table: Uint8Array },
): void {
  const { table } = one;
  const { postings, postingStarts } = one.lexicon;
  const end = postingStarts[one.range.to] ?? 0;
  for (let at = postingStarts[one.range.from] ?? 0; at < end; at++) {
    const entry = postings[at] ?? 0;
    const cost = table[gradeOf(entry)] ?? unfit;
    const doc = docOf(entry);
    if (cost < (costs[doc] ?? 0)) costs[doc] = cost;
  }
}
