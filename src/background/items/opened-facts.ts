/** What an opened item tells that its row does not. */
import type { OpenedItem } from '../../model/item.ts';
import type { IndexedItem } from './row-chunk.ts';

export function hasCode({ fields }: OpenedItem): boolean {
  return fields.some(({ type }) => type === 'totp');
}

/** Somebody has given it another name, login or address since the list was fetched. A shortcut's row is its own. */
export function isOutdated(row: IndexedItem, item: OpenedItem): boolean {
  if (row.shortcutId !== null) return false;
  return (
    row.name !== item.name ||
    row.login !== item.login ||
    row.urls.length !== item.urls.length ||
    row.urls.some((url, index) => url !== item.urls[index])
  );
}
