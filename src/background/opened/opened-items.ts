/**
 * Opened items, for as long as somebody looks at one: a view, its reveals and its copies are one
 * fetch, so the server's audit log says what happened. In memory only; a dead worker forgets.
 */
import type { OpenedItem } from '../../model/item.ts';
import type { DownloadedAttachment, Passwork } from '../../passwork/index.ts';
import type { ItemRef } from '../../protocol/item-calls.ts';
import { checkPermit, type Permit } from '../fill/authorise.ts';

export type OpenedItems = {
  /** Decrypts the item of a permit. Throws what the connector throws. */
  open(permit: Permit): Promise<OpenedItem>;
  /** The same, as it is on the server now. */
  reopen(permit: Permit): Promise<OpenedItem>;
  /** A former state of it, fetched each time. */
  former(permit: Permit, snapshotId: string): Promise<OpenedItem>;
  /** One attachment of it. */
  attachment(permit: Permit, attachmentId: string): Promise<DownloadedAttachment>;
  /** Forgets them all. Whoever changes an item calls it too: a shortcut to it may be opened under a name of its own. */
  wipe(): void;
};

type Dependencies = {
  readonly use: <T>(work: (client: Passwork) => Promise<T>) => Promise<T>;
  readonly now: () => number;
  /** An item has come from the server. */
  readonly onFetched: (item: OpenedItem, ref: ItemRef) => void;
};

/** An item stays opened this long (ms) after it was fetched. */
const keepFor = 60_000;
const keepMost = 4;

export function createOpenedItems({ use, now, onFetched }: Dependencies): OpenedItems {
  const kept = new Map<string, { readonly item: Promise<OpenedItem>; readonly until: number }>();

  async function open(permit: Permit): Promise<OpenedItem> {
    checkPermit(permit);
    const { ref } = permit;
    const key = keyOf(ref);
    for (const [each, { until }] of kept) if (until <= now()) kept.delete(each);
    const known = kept.get(key);
    if (known !== undefined) return known.item;
    const item = use((client) => fetchItem(client, ref));
    kept.set(key, { item, until: now() + keepFor });
    const [oldest] = kept.keys();
    if (kept.size > keepMost && oldest !== undefined) kept.delete(oldest);
    item.then(
      (fetched) => {
        // An inbox item is in no list.
        if (ref.kind !== 'inbox') onFetched(fetched, ref);
      },
      () => kept.delete(key),
    );
    return item;
  }

  return {
    open,
    async reopen(permit) {
      kept.delete(keyOf(permit.ref));
      return open(permit);
    },
    async former(permit, snapshotId) {
      checkPermit(permit);
      const row = { id: snapshotId, itemId: permit.ref.id, createdAt: 0 };
      return use((client) => client.openSnapshot(row));
    },
    async attachment(permit, attachmentId) {
      const item = await open(permit);
      return use((client) => client.downloadAttachment(item, attachmentId));
    },
    wipe() {
      kept.clear();
    },
  };
}

const keyOf = ({ kind, id }: ItemRef) => `${kind}:${id}`;

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
