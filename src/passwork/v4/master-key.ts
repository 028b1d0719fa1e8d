import { decryptText, looksEncrypted } from '../../crypto/text-cipher.ts';
import { AppError, type ErrorCode } from '../../model/error.ts';
import type { Caller } from '../http/call.ts';
import { orRefused } from '../input.ts';
import { readRecord, readText } from '../json.ts';
import type { User } from '../passwork.ts';
import { orUnreadable } from '../value.ts';
import { parsePrivateCrypted } from './keys.ts';
import { readUser } from './login.ts';
import { parseVault, parseVaultKeys } from './parse.ts';

/**
 * How the server wants the key derived: its options as text, `''` where the master password itself is
 * the key (no options, an endpoint that old servers lack: section 3.3; B6).
 */
export async function fetchKeyOptions(call: Caller): Promise<string> {
  try {
    return await call({
      method: 'GET',
      path: ['user', 'get-master-key-options'],
      parse: (data) => (data === null ? '' : readText(readRecord(data, 'options'), 'mkOptions')),
    });
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'not-found') return '';
    throw thrown;
  }
}

type Found = { readonly sealed: string; readonly isKey: (text: string) => boolean };

/**
 * Who the user is, once it is sure that the key fits. There is no call that checks a master password,
 * so something that it encrypts is opened here: the private key, the domain's master key or the key of a
 * private vault (section 3.3). A fresh account may have none of them; then there is nothing to open wrongly.
 * Throws `wrong-master-password`, `master-password-not-used`.
 */
export async function verifyKey(call: Caller, masterKey: string): Promise<User> {
  const { user, sealed } = await fetchUser(call, 'wrong-master-password');
  const isPem = (text: string) => text.startsWith('-----BEGIN');
  const proofs: (() => Promise<Found | null>)[] = [
    async () => ({ sealed, isKey: isPem }),
    () => findDomainKey(call),
    () => findPrivateVaultKey(call),
  ];
  let wrong = false;
  for (const prove of proofs) {
    const found = await prove();
    if (found === null || found.sealed === '') continue;
    if (!looksEncrypted(found.sealed)) {
      throw new AppError('master-password-not-used', 'the server keeps values without encryption');
    }
    const text = await orUnreadable(decryptText(found.sealed, masterKey));
    if (text !== null && found.isKey(text)) return user;
    wrong = true;
  }
  if (wrong) throw new AppError('wrong-master-password', 'the key opens nothing of this account');
  return user;
}

/** Who the user is where no master password was given. Throws `master-password-needed`. */
export async function verifyNoKey(call: Caller): Promise<User> {
  const { user, sealed } = await fetchUser(call, 'master-password-needed');
  if (looksEncrypted(sealed)) {
    throw new AppError('master-password-needed', 'the account has an encrypted private key');
  }
  return user;
}

/** Straight after a login only the key's proof can be what the server dislikes. */
async function fetchUser(
  call: Caller,
  otherwise: ErrorCode,
): Promise<ReturnType<typeof parseUser>> {
  try {
    return await call({ method: 'GET', path: ['user', 'info'], parse: parseUser });
  } catch (thrown) {
    const code = thrown instanceof AppError ? thrown.code : 'internal';
    if (code !== 'denied' && code !== 'session-expired') throw thrown;
    throw new AppError(otherwise, 'the server refused the proof of the key', { cause: thrown });
  }
}

function parseUser(data: unknown): { user: User; sealed: string } {
  return { user: readUser(readRecord(data, 'user')), sealed: parsePrivateCrypted(data) };
}

/** Vault keys are letters and digits; a wrong key that passes every check gives anything but. */
const isVaultKey = (text: string) => /^[\x21-\x7e]+$/.test(text);

async function findDomainKey(call: Caller): Promise<Found | null> {
  const sealed = await orRefused(
    call({
      method: 'GET',
      path: ['vaults', 'domain'],
      parse: (data) => (data === null ? '' : readText(readRecord(data, 'domain'), 'mpCrypted')),
    }),
  );
  return sealed === null ? null : { sealed, isKey: isVaultKey };
}

async function findPrivateVaultKey(call: Caller): Promise<Found | null> {
  const vaults = await orRefused(
    call({
      method: 'GET',
      path: ['vaults', 'list'],
      parse: (data) => (Array.isArray(data) ? data.map(parseVault) : []),
    }),
  );
  const own = vaults?.find((vault) => vault.kind === 'private');
  if (own === undefined) return null;
  const keys = await orRefused(
    call({ method: 'GET', path: ['vaults', own.id], parse: parseVaultKeys }),
  );
  return keys && { sealed: keys.sealedKey, isKey: isVaultKey };
}
