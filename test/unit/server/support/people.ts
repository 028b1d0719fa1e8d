import { vi } from 'vitest';
import { deriveMasterKey, hashKey } from '../../../server/crypto/master-key.ts';
import { decryptRsa } from '../../../server/crypto/rsa.ts';
import { decryptText } from '../../../server/crypto/text-cipher.ts';
import type { ServerOptions } from '../../../server/options.ts';
import { type RunningServer, startServer } from '../../../server/start.ts';
import { type Client, signIn } from './http-client.ts';

// Starting a server is quick, but not while both cores are busy with other tests.
vi.setConfig({ hookTimeout: 60_000 });

/** A demo server with a key derivation that does not hold up the tests. */
export const startQuickly = (options: ServerOptions = {}): Promise<RunningServer> =>
  startServer({ iterations: 1000, ...options });

export type Json = Record<string, unknown>;

export type Reader = {
  readonly client: Client;
  readonly tokens: { token: string; refreshToken: string };
  readonly masterKey: string;
  /** The user's private RSA key as PEM. */
  readonly privateKey: string;
  vaultKey(vaultId: string): Promise<string>;
  /** Decrypted text of an item's password, fields and files, by the rules of section 3.4. */
  open(item: Json, keyFrom?: { vaultId: string; cryptedKey: string | null }): Promise<OpenItem>;
  openReceived(entry: Json): OpenItem;
};

export type OpenItem = {
  readonly key: string;
  readonly password: string;
  /** Null where a field cannot be decrypted. */
  readonly fields: readonly ({ name: string; type: string; value: string } | null)[];
  readonly fileKeys: readonly string[];
};

/** Signs in as one of the people of the demo and can read what they can read. */
export async function signInAs(
  server: RunningServer,
  who: 'v4' | 'second' | 'guest' = 'v4',
  hash: 'sha256' | 'md5' = 'sha256',
): Promise<Reader> {
  const { host, apiKey, masterPassword } = server[who];
  const { client, tokens } = await signIn({ url: host, apiKey, useMasterPassword: true });
  const { mkOptions } = (await client.get('/user/get-master-key-options')).data as Json;
  const masterKey = deriveMasterKey(masterPassword, String(mkOptions));
  client.headers['Passwork-MasterHash'] = hashKey(masterKey, hash);
  const { keys } = (await client.get('/user/info')).data as { keys: Json };
  const privateKey = decryptText(String(keys.privateCrypted), masterKey);

  const vaultKey = async (vaultId: string): Promise<string> => {
    const vault = (await client.get(`/vaults/${vaultId}`)).data as Json;
    const wrapped = String(vault.vaultPasswordCrypted ?? vault.passwordCrypted);
    if (vault.scope !== 'domain') return decryptText(wrapped, masterKey);
    return decryptText(wrapped, decryptText(String(vault.domainMaster), masterKey));
  };

  return {
    client,
    tokens,
    masterKey,
    privateKey,
    vaultKey,
    async open(item, keyFrom) {
      const { vaultId, cryptedKey } = keyFrom ?? {
        vaultId: String(item.vaultId),
        cryptedKey: item.cryptedKey as string | null,
      };
      const ofVault = await vaultKey(vaultId);
      return openItem(item, cryptedKey === null ? ofVault : decryptText(cryptedKey, ofVault));
    },
    openReceived: (entry) => {
      return openItem(entry.password as Json, decryptRsa(String(entry.cryptedKey), privateKey));
    },
  };
}

function openItem(item: Json, key: string): OpenItem {
  const fields = (item.custom ?? []) as { name: string; type: string; value: string }[];
  const files = (item.attachments ?? []) as { encryptedKey: string }[];
  return {
    key,
    password: item.cryptedPassword === '' ? '' : decryptText(String(item.cryptedPassword), key),
    fields: fields.map((field) => {
      try {
        return {
          name: decryptText(field.name, key),
          type: decryptText(field.type, key),
          value: decryptText(field.value, key),
        };
      } catch {
        return null;
      }
    }),
    fileKeys: files.map(({ encryptedKey }) => decryptText(encryptedKey, key)),
  };
}

/** Every item the user sees in his vaults, as its row in lists. */
export async function listAll(client: Client, includeShortcuts = false): Promise<Json[]> {
  const body = {
    query: '',
    tags: [],
    colors: [],
    vaultId: null,
    includeShared: false,
    includeShortcuts,
  };
  return (await client.post('/passwords/search', body)).data as Json[];
}
