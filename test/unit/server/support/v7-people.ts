import { vi } from 'vitest';
import { deriveMasterKey, hashKey } from '../../../server/crypto/master-key.ts';
import { decryptRsa, decryptRsaOaep } from '../../../server/crypto/rsa.ts';
import { decryptText } from '../../../server/crypto/text-cipher.ts';
import type { ServerOptions } from '../../../server/options.ts';
import { type RunningV7Server, startV7Server } from '../../../server/start.ts';
import type { Json, OpenItem } from './people.ts';
import { createV7Client, type V7Client } from './v7-client.ts';

// Starting a server is quick, but not while both cores are busy with other tests.
vi.setConfig({ hookTimeout: 60_000 });

export const startV7Quickly = (options: ServerOptions = {}): Promise<RunningV7Server> =>
  startV7Server({ iterations: 1000, ...options });

export type V7Reader = {
  readonly client: V7Client;
  readonly privateKey: string;
  /** Decrypted secrets of an item by the rules of section 3.5. */
  open(item: Json): Promise<OpenItem>;
  openWith(item: Json, key: string): OpenItem;
  vaultKey(vaultId: string): Promise<string>;
};

/** A client with a session that can read what its user can. */
export async function signInToV7(
  server: RunningV7Server,
  who: 'v7' | 'second' | 'guest' = 'v7',
): Promise<V7Reader> {
  const { host, accessToken, masterPassword } = server[who];
  const client = createV7Client({ url: host, accessToken });
  const { masterKeyOptions } = await data(client, '/users/master-key/options');
  const masterKey = deriveMasterKey(masterPassword, String(masterKeyOptions));
  client.headers['X-Master-Key-Hash'] = hashKey(masterKey, 'sha256');
  const { keys } = (await data(client, '/users/keys')) as { keys: Json };
  const privateKey = decryptText(String(keys.privateEncrypted), masterKey);
  return {
    client,
    privateKey,
    openWith,
    vaultKey: async (vaultId) => {
      const { masterKeyEncrypted } = await data(client, `/vaults/${vaultId}`);
      return openRsa(String(masterKeyEncrypted), privateKey);
    },
    open: async (item) => {
      const vaultKey = openRsa(String(item.vaultMasterKeyEncrypted), privateKey);
      return openWith(item, decryptText(String(item.keyEncrypted), vaultKey));
    },
  };
}

export async function data(client: V7Client, path: string): Promise<Json> {
  return (await client.get(path)).body as Json;
}

export async function listOf(client: V7Client, path: string): Promise<Json[]> {
  return ((await client.get(path)).body as { items: Json[] }).items;
}

/** Which padding was used shows only by trying. */
export function openRsa(ciphertext: string, privateKey: string): string {
  try {
    return decryptRsaOaep(ciphertext, privateKey);
  } catch {
    return decryptRsa(ciphertext, privateKey);
  }
}

function openWith(item: Json, key: string): OpenItem {
  const fields = item.customs as { name: string; type: string; value: string }[];
  const files = item.attachments as { encryptedKey: string }[];
  return {
    key,
    password: item.passwordEncrypted === '' ? '' : decryptText(String(item.passwordEncrypted), key),
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
