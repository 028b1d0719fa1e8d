import type { ItemSummary, Vault } from '../../model/item.ts';
import { mapConcurrently } from '../concurrent.ts';
import type { Caller } from '../http/call.ts';
import { checkId, orRefused } from '../input.ts';
import type { ListCalls } from '../list-calls.ts';
import { once } from '../once.ts';
import type { CallOptions, ListingOptions, Search } from '../passwork.ts';
import { toQuery } from '../query.ts';
import { unsupported } from '../unsupported.ts';
import {
  parseFolder,
  parseItems,
  parseSummary,
  parseVault,
  parseVaultType,
  type VaultType,
} from './parse.ts';
import { hasWords, toHost, toServerWords, urlsMatch } from './search.ts';

/** Everything that answers with lists (sections 2b.4 to 2b.6): nothing here is secret. */
export function createListCalls(call: Caller): ListCalls {
  const types = new Map<'all', Promise<VaultType[]>>();

  const get = <T>(path: string[], parse: (entry: unknown) => T, options: ListOptions = {}) =>
    call({
      method: 'GET',
      path,
      query: options.query ?? '',
      parse: parseItems(parse),
      signal: options.signal,
    });
  /** Servers without types of vaults do not know the call; then every vault is the company's. */
  const fetchTypes = () =>
    once(
      types,
      'all',
      async () => (await orRefused(get(['vault-types', 'all'], parseVaultType))) ?? [],
    );

  async function vaults({ signal }: CallOptions = {}): Promise<Vault[]> {
    const [rows, known] = await Promise.all([
      get(['vaults'], parseVault, { signal }),
      fetchTypes(),
    ]);
    const isPrivate = (typeId: string) =>
      known.some(({ id, code }) => id === typeId && code !== 'company');
    return rows.map(({ id, name, typeId }) => ({
      id,
      name,
      kind: isPrivate(typeId) ? 'private' : 'company',
    }));
  }

  /** Items of a vault with its subfolders, and the shortcuts that live there. */
  async function itemsOf(
    vaultId: string,
    { signal, onProgress }: ListingOptions,
  ): Promise<ItemSummary[]> {
    const query = toQuery({ vaultId: checkId(vaultId) });
    const [items, shortcuts] = await Promise.all([
      get(['items'], parseSummary, { query, signal }),
      orRefused(
        get(['shortcuts', 'search'], parseSummary, {
          query: toQuery({ vaultIds: [vaultId] }),
          signal,
        }),
      ),
    ]);
    // Not every server minds the filter.
    const rows = [...items, ...(shortcuts ?? []).filter((row) => row.vaultId === vaultId)];
    // The server gives a vault in one answer, so that there is one thing to tell.
    onProgress?.(rows.length);
    return rows;
  }

  const folders: ListCalls['folders'] = async (vaultId, { signal } = {}) =>
    get(['folders'], parseFolder, { query: toQuery({ vaultId: checkId(vaultId) }), signal });

  /** What has no list of its own is gathered vault by vault. */
  async function everything(options: CallOptions = {}): Promise<ItemSummary[]> {
    const rows = await get(['vaults'], parseVault, options);
    return (await mapConcurrently(rows, ({ id }) => itemsOf(id, options))).flat();
  }

  async function search(query: Search, { signal }: CallOptions = {}): Promise<ItemSummary[]> {
    const options = { query: toQuery(toServerWords(query)), signal };
    const [items, shortcuts, inbox] = await Promise.all([
      get(['items', 'search'], parseSummary, options),
      query.includeShortcuts ? orRefused(get(['shortcuts', 'search'], parseSummary, options)) : [],
      query.includeShared ? orRefused(get(['inbox-items'], parseSummary, { signal })) : [],
    ]);
    // The inbox cannot be searched on the server.
    const received = (inbox ?? []).filter((row) => hasWords(row, query));
    return [...items, ...(shortcuts ?? []), ...received];
  }

  return {
    vaults,
    folders,
    searchFolders: async ({ query, vaultId }, { signal } = {}) =>
      get(['folders', 'search'], parseFolder, { query: toQuery({ query, vaultId }), signal }),
    search,
    async vaultContent(vaultId, options = {}) {
      const [found, items] = await Promise.all([
        folders(vaultId, options),
        itemsOf(vaultId, options),
      ]);
      return { folders: found, items };
    },
    async items({ vaultId, folderId }, options = {}) {
      const all = await itemsOf(vaultId, options);
      return folderId === undefined ? all : all.filter((row) => row.folderId === folderId);
    },
    async searchByUrl(url, options) {
      const host = toHost(url);
      if (host === null) return [];
      const found = await search(
        { query: host.split('.').slice(-2).join('.'), includeShared: true, includeShortcuts: true },
        options,
      );
      return found.filter((row) => urlsMatch(row.urls, host));
    },
    recent: () => unsupported('recently used items'),
    favourites: async (options) => (await everything(options)).filter((row) => row.favourite),
    tags: async (options) => [...new Set((await everything(options)).flatMap(({ tags }) => tags))],
    colours: async (options) => [
      ...new Set((await everything(options)).map(({ colour }) => colour).filter((one) => one > 0)),
    ],
  };
}

type ListOptions = { readonly query?: string; readonly signal?: AbortSignal | undefined };
