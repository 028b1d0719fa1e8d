/**
 * Opened items, for as long as somebody looks at one: a view, its reveals and its copies are one
 * fetch, so the server's audit log says what happened. In memory only; a dead worker forgets.
 */
import type { OpenedItem } from '../../model/item.ts';
import type { Passwork } from '../../passwork/index.ts';
import type { ItemRef } from '../../protocol/item-calls.ts';

export type OpenedItems = {
  /** Decrypts an item. Throws what the connector throws. */
  open(ref: ItemRef): Promise<OpenedItem>;
  /** Forgets them all. */
  wipe(): void;
};

type Dependencies = {
  readonly use: <T>(work: (client: Passwork) => Promise<T>) => Promise<T>;
  readonly now: () => number;
};

/** An item stays opened this long (ms) after it was fetched. */
const keepFor = 60_000;
const keepMost = 4;

export function createOpenedItems({ use, now }: Dependencies): OpenedItems {
  const kept = new Map<string, { readonly item: Promise<OpenedItem>; readonly until: number }>();

  return {
    open(ref) {
      const key = `${ref.kind}:${ref.id}`;
      for (const [each, { until }] of kept) if (until <= now()) kept.delete(each);
      const known = kept.get(key);
      if (known !== undefined) return known.item;
      const item = use((client) => fetchItem(client, ref));
      kept.set(key, { item, until: now() + keepFor });
      const [oldest] = kept.keys();
      if (kept.size > keepMost && oldest !== undefined) kept.delete(oldest);
      item.catch(() => kept.delete(key));
      return item;
    },
    wipe() {
      kept.clear();
    },
  };
}

function fetchItem(client: Passwork, ref: ItemRef): Promise<OpenedItem> {
  switch (ref.kind) {
    case 'item':
      return client.openItem(ref.id);
    case 'shortcut':
      return client.openShortcut(ref.id);
    case 'inbox':
      return client.openInboxItem(ref.id);
  }
}
