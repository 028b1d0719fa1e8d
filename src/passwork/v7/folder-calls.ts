import type { Caller } from '../http/call.ts';
import { checkId } from '../input.ts';
import type { Passwork } from '../passwork.ts';
import { unsupported } from '../unsupported.ts';
import { parseId } from './item-calls.ts';
import { parseFolder } from './parse.ts';
import { toPlace } from './relocate-item.ts';

export type FolderCalls = Pick<
  Passwork,
  'addFolder' | 'renameFolder' | 'moveFolder' | 'copyFolder' | 'deleteFolder'
>;

/** Changes of folders (section 2b.4 of the protocol notes). */
export function createFolderCalls(call: Caller): FolderCalls {
  return {
    async addFolder({ vaultId, name, parentId }, { signal } = {}) {
      const parentFolderId = parentId ? checkId(parentId) : null;
      const body = { name, vaultId: checkId(vaultId), parentFolderId };
      return call({ method: 'POST', path: ['folders'], body, write: true, parse: parseId, signal });
    },
    async renameFolder(id, name, { signal } = {}) {
      const path = ['folders', checkId(id)];
      await call({ method: 'POST', path, body: { name }, write: true, parse: () => null, signal });
    },
    async moveFolder(id, target, { signal } = {}) {
      const path = ['folders', checkId(id)];
      const { vaultId, folderId } = toPlace(target);
      const folder = await call({ method: 'GET', path, parse: parseFolder, signal });
      // The call names no vault, and how keys would go along is not known.
      if (folder.vaultId !== vaultId) return unsupported('moving a folder between vaults');
      await call({
        method: 'POST',
        path: [...path, 'move'],
        body: { targetFolderId: folderId },
        write: true,
        parse: () => null,
        signal,
      });
    },
    // Item by item it could end half done, and no call that does it at once is known.
    copyFolder: () => unsupported('copying a folder'),
    async deleteFolder(id, { signal } = {}) {
      const path = ['folders', checkId(id)];
      await call({ method: 'DELETE', path, body: {}, write: true, parse: () => null, signal });
    },
  };
}
