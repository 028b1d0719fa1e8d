import type { Caller } from '../http/call.ts';
import { checkId } from '../input.ts';
import { openEach } from '../open-each.ts';
import type { Opener } from '../opener.ts';
import type { CallOptions, Passwork } from '../passwork.ts';
import { unsupported } from '../unsupported.ts';
import type { KeyRing } from './keys.ts';
import { parseItem, type V4Item } from './parse.ts';

export type OpenCalls = Pick<
  Passwork,
  'openItem' | 'openItems' | 'openShortcut' | 'snapshots' | 'openSnapshot'
>;

/** Items and shortcuts with their secrets (sections 2.5 and 2.7 of the protocol notes). */
export function createOpenCalls(call: Caller, keys: KeyRing, opener: Opener<V4Item>): OpenCalls {
  const openAt = async (path: readonly string[], { signal }: CallOptions = {}) => {
    const source = await call({ method: 'GET', path, parse: parseItem, signal });
    const itemKey = await keys.item(source, signal);
    const { shortcut } = source;
    const place = shortcut && { vaultId: shortcut.vaultId, folderId: shortcut.folderId };
    return opener.open({ path, source, itemKey }, place);
  };
  const openItem: Passwork['openItem'] = async (id, options) =>
    openAt(['passwords', checkId(id)], options);
  return {
    openItem,
    openItems: (ids, options) => openEach(ids, (id) => openItem(id, options)),
    // The server keeps what it is sent with each change, but no call is known that gives it back.
    snapshots: () => unsupported('former states of an item'),
    openSnapshot: () => unsupported('former states of an item'),
    openShortcut: async (id, options) => openAt(['sharing', 'shortcut', checkId(id)], options),
  };
}
