import { createAsk } from '../ask.ts';
import type { Caller } from '../http/call.ts';
import { createOpener } from '../opener.ts';
import type { Passwork, SavedSession } from '../passwork.ts';
import type { TokenKeeper } from '../tokens.ts';
import { createAttachmentCalls } from './attachment-calls.ts';
import { createEditCalls } from './edit-item.ts';
import { createFolderCalls } from './folder-calls.ts';
import { createItemCalls } from './item-calls.ts';
import { createKeyRing } from './keys.ts';
import { createLinkCall } from './link.ts';
import { createListCalls } from './lists.ts';
import { createOpenCalls } from './open.ts';
import type { V7Item } from './parse.ts';
import { createRelocateItemCalls } from './relocate-item.ts';
import { createShortcutCalls } from './shortcut-calls.ts';
import { createSnapshotCalls } from './snapshots.ts';
import { createVaultCalls } from './vault-calls.ts';

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
  const encrypted = masterKey !== null;
  const opening = createOpenCalls(call, keys, opener);
  const items = createItemCalls(call, keys);
  const { openItem } = opening;
  const { addItem } = items;
  return {
    generation: 'v7',
    user: saved.user,
    encrypted,
    ...createListCalls(call),
    ...opening,
    ...createSnapshotCalls(call, keys, opener),
    ...items,
    ...createEditCalls(call, keys),
    ...createRelocateItemCalls({ call, encrypted, opener, openItem, addItem }),
    ...createAttachmentCalls(call, opener),
    ...createLinkCall(call, opener),
    ...createShortcutCalls(call, keys),
    ...createVaultCalls(call, keys),
    ...createFolderCalls(call),
    ...createAsk(call),
    downloadAttachment: opener.downloadAttachment,
    onTokens: tokens.onTokens,
    save: () => ({ ...saved, tokens: tokens.peek() }),
    // No call that ends a session of a program is known: the tokens are forgotten here.
    logout: async () => tokens.close(),
  };
}
