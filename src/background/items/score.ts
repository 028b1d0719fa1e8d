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
import { type Costs, isAnyFit, lowerToWorst, unfit } from './rank.ts';
import { findNear, letterSets, slipsAllowed } from './typo.ts';
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

export type Scorer = {
  /**
   * The lowest cost by item, `unfit` where it does not fit; not to be written to. `forgiving`: words
   * that are a slip or two away count as well.
   */
  score(word: QueryWord, forgiving: boolean): Costs;
};

/** With each letter one word of a query changes: the others are remembered. */
const mostRemembered = 8;

/** `size`: number of items. */
export function createScorer(index: WordIndex, size: number): Scorer {
  const remembered = new Map<string, Costs>();
  let letters: readonly Uint32Array[] | null = null;

  function remember(key: string, make: () => Costs): Costs {
    const costs = remembered.get(key) ?? make();
    remembered.delete(key);
    remembered.set(key, costs);
    const [oldest] = remembered.keys();
    if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest);
    return costs;
  }

  function score(word: QueryWord, forgiving: boolean): Costs {
    const key = `${forgiving} ${word.finished} ${word.whole}`;
    return remember(key, () =>
      word.parts.length === 1 ? scorePart(word, forgiving) : scoreToken(word, forgiving),
    );
  }

  function scoreToken(word: QueryWord, forgiving: boolean): Costs {
    const costs = new Uint8Array(size).fill(unfit);
    const begins = addBeginnings(costs, { lexicons: index.wholes, word });
    const apart = word.parts.map((part, at) => {
      const finished = word.finished || at < word.parts.length - 1;
      return score({ whole: part, parts: [part], finished }, forgiving);
    });
    lowerToWorst(costs, apart, scatteredCost);
    // Addresses are many and long: they are only looked through where nothing else is left.
    if (!begins && !isAnyFit(costs)) {
      addInside(costs, { lexicons: index.wholes, part: word.whole });
    }
    return costs;
  }

  function scorePart(word: QueryWord, forgiving: boolean): Costs {
    const costs = new Uint8Array(size).fill(unfit);
    const begins = addBeginnings(costs, { lexicons: index.parts, word });
    if (isWorthInside(word.whole) || (!begins && word.whole.length > 1)) {
      addInside(costs, { lexicons: index.parts, part: word.whole });
    }
    if (forgiving) addNear(costs, word.whole);
    return costs;
  }

  function addNear(costs: Costs, typed: string): void {
    const slips = slipsAllowed(typed);
    if (slips === 0) return;
    letters ??= index.parts.map(letterSets);
    index.parts.forEach((lexicon, which) => {
      const sets = letters?.[which] ?? new Uint32Array(0);
      findNear({ lexicon, sets, typed, slips }, (found, distance) => {
        const table = slipCosts[distance] ?? beginsCost;
        addPostings(costs, { lexicon, range: { from: found, to: found + 1 }, table });
      });
    });
  }

  return { score };
}

/** False where no word begins so. */
function addBeginnings(
  costs: Costs,
  { lexicons, word }: { lexicons: readonly Lexicon[]; word: QueryWord },
): boolean {
  let some = false;
  for (const lexicon of lexicons) {
    const range = findPrefix(lexicon, word.whole);
    if (range.from === range.to) continue;
    some = true;
    addPostings(costs, { lexicon, range, table: word.finished ? unfinishedCost : beginsCost });
    const exact = findWord(lexicon, word.whole);
    if (word.parts.length > 1) addPostings(costs, { lexicon, range: exact, table: exactCost });
    else if (word.finished) addPostings(costs, { lexicon, range: exact, table: beginsCost });
  }
  return some;
}

function addInside(
  costs: Costs,
  { lexicons, part }: { lexicons: readonly Lexicon[]; part: string },
): void {
  for (const lexicon of lexicons) {
    for (const word of findInside(lexicon, part)) {
      addPostings(costs, { lexicon, range: { from: word, to: word + 1 }, table: holdsCost });
    }
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
