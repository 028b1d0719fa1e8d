import type { Caller } from '../http/call.ts';
import { createOpener } from '../opener.ts';
import type { Passwork, SavedSession } from '../passwork.ts';
import type { TokenKeeper } from '../tokens.ts';
import { createItemCalls } from './item-calls.ts';
import { createKeyRing } from './keys.ts';
import { createListCalls } from './lists.ts';
import { createOpenCalls } from './open.ts';
import type { V7Item } from './parse.ts';

export type AdapterOptions = {
  readonly call: Caller;
  readonly tokens: TokenKeeper;
  readonly saved: Omit<SavedSession, 'tokens'>;
  readonly signal: AbortSignal | undefined;
};

/** Puts the calls of Passwork 7 together behind the one interface. */
export function createAdapter({ call, tokens, saved, signal }: AdapterOptions): Passwork {
  const { keyPassphrase } = saved;
  const masterKey = saved.masterKey === '' ? null : saved.masterKey;
  const keys = createKeyRing({ call, masterKey, keyPassphrase, session: signal });
  const opener = createOpener<V7Item>(call);
  return {
    generation: 'v7',
    user: saved.user,
    encrypted: masterKey !== null,
    ...createListCalls(call),
    ...createOpenCalls(call, keys, opener),
    ...createItemCalls(call, keys),
    downloadAttachment: opener.downloadAttachment,
    onTokens: tokens.onTokens,
    save: () => ({ ...saved, tokens: tokens.peek() }),
    // No call that ends a session of a program is known: the tokens are forgotten here.
    logout: async () => tokens.close(),
  };
}
