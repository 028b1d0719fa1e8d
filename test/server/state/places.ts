import type { Item, Shortcut, State } from './state.ts';

export type Counts = { folders: number; items: number; shortcuts: number };

/** What lies where, gathered once: going through 100,000 items for each folder would take minutes. */
export type Places = {
  readonly items: ReadonlyMap<string, readonly Item[]>;
  readonly shortcuts: ReadonlyMap<string, readonly Shortcut[]>;
  /** By id: a vault counts all it holds, a folder what lies directly in it. */
  readonly counts: ReadonlyMap<string, Counts>;
};

const known = new WeakMap<State, { places: Places; size: number }>();

export function placeKey(place: { vaultId: string; folderId: string | null }): string {
  return `${place.vaultId}/${place.folderId ?? ''}`;
}

export function placesOf(state: State): Places {
  const size = sizeOf(state);
  const found = known.get(state);
  if (found?.size === size) return found.places;
  const places = gather(state);
  known.set(state, { places, size });
  return places;
}

/** To be called after every request that may have put something elsewhere. */
export function forgetPlaces(state: State): void {
  known.delete(state);
}

/** Tests add things behind the back of the routes; a changed amount shows that. */
function sizeOf({ folders, items, shortcuts }: State): number {
  return folders.size + items.size + shortcuts.size;
}

function gather(state: State): Places {
  const items = new Map<string, Item[]>();
  const shortcuts = new Map<string, Shortcut[]>();
  const counts = new Map<string, Counts>();
  const count = (id: string | null, kind: keyof Counts) => {
    if (id === null) return;
    const own = counts.get(id) ?? { folders: 0, items: 0, shortcuts: 0 };
    own[kind] += 1;
    counts.set(id, own);
  };
  for (const folder of state.folders.values()) {
    count(folder.vaultId, 'folders');
    count(folder.parentId, 'folders');
  }
  for (const item of state.items.values()) {
    addTo(items, placeKey(item), item);
    count(item.vaultId, 'items');
    count(item.folderId, 'items');
  }
  for (const shortcut of state.shortcuts.values()) {
    addTo(shortcuts, placeKey(shortcut), shortcut);
    count(shortcut.vaultId, 'shortcuts');
    count(shortcut.folderId, 'shortcuts');
  }
  return { items, shortcuts, counts };
}

function addTo<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
