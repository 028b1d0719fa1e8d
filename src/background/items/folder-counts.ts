/** How many items each vault and folder holds, counted from the index alone. */
import type { WordIndex } from './item-index.ts';
import { findWord } from './lexicon.ts';
import { facet } from './search-texts.ts';
import type { Tree } from './tree.ts';

export type FolderCounts = {
  /** Items in the vault with all its folders. */
  ofVault(id: string): number;
  /** Items in the folder with all folders in it. */
  ofFolder(id: string): number;
};

export function countFolders(words: WordIndex, { folders }: Tree): FolderCounts {
  const own = (word: string): number => {
    const { from, to } = findWord(words.facets, word);
    const { postingStarts } = words.facets;
    return (postingStarts[to] ?? 0) - (postingStarts[from] ?? 0);
  };
  const byParent = new Map<string, string[]>();
  const vaultTotals = new Map<string, number>();
  for (const { id, parentId, vaultId } of folders) {
    if (parentId !== null) byParent.set(parentId, [...(byParent.get(parentId) ?? []), id]);
    vaultTotals.set(vaultId, (vaultTotals.get(vaultId) ?? 0) + own(facet.folder + id));
  }
  const totals = new Map<string, number>();
  const total = (id: string): number => {
    const known = totals.get(id);
    if (known !== undefined) return known;
    // Taken for now: folders that hold each other must not keep us going round.
    totals.set(id, 0);
    const sum = (byParent.get(id) ?? []).reduce(
      (all, child) => all + total(child),
      own(facet.folder + id),
    );
    totals.set(id, sum);
    return sum;
  };
  return {
    ofVault: (id) => own(facet.root + id) + (vaultTotals.get(id) ?? 0),
    ofFolder: total,
  };
}
