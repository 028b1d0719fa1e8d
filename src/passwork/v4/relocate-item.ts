import { randomSecret } from '../../crypto/random.ts';
import type { Caller } from '../http/call.ts';
import { checkId } from '../input.ts';
import type { Passwork, Target } from '../passwork.ts';
import { reseal } from '../reseal.ts';
import type { ItemKey } from '../sealed-item.ts';
import { type Key, sealValue } from '../value.ts';
import { parseId } from './item-calls.ts';
import type { KeyRing, VaultKey } from './keys.ts';
import { parseItem, type V4Item } from './parse.ts';

export type RelocateItemCalls = Pick<Passwork, 'moveItem' | 'copyItem'>;

/** Moving and copying one item, with all its secrets in the one request (section 2.5). */
export function createRelocateItemCalls(call: Caller, keys: KeyRing): RelocateItemCalls {
  const relocate =
    (action: 'move' | 'copy'): Passwork['moveItem'] =>
    async (id, target, { signal } = {}) => {
      const path = ['passwords', checkId(id)];
      const to = toPlace(target);
      const vault = await keys.vault(to.vaultTo, signal);
      const source = await call({ method: 'GET', path, parse: parseItem, signal });
      const renewed = await relocateItem(source, await keys.item(source, signal), vault);
      const { cryptedKey, cryptedPassword, custom, attachments } = renewed;
      const body = {
        passwordId: id,
        ...to,
        cryptedPassword,
        ...(cryptedKey !== null && { cryptedKey }),
        ...(custom.length > 0 && { custom }),
        ...(attachments.length > 0 && { attachments }),
      };
      return call({
        method: 'POST',
        path: [...path, action],
        body,
        write: true,
        parse: (data) => parseId(data ?? id),
        signal,
      });
    };
  return { moveItem: relocate('move'), copyItem: relocate('copy') };
}

export function toPlace({ vaultId, folderId }: Target) {
  return { vaultTo: checkId(vaultId), folderTo: folderId ? checkId(folderId) : null };
}

/**
 * The secrets of an item as its new vault wants them. In a vault with keys for items it keeps its own; one
 * that lay under the old vault's key itself gets a new one, or the old vault's key would go along (B12).
 * In a vault without them everything goes under the vault's key.
 */
export async function relocateItem(source: V4Item, itemKey: ItemKey, vault: VaultKey) {
  const { key, wrapped } = await keyThere(source, itemKey, vault);
  const { password, fields, attachments } = await reseal(source.item, itemKey, key);
  return {
    cryptedPassword: password,
    cryptedKey: wrapped,
    custom: fields,
    attachments: attachments.map(({ id, name, encryptedKey }) => ({ id, name, encryptedKey })),
  };
}

async function keyThere(
  source: V4Item,
  itemKey: ItemKey,
  vault: VaultKey,
): Promise<{ key: Key; wrapped: string | null }> {
  if (vault.key === null) return { key: null, wrapped: vault.ownItemKeys ? '' : null };
  if (!vault.ownItemKeys) return { key: vault.key, wrapped: null };
  const own = itemKey !== 'lost' && source.sealedKey !== '' ? itemKey.key : null;
  const key = own ?? randomSecret('v4-item-key');
  return { key, wrapped: await sealValue(key, vault.key) };
}
