/**
 * A sorted list of words, each with its postings. All words lie in one text, so that a part of a
 * word is found by the engine's own search, and a beginning by halving.
 */
import type { Column, Columns } from './columns.ts';

export type Lexicon = {
  /** Every word followed by a line feed, sorted by UTF-16 code units. */
  readonly text: string;
  /** Where each word starts in `text`, and where the text ends. */
  readonly starts: Uint32Array<ArrayBuffer>;
  /** Where each word's postings start, and where the postings end. */
  readonly postingStarts: Uint32Array<ArrayBuffer>;
  /** See `posting`. */
  readonly postings: Uint32Array<ArrayBuffer>;
};

/** From which word, up to and without which. */
export type WordRange = { readonly from: number; readonly to: number };

/** Grades are 0 to 7. */
const gradeBits = 3;
const gradeMask = 7;

/** A document and how much the place of the word in it is worth; the meaning is the user's. */
export function posting(doc: number, grade: number): number {
  return ((doc << gradeBits) | grade) >>> 0;
}

export function docOf(entry: number): number {
  return entry >>> gradeBits;
}

export function gradeOf(entry: number): number {
  return entry & gradeMask;
}

export function wordCount(lexicon: Lexicon): number {
  return lexicon.starts.length - 1;
}

export function wordAt({ text, starts }: Lexicon, word: number): string {
  return text.slice(starts[word], (starts[word + 1] ?? 1) - 1);
}

/** Words that begin with `prefix`. */
export function findPrefix(lexicon: Lexicon, prefix: string): WordRange {
  const from = lowerBound(lexicon, prefix);
  // No text of ours holds U+FFFF, which is no character.
  return { from, to: lowerBound(lexicon, `${prefix}\uffff`) };
}

/** The word itself, as a range of one or none. */
export function findWord(lexicon: Lexicon, word: string): WordRange {
  const from = lowerBound(lexicon, word);
  const found = from < wordCount(lexicon) && wordAt(lexicon, from) === word;
  return { from, to: found ? from + 1 : from };
}

/** Every word that holds `part` anywhere but at its beginning. */
export function findInside(lexicon: Lexicon, part: string): number[] {
  const { text, starts } = lexicon;
  const found: number[] = [];
  let word = 0;
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, starts[word])) {
    while ((starts[word + 1] ?? Number.POSITIVE_INFINITY) <= at) word += 1;
    if (starts[word] !== at) found.push(word);
    word += 1;
  }
  return found;
}

export function packLexicon(name: string, lexicon: Lexicon): Record<string, Column> {
  return {
    [`${name}.text`]: lexicon.text,
    [`${name}.starts`]: lexicon.starts,
    [`${name}.postingStarts`]: lexicon.postingStarts,
    [`${name}.postings`]: lexicon.postings,
  };
}

export function unpackLexicon(name: string, columns: Columns): Lexicon {
  return {
    text: columns.text(`${name}.text`),
    starts: columns.numbers(`${name}.starts`),
    postingStarts: columns.numbers(`${name}.postingStarts`),
    postings: columns.numbers(`${name}.postings`),
  };
}

/** The first word that is not before `key`. */
function lowerBound(lexicon: Lexicon, key: string): number {
  let low = 0;
  let high = wordCount(lexicon);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (wordAt(lexicon, middle) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
