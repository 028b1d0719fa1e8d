/** What is shown of the items found. */
import type { FindAnswer, ItemRow } from '../../protocol/list-calls.ts';
import type { Found } from './rank.ts';
import type { IndexedItem } from './row-chunk.ts';

/** A shortcut beside its own item would be offered twice with the same login: the item stays. */
export function withoutTwins(rows: readonly ItemRow[]): readonly ItemRow[] {
  const originals = new Set(rows.filter((row) => row.shortcutId === null).map(({ id }) => id));
  const seen = new Set<string>();
  return rows.filter(({ id, shortcutId }) => {
    if (seen.has(id) || (shortcutId !== null && originals.has(id))) return false;
    seen.add(id);
    return true;
  });
}

/** Without the empty ones. */
export function toSections(counts: Found['sections']): FindAnswer['sections'] {
  return counts.filter(([, count]) => count > 0).map(([kind, count]) => ({ kind, count }));
}

export function toRow(item: IndexedItem): ItemRow {
  const { id, shortcutId, name, login, host, colour, favourite, path } = item;
  return { id, shortcutId, name, login, host, colour, favourite, path };
}
