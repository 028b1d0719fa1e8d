/**
 * The index as it lies in memory. Items are numbered in the order of their names, so that whatever
 * is found in ascending order is in the order of a list.
 */
import type { Column, Columns } from './columns.ts';
import { type Lexicon, packLexicon, unpackLexicon } from './lexicon.ts';

/** Enough to list, to match pages and to find a row by its id. */
export type Head = {
  readonly size: number;
  /** Where each item's row lies, see `placeOf`. */
  readonly places: Uint32Array<ArrayBuffer>;
  /** `hashText` of each item's id. */
  readonly idHashes: Uint32Array<ArrayBuffer>;
  readonly favourites: Uint32Array<ArrayBuffer>;
  /** Words are `siteKey`s of the stored URLs. */
  readonly sites: Lexicon;
};

/** What a query with words needs besides. Words of several lexicons differ: see `createSplitBuilder`. */
export type WordIndex = {
  /** Runs of letters and digits; postings carry a `grade`. */
  readonly parts: readonly Lexicon[];
  /** Runs without spaces that have signs inside: addresses, logins, host names. */
  readonly wholes: readonly Lexicon[];
  readonly facets: Lexicon;
  /** `hashText` of each item's `nameKey`. */
  readonly nameHashes: Uint32Array<ArrayBuffer>;
  /** Unix seconds of the last change of each item's password, 0 where unknown. */
  readonly changed: Uint32Array<ArrayBuffer>;
  /** Every tag once, as it is written. */
  readonly tags: readonly string[];
};

/** Chunk and row share 32 bits: room for 16 million chunks of 256 rows. */
const rowBits = 8;

export function placeOf(chunk: number, row: number): number {
  return ((chunk << rowBits) | row) >>> 0;
}

export function chunkOf(place: number): number {
  return place >>> rowBits;
}

export function rowOf(place: number): number {
  return place & ((1 << rowBits) - 1);
}

/** FNV-1a over UTF-16 code units, 32 bits: good for finding candidates, not for proof. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

export function packHead(head: Head): Record<string, Column> {
  const { places, idHashes, favourites, sites } = head;
  return { places, idHashes, favourites, ...packLexicon('sites', sites) };
}

export function unpackHead(columns: Columns): Head {
  const places = columns.numbers('places');
  return {
    size: places.length,
    places,
    idHashes: columns.numbers('idHashes'),
    favourites: columns.numbers('favourites'),
    sites: unpackLexicon('sites', columns),
  };
}

export function packWords(words: WordIndex): Record<string, Column> {
  return {
    ...packLexicons('parts', words.parts),
    ...packLexicons('wholes', words.wholes),
    ...packLexicon('facets', words.facets),
    nameHashes: words.nameHashes,
    changed: words.changed,
    tags: JSON.stringify(words.tags),
  };
}

export function unpackWords(columns: Columns): WordIndex {
  return {
    parts: unpackLexicons('parts', columns),
    wholes: unpackLexicons('wholes', columns),
    facets: unpackLexicon('facets', columns),
    nameHashes: columns.numbers('nameHashes'),
    changed: columns.numbers('changed'),
    tags: JSON.parse(columns.text('tags')), // our own, authenticated
  };
}

const lexiconsInSplit = 2;

function packLexicons(name: string, lexicons: readonly Lexicon[]): Record<string, Column> {
  return Object.assign(
    {},
    ...lexicons.map((lexicon, which) => packLexicon(`${name}${which}`, lexicon)),
  );
}

function unpackLexicons(name: string, columns: Columns): Lexicon[] {
  return Array.from({ length: lexiconsInSplit }, (_, which) =>
    unpackLexicon(`${name}${which}`, columns),
  );
}
