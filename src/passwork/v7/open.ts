import { mapConcurrently } from '../concurrent.ts';
import type { Caller } from '../http/call.ts';
import { checkId } from '../input.ts';
import { settle } from '../open-each.ts';
import type { Opener } from '../opener.ts';
import type { CallOptions, Passwork } from '../passwork.ts';
import { fetchBatch, toBatches } from './batch.ts';
import type { KeyRing } from './keys.ts';
import { parseInboxRow, parseItem, parseItems, type V7Item } from './parse.ts';

export type OpenCalls = Pick<
  Passwork,
  'openItem' | 'openItems' | 'openShortcut' | 'inbox' | 'openInboxItem'
>;

/** Items with their secrets, also through shortcuts and the inbox (sections 2b.5 and 2b.6). */
export function createOpenCalls(call: Caller, keys: KeyRing, opener: Opener<V7Item>): OpenCalls {
  const openAt = async (path: readonly string[], { signal }: CallOptions = {}) =>
    openSource(await call({ method: 'GET', path, parse: parseItem, signal }), signal);
  const openSource = async (source: V7Item, signal: AbortSignal | undefined) => {
    const itemKey = await keys.item(source, signal);
    const { shortcut } = source;
    const place = shortcut && { vaultId: shortcut.vaultId, folderId: shortcut.folderId };
    // Attachments lie with the item itself, whatever way led to it.
    return opener.open({ path: ['items', source.item.id], source, itemKey }, place);
  };
  return {
    openItem: async (id, options) => openAt(['items', checkId(id)], options),
    async openItems(ids, { signal } = {}) {
      const results = await mapConcurrently(toBatches(ids), (batch) =>
        fetchBatch(call, batch, signal),
      );
      return mapConcurrently(results.flat(), (result) =>
        'error' in result
          ? Promise.resolve(result)
          : settle(result.id, openSource(result.source, signal)),
      );
    },
    openShortcut: async (id, options) => openAt(['shortcuts', checkId(id)], options),
    openInboxItem: async (id, options) => openAt(['inbox-items', checkId(id)], options),
    inbox: ({ signal } = {}) =>
      call({ method: 'GET', path: ['inbox-items'], parse: parseItems(parseInboxRow), signal }),
  };
}
