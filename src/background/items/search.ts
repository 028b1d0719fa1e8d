/** Finds the items that fit a query. */
import { type Head, hashText, type WordIndex } from './item-index.ts';
import { otherLayout } from './keyboard-layout.ts';
import { docOf, findPrefix } from './lexicon.ts';
import { type QueryWord, queryWords, splitQuery } from './parse-query.ts';
import {
  addCosts,
  type Costs,
  type Found,
  isAnyFit,
  type Likely,
  rank,
  rankAll,
  unfit,
} from './rank.ts';
import { createScorer } from './score.ts';
import { nameKey } from './search-texts.ts';

export type Search = (typed: string, likely: Likely) => Found;

export function createSearch(head: Head, index: WordIndex): Search {
  const scorer = createScorer(index, head.size);

  /** The cost of each item that holds all words; null where no item does. */
  function findWords(
    words: readonly QueryWord[],
    { allowed, forgiving }: { allowed: Uint8Array | null; forgiving: boolean },
  ): Costs | null {
    let costs: Costs | null = null;
    for (const word of words) {
      const scores = scorer.score(word, forgiving);
      if (costs === null) costs = scores.slice();
      else addCosts(costs, scores);
      if (!isAnyFit(costs)) return null;
    }
    if (costs === null) return null;
    if (allowed !== null) {
      for (let doc = 0; doc < costs.length; doc++) if (allowed[doc] === 0) costs[doc] = unfit;
      if (!isAnyFit(costs)) return null;
    }
    // Every word costs something, so that the item whose very name was typed comes first.
    const { nameHashes } = index;
    const name = hashText(nameKey(words));
    for (let doc = nameHashes.indexOf(name); doc !== -1; doc = nameHashes.indexOf(name, doc + 1)) {
      if (costs[doc] !== unfit) costs[doc] = 0;
    }
    return costs;
  }

  return (typed, likely) => {
    const { text, facets, coded, reused } = splitQuery(typed);
    const met = findAllowed(facets, { head, index });
    const ofCode = coded ? onlyOf(likely.coded, met, head.size) : met;
    const allowed = reused ? onlyOf(likely.reused, ofCode, head.size) : ofCode;
    const words = queryWords(text);
    if (words.length === 0) return rankAll(allowed, { ...head, likely });
    const swapped = otherLayout(text);
    const spellings = swapped === null ? [words] : [words, queryWords(swapped)];
    for (const forgiving of [false, true]) {
      for (const spelling of spellings) {
        const costs = findWords(spelling, { allowed, forgiving });
        if (costs !== null) return rank(costs, likely);
      }
    }
    return { total: 0, matching: 0, sections: [], page: () => new Uint32Array(0) };
  };
}

/** By item 1 where it has every facet; null where none is asked for. */
function findAllowed(
  facets: readonly string[],
  { head, index }: { head: Head; index: WordIndex },
): Uint8Array | null {
  if (facets.length === 0) return null;
  const met = new Uint8Array(head.size);
  const { postings, postingStarts } = index.facets;
  facets.forEach((wanted, asked) => {
    const { from, to } = findPrefix(index.facets, wanted);
    for (let at = postingStarts[from] ?? 0; at < (postingStarts[to] ?? 0); at++) {
      const doc = docOf(postings[at] ?? 0);
      if (met[doc] === asked) met[doc] = asked + 1;
    }
  });
  for (let doc = 0; doc < met.length; doc++) met[doc] = met[doc] === facets.length ? 1 : 0;
  return met;
}

/** Of `docs` those that are allowed, by item. */
function onlyOf(docs: ReadonlySet<number>, allowed: Uint8Array | null, size: number): Uint8Array {
  const only = new Uint8Array(size);
  for (const doc of docs) only[doc] = allowed?.[doc] ?? 1;
  return only;
}
