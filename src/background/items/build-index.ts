/** Makes the index of rows, in slices. */
import { createWordCollector } from './index-words.ts';
import type { Head, WordIndex } from './item-index.ts';
import { hashText, placeOf } from './item-index.ts';
import type { IndexedItem, RowChunk } from './row-chunk.ts';
import { nameKey, searchTokens } from './search-texts.ts';
import { createPause, type Pause, sortedNumbers } from './slices.ts';

export type BuiltIndex = { readonly head: Head; readonly words: WordIndex };

/** Digits count as numbers: `srv-2` comes before `srv-10`. */
const nameOrder = new Intl.Collator(undefined, { numeric: true });

/** `chunks` in the order in which places count them. */
export async function buildIndex(
  chunks: readonly RowChunk[],
  pause: Pause = createPause(),
): Promise<BuiltIndex> {
  const words = createWordCollector();
  const names: string[] = [];
  const nameHashes: number[] = [];
  const idHashes: number[] = [];
  const places: number[] = [];
  const favourites: number[] = [];
  const changed: number[] = [];

  const add = (item: IndexedItem) => {
    // Items count in the order of their rows until all names are known.
    const doc = names.length;
    names.push(item.name);
    const name = searchTokens(item.name);
    nameHashes.push(hashText(nameKey(name)));
    idHashes.push(hashText(item.id));
    if (item.favourite) favourites.push(doc);
    changed.push(item.passwordChangedAt);
    words.add(item, doc, name);
  };

  for (const [chunkNumber, chunk] of chunks.entries()) {
    for (let row = 0; row < chunk.count; row++) {
      places.push(placeOf(chunkNumber, row));
      add(chunk.read(row));
      if ((row & 31) === 0) await pause();
    }
  }

  const compare = (a: number, b: number) => nameOrder.compare(names[a] ?? '', names[b] ?? '');
  const sorted = await sortedNumbers(names.length, compare, pause);
  const numbers = new Uint32Array(sorted.length);
  sorted.forEach((doc, number) => {
    numbers[doc] = number;
  });
  const inOrder = (values: readonly number[]) => sorted.map((doc) => values[doc] ?? 0);
  const { sites, ...lexicons } = await words.finish(numbers, pause);
  return {
    head: {
      size: names.length,
      places: inOrder(places),
      idHashes: inOrder(idHashes),
      favourites: Uint32Array.from(favourites, (doc) => numbers[doc] ?? 0).sort(),
      sites,
    },
    words: { ...lexicons, nameHashes: inOrder(nameHashes), changed: inOrder(changed) },
  };
}
