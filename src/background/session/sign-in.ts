/** The first sign-in of an account: connects with what was typed, and keeps the credential sealed on this device. */
import { AppError } from '../../model/error.ts';
import type { ConnectOptions, connect, Passwork, probe } from '../../passwork/index.ts';
import type { StoredAccount } from '../../platform/account-store.ts';
import type { StoredText } from '../../platform/storage.ts';
import type { SignInRequest } from '../../protocol/session-calls.ts';
import { newKeyText } from '../seal.ts';
import { sealCredential } from './credential.ts';
import { leave } from './end.ts';
import type { PairStore } from './pair.ts';
import { parseTokens } from './saved-session.ts';

type Dependencies = {
  readonly probe: typeof probe;
  readonly connect: typeof connect;
  readonly account: { set(account: Omit<StoredAccount, 'id'>): Promise<void> };
  readonly pairs: PairStore;
  /** Tokens that an attempt renewed, by the token that was typed. */
  readonly renewed: StoredText;
};

/** Answers with the open client and the new key of the account's records. Throws `passphrase-needed`, and what the server refuses. */
export async function signIn(
  deps: Dependencies,
  request: SignInRequest,
): Promise<{ readonly opened: Passwork; readonly recordKey: string }> {
  const { host, apiKey, masterPassword, passphrase, refreshToken = '' } = request;
  const { generation } = await deps.probe(host);
  // Nothing secret leaves for a server that has no use for it.
  if ((generation === 'v7') !== (refreshToken !== '')) {
    throw new AppError('unsupported-server', 'another credential is needed');
  }
  const opened = await deps.connect({
    host,
    ...(await typedCredential(deps.renewed, request)),
    ...(masterPassword === '' ? {} : { masterPassword }),
  });
  if (!opened.encrypted && passphrase === '') {
    leave(opened);
    throw new AppError('passphrase-needed', 'nothing to seal the credential with');
  }
  const secret = opened.encrypted ? masterPassword : passphrase;
  const recordKey = newKeyText();
  const sealed = { apiKey: generation === 'v7' ? '' : apiKey, recordKey };
  if (generation === 'v7') await deps.pairs.keep(recordKey, opened.save().tokens);
  await deps.account.set({
    host: opened.save().base,
    keyDerivation: opened.save().keyDerivation,
    user: opened.user.name || opened.user.email,
    secret: opened.encrypted ? 'master-password' : 'passphrase',
    sealed: await sealCredential(sealed, secret),
  });
  return { opened, recordKey };
}

/** Tokens may have been renewed by an attempt that failed later, at the master password. */
async function typedCredential(
  store: StoredText,
  { apiKey, refreshToken = '' }: SignInRequest,
): Promise<Pick<ConnectOptions, 'credential' | 'onTokens'>> {
  if (refreshToken === '') return { credential: { apiKey } };
  const [typed, renewed = ''] = (await store.get()).split('\n');
  const newest = typed === apiKey ? parseTokens(renewed) : null;
  return {
    credential: {
      accessToken: newest?.token ?? apiKey,
      refreshToken: newest?.refreshToken ?? refreshToken,
    },
    onTokens: (tokens) => store.set(`${apiKey}\n${JSON.stringify(tokens)}`),
  };
}
