/** Keeps the tree up to date, and in the store. */
import type { Folder, Vault } from '../../model/item.ts';
import type { IndexStore } from './index-store.ts';
import type { Tree } from './tree.ts';

export type TreeKeeper = {
  /** Reads back at the first call what an earlier worker left. */
  read(): Promise<Tree>;
  /** The vaults there are now; folders of any other are forgotten. */
  list(vaults: readonly Vault[]): void;
  /** All folders of one vault. */
  put(vaultId: string, folders: readonly Folder[]): void;
  /** Writes it where it has changed. */
  save(): Promise<void>;
  clear(): void;
};

const none: Tree = { vaults: [], folders: [] };

export function createTreeKeeper(store: Pick<IndexStore, 'readTree' | 'saveTree'>): TreeKeeper {
  let tree = none;
  let reading: Promise<void> | null = null;
  let saved = '';

  async function readBack(): Promise<void> {
    const before = tree;
    const found = await store.readTree();
    // What came or was cleared meanwhile is newer.
    if (found === null || tree !== before) return;
    tree = found;
    saved = JSON.stringify(found);
  }

  return {
    async read() {
      reading ??= readBack();
      await reading;
      return tree;
    },
    list(vaults) {
      const ids = new Set(vaults.map(({ id }) => id));
      tree = { vaults, folders: tree.folders.filter(({ vaultId }) => ids.has(vaultId)) };
    },
    put(vaultId, folders) {
      const others = tree.folders.filter((folder) => folder.vaultId !== vaultId);
      tree = { vaults: tree.vaults, folders: [...others, ...folders] };
    },
    async save() {
      const text = JSON.stringify(tree);
      if (text === saved) return;
      saved = text;
      await store.saveTree(tree);
    },
    clear() {
      tree = { ...none };
      reading = null;
      saved = '';
    },
  };
}
