import {
  decryptRsa,
  openPrivateKey,
  type RsaPadding,
  type RsaPlaintext,
  type RsaPrivateKey,
} from '../../crypto/rsa.ts';
import { decryptText } from '../../crypto/text-cipher.ts';
import { AppError } from '../../model/error.ts';
import type { Caller } from '../http/call.ts';
import { waitFor } from '../http/deadline.ts';
import { once } from '../once.ts';
import type { ItemKey } from '../sealed-item.ts';
import { type Key, orUnreadable } from '../value.ts';
import { parseUserKeys, parseVault, type UserKeys, type V7Item } from './parse.ts';

/** The keys of section 3.5, each unwrapped once a session. */
export type KeyRing = {
  /** Null without client-side encryption. */
  readonly masterKey: Key;
  /** The key of a vault. Throws `unreadable` where it cannot be decrypted. */
  vault(vaultId: string, signal: AbortSignal | undefined): Promise<Key>;
  /** Key of an item, of the item behind a shortcut, or of one in the inbox. */
  item(item: V7Item, signal: AbortSignal | undefined): Promise<ItemKey>;
  /** The user's own public key and id, as the server tells them. */
  user(signal: AbortSignal | undefined): Promise<UserKeys>;
  /** How this server's clients pad: as the last vault key that was opened here, else unknown. */
  padding(): RsaPadding | null;
};

export type RingOptions = {
  readonly call: Caller;
  readonly masterKey: Key;
  /** Opens the private key where the master key does not (B18). */
  readonly keyPassphrase: string;
  readonly session: AbortSignal | undefined;
};

export function createKeyRing({ call, masterKey, keyPassphrase, session }: RingOptions): KeyRing {
  const vaults = new Map<string, Promise<string>>();
  const users = new Map<'own', Promise<UserKeys>>();
  const privateKeys = new Map<'own', Promise<RsaPrivateKey>>();
  let padding: RsaPadding | null = null;

  const fetchUser = () =>
    once(users, 'own', () =>
      call({ method: 'GET', path: ['users', 'keys'], parse: parseUserKeys }),
    );
  const openOwn = () =>
    once(privateKeys, 'own', async () => {
      const { privateEncrypted } = await fetchUser();
      const passphrase = keyPassphrase || masterKey;
      if (privateEncrypted === '' || !passphrase) {
        throw new AppError('unreadable', 'the user has no private key');
      }
      return openPrivateKey(await decryptText(privateEncrypted, passphrase));
    });
  const unwrap = async (sealed: string): Promise<RsaPlaintext> =>
    decryptRsa(sealed, await openOwn());
  const fetchVaultKey = (id: string) =>
    call({ method: 'GET', path: ['vaults', id], parse: parseVault }).then((row) => row.sealedKey);

  /** `sealed` saves a request where an answer brought the vault's key along. */
  const vaultKey = (id: string, sealed: string, signal: AbortSignal | undefined) =>
    waitFor(
      once(vaults, id, async () => {
        const opened = await unwrap(sealed || (await fetchVaultKey(id)));
        padding = opened.padding;
        return opened.text;
      }),
      [session, signal],
    );

  async function openItemKey(source: V7Item, signal: AbortSignal | undefined): Promise<string> {
    const { item, sealedKey, sealedVaultKey, shortcut, inbox } = source;
    if (inbox !== null) return (await waitFor(unwrap(inbox.sealedKey), [session, signal])).text;
    if (shortcut !== null) {
      return decryptText(shortcut.sealedKey, await vaultKey(shortcut.vaultId, '', signal));
    }
    const vault = await vaultKey(item.vaultId, sealedVaultKey, signal);
    // Some clients leave the key out (B14): then only the vault's own can fit, if any.
    return sealedKey === '' ? vault : decryptText(sealedKey, vault);
  }

  return {
    masterKey,
    vault: async (id, signal) => (masterKey === null ? null : vaultKey(id, '', signal)),
    async item(source, signal) {
      if (masterKey === null) return { key: null };
      const key = await orUnreadable(openItemKey(source, signal));
      return key === null ? 'lost' : { key };
    },
    user: (signal) => waitFor(fetchUser(), [session, signal]),
    padding: () => padding,
  };
}
