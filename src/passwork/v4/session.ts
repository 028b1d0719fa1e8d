import { masterKeyProof } from '../../crypto/master-key.ts';
import { AppError } from '../../model/error.ts';
import { deriveKey } from '../derive-key.ts';
import { type Caller, type Connection, createCaller } from '../http/call.ts';
import type { Exchanger } from '../http/exchange.ts';
import type {
  ConnectOptions,
  Passwork,
  Probe,
  SavedSession,
  TokenListener,
  Tokens,
} from '../passwork.ts';
import { createTokenKeeper } from '../tokens.ts';
import { createAdapter } from './adapter.ts';
import { createDialect } from './dialect.ts';
import { login, refresh } from './login.ts';
import { fetchKeyOptions, verifyKey, verifyNoKey } from './master-key.ts';

/**
 * Login, key derivation and its check, in the order of section 2.2 of the protocol notes.
 * Throws `wrong-credential`, `wrong-master-password`, `master-password-needed`,
 * `master-password-not-used`, `weak-key-derivation` and the weather's codes.
 */
export async function connectV4(
  options: ConnectOptions & { readonly probed: Probe; readonly exchange: Exchanger },
): Promise<Passwork> {
  const { probed, exchange, signal, credential } = options;
  if (!('apiKey' in credential)) {
    throw new AppError('wrong-credential', 'this generation takes an API key');
  }
  const connection: Connection = { base: probed.base, exchange, signal };
  const encrypted = Boolean(options.masterPassword) || Boolean(options.masterKey);
  const { tokens: first } = await login(connection, credential.apiKey.trim(), encrypted);
  const tokens = createTokenKeeper(first, (old) => refresh(connection, old), options.onTokens);
  const keyless = createCaller({ ...connection, tokens, dialect: createDialect('') });
  const { masterKey, keyDerivation } = encrypted
    ? await findMasterKey(keyless, options, first)
    : { masterKey: '', keyDerivation: '' };
  const proof = await prove(masterKey, probed.legacyHash);
  const call = createCaller({ ...connection, tokens, dialect: createDialect(proof) });
  const user = encrypted ? await verifyKey(call, masterKey) : await verifyNoKey(call);
  const saved = { ...probed, masterKey, keyDerivation, keyPassphrase: '', user };
  return createAdapter({ call, tokens, saved, signal });
}

type FoundKey = { readonly masterKey: string; readonly keyDerivation: string };

async function findMasterKey(
  call: Caller,
  options: ConnectOptions,
  first: Tokens,
): Promise<FoundKey> {
  const { masterKey, masterPassword = '', limits = {}, keyDerivation: pinned } = options;
  if (masterKey) return { masterKey, keyDerivation: pinned ?? '' };
  // Servers that give no refresh token know no derivation either.
  const keyDerivation = first.refreshToken === '' ? '' : await fetchKeyOptions(call);
  return {
    masterKey: await deriveKey(masterPassword, keyDerivation, { limits, pinned }),
    keyDerivation,
  };
}

/** Goes on with tokens and key of an earlier session. */
export async function resumeV4(options: {
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
  const proof = await prove(saved.masterKey, saved.legacyHash);
  const call = createCaller({ ...connection, tokens, dialect: createDialect(proof) });
  return createAdapter({ call, tokens, saved, signal });
}

function prove(masterKey: string, legacyHash: boolean): Promise<string> {
  return masterKeyProof(masterKey, legacyHash ? 'md5' : 'sha256');
}
