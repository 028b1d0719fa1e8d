import { createAsk } from '../ask.ts';
import type { Caller } from '../http/call.ts';
import { createOpener } from '../opener.ts';
import type { Passwork, SavedSession } from '../passwork.ts';
import type { TokenKeeper } from '../tokens.ts';
import { createAttachmentCalls } from './attachment-calls.ts';
import { createEditCalls } from './edit-item.ts';
import { createFolderCalls } from './folder-calls.ts';
import { createInboxCalls } from './inbox.ts';
import { createItemCalls } from './item-calls.ts';
import { createKeyRing } from './keys.ts';
import { createLinkCall } from './link.ts';
import { createListCalls } from './lists.ts';
import { createOpenCalls } from './open.ts';
import type { V4Item } from './parse.ts';
import { createRelocateFolderCalls } from './relocate-folder.ts';
import { createRelocateItemCalls } from './relocate-item.ts';
import { createShortcutCalls } from './shortcut-calls.ts';
import { createVaultCalls } from './vault-calls.ts';

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
  const inbox = createInboxCalls(call, keys, opener);
  return {
    generation: 'v4',
    user: saved.user,
    encrypted: saved.masterKey !== '',
    ...createListCalls(call),
    ...createOpenCalls(call, keys, opener),
    ...inbox,
    ...createItemCalls(call, keys),
    ...createEditCalls(call, keys, { opener, open: inbox.openInboxItem }),
    ...createRelocateItemCalls(call, keys),
    ...createAttachmentCalls(call, opener),
    ...createLinkCall(call, opener, saved.version),
    ...createShortcutCalls(call, keys),
    ...createVaultCalls(call, keys),
    ...createFolderCalls(call),
    ...createRelocateFolderCalls(call, keys),
    ...createAsk(call),
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
