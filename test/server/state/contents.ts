import { placeKey, placesOf } from './places.ts';
import { canRead, seesItem } from './rights.ts';
import type { Folder, Item, Shortcut, State, User } from './state.ts';

/** A row of a list: an item where it lives, or a shortcut to it. */
export type Row = { readonly item: Item; readonly shortcut?: Shortcut };

/** What lies directly in a place: the root of a vault, or a folder. Items first, then shortcuts. */
export function rowsIn(
  state: State,
  user: User,
  place: { vaultId: string; folderId: string | null },
): Row[] {
  const { items, shortcuts } = placesOf(state);
  const key = placeKey(place);
  const rows: Row[] = [];
  for (const item of items.get(key) ?? []) if (seesItem(state, user, item)) rows.push({ item });
  for (const shortcut of shortcuts.get(key) ?? []) {
    const item = state.items.get(shortcut.itemId);
    if (item && canRead(state, user, shortcut.vaultId)) rows.push({ item, shortcut });
  }
  return rows;
}

/** Every row of the vaults a user sees that satisfies `keep`. */
export function allRows(state: State, user: User, keep: (row: Row) => boolean): Row[] {
  const rows: Row[] = [];
  for (const item of state.items.values()) {
    const row = { item };
    if (keep(row) && seesItem(state, user, item)) rows.push(row);
  }
  for (const shortcut of state.shortcuts.values()) {
    const item = state.items.get(shortcut.itemId);
    if (!item) continue;
    const row = { item, shortcut };
    if (keep(row) && canRead(state, user, shortcut.vaultId)) rows.push(row);
  }
  return rows;
}

/** Every folder of a vault, whatever its depth. */
export function foldersOf(state: State, vaultId: string): Folder[] {
  return [...state.folders.values()].filter((folder) => folder.vaultId === vaultId);
}

export function foldersIn(state: State, vaultId: string, parentId: string | null): Folder[] {
  return [...state.folders.values()].filter(
    (folder) => folder.vaultId === vaultId && folder.parentId === parentId,
  );
}

/** Tags and colours in use, each once, in the order of their first use. */
export function labelsOf(items: readonly Item[]): { tags: string[]; colours: number[] } {
  const tags = new Set<string>();
  const colours = new Set<number>();
  for (const item of items) {
    for (const tag of item.tags ?? []) tags.add(tag);
    if (item.colour) colours.add(item.colour);
  }
  return { tags: [...tags], colours: [...colours] };
}
