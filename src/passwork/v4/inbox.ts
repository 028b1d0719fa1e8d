import { plainAttachmentKey } from '../../crypto/attachment.ts';
import type { Caller } from '../http/call.ts';
import { checkId } from '../input.ts';
import { badAnswer, readList } from '../json.ts';
import type { Opener } from '../opener.ts';
import type { Passwork } from '../passwork.ts';
import type { ItemKey } from '../sealed-item.ts';
import { orUnreadable, sealValue } from '../value.ts';
import type { KeyRing } from './keys.ts';
import { type InboxAnswer, parseInboxAnswer, parseInboxRow, type V4Item } from './parse.ts';

export type InboxCalls = Pick<Passwork, 'inbox' | 'openInboxItem'>;

/** Items that others sent to this user (section 2.6 of the protocol notes). */
export function createInboxCalls(call: Caller, keys: KeyRing, opener: Opener<V4Item>): InboxCalls {
  return {
    inbox: ({ signal } = {}) =>
      call({
        method: 'GET',
        path: ['sharing', 'inbox', 'list'],
        parse: (data) => readList(data, 'inbox', parseInboxRow),
        signal,
      }),
    async openInboxItem(id, { signal } = {}) {
      const path = ['sharing', 'inbox', checkId(id)];
      const ask = (body?: unknown) =>
        call({ method: 'POST', path, body, parse: parseInboxAnswer, signal });
      const first = await ask();
      const entry = first.sealedKey === '' ? await openOldStyle(ask, keys, signal) : first;
      if (entry.item === null) throw badAnswer('inbox item');
      const itemKey =
        entry.sealedKey === ''
          ? await keys.item(inVault(entry.item, entry.vaultId), signal)
          : await openOwnKey(keys, entry.sealedKey, signal);
      // Attachments and edits of an inbox item go to the item itself.
      const home = ['passwords', entry.item.item.id];
      return opener.open({ path: home, source: entry.item, itemKey });
    },
  };
}

async function openOwnKey(
  keys: KeyRing,
  sealed: string,
  signal: AbortSignal | undefined,
): Promise<ItemKey> {
  if (keys.masterKey === null) return { key: null };
  const key = await orUnreadable(keys.fromOthers(sealed, signal));
  return key === null ? 'lost' : { key };
}

/**
 * Before 5.4 the first opening hands the vault's password back, re-encrypted under this user's own key,
 * so that the vault can be read as any other from then on.
 */
async function openOldStyle(
  ask: (body: unknown) => Promise<InboxAnswer>,
  keys: KeyRing,
  signal: AbortSignal | undefined,
): Promise<InboxAnswer> {
  const entry = await ask({ passwordCrypted: '' });
  if (entry.viewed) return entry;
  if (keys.masterKey === null) {
    return ask({ passwordCrypted: plainAttachmentKey, silent: false });
  }
  const groupKey =
    entry.sealedGroupKey === ''
      ? null
      : await orUnreadable(keys.fromOthers(entry.sealedGroupKey, signal));
  if (groupKey === null) return ask({ passwordCrypted: '' });
  return ask({ passwordCrypted: await sealValue(groupKey, keys.masterKey), silent: false });
}

function inVault<T extends { item: { vaultId: string } }>(source: T, vaultId: string | null): T {
  return vaultId === null ? source : { ...source, item: { ...source.item, vaultId } };
}
