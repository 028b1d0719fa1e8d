import { AppError } from '../../model/error.ts';
import { mapConcurrently } from '../concurrent.ts';
import type { Caller } from '../http/call.ts';
import { checkId } from '../input.ts';
import type { Opener } from '../opener.ts';
import type { Passwork, Target } from '../passwork.ts';
import { isReadable } from '../sealed-item.ts';
import { unsupported } from '../unsupported.ts';
import { parseItem, type V7Item } from './parse.ts';

export type RelocateItemCalls = Pick<Passwork, 'moveItem' | 'copyItem'>;

export type RelocateOptions = {
  readonly call: Caller;
  readonly encrypted: boolean;
  readonly opener: Opener<V7Item>;
  readonly openItem: Passwork['openItem'];
  readonly addItem: Passwork['addItem'];
};

/** Moving and copying items (section 2b.5), as far as the protocol is known. */
export function createRelocateItemCalls(options: RelocateOptions): RelocateItemCalls {
  const { call, encrypted, opener, openItem, addItem } = options;
  return {
    async moveItem(id, target, { signal } = {}) {
      const path = ['items', checkId(id)];
      const body = toPlace(target);
      const { item } = await call({ method: 'GET', path, parse: parseItem, signal });
      // How the key goes along to another vault is not known, and guessing could lose the item.
      if (encrypted && item.vaultId !== target.vaultId) return unsupported('a move between vaults');
      const to = [...path, 'move'];
      await call({ method: 'POST', path: to, body, write: true, parse: () => null, signal });
      return id;
    },
    /** No call that copies is known, so the copy is read here and added as a new item, in one request. */
    async copyItem(id, target, { signal } = {}) {
      const callOptions = signal === undefined ? {} : { signal };
      const place = toPlace(target);
      const opened = await openItem(id, callOptions);
      if (!isReadable(opened)) {
        throw new AppError('unreadable', 'something of the item cannot be read and would be lost');
      }
      const attachments = await mapConcurrently(opened.attachments, (attachment) =>
        opener.downloadAttachment(opened, attachment.id, callOptions),
      );
      const { name, login, urls, description, tags, colour, fields, password } = opened;
      const texts = { name, login, urls, description, tags, colour, fields };
      const secret = password === '' ? {} : { password };
      return addItem({ ...place, ...texts, ...secret, attachments }, callOptions);
    },
  };
}

export function toPlace({ vaultId, folderId }: Target) {
  return { vaultId: checkId(vaultId), folderId: folderId ? checkId(folderId) : null };
}
