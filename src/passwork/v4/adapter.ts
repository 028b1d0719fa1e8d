import type { Caller } from '../http/call.ts';
import { createOpener } from '../opener.ts';
import type { Passwork, SavedSession } from '../passwork.ts';
import type { TokenKeeper } from '../tokens.ts';
import { createInboxCalls } from './inbox.ts';
import { createItemCalls } from './item-calls.ts';
import { createKeyRing } from './keys.ts';
import { createListCalls } from './lists.ts';
import { createOpenCalls } from './open.ts';
import type { V4Item } from './parse.ts';

export type AdapterOptions = {
  readonly call: Caller;
  readonly tokens: TokenKeeper;
  readonly saved: Omit<SavedSession, 'tokens'>;
  readonly signal: AbortSignal | undefined;
};

/** Puts the calls of API v4 together behind the one interface. */
export function createAdapter({ call, tokens, saved, signal }: AdapterOptions): Passwork {
  const keys = createKeyRing(call, saved.masterKey === '' ? null : saved.masterKey, signal);
  const opener = createOpener<V4Item>(call);
  return {
    generation: 'v4',
    user: saved.user,
    encrypted: saved.masterKey !== '',
    ...createListCalls(call),
    ...createOpenCalls(call, keys, opener),
    ...createInboxCalls(call, keys, opener),
    ...createItemCalls(call, keys),
    downloadAttachment: opener.downloadAttachment,
    onTokens: tokens.onTokens,
    save: () => ({ ...saved, tokens: tokens.peek() }),
    async logout() {
      try {
        await call({ method: 'POST', path: ['auth', 'logout'], parse: () => undefined });
      } finally {
        tokens.close();
      }
    },
  };
}
