/** One state of the index, and the questions it answers. A refresh replaces it as a whole. */
import type { ChunkRef } from './index-store.ts';
import { chunkOf, type Head, hashText, rowOf, type WordIndex } from './item-index.ts';
import type { Grade } from './match-site.ts';
import { splitQuery } from './parse-query.ts';
import { type Found, rankAll } from './rank.ts';
import type { IndexedItem } from './row-chunk.ts';
import type { Rows } from './rows.ts';
import { findRuledDocs, type ItemRules, type RuledDocs } from './ruled-docs.ts';
import { createSearch, type Search } from './search.ts';
import type { PageSite } from './site.ts';
import { findSiteDocs } from './site-docs.ts';
import { findUsed, type UsedDocs, type Uses } from './uses.ts';

export type Catalogue = {
  readonly head: Head;
  readonly refs: readonly ChunkRef[];
  /** Null where it was damaged in the store. */
  words(): Promise<WordIndex | null>;
  /** The whole answer. Null where it needs words and there are none. */
  find(query: string, page: PageSite | null): Promise<Found | null>;
  /** Numbers of the items of a page's site, best first. */
  siteDocs(page: PageSite): Promise<readonly number[]>;
  /** How much each item is used; items that never were are left out. */
  weights(): ReadonlyMap<number, number>;
  /** Numbers of the items with this id, and a few others by chance. */
  docsOfId(id: string): readonly number[];
  /** The items, or the chunks that were lost with them. */
  read(docs: Iterable<number>): Promise<{ items: IndexedItem[] } | { lost: readonly ChunkRef[] }>;
};

export type CatalogueParts = {
  readonly head: Head;
  readonly refs: readonly ChunkRef[];
  /** Reads them at the first call. */
  readonly words: () => Promise<WordIndex | null>;
  readonly rows: Rows;
  readonly uses: Uses;
  /** The same map as long as nothing in it changes. */
  readonly rules: () => ItemRules;
  /** Ids of items whose password was seen at another one too. */
  readonly reused: () => Promise<readonly string[]>;
  readonly now: () => number;
};

const noGrades: ReadonlyMap<number, Grade | null> = new Map();

/** Milliseconds. */
const readAhead = 30;

export function createCatalogue(parts: CatalogueParts): Catalogue {
  const { head, refs, words, rows, uses, rules, reused, now } = parts;
  let search: Search | null = null;
  let usedDocs: { version: number; docs: UsedDocs } | null = null;
  let ruledDocs: { rules: ItemRules; version: number; docs: Promise<RuledDocs> } | null = null;
  /** A list that is scrolled asks for its next page with the same question. */
  let last: { question: string; found: Found } | null = null;

  function used(): UsedDocs {
    if (usedDocs?.version !== uses.version()) {
      usedDocs = { version: uses.version(), docs: findUsed(head, uses.all(), now()) };
    }
    return usedDocs.docs;
  }

  function ruled(): { version: number; docs: Promise<RuledDocs> } {
    const inForce = rules();
    if (ruledDocs?.rules !== inForce) {
      const version = (ruledDocs?.version ?? 0) + 1;
      const docs = findRuledDocs(inForce, { docsOfId, read: readOne });
      ruledDocs = { rules: inForce, version, docs };
    }
    return ruledDocs;
  }

  async function siteDocs(page: PageSite): Promise<readonly number[]> {
    const graded = rules().size === 0 ? noGrades : (await ruled().docs).grade(page);
    return findSiteDocs(head, page, { weights: used().weights, ruled: graded });
  }

  function docsOfId(id: string): readonly number[] {
    const hash = hashText(id);
    const docs: number[] = [];
    const { idHashes } = head;
    for (let doc = idHashes.indexOf(hash); doc !== -1; doc = idHashes.indexOf(hash, doc + 1)) {
      docs.push(doc);
    }
    return docs;
  }

  async function read(docs: Iterable<number>) {
    const places = Array.from(docs, (doc) => head.places[doc] ?? 0);
    const numbers = new Set(places.map(chunkOf));
    const lost = await rows.load(refs.filter((_, number) => numbers.has(number)));
    if (lost.length > 0) return { lost };
    return {
      items: places.flatMap((place) => {
        const ref = refs[chunkOf(place)];
        const chunk = ref === undefined ? null : rows.get(ref);
        return chunk === null ? [] : [chunk.read(rowOf(place))];
      }),
    };
  }

  /** Those and no others: a hash may fit by chance. */
  async function docsOfIds(ids: readonly string[]): Promise<ReadonlySet<number>> {
    const docs = new Set<number>();
    for (const id of ids) {
      for (const doc of docsOfId(id)) if ((await readOne(doc))?.id === id) docs.add(doc);
    }
    return docs;
  }

  async function readOne(doc: number): Promise<IndexedItem | null> {
    const answer = await read([doc]);
    return 'lost' in answer ? null : (answer.items[0] ?? null);
  }

  return {
    head,
    refs,
    words,
    siteDocs,
    weights: () => used().weights,

    async find(query, page) {
      const { version } = ruled();
      const twice = splitQuery(query).reused ? await reused() : [];
      const question = JSON.stringify([query.trim(), page, uses.version(), version, twice]);
      if (last?.question === question) return last.found;
      const { used: inUse, recent, coded } = used();
      const site = page === null ? [] : await siteDocs(page);
      const likely = { site, used: inUse, recent, coded, reused: await docsOfIds(twice) };
      let found: Found;
      if (query.trim() === '') {
        found = rankAll(null, { ...head, likely });
        // The list goes first, and by the time that somebody has typed a letter the words are there.
        if (search === null) setTimeout(words, readAhead);
      } else {
        const index = await words();
        if (index === null) return null;
        search ??= createSearch(head, index);
        found = search(query, likely);
      }
      last = { question, found };
      return found;
    },

    docsOfId,
    read,
  };
}
