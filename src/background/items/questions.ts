/** What the index is asked; every answer comes from memory and the encrypted chunks, never from the server. */
import { isSameRow, type RowRef } from '../../protocol/item-calls.ts';
import type {
  BrowseAnswer,
  BrowseRequest,
  FacetsAnswer,
  FindAnswer,
  IndexState,
  ItemRow,
} from '../../protocol/list-calls.ts';
import { findFacets, findFolder } from './browse.ts';
import type { Catalogue } from './catalogue.ts';
import type { KnownSites } from './known-sites.ts';
import { gradeItem, isHostAndPort } from './match-site.ts';
import { fullHost } from './readable-host.ts';
import type { IndexedItem } from './row-chunk.ts';
import type { ItemRuling } from './ruled-docs.ts';
import { toRow, toSections, withoutTwins } from './shown-rows.ts';
import { type PageSite, parsePage } from './site.ts';
import type { TreeKeeper } from './tree-keeper.ts';

export type FindInIndex = {
  readonly query: string;
  /** Address of the tab whose site comes first; null where there is none. */
  readonly page: string | null;
  readonly offset: number;
  readonly limit: number;
};

export type Questions = {
  find(request: FindInIndex): Promise<FindAnswer>;
  /** What a list can be narrowed by. */
  facets(): Promise<FacetsAnswer>;
  /** Null where the vault or folder is gone. */
  browse(request: BrowseRequest): Promise<BrowseAnswer | null>;
  /** The first 100 rows that belong to this page, best first; none for pages that can't be filled. */
  matching(pageUrl: string): Promise<readonly ItemRow[]>;
  matches(ref: RowRef, pageUrl: string): Promise<boolean>;
  /** Those of them that have an address on the very host and port of the page. */
  ofHostAndPort(pageUrl: string): Promise<readonly ItemRow[]>;
  row(id: string, shortcutId: string | null): Promise<ItemRow | null>;
  /** All that the index keeps of it. */
  indexed(ref: RowRef): Promise<IndexedItem | null>;
  /** See `known-sites.ts`; true where the item was never used. */
  knowsAddress(ref: RowRef, pageUrl: string): Promise<boolean>;
};

/** Asks the catalogue in use; null where there is none. `lost` asks again, without chunks that are damaged. */
export type Ask = <T>(question: (from: Catalogue) => Promise<T | 'lost'>) => Promise<T | null>;

type Dependencies = {
  readonly ask: Ask;
  readonly restore: () => Promise<boolean>;
  readonly state: () => IndexState;
  readonly tree: TreeKeeper;
  readonly knownSites: KnownSites;
  readonly rules: ItemRuling;
};

/** A domain may be that of half the company's items, and every tab that comes to the front asks. */
const mostMatching = 100;

export function createQuestions(deps: Dependencies): Questions {
  const { ask, tree, rules, knownSites } = deps;

  async function findItem(row: RowRef): Promise<IndexedItem | null> {
    const candidates = await ask((from) => readDocs(from.docsOfId(row.id))(from));
    return candidates?.find((item) => isSameRow(item, row)) ?? null;
  }

  /** The first that belong to the page, best first. */
  async function itemsOf(page: PageSite | null): Promise<readonly IndexedItem[]> {
    if (page === null) return [];
    const items = await ask(async (from) =>
      readDocs((await from.siteDocs(page)).slice(0, mostMatching))(from),
    );
    return items ?? [];
  }

  return {
    async find({ query, page: address, offset, limit }) {
      const page = address === null ? null : parsePage(address);
      const answer = await ask(async (from) => {
        const found = await from.find(query, page);
        if (found === null) return 'lost';
        const items = await readDocs(found.page(offset, limit))(from);
        return items === 'lost' ? items : { found, items };
      });
      return {
        rows: answer?.items.map(toRow) ?? [],
        matching: answer?.found.matching ?? 0,
        total: answer?.found.total ?? 0,
        sections: toSections(answer?.found.sections ?? []),
        site: page === null ? '' : fullHost(page.host),
        index: deps.state(),
      };
    },

    async facets() {
      const found = await ask(async (from) => {
        const words = await from.words();
        return words === null ? 'lost' : findFacets(words, await tree.read());
      });
      return found ?? { vaults: [], tags: [], colours: [] };
    },

    browse: (request) =>
      ask(async (from) => {
        const words = await from.words();
        if (words === null) return 'lost';
        const found = findFolder(
          { words, tree: await tree.read(), weights: from.weights() },
          request,
        );
        if (found === null) return null;
        const { docs, ...place } = found;
        const shown = docs.subarray(request.offset, request.offset + request.limit);
        const items = await readDocs(shown)(from);
        return items === 'lost'
          ? items
          : { ...place, rows: items.map(toRow), total: docs.length, index: deps.state() };
      }),

    async matching(pageUrl) {
      return withoutTwins((await itemsOf(parsePage(pageUrl))).map(toRow));
    },

    async ofHostAndPort(pageUrl) {
      const page = parsePage(pageUrl);
      const items = await itemsOf(page);
      const own = items.filter(({ urls }) => page !== null && isHostAndPort(urls, page));
      return withoutTwins(own.map(toRow));
    },

    async matches(ref, pageUrl) {
      const page = parsePage(pageUrl);
      const item = page === null ? null : await findItem(ref);
      if (page === null || item === null) return false;
      return gradeItem(item.urls, page, rules.ofItems().get(ref.id)) !== null;
    },

    async knowsAddress({ id }, pageUrl) {
      await deps.restore();
      return knownSites.knows(id, pageUrl, rules.ofItems().get(id));
    },

    indexed: findItem,

    async row(id, shortcutId) {
      const item = await findItem({ id, shortcutId });
      return item === null ? null : toRow(item);
    },
  };
}

/** Reads the rows of these documents. */
export function readDocs(docs: Iterable<number>) {
  return async (from: Catalogue) => {
    const read = await from.read(docs);
    return 'lost' in read ? ('lost' as const) : read.items;
  };
}
