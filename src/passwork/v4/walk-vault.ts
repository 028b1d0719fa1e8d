import type { Folder, ItemSummary } from '../../model/item.ts';
import { mapConcurrently } from '../concurrent.ts';
import type { Caller } from '../http/call.ts';
import { checkId, orRefused } from '../input.ts';
import { badAnswer, get, readRecord } from '../json.ts';
import { type FolderRow, parseFolders, parseSummaries } from './parse.ts';

/** No person nests deeper; a server that keeps inventing subfolders must not keep us busy for ever. */
const deepestLevel = 64;

type Rows = { readonly folders: readonly FolderRow[]; readonly items: readonly ItemSummary[] };

export type Walk = {
  readonly vaultId: string;
  readonly withItems: boolean;
  readonly signal: AbortSignal | undefined;
  /** Hears how many items have come so far. */
  readonly onProgress?: ((items: number) => void) | undefined;
};

/**
 * All folders of a vault and, where asked for, all items. `fullInfo` gives the root, on some servers
 * more; the rest is fetched folder by folder, level by level, where the counts in a folder do not say
 * that nothing is missing. A folder that vanished or is closed to the user is passed over.
 */
export async function walkVault(
  call: Caller,
  walk: Walk,
): Promise<{ folders: Folder[]; items: ItemSummary[] }> {
  const { signal, withItems, onProgress = () => {} } = walk;
  const folders = new Map<string, FolderRow>();
  const items = new Map<string, ItemSummary>();
  const visited = new Set<string>();
  const add = (rows: Rows) => {
    for (const row of rows.folders) folders.set(row.folder.id, row);
    for (const item of rows.items) items.set(`${item.id} ${item.shortcutId ?? ''}`, item);
  };
  const visit = async (row: FolderRow, known: Known): Promise<Rows> => {
    const { id } = row.folder;
    const rowsOf = <T>(what: string, parse: (data: unknown) => T[]) =>
      orRefused(call({ method: 'GET', path: ['folders', id, what], parse, signal }));
    const [subfolders, contained] = await Promise.all([
      isComplete(row.folders, known.folders.get(id)) ? null : rowsOf('children', parseFolders),
      !withItems || isComplete(row.items, known.items.get(id))
        ? null
        : rowsOf('passwords', parseSummaries),
    ]);
    return { folders: subfolders ?? [], items: contained ?? [] };
  };

  const path = ['vaults', checkId(walk.vaultId), 'fullInfo'];
  add(await call({ method: 'GET', path, parse: parseFullInfo, signal }));
  onProgress(items.size);
  for (let level = 0; visited.size < folders.size; level++) {
    if (level > deepestLevel) throw badAnswer('folder tree');
    const rows = [...folders.values()].filter(({ folder }) => !visited.has(folder.id));
    for (const { folder } of rows) visited.add(folder.id);
    const known = countKnown(folders, items);
    let read = items.size;
    const found = await mapConcurrently(rows, async (row) => {
      const contained = await visit(row, known);
      read += contained.items.length;
      onProgress(read);
      return contained;
    });
    for (const contained of found) add(contained);
  }
  return {
    folders: [...folders.values()].map((row) => row.folder),
    items: withItems ? [...items.values()] : [],
  };
}

type Counts = ReadonlyMap<string, number>;
type Known = { readonly folders: Counts; readonly items: Counts };

function countKnown(
  folders: ReadonlyMap<string, FolderRow>,
  items: ReadonlyMap<string, ItemSummary>,
): Known {
  return {
    folders: countBy([...folders.values()].map((row) => row.folder.parentId)),
    items: countBy([...items.values()].map((item) => item.folderId)),
  };
}

function countBy(parents: readonly (string | null)[]): Counts {
  const counts = new Map<string, number>();
  for (const id of parents) if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** `said` is the folder's own count of what lies directly in it, null where it does not tell. */
function isComplete(said: number | null, known = 0): boolean {
  return said !== null && known >= said;
}

/** Either list may be missing. */
function parseFullInfo(data: unknown): Rows {
  const info = readRecord(data, 'vault content');
  return {
    folders: parseFolders(get(info, 'folders')),
    items: parseSummaries(get(info, 'passwords')),
  };
}
