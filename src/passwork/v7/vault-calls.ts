import { vaultPasswordHash } from '../../crypto/hash.ts';
import { randomSecret } from '../../crypto/random.ts';
import { encryptRsa, type RsaPadding } from '../../crypto/rsa.ts';
import { AppError } from '../../model/error.ts';
import type { Caller } from '../http/call.ts';
import { checkId, orRefused } from '../input.ts';
import { get, isRecord, readId, readRecord, readText } from '../json.ts';
import type { NewVault, Passwork } from '../passwork.ts';
import { orUnreadable } from '../value.ts';
import { parseId } from './item-calls.ts';
import type { KeyRing } from './keys.ts';
import { parseItems, parseVault, parseVaultType } from './parse.ts';

export type VaultCalls = Pick<Passwork, 'addVault' | 'renameVault' | 'deleteVault'>;

/** Changes of vaults (section 2b.4 of the protocol notes). */
export function createVaultCalls(call: Caller, keys: KeyRing): VaultCalls {
  return {
    async addVault(vault, { signal } = {}) {
      const work: Work = { call, keys, signal };
      const typeId = await findType(work, vault.kind);
      const body = { name: vault.name, ...(await makeKeys(work, typeId)) };
      return call({ method: 'POST', path: ['vaults'], body, write: true, parse: parseId, signal });
    },
    async renameVault(id, name, { signal } = {}) {
      const path = ['vaults', checkId(id)];
      await call({ method: 'POST', path, body: { name }, write: true, parse: () => null, signal });
    },
    async deleteVault(id, { signal } = {}) {
      const path = ['vaults', checkId(id)];
      await call({ method: 'DELETE', path, body: {}, write: true, parse: () => null, signal });
    },
  };
}

type Work = {
  readonly call: Caller;
  readonly keys: KeyRing;
  readonly signal: AbortSignal | undefined;
};

/** The type to name; null on servers that have none. */
async function findType({ call, signal }: Work, kind: NewVault['kind']): Promise<string | null> {
  const parseFeatures = (data: unknown) =>
    Array.isArray(data) && data.some((one) => isRecord(one) && get(one, 'name') === 'vaultType');
  const features = { method: 'GET', path: ['app', 'features'], parse: parseFeatures } as const;
  if (!(await orRefused(call({ ...features, signal })))) return null;
  const parse = parseItems(parseVaultType);
  const types = await call({ method: 'GET', path: ['vault-types', 'all'], parse, signal });
  const code = kind === 'company' ? 'company' : 'privateShared';
  const type = types.find((one) => one.code === code);
  if (type === undefined) throw new AppError('denied', 'no vault of this type may be made');
  return type.id;
}

/**
 * A new vault's key by RSA for its owner and, with types, for the administrators whom the server names.
 * Their public keys are the server's word alone: the protocol gives nothing to check them by.
 */
async function makeKeys(work: Work, typeId: string | null) {
  const { call, keys, signal } = work;
  if (keys.masterKey === null) return typeId === null ? {} : { typeId, administratorsKeys: {} };
  const { publicKey } = await keys.user(signal);
  const padding = await findPadding(work);
  const vaultKey = randomSecret('v7-vault-key');
  const salt = randomSecret('v7-vault-salt');
  const own = {
    masterKeyEncrypted: await encryptRsa(vaultKey, publicKey, padding),
    masterKeyHash: await vaultPasswordHash(vaultKey, salt),
    salt,
  };
  if (typeId === null) return own;
  const path = ['vault-types', typeId, 'administrators'];
  const parse = parseItems(parseAdministrator);
  const administrators = await call({ method: 'GET', path, parse, signal });
  const administratorsKeys = Object.fromEntries(
    await Promise.all(
      administrators.map(
        async (one) => [one.id, await encryptRsa(vaultKey, one.publicKey, padding)] as const,
      ),
    ),
  );
  return { ...own, typeId, administratorsKeys };
}

function parseAdministrator(value: unknown) {
  const administrator = readRecord(value, 'administrator');
  return { id: readId(administrator, 'id'), publicKey: readText(administrator, 'publicKey') };
}

/** As the keys of existing vaults are padded, so that every client of this server can read the new one. */
async function findPadding({ call, keys, signal }: Work): Promise<RsaPadding> {
  if (keys.padding() === null) {
    const parse = parseItems(parseVault);
    const vaults = await call({ method: 'GET', path: ['vaults'], parse, signal });
    const sealed = vaults.find(({ sealedKey }) => sealedKey !== '');
    if (sealed !== undefined) await orUnreadable(keys.vault(sealed.id, signal));
  }
  return keys.padding() ?? 'OAEP-SHA256';
}
