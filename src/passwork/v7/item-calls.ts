import { randomSecret } from '../../crypto/random.ts';
import type { Caller } from '../http/call.ts';
import { checkId } from '../input.ts';
import { readId, readRecord } from '../json.ts';
import type { NewItem, Passwork } from '../passwork.ts';
import { sealAttachment, sealFields } from '../seal.ts';
import { unsupported } from '../unsupported.ts';
import { type Key, sealValue } from '../value.ts';
import type { KeyRing } from './keys.ts';

export type ItemCalls = Pick<Passwork, 'addItem' | 'deleteItem' | 'favourite'>;

/** Changes of items (section 2b.5 of the protocol notes). Nothing here is ever sent twice. */
export function createItemCalls(call: Caller, keys: KeyRing): ItemCalls {
  return {
    async addItem(item, { signal } = {}) {
      const body = await toNewBody(item, await keys.vault(checkId(item.vaultId), signal));
      return call({ method: 'POST', path: ['items'], body, write: true, parse: parseId, signal });
    },
    async deleteItem(id, { signal } = {}) {
      const path = ['items', checkId(id)];
      await call({ method: 'DELETE', path, body: {}, write: true, parse: () => null, signal });
    },
    favourite: () => unsupported('favourites'),
  };
}

/**
 * Each item gets a key of its own, which is always sent: without it nobody could read what lies under it
 * (B14), and the vault's key itself would be handed out with the first shortcut (B12).
 */
async function toNewBody(item: NewItem, vaultKey: Key) {
  const key = vaultKey === null ? null : randomSecret('v7-item-key');
  const { login, description, tags, colour, urls, fields, attachments, folderId } = item;
  return {
    vaultId: item.vaultId,
    ...(folderId !== undefined && { folderId: folderId && checkId(folderId) }),
    name: item.name ?? '',
    ...(login !== undefined && { login }),
    ...(urls !== undefined && toUrls(urls, urls.length > 1)),
    ...(description !== undefined && { description }),
    ...(colour !== undefined && { color: colour }),
    ...(tags !== undefined && { tags }),
    ...(fields !== undefined && { customs: await sealFields(fields, key) }),
    ...(attachments !== undefined && {
      attachments: await Promise.all(
        attachments.map((file) => sealAttachment(file, { key, shape: 'v7-attachment-key' })),
      ),
    }),
    ...(item.password !== undefined && { passwordEncrypted: await sealValue(item.password, key) }),
    ...(key !== null && { keyEncrypted: await sealValue(key, vaultKey) }),
  };
}

/** `url` is what every server knows; newer ones keep a list beside it (inferred for writing). */
export function toUrls(urls: readonly string[], many: boolean) {
  return { url: urls[0] ?? '', ...(many && { urls }) };
}

export function parseId(data: unknown): string {
  return readId(readRecord(data, 'answer'), 'id');
}
