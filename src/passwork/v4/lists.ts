import type { Caller } from '../http/call.ts';
import { checkId } from '../input.ts';
import { readInteger, readList, readWords } from '../json.ts';
import type { ListCalls } from '../list-calls.ts';
import type { CallOptions, Search } from '../passwork.ts';
import { parseFolders, parseFound, parseSummaries, parseVault } from './parse.ts';
import { walkVault } from './walk-vault.ts';

/** Everything that answers with lists: nothing here is secret, and nothing is decrypted. */
export function createListCalls(call: Caller): ListCalls {
  const getList = <T>(path: string[], parse: (data: unknown) => T, options: CallOptions = {}) =>
    call({ method: 'GET', path, parse, signal: options.signal });
  const post = (path: string[], body: unknown, options: CallOptions = {}) =>
    call({ method: 'POST', path, body, parse: parseFound, signal: options.signal });

  return {
    vaults: (options) =>
      getList(['vaults', 'list'], (data) => readList(data, 'vaults', parseVault), options),
    folders: async (vaultId, { signal } = {}) =>
      (await walkVault(call, { vaultId, withItems: false, signal })).folders,
    searchFolders: async ({ query, vaultId }, { signal } = {}) => {
      const body = { query, ...(vaultId !== undefined && { vaultId }) };
      const rows = await call({
        method: 'POST',
        path: ['folders', 'search'],
        body,
        parse: parseFolders,
        signal,
      });
      return rows.map((row) => row.folder);
    },
    vaultContent: (vaultId, { signal, onProgress } = {}) =>
      walkVault(call, { vaultId, withItems: true, signal, onProgress }),
    async items({ vaultId, folderId }, { onProgress, ...options } = {}) {
      if (folderId === undefined) {
        const { signal } = options;
        return (await walkVault(call, { vaultId, withItems: true, signal, onProgress })).items;
      }
      const path =
        folderId === null ? ['vaults', checkId(vaultId)] : ['folders', checkId(folderId)];
      const rows = await getList([...path, 'passwords'], parseSummaries, options);
      onProgress?.(rows.length);
      return rows;
    },
    search: (query, options) => post(['passwords', 'search'], toSearchBody(query), options),
    searchByUrl: (url, options) =>
      post(
        ['passwords', 'searchByUrl'],
        { url, includeShared: true, includeShortcuts: true },
        options,
      ),
    recent: (options) => getList(['passwords', 'recent'], parseSummaries, options),
    favourites: (options) => getList(['passwords', 'favorite'], parseSummaries, options),
    tags: (options) => getList(['vaults', 'tags'], (data) => readWords(data, 'tags'), options),
    colours: (options) =>
      getList(
        ['vaults', 'colors'],
        (data) => readList(data, 'colours', (colour) => readInteger({ colour }, 'colour')),
        options,
      ),
  };
}

/** Empty lists and null mean "no filter" (section 2.5 of the protocol notes). */
function toSearchBody(query: Search) {
  return {
    query: query.query ?? '',
    tags: query.tags ?? [],
    colors: query.colours ?? [],
    vaultId: query.vaultId ?? null,
    includeShared: query.includeShared ?? false,
    includeShortcuts: query.includeShortcuts ?? false,
  };
}
