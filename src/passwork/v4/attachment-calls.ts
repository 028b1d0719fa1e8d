import type { Caller } from '../http/call.ts';
import { checkId } from '../input.ts';
import type { Opener } from '../opener.ts';
import type { Passwork } from '../passwork.ts';
import { sealAttachment } from '../seal.ts';
import { keyOf } from '../sealed-item.ts';
import type { V4Item } from './parse.ts';

export type AttachmentCalls = Pick<Passwork, 'addAttachment' | 'removeAttachment'>;

/** Files of an opened item, under the path by which it was opened (sections 2.5 to 2.7). */
export function createAttachmentCalls(call: Caller, opener: Opener<V4Item>): AttachmentCalls {
  return {
    async addAttachment(item, file, { signal } = {}) {
      const { path, itemKey } = opener.originOf(item);
      const body = await sealAttachment(file, { key: keyOf(itemKey), shape: 'v4-attachment-key' });
      await call({
        method: 'POST',
        path: [...path, 'attachment'],
        body,
        write: true,
        parse: () => null,
        signal,
      });
    },
    async removeAttachment(item, attachmentId, { signal } = {}) {
      const path = [...opener.originOf(item).path, 'attachment', checkId(attachmentId)];
      await call({ method: 'DELETE', path, write: true, parse: () => null, signal });
    },
  };
}
