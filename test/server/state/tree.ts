import type { Folder, Item, Shortcut, State } from './state.ts';

export type Subtree = {
  /** The folder itself first, then all below it. */
  readonly folders: readonly Folder[];
  readonly items: readonly Item[];
  readonly shortcuts: readonly Shortcut[];
};

/** A folder with everything in it and below it. */
export function subtreeOf(state: State, folder: Folder): Subtree {
  const folders = [folder];
  // The list grows while it is walked, so children of children are found too.
  for (const above of folders) {
    for (const each of state.folders.values()) if (each.parentId === above.id) folders.push(each);
  }
  const ids = new Set<string | null>(folders.map(({ id }) => id));
  return {
    folders,
    items: [...state.items.values()].filter(({ folderId }) => ids.has(folderId)),
    shortcuts: [...state.shortcuts.values()].filter(({ folderId }) => ids.has(folderId)),
  };
}

/** Whether `inner` is the folder itself or lies anywhere below it. */
export function isWithin({ folders }: State, outer: string, inner: string): boolean {
  for (let id: string | null = inner; id !== null; id = folders.get(id)?.parentId ?? null) {
    if (id === outer) return true;
  }
  return false;
}

/** Takes an item away, with the shortcuts to it and its copies in inboxes. */
export function removeItem(state: State, id: string): void {
  state.items.delete(id);
  state.history.delete(id);
  for (const shortcut of state.shortcuts.values()) {
    if (shortcut.itemId === id) state.shortcuts.delete(shortcut.id);
  }
  for (const entry of state.inbox.values()) {
    if (entry.itemId === id) state.inbox.delete(entry.id);
  }
}

export function removeFolder(state: State, folder: Folder): void {
  const { folders, items, shortcuts } = subtreeOf(state, folder);
  for (const { id } of items) removeItem(state, id);
  for (const { id } of shortcuts) state.shortcuts.delete(id);
  for (const { id } of folders) state.folders.delete(id);
}

export function removeVault(state: State, vaultId: string): void {
  for (const item of state.items.values()) {
    if (item.vaultId === vaultId) removeItem(state, item.id);
  }
  for (const shortcut of state.shortcuts.values()) {
    if (shortcut.vaultId === vaultId) state.shortcuts.delete(shortcut.id);
  }
  for (const folder of state.folders.values()) {
    if (folder.vaultId === vaultId) state.folders.delete(folder.id);
  }
  state.vaults.delete(vaultId);
}
