import { AppError } from '../../model/error.ts';
import type { Caller } from '../http/call.ts';
import type { Opener } from '../opener.ts';
import type { Passwork } from '../passwork.ts';
import { sealAttachment } from '../seal.ts';
import { unsupported } from '../unsupported.ts';
import type { V7Item } from './parse.ts';

export type AttachmentCalls = Pick<Passwork, 'addAttachment' | 'removeAttachment'>;

/** Files of an opened item (section 2b.5): a list of new ones in an edit adds to those that are there. */
export function createAttachmentCalls(call: Caller, opener: Opener<V7Item>): AttachmentCalls {
  return {
    async addAttachment(item, file, { signal } = {}) {
      const { path, source, itemKey } = opener.originOf(item);
      if (path[0] !== 'items') throw new AppError('invalid-input', 'a former state stays as it is');
      const keyless = source.sealedKey === '' && !source.shortcut && !source.inbox;
      // Under a key that is not the item's own nobody else could read the file (B14).
      if (itemKey === 'lost' || (itemKey.key !== null && keyless)) {
        throw new AppError('unreadable', 'the item has no key for a file');
      }
      const sealed = await sealAttachment(file, { key: itemKey.key, shape: 'v7-attachment-key' });
      const body = { vaultId: source.item.vaultId, attachments: [sealed] };
      await call({ method: 'PATCH', path, body, write: true, parse: () => null, signal });
    },
    removeAttachment: () => unsupported('removing an attachment'),
  };
}
