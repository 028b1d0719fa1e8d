import { decryptAttachment } from '../../crypto/attachment.ts';
import { AppError } from '../../model/error.ts';
import type { OpenedItem } from '../../model/item.ts';
import type { Caller } from '../http/call.ts';
import { checkId } from '../input.ts';
import type { CallOptions, Passwork } from '../passwork.ts';
import { type ItemKey, openSealed } from '../sealed-item.ts';
import { openValue } from '../value.ts';
import type { KeyRing } from './keys.ts';
import { parseAttachment, parseItem, type V4Item } from './parse.ts';

/** What is needed to go on with an opened item; kept beside it, so that no key hangs on the object. */
export type Origin = {
  /** The path under which the item's attachments lie and its changes go. */
  readonly path: readonly string[];
  readonly source: V4Item;
  readonly itemKey: ItemKey;
};

export type Opener = {
  /** Decrypts an item that was fetched from `path`. */
  open(source: V4Item, path: readonly string[], itemKey: ItemKey): Promise<OpenedItem>;
  /** Throws `invalid-input` for an item that this session did not open. */
  originOf(item: OpenedItem): Origin;
};

export function createOpener(): Opener {
  const origins = new WeakMap<OpenedItem, Origin>();
  return {
    async open(source, path, itemKey) {
      const { item, shortcut } = source;
      const place = shortcut && { vaultId: shortcut.vaultId, folderId: shortcut.folderId };
      const opened = { ...(await openSealed(item, itemKey)), ...place };
      origins.set(opened, { path, source, itemKey });
      return opened;
    },
    originOf(item) {
      const origin = origins.get(item);
      if (origin === undefined) {
        throw new AppError('invalid-input', 'the item was not opened in this session');
      }
      return origin;
    },
  };
}

export type OpenCalls = Pick<Passwork, 'openItem' | 'openShortcut' | 'downloadAttachment'>;

export function createOpenCalls(call: Caller, keys: KeyRing, opener: Opener): OpenCalls {
  const openAt = async (path: readonly string[], { signal }: CallOptions = {}) => {
    const source = await call({ method: 'GET', path, parse: parseItem, signal });
    return opener.open(source, path, await keys.item(source, signal));
  };
  return {
    openItem: async (id, options) => openAt(['passwords', checkId(id)], options),
    openShortcut: async (id, options) => openAt(['sharing', 'shortcut', checkId(id)], options),
    async downloadAttachment(item, attachmentId, { signal } = {}) {
      const { path, source, itemKey } = opener.originOf(item);
      const row = source.item.sealedAttachments.find(({ id }) => id === attachmentId);
      if (row === undefined) throw new AppError('not-found', 'the item has no such attachment');
      const stored = await call({
        method: 'GET',
        path: [...path, 'attachment', row.id],
        parse: parseAttachment,
        signal,
      });
      if (itemKey === 'lost') throw new AppError('unreadable', 'the key of the item is lost');
      const key =
        itemKey.key === null
          ? null
          : await openValue(stored.encryptedKey || row.encryptedKey, itemKey.key);
      return { name: stored.name || row.name, bytes: await decryptAttachment(stored, key) };
    },
  };
}
