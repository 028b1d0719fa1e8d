import { plainAttachmentKey } from '../../crypto/attachment.ts';
import { vaultPasswordHash } from '../../crypto/hash.ts';
import { randomSecret } from '../../crypto/random.ts';
import { decryptText } from '../../crypto/text-cipher.ts';
import type { Caller } from '../http/call.ts';
import { checkId } from '../input.ts';
import { readId, readRecord, readText } from '../json.ts';
import type { Passwork } from '../passwork.ts';
import { sealValue } from '../value.ts';
import { parseId } from './item-calls.ts';
import type { KeyRing } from './keys.ts';

export type VaultCalls = Pick<Passwork, 'addVault' | 'renameVault' | 'deleteVault'>;

/** Changes of vaults (section 2.3 of the protocol notes). */
export function createVaultCalls(call: Caller, keys: KeyRing): VaultCalls {
  return {
    async addVault({ name, kind }, { signal } = {}) {
      const path = ['vaults', 'domain'];
      const domain = await call({ method: 'GET', path, parse: parseDomain, signal });
      const body = {
        name,
        ...(await makeKeys(domain.sealedMaster, keys, kind)),
        ...(kind === 'company' && { domainId: domain.id }),
      };
      return call({ method: 'POST', path: ['vaults'], body, write: true, parse: parseId, signal });
    },
    async renameVault(id, name, { signal } = {}) {
      const path = ['vaults', checkId(id)];
      await call({ method: 'PUT', path, body: { name }, write: true, parse: () => null, signal });
    },
    async deleteVault(id, { signal } = {}) {
      const path = ['vaults', checkId(id)];
      await call({ method: 'DELETE', path, write: true, parse: () => null, signal });
    },
  };
}

function parseDomain(data: unknown) {
  const domain = readRecord(data, 'domain');
  return { id: readId(domain, 'domainId'), sealedMaster: readText(domain, 'mpCrypted') };
}

/**
 * A new vault's password under the domain's key, so that the organisation can recover it, and for a
 * private vault under the user's own. Without encryption the server wants constants in their place.
 */
async function makeKeys(sealedMaster: string, { masterKey }: KeyRing, kind: 'company' | 'private') {
  if (masterKey === null) {
    const salt = 'a'.repeat(32);
    return {
      salt,
      passwordCrypted: plainAttachmentKey,
      mpCrypted: plainAttachmentKey,
      passwordHash: await vaultPasswordHash(salt, salt),
    };
  }
  const password = randomSecret('v4-vault-password');
  const salt = randomSecret('v4-vault-salt');
  const domainMaster = await decryptText(sealedMaster, masterKey);
  return {
    salt,
    ...(kind === 'private' && { passwordCrypted: await sealValue(password, masterKey) }),
    mpCrypted: await sealValue(password, domainMaster),
    passwordHash: await vaultPasswordHash(password, salt),
  };
}
