import { encryptRsa } from '../crypto/rsa.ts';
import { alphabets, createRandom } from '../state/random.ts';
import type { Dialect } from './build.ts';
import { masterHashOf, type People, type Person } from './people.ts';
import { createCipher, noKey, sealItem } from './seal.ts';

export type V4DialectOptions = {
  readonly seed: string;
  readonly people: People;
  readonly encrypted: boolean;
  /** False before 5.4: items have no own keys, inbox entries carry the key of a vault. */
  readonly itemKeys: boolean;
  readonly legacySupport: boolean;
};

/** The key hierarchy of API v4: section 3.4. */
export function createV4Dialect(options: V4DialectOptions): Dialect {
  const { seed, encrypted, itemKeys } = options;
  const source = (label: string) => createRandom(`${seed} ${label}`);
  const cipher = createCipher(encrypted);
  const companyKey = source('company key').text(alphabets.letters, 100);
  const domainKey = (person: Person) =>
    encrypted ? cipher(companyKey, person.masterKey, source(`domain ${person.id}`)) : noKey;

  return {
    scopes: { company: 'domain', private: 'private' },
    manyUrls: false,
    user: (person) => ({
      id: person.id,
      name: person.name,
      email: person.email,
      login: person.login,
      apiKey: person.apiKey,
      keys: encrypted
        ? {
            public: person.rsa.publicPem,
            privateCrypted: cipher(
              person.rsa.privatePem,
              person.masterKey,
              source(`private key ${person.id}`),
            ),
          }
        : undefined,
      keyOptions: person.keyOptions,
      masterHash: masterHashOf(person, options.legacySupport),
      domainKey: domainKey(person),
      extensionSecret: person.extensionSecret,
      favourites: new Set(),
      recent: [],
    }),
    vaultKey: (label) => source(`vault ${label}`).text(alphabets.letters, 100),
    itemKey: (label, vault) =>
      itemKeys && !vault.old ? source(`key ${label}`).text(alphabets.itemKey, 32) : null,
    seal: (item, label, keys) =>
      sealItem(item, { encrypted, ...keys, random: source(`item ${label}`) }),
    vaultAccess: (person, vault, vaultKey) => {
      const company = vault.kind === 'company';
      const field = itemKeys && !vault.old ? 'vaultPasswordCrypted' : 'passwordCrypted';
      const label = company ? vault.name : `${vault.name} ${person.id}`;
      const wrapping = company ? companyKey : person.masterKey;
      const wrapped = encrypted ? cipher(vaultKey, wrapping, source(`access ${label}`)) : noKey;
      return { [field]: wrapped, ...(company ? { domainMaster: domainKey(person) } : {}) };
    },
    shortcutKey: (itemKey, targetVaultKey, label) =>
      encrypted ? cipher(itemKey, targetVaultKey, source(label)) : null,
    inboxKeys: (person, keys, label) => {
      const wrap = (key: string) =>
        encrypted ? encryptRsa(key, person.rsa.publicPem, source(label)) : noKey;
      return itemKeys
        ? { key: wrap(keys.itemKey ?? keys.vaultKey), groupKey: null }
        : { key: null, groupKey: encrypted ? wrap(keys.vaultKey) : null };
    },
  };
}
