import { masterKeyProof } from '../../crypto/master-key.ts';
import { decryptText, looksEncrypted } from '../../crypto/text-cipher.ts';
import { AppError, type ErrorCode } from '../../model/error.ts';
import { deriveKey } from '../derive-key.ts';
import { type Caller, type Connection, createCaller } from '../http/call.ts';
import type { Exchanger } from '../http/exchange.ts';
import { orRefused } from '../input.ts';
import { isToken, readRecord, readText } from '../json.ts';
import type {
  ConnectOptions,
  Passwork,
  Probe,
  SavedSession,
  TokenListener,
  Tokens,
  User,
} from '../passwork.ts';
import { createTokenKeeper } from '../tokens.ts';
import { orUnreadable } from '../value.ts';
import { createAdapter } from './adapter.ts';
import { createDialect } from './dialect.ts';
import { parseUserKeys } from './parse.ts';
import { refresh } from './refresh.ts';

/**
 * Checks tokens and master password of a Passwork 7. There is no login: the tokens come from the web
 * interface (section 2b.2 of the protocol notes).
 * Throws `wrong-credential`, `wrong-master-password`, `master-password-needed`,
 * `master-password-not-used`, `weak-key-derivation`, `second-factor-needed` and the weather's codes.
 */
export async function connectV7(
  options: ConnectOptions & { readonly probed: Probe; readonly exchange: Exchanger },
): Promise<Passwork> {
  const { probed, exchange, signal } = options;
  const connection: Connection = { base: probed.base, exchange, signal };
  const tokens = createTokenKeeper(
    readCredential(options),
    (old) => refresh(connection, old),
    options.onTokens,
  );
  const keyless = createCaller({ ...connection, tokens, dialect: createDialect('') });
  const found = await findKey(keyless, options);
  const proof = await masterKeyProof(found.masterKey);
  const call = createCaller({ ...connection, tokens, dialect: createDialect(proof) });
  const keyPassphrase = found.masterKey === '' ? '' : await verifyKey(call, found, options);
  const user = await fetchUser(call);
  const saved = { ...probed, ...found, keyPassphrase, user };
  return createAdapter({ call, tokens, saved, signal });
}

/** Goes on with tokens and key of an earlier session. */
export async function resumeV7(options: {
  readonly saved: SavedSession;
  readonly exchange: Exchanger;
  readonly signal: AbortSignal | undefined;
  readonly onTokens: TokenListener | undefined;
}): Promise<Passwork> {
  const { saved, exchange, signal } = options;
  const connection: Connection = { base: saved.base, exchange, signal };
  const tokens = createTokenKeeper(
    saved.tokens,
    (old) => refresh(connection, old),
    options.onTokens,
  );
  const proof = await masterKeyProof(saved.masterKey);
  const call = createCaller({ ...connection, tokens, dialect: createDialect(proof) });
  return createAdapter({ call, tokens, saved, signal });
}

function readCredential({ credential }: ConnectOptions): Tokens {
  const token = 'accessToken' in credential ? credential.accessToken.trim() : '';
  const refreshToken = 'accessToken' in credential ? (credential.refreshToken ?? '').trim() : '';
  const usable = isToken(token) && (refreshToken === '' || isToken(refreshToken));
  if (!usable) throw new AppError('wrong-credential', 'this generation takes tokens');
  return { token, refreshToken, expiresAt: 0 };
}

type FoundKey = { readonly masterKey: string; readonly keyDerivation: string };

/** Null options mean that the server has no client-side encryption (inferred). */
async function findKey(call: Caller, options: ConnectOptions): Promise<FoundKey> {
  const { masterKey, masterPassword, limits = {}, keyDerivation: pinned } = options;
  if (masterKey) return { masterKey, keyDerivation: pinned ?? '' };
  const keyDerivation = await rename(fetchKeyOptions(call), {
    'session-expired': 'wrong-credential',
  });
  if (!masterPassword) {
    if (keyDerivation === '') return { masterKey: '', keyDerivation: '' };
    throw new AppError('master-password-needed', 'the server derives a key');
  }
  if (keyDerivation === '') {
    throw new AppError('master-password-not-used', 'the server derives no key');
  }
  // The bare password is never the key here, so options that we do not know are no way round.
  if (!keyDerivation.startsWith('pbkdf:')) {
    throw new AppError('bad-server-answer', 'key derivation options not understood');
  }
  return {
    masterKey: await deriveKey(masterPassword, keyDerivation, { limits, pinned }),
    keyDerivation,
  };
}

async function fetchKeyOptions(call: Caller): Promise<string> {
  const parse = (data: unknown) =>
    data === null ? '' : readText(readRecord(data, 'options'), 'masterKeyOptions');
  const path = ['users', 'master-key', 'options'];
  const options = await orNull('not-found', call({ method: 'GET', path, parse }));
  return options ?? '';
}

/**
 * What opens the user's private key: `''` for the master key, else the master password itself, under
 * which another client's create_user puts it (B18). There is no call that checks a master password.
 */
async function verifyKey(
  call: Caller,
  { masterKey }: FoundKey,
  { masterPassword = '' }: ConnectOptions,
): Promise<string> {
  const { privateEncrypted } = await rename(
    call({ method: 'GET', path: ['users', 'keys'], parse: parseUserKeys }),
    { denied: 'wrong-master-password', 'session-expired': 'wrong-credential' },
  );
  if (!looksEncrypted(privateEncrypted)) {
    throw new AppError('master-password-not-used', 'the account has no encrypted key');
  }
  if (await opensKey(privateEncrypted, masterKey)) return '';
  if (masterPassword !== '' && (await opensKey(privateEncrypted, masterPassword))) {
    return masterPassword;
  }
  throw new AppError('wrong-master-password', 'the key does not open the private key');
}

async function opensKey(sealed: string, passphrase: string): Promise<boolean> {
  const text = await orUnreadable(decryptText(sealed, passphrase));
  return text?.startsWith('-----BEGIN') ?? false;
}

/** A name to show. Not every server tells it to a program, and nothing hangs on it. */
async function fetchUser(call: Caller): Promise<User> {
  const parse = (data: unknown): User => {
    const user = readRecord(data, 'user');
    const name = readText(user, 'fullName') || readText(user, 'name') || readText(user, 'login');
    return { name, email: readText(user, 'email') };
  };
  const work = call({ method: 'GET', path: ['users', 'info'], parse });
  return (await orNull('bad-server-answer', orRefused(work))) ?? { name: '', email: '' };
}

/** Null instead of one kind of failure. */
async function orNull<T>(code: ErrorCode, work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === code) return null;
    throw thrown;
  }
}

/** While signing in, some failures mean something more particular. */
async function rename<T>(
  work: Promise<T>,
  names: Partial<Record<ErrorCode, ErrorCode>>,
): Promise<T> {
  try {
    return await work;
  } catch (thrown) {
    const code = thrown instanceof AppError ? names[thrown.code] : undefined;
    if (code === undefined) throw thrown;
    throw new AppError(code, 'refused while signing in', { cause: thrown });
  }
}
