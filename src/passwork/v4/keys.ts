import { decryptRsa, openPrivateKey, type RsaPrivateKey } from '../../crypto/rsa.ts';
import { decryptText } from '../../crypto/text-cipher.ts';
import { AppError } from '../../model/error.ts';
import type { Caller } from '../http/call.ts';
import { waitFor } from '../http/deadline.ts';
import { get, isRecord, readRecord, readText } from '../json.ts';
import { once } from '../once.ts';
import type { ItemKey, SealedItem } from '../sealed-item.ts';
import { type Key, openValue, orUnreadable } from '../value.ts';
import { parseVaultKeys, type V4Item } from './parse.ts';

/** A vault's key and whether new items there get one of their own. */
export type VaultKey = { readonly key: Key; readonly ownItemKeys: boolean };

/** The keys of section 3.4, each unwrapped once a session. */
export type KeyRing = {
  /** Null without client-side encryption. */
  readonly masterKey: Key;
  /** Throws `unreadable` where the vault's key cannot be decrypted. */
  vault(vaultId: string, signal: AbortSignal | undefined): Promise<VaultKey>;
  /** Key of an item or of the item behind a shortcut. */
  item(item: V4Item, signal: AbortSignal | undefined): Promise<ItemKey>;
  /** Opens what was encrypted by RSA for this user. Throws `unreadable`. */
  fromOthers(sealed: string, signal: AbortSignal | undefined): Promise<string>;
};

export function createKeyRing(
  call: Caller,
  masterKey: Key,
  session: AbortSignal | undefined,
): KeyRing {
  const vaults = new Map<string, Promise<VaultKey>>();
  const privateKeys = new Map<'own', Promise<RsaPrivateKey>>();

  const ring: KeyRing = {
    masterKey,
    vault: (id, signal) =>
      waitFor(
        once(vaults, id, () =>
          call({ method: 'GET', path: ['vaults', id], parse: parseVaultKeys }).then((sealed) =>
            openVaultKey(sealed, masterKey),
          ),
        ),
        [session, signal],
      ),
    item: (item, signal) => openItemKey(ring, item, signal),
    async fromOthers(sealed, signal) {
      const fetchKey = async () => {
        const pem = await call({
          method: 'GET',
          path: ['user', 'info'],
          parse: parsePrivateCrypted,
        });
        if (pem === '' || masterKey === null) throw noKey();
        return openPrivateKey(await decryptText(pem, masterKey));
      };
      const key = await waitFor(once(privateKeys, 'own', fetchKey), [session, signal]);
      return (await decryptRsa(sealed, key)).text;
    },
  };
  return ring;
}

async function openVaultKey(
  sealed: ReturnType<typeof parseVaultKeys>,
  masterKey: Key,
): Promise<VaultKey> {
  const { company, domainMaster, sealedKey, ownItemKeys } = sealed;
  if (masterKey === null) return { key: null, ownItemKeys };
  const wrapping = company ? await decryptText(domainMaster, masterKey) : masterKey;
  return { key: await decryptText(sealedKey, wrapping), ownItemKeys };
}

async function openItemKey(
  ring: KeyRing,
  { item, sealedKey, shortcut }: V4Item,
  signal: AbortSignal | undefined,
): Promise<ItemKey> {
  if (ring.masterKey === null) return { key: null };
  const open = async () => {
    const vault = await ring.vault(shortcut?.vaultId ?? item.vaultId, signal);
    const own = shortcut?.sealedKey || sealedKey;
    const guess = { key: vault.key, guess: true } as const;
    if (own === '') return guess;
    const key = await orUnreadable(decryptText(own, vault.key ?? ''));
    // Servers that leave the item's own key out of a shortcut mean the vault's key, or the shortcut's.
    if (sealedKey === '' && !(await opens(item, key))) return guess;
    return key === null ? null : { key };
  };
  return (await orUnreadable(open())) ?? 'lost';
}

/** Whether a key opens the first thing that is sealed in an item. */
async function opens(item: SealedItem, key: string | null): Promise<boolean> {
  const sealed = item.sealedPassword || (item.sealedFields[0]?.name ?? '');
  if (key === null || sealed === '') return key !== null;
  return (await orUnreadable(openValue(sealed, key))) !== null;
}

/** `user.keys.privateCrypted`; `''` where the user has no keys. */
export function parsePrivateCrypted(data: unknown): string {
  const keys = get(readRecord(data, 'user'), 'keys');
  return isRecord(keys) ? readText(keys, 'privateCrypted') : '';
}

function noKey(): AppError {
  return new AppError('unreadable', 'the user has no private key');
}
