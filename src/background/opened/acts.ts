/** Changes of an item that need no form: each is one request, made when a person asks for it. */
import { decodeBase64 } from '../../crypto/base64.ts';
import { AppError } from '../../model/error.ts';
import type { OpenedItem } from '../../model/item.ts';
import type { LinkLife } from '../../model/item-can.ts';
import type { Passwork } from '../../passwork/index.ts';
import type { Place } from '../../protocol/edit-calls.ts';
import type { ItemRef } from '../../protocol/item-calls.ts';
import type { Permit } from '../fill/authorise.ts';
import type { OpenedItems } from './opened-items.ts';

export type ItemActs = {
  favourite(permit: Permit, on: boolean): Promise<void>;
  addAttachment(permit: Permit, file: { name: string; base64: string }): Promise<void>;
  removeAttachment(permit: Permit, attachmentId: string): Promise<void>;
  /** A URL whose fragment holds the key. */
  share(permit: Permit, link: { life: LinkLife; reusable: boolean }): Promise<string>;
  move(permit: Permit, place: Place): Promise<ItemRef>;
  duplicate(permit: Permit, place: Place): Promise<ItemRef>;
};

type Dependencies = {
  readonly use: <T>(work: (client: Passwork) => Promise<T>) => Promise<T>;
  readonly opened: OpenedItems;
  readonly notePlace: (place: Place) => Promise<void>;
  /** Something in these vaults was changed; null for changes that show in several. */
  readonly onWritten: (vaultIds: readonly string[] | null) => Promise<void>;
};

export function createItemActs({ use, opened, notePlace, onWritten }: Dependencies): ItemActs {
  /** Runs a change of the item as it is on the server now; the list shows it when this resolves. */
  async function change<T>(
    permit: Permit,
    work: (client: Passwork, item: OpenedItem) => Promise<T>,
    target: Place | null = null,
  ): Promise<T> {
    const item = await opened.reopen(permit);
    try {
      return await use((client) => work(client, item));
    } finally {
      // Also after a lost answer: nobody knows what is there now.
      opened.wipe();
      if (target !== null) await notePlace(target);
      const vaults = [item.vaultId, ...(target === null ? [] : [target.vaultId])];
      const shownIn = permit.ref.kind === 'item' ? [...new Set(vaults)] : null;
      await onWritten(shownIn).catch(() => undefined);
    }
  }

  return {
    favourite: (permit, on) =>
      change(permit, (client, { id }) =>
        permit.ref.kind === 'shortcut'
          ? client.favouriteShortcut(permit.ref.id, on)
          : client.favourite(id, on),
      ),
    async addAttachment(permit, { name, base64 }) {
      const bytes = decodeBase64(base64);
      if (bytes === null) throw new AppError('invalid-input', 'no base64');
      await change(permit, (client, item) => client.addAttachment(item, { name, bytes }));
    },
    removeAttachment: (permit, attachmentId) =>
      change(permit, (client, item) => client.removeAttachment(item, attachmentId)),
    share: async (permit, { life, reusable }) => {
      const item = await opened.reopen(permit);
      return use((client) => client.createLink(item, { expires: life, reusable }));
    },
    move: (permit, place) =>
      change(
        permit,
        async (client, { id }) => {
          const { ref } = permit;
          if (ref.kind === 'item') return { kind: 'item', id: await client.moveItem(id, place) };
          await client.moveShortcut(ref.id, place);
          return ref;
        },
        place,
      ),
    duplicate: (permit, place) =>
      change(
        permit,
        async (client, { id }) => ({ kind: 'item', id: await client.copyItem(id, place) }),
        place,
      ),
  };
}
