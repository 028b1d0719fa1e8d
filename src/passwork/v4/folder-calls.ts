import type { Caller } from '../http/call.ts';
import { checkId } from '../input.ts';
import type { Passwork } from '../passwork.ts';
import { parseId } from './item-calls.ts';
import { parseFolder } from './parse.ts';

export type FolderCalls = Pick<Passwork, 'addFolder' | 'renameFolder' | 'deleteFolder'>;

/** Changes of folders themselves (section 2.4 of the protocol notes). */
export function createFolderCalls(call: Caller): FolderCalls {
  return {
    async addFolder({ vaultId, name, parentId }, { signal } = {}) {
      const body = {
        name,
        vaultId: checkId(vaultId),
        parentId: parentId ? checkId(parentId) : null,
      };
      return call({ method: 'POST', path: ['folders'], body, write: true, parse: parseId, signal });
    },
    async renameFolder(id, name, { signal } = {}) {
      const path = ['folders', checkId(id)];
      // The call sets the parent too: it is sent as it stands, or the folder would move to the root.
      const { folder } = await call({ method: 'GET', path, parse: parseFolder, signal });
      const body = { name, parentId: folder.parentId };
      await call({ method: 'PUT', path, body, write: true, parse: () => null, signal });
    },
    async deleteFolder(id, { signal } = {}) {
      const path = ['folders', checkId(id)];
      await call({ method: 'DELETE', path, write: true, parse: () => null, signal });
    },
  };
}
