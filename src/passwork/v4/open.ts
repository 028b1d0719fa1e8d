import type { Caller } from '../http/call.ts';
import { checkId } from '../input.ts';
import type { Opener } from '../opener.ts';
import type { CallOptions, Passwork } from '../passwork.ts';
import type { KeyRing } from './keys.ts';
import { parseItem, type V4Item } from './parse.ts';

export type OpenCalls = Pick<Passwork, 'openItem' | 'openShortcut'>;

/** Items and shortcuts with their secrets (sections 2.5 and 2.7 of the protocol notes). */
export function createOpenCalls(call: Caller, keys: KeyRing, opener: Opener<V4Item>): OpenCalls {
  const openAt = async (path: readonly string[], { signal }: CallOptions = {}) => {
    const source = await call({ method: 'GET', path, parse: parseItem, signal });
    const itemKey = await keys.item(source, signal);
    const { shortcut } = source;
    const place = shortcut && { vaultId: shortcut.vaultId, folderId: shortcut.folderId };
    return opener.open({ path, source, itemKey }, place);
  };
  return {
    openItem: async (id, options) => openAt(['passwords', checkId(id)], options),
    openShortcut: async (id, options) => openAt(['sharing', 'shortcut', checkId(id)], options),
  };
}
