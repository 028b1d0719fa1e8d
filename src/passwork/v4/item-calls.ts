import type { Caller } from '../http/call.ts';
import { checkId } from '../input.ts';
import { badAnswer, isRecord, readId, readRecord } from '../json.ts';
import type { NewItem, Passwork } from '../passwork.ts';
import { sealAttachment, sealFields } from '../seal.ts';
import { sealValue } from '../value.ts';
import { checkOneTimeCode } from './edit-item.ts';
import type { KeyRing } from './keys.ts';
import { parseItem } from './parse.ts';
import { makeItemKey, toUrl } from './seal-item.ts';
import { sealSnapshot } from './snapshot.ts';

export type ItemCalls = Pick<Passwork, 'addItem' | 'deleteItem' | 'favourite'>;

/** Changes of items. Nothing here is ever sent twice. */
export function createItemCalls(call: Caller, keys: KeyRing): ItemCalls {
  return {
    async addItem(item, { signal } = {}) {
      const body = await toNewBody(item, keys, signal);
      return call({
        method: 'POST',
        path: ['passwords'],
        body,
        write: true,
        parse: parseId,
        signal,
      });
    },
    async deleteItem(id, { signal } = {}) {
      const path = ['passwords', checkId(id)];
      const source = await call({ method: 'GET', path, parse: parseItem, signal });
      const snapshot = await sealSnapshot(source, await keys.item(source, signal));
      const body = snapshot === null ? undefined : { snapshot };
      await call({ method: 'DELETE', path, body, write: true, parse: () => undefined, signal });
    },
    async favourite(id, on, { signal } = {}) {
      const path = ['passwords', checkId(id), on ? 'favorite' : 'unfavorite'];
      await call({ method: 'POST', path, write: true, parse: () => undefined, signal });
    },
  };
}

/** Absent fields stay absent, but for the name and the password, which every client sends. */
async function toNewBody(item: NewItem, keys: KeyRing, signal: AbortSignal | undefined) {
  const vault = await keys.vault(checkId(item.vaultId), signal);
  const { key, cryptedKey } = await makeItemKey(vault);
  const { login, description, tags, colour, urls, fields, attachments, folderId } = item;
  for (const { type, value } of fields ?? []) checkOneTimeCode(type, value);
  return {
    vaultId: item.vaultId,
    ...(folderId !== undefined && { folderId: folderId && checkId(folderId) }),
    name: item.name ?? '',
    ...(login !== undefined && { login }),
    ...(urls !== undefined && { url: toUrl(urls) }),
    ...(description !== undefined && { description }),
    ...(colour !== undefined && { color: colour }),
    ...(tags !== undefined && { tags }),
    ...(fields !== undefined && { custom: await sealFields(fields, key) }),
    ...(attachments !== undefined && {
      attachments: await Promise.all(
        attachments.map((file) => sealAttachment(file, { key, shape: 'v4-attachment-key' })),
      ),
    }),
    cryptedPassword: await sealValue(item.password ?? '', key),
    ...(cryptedKey !== undefined && { cryptedKey }),
  };
}

/** The answer is the item, or on some calls its id alone. */
export function parseId(data: unknown): string {
  if (isRecord(data)) return readId(readRecord(data, 'item'), 'id');
  if (typeof data === 'string' || typeof data === 'number') return readId({ id: data }, 'id');
  throw badAnswer('id');
}
