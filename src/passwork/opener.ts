import { decryptAttachment } from '../crypto/attachment.ts';
import { AppError } from '../model/error.ts';
import type { OpenedItem } from '../model/item.ts';
import type { Caller } from './http/call.ts';
import { parseAttachment } from './parse-sealed.ts';
import type { Passwork } from './passwork.ts';
import { type ItemKey, keyOf, openSealed, type SealedItem } from './sealed-item.ts';
import { openValue } from './value.ts';

/** What is needed to go on with an opened item; kept beside it, so that no key hangs on the object. */
export type Origin<Source> = {
  /** The path under which the item's attachments lie and its changes go. */
  readonly path: readonly string[];
  readonly source: Source;
  readonly itemKey: ItemKey;
};

export type Place = { readonly vaultId: string; readonly folderId: string | null };

export type Opener<Source> = {
  /** Decrypts an item. `place` is where the user sees it, for a shortcut the shortcut's own. */
  open(origin: Origin<Source>, place?: Place | null): Promise<OpenedItem>;
  /** Throws `invalid-input` for an item that this session did not open. */
  originOf(item: OpenedItem): Origin<Source>;
  readonly downloadAttachment: Passwork['downloadAttachment'];
};

/** Opens items of one session, and remembers where each came from for as long as it is in use. */
export function createOpener<Source extends { readonly item: SealedItem }>(
  call: Caller,
): Opener<Source> {
  const origins = new WeakMap<OpenedItem, Origin<Source>>();

  function originOf(item: OpenedItem): Origin<Source> {
    const origin = origins.get(item);
    if (origin !== undefined) return origin;
    throw new AppError('invalid-input', 'the item was not opened in this session');
  }

  return {
    async open(origin, place) {
      const opened = { ...(await openSealed(origin.source.item, origin.itemKey)), ...place };
      origins.set(opened, origin);
      return opened;
    },
    originOf,
    async downloadAttachment(item, attachmentId, { signal } = {}) {
      const { path, source, itemKey } = originOf(item);
      const row = source.item.sealedAttachments.find(({ id }) => id === attachmentId);
      if (row === undefined) throw new AppError('not-found', 'the item has no such attachment');
      const stored = await call({
        method: 'GET',
        path: [...path, 'attachment', row.id],
        parse: parseAttachment,
        signal,
      });
      const ownKey = keyOf(itemKey);
      const key =
        ownKey === null ? null : await openValue(stored.encryptedKey || row.encryptedKey, ownKey);
      return { name: stored.name || row.name, bytes: await decryptAttachment(stored, key) };
    },
  };
}
