/** Unlocking with the master password or passphrase: opens what was sealed, and connects with it. */
import { AppError } from '../../model/error.ts';
import type { ConnectOptions, connect, Passwork, Tokens } from '../../passwork/index.ts';
import type { StoredAccount } from '../../platform/account-store.ts';
import { openCredential } from './credential.ts';
import type { PairStore } from './pair.ts';
import type { QuickUnlock } from './quick-unlock.ts';

type Dependencies = {
  readonly connect: typeof connect;
  readonly account: {
    get(): Promise<StoredAccount | null>;
    set(account: Omit<StoredAccount, 'id'>): Promise<void>;
  };
  readonly pairs: PairStore;
  readonly quick: Pick<QuickUnlock, 'clear'>;
};

/** Answers with the open client and the key of the account's records. Throws `not-set-up`, and what the secret does not open. */
export async function unlock(
  deps: Dependencies,
  secret: string,
): Promise<{ readonly opened: Passwork; readonly recordKey: string }> {
  const account = await deps.account.get();
  if (account === null) throw new AppError('not-set-up', 'no account');
  const { apiKey, recordKey, resealed } = await openCredential(account.sealed, secret);
  const opened = await deps.connect({
    host: account.host,
    ...(await keptCredential(deps.pairs, apiKey, recordKey)),
    ...(account.secret === 'master-password' ? { masterPassword: secret } : {}),
    // A server that suddenly asks for a weaker key is not the one we know.
    ...(account.keyDerivation === '' ? {} : { keyDerivation: account.keyDerivation }),
  });
  // What a PIN would bring back is another, older session.
  await deps.quick.clear();
  if (resealed !== null) await deps.account.set({ ...account, sealed: resealed });
  return { opened, recordKey };
}

/** The API key that was sealed, or the tokens that lie beside it in its stead. */
async function keptCredential(
  pairs: PairStore,
  apiKey: string,
  recordKey: string,
): Promise<Pick<ConnectOptions, 'credential' | 'onTokens'>> {
  if (apiKey !== '') return { credential: { apiKey } };
  const pair = await pairs.read(recordKey);
  if (pair === null) throw new AppError('session-expired', 'no tokens on the disk');
  const { token: accessToken, refreshToken } = pair;
  const onTokens = (tokens: Tokens) => pairs.keep(recordKey, tokens);
  return { credential: { accessToken, refreshToken }, onTokens };
}
