/** Adds the words and sites of one item after the other to the lexicons of a new index. */

import { itemHost } from './item-host.ts';
import type { Head, WordIndex } from './item-index.ts';
import {
  createLexiconBuilder,
  createSplitBuilder,
  type LexiconBuilder,
  type SplitBuilder,
} from './lexicon-builder.ts';
import type { IndexedItem } from './row-chunk.ts';
import {
  descriptionLimit,
  facet,
  facetText,
  facetWords,
  grade,
  type Words,
  wordsOfItemHost,
  wordsOfLogin,
  wordsOfText,
} from './search-texts.ts';
import { addressesIn, siteKey } from './site.ts';
import type { Pause } from './slices.ts';
import type { Token } from './words.ts';

export type WordCollector = {
  /** `name`: the item's name, cut. */
  add(item: IndexedItem, doc: number, name: readonly Token[]): void;
  /** `numbers` says under which number each item goes on. */
  finish(
    numbers: Uint32Array,
    pause: Pause,
  ): Promise<Pick<WordIndex, 'parts' | 'wholes' | 'facets' | 'tags'> & Pick<Head, 'sites'>>;
};

/** Words of a text as the lexicons number them. */
type Numbered = {
  readonly parts: readonly number[];
  readonly wholes: readonly number[];
  readonly endings: readonly number[];
};

export function createWordCollector(): WordCollector {
  const parts = createSplitBuilder();
  const wholes = createSplitBuilder();
  const facets = createLexiconBuilder();
  const sites = createLexiconBuilder();
  const number = (words: Words): Numbered => ({
    parts: words.parts.map(parts.number),
    wholes: words.wholes.map(wholes.number),
    endings: words.endings?.map(wholes.number) ?? [],
  });
  const ofText = remembering((text) => number(wordsOfText(text)));
  const ofLogin = remembering((text) => number(wordsOfLogin(text)));
  const ofUrl = remembering((text) => {
    const host = itemHost(text);
    if (host === null) return null;
    const site = host.site === null ? null : sites.number(siteKey(host.site));
    return { site, words: number(wordsOfItemHost(host)) };
  });
  const ofVault = remembering((text) => numberFacets(facets, facet.vault, text));
  /** By what they are compared by: `Prod` and `prod` are one tag, written as it was first seen. */
  const tags = new Map<string, string>();
  const ofTag = remembering((text) => {
    const key = facetText(text);
    if (key !== '' && !tags.has(key)) tags.set(key, text);
    return numberFacets(facets, facet.tag, text);
  });
  const ofPlace = remembering((sign: string) => [facets.number(sign)]);

  return {
    add(item, doc, name) {
      const add = (words: Numbered, worth: number) => {
        for (const part of words.parts) parts.add(part, doc, worth);
        for (const whole of words.wholes) wholes.add(whole, doc, worth);
        for (const ending of words.endings) wholes.add(ending, doc, grade.pathOrTag);
      };
      const addFacets = (found: readonly number[]) => {
        for (const one of found) facets.add(one, doc, 0);
      };
      addName(name, { parts, wholes, doc });
      add(ofLogin(item.login), grade.loginOrHost);
      for (const url of addressesIn(item.urls)) {
        const found = ofUrl(url);
        if (found === null) continue;
        add(found.words, grade.loginOrHost);
        if (found.site !== null) sites.add(found.site, doc, 0);
      }
      for (const text of item.path) add(ofText(text), grade.pathOrTag);
      for (const tag of item.tags) {
        add(ofText(tag), grade.pathOrTag);
        addFacets(ofTag(tag));
      }
      addFacets(ofVault(item.path[0] ?? ''));
      const { folderId, vaultId } = item;
      addFacets(ofPlace(folderId === null ? facet.root + vaultId : facet.folder + folderId));
      // Short ones are mostly said of many items.
      const description = item.description.slice(0, descriptionLimit);
      const cut = description.length > 100 ? number(wordsOfText(description)) : ofText(description);
      add(cut, grade.description);
      if (item.colour !== 0) addFacets([facets.number(`${facet.colour}${item.colour}.`)]);
      if (item.favourite) addFacets([facets.number(facet.favourite)]);
    },
    finish: async (numbers, pause) => ({
      parts: await parts.finish(numbers, pause),
      wholes: await wholes.finish(numbers, pause),
      facets: await facets.finish(numbers, pause),
      tags: [...tags.values()],
      sites: await sites.finish(numbers, pause),
    }),
  };
}

function addName(
  name: readonly Token[],
  one: { parts: SplitBuilder; wholes: SplitBuilder; doc: number },
): void {
  const { doc } = one;
  let worth: number = grade.nameStart;
  for (const { whole, parts } of name) {
    if (parts.length > 1) one.wholes.add(one.wholes.number(whole), doc, worth);
    for (const part of parts) {
      one.parts.add(one.parts.number(part), doc, worth);
      worth = grade.name;
    }
  }
}

function numberFacets(facets: LexiconBuilder, sign: string, text: string): number[] {
  return facetWords(text).map((word) => facets.number(sign + word));
}

/** Logins, hosts, tags and folders repeat from item to item; cutting them is half of the work. */
function remembering<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    // Forgetting all is cheaper than choosing what to forget.
    if (known.size > 4000) known.clear();
    const made = make(text);
    known.set(text, made);
    return made;
  };
}
