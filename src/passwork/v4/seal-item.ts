import { randomSecret } from '../../crypto/random.ts';
import { AppError } from '../../model/error.ts';
import { type Key, sealValue } from '../value.ts';
import type { VaultKey } from './keys.ts';

/** Values as API v4 wants them sent (sections 2.5 and 3.8 of the protocol notes). */

/** The key under which a new item is sealed, and the same key sealed for the server where it gets one. */
export type NewItemKey = { readonly key: Key; readonly cryptedKey?: string };

/**
 * Where the vault gives items keys of their own, a new one; else the vault's own key: a random key that
 * is not sent would lose the item for everybody (B5).
 */
export async function makeItemKey(vault: VaultKey): Promise<NewItemKey> {
  if (!vault.ownItemKeys) return { key: vault.key };
  const key = randomSecret('v4-item-key');
  const cryptedKey = await sealValue(key, vault.key);
  return vault.key === null ? { key: null, cryptedKey } : { key, cryptedKey };
}

/** API v4 has one URL per item. Throws `invalid-input` for more rather than lose one. */
export function toUrl(urls: readonly string[]): string {
  if (urls.length > 1) throw new AppError('invalid-input', 'this server keeps one URL per item');
  return urls[0] ?? '';
}
