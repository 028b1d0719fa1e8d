import { encryptRsa, encryptRsaOaep, holdsOaep } from '../crypto/rsa.ts';
import { alphabets, createRandom } from '../state/random.ts';
import type { Dialect } from './build.ts';
import { masterHashOf, type Person } from './people.ts';
import { createCipher, sealItem } from './seal.ts';

export type V7DialectOptions = {
  readonly seed: string;
  readonly encrypted: boolean;
  /** False on older servers, whose items have one address. */
  readonly manyUrls: boolean;
};

/** The key hierarchy of Passwork 7: section 3.5. */
export function createV7Dialect({ seed, encrypted, manyUrls }: V7DialectOptions): Dialect {
  const source = (label: string) => createRandom(`${seed} v7 ${label}`);
  const cipher = createCipher(encrypted);
  /** Both paddings occur on real servers; a short key holds a vault's key only under the older. */
  const wrapFor = (person: Person, key: string, label: string) => {
    const { publicPem } = person.rsa;
    const wrap = holdsOaep(publicPem) ? encryptRsaOaep : encryptRsa;
    return encrypted ? wrap(key, publicPem, source(label)) : null;
  };

  return {
    scopes: { company: 'company', private: 'privateShared' },
    manyUrls,
    user: (person) => ({
      id: person.id,
      name: person.name,
      email: person.email,
      login: person.login,
      apiKey: '',
      keys: encrypted
        ? {
            public: person.rsa.publicPem,
            privateEncrypted: cipher(
              person.rsa.privatePem,
              person.masterKey,
              source(`private key ${person.id}`),
            ),
          }
        : undefined,
      keyOptions: person.keyOptions,
      masterHash: masterHashOf(person, false),
      domainKey: null,
      extensionSecret: '',
      favourites: new Set(),
      recent: [],
    }),
    vaultKey: (label) => source(`vault ${label}`).text(alphabets.salt, 100),
    itemKey: (label, vault) => {
      if (!encrypted) return null;
      // Items that came from an older server keep their short keys.
      const [alphabet, length] = vault.old ? [alphabets.itemKey, 32] : [alphabets.salt, 100];
      return source(`key ${label}`).text(alphabet, length);
    },
    seal: (item, label, keys) =>
      sealItem(item, { encrypted, ...keys, random: source(`item ${label}`) }),
    vaultAccess: (person, vault, vaultKey) => ({
      masterKeyEncrypted: wrapFor(person, vaultKey, `access ${vault.name} ${person.id}`),
    }),
    shortcutKey: (itemKey, targetVaultKey, label) =>
      encrypted ? cipher(itemKey, targetVaultKey, source(label)) : null,
    inboxKeys: (person, keys, label) => ({
      key: wrapFor(person, keys.itemKey ?? keys.vaultKey, label),
      groupKey: null,
    }),
  };
}
