/** What lies where, asked of the index alone: vaults, folders, labels, and the items of one folder. */
import type {
  BrowseAnswer,
  BrowseRequest,
  FacetsAnswer,
  FolderRow,
} from '../../protocol/list-calls.ts';
import { countFolders, type FolderCounts } from './folder-counts.ts';
import type { WordIndex } from './item-index.ts';
import { docOf, findPrefix, findWord, wordAt } from './lexicon.ts';
import { facet, facetEnd, facetText } from './search-texts.ts';
import type { Tree } from './tree.ts';

const names = new Intl.Collator(undefined, { numeric: true });

/** Everything that a list can be narrowed by; vaults in the order of their names, labels by use. */
export function findFacets(words: WordIndex, tree: Tree): FacetsAnswer {
  const counts = countFolders(words, tree);
  return {
    vaults: tree.vaults
      .map(({ id, name, kind }) => ({ id, name, kind, count: counts.ofVault(id) }))
      .sort((a, b) => names.compare(a.name, b.name)),
    tags: words.tags
      .map((name) => ({
        name,
        count: docsOf(words, facet.tag + facetText(name) + facetEnd).length,
      }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count || names.compare(a.name, b.name)),
    colours: findColours(words),
  };
}

function findColours(words: WordIndex): FacetsAnswer['colours'] {
  const { from, to } = findPrefix(words.facets, facet.colour);
  const colours = [];
  for (let word = from; word < to; word++) {
    const text = wordAt(words.facets, word);
    const colour = Number.parseInt(text.slice(facet.colour.length), 10);
    colours.push({ colour, count: docsOf(words, text).length });
  }
  return colours.sort((a, b) => a.colour - b.colour);
}

/** The folders of one place, and the numbers of its own items in the order that was asked for. */
export type FolderContent = Pick<BrowseAnswer, 'path' | 'folders'> & { readonly docs: Uint32Array };

/** Null where the vault or folder is gone. */
export function findFolder(
  { words, tree, weights }: { words: WordIndex; tree: Tree; weights: ReadonlyMap<number, number> },
  { vaultId, folderId, sort }: Pick<BrowseRequest, 'vaultId' | 'folderId' | 'sort'>,
): FolderContent | null {
  const path = findPath(tree, vaultId, folderId);
  if (path === null) return null;
  const own = docsOf(words, folderId === null ? facet.root + vaultId : facet.folder + folderId);
  // Items are numbered by name, so that equal ones stay in the order of their names.
  const weightOf = (doc: number) =>
    sort === 'changed' ? (words.changed[doc] ?? 0) : (weights.get(doc) ?? 0);
  const docs = sort === 'name' ? own : own.sort((a, b) => weightOf(b) - weightOf(a) || a - b);
  const parent = folderId;
  const inside = tree.folders.filter(
    (folder) => folder.vaultId === vaultId && folder.parentId === parent,
  );
  return { path, folders: toRows(inside, countFolders(words, tree)), docs };
}

function toRows(folders: Tree['folders'], counts: FolderCounts): readonly FolderRow[] {
  return folders
    .map(({ id, name }) => ({ id, name, count: counts.ofFolder(id) }))
    .sort((a, b) => names.compare(a.name, b.name));
}

function findPath(
  tree: Tree,
  vaultId: string,
  folderId: string | null,
): BrowseAnswer['path'] | null {
  const vault = tree.vaults.find(({ id }) => id === vaultId);
  if (vault === undefined) return null;
  const byId = new Map(tree.folders.map((folder) => [folder.id, folder]));
  const path = [];
  const seen = new Set<string>();
  for (let at = folderId; at !== null && !seen.has(at); ) {
    seen.add(at);
    const folder = byId.get(at);
    if (folder === undefined || folder.vaultId !== vaultId) return null;
    path.unshift({ folderId: folder.id, name: folder.name });
    at = folder.parentId;
  }
  return [{ folderId: null, name: vault.name }, ...path];
}

/** Items of one facet, in ascending order. */
function docsOf({ facets }: WordIndex, word: string): Uint32Array {
  const { from, to } = findWord(facets, word);
  return facets.postings
    .subarray(facets.postingStarts[from], facets.postingStarts[to])
    .map((entry) => docOf(entry));
}
