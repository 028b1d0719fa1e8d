import type { Hono } from 'hono';
import { optionalText, readBody, requireText } from '../http/body.ts';
import { foldersOf } from '../state/contents.ts';
import { refuse } from '../state/refusal.ts';
import { canRead } from '../state/rights.ts';
import { matchesWords, wordsOf } from '../state/search.ts';
import { isWithin, removeFolder } from '../state/tree.ts';
import { answer } from './answer.ts';
import type { V7Env } from './env.ts';

/** Folders: section 2b.4. */
export function addFolderRoutes(app: Hono<V7Env>): void {
  app.get('/folders', (c) => {
    const { state, view, find } = c.var;
    const vaultId = c.req.query('vaultId');
    if (vaultId === undefined) throw refuse.invalid('vaultId is missing', 'vaultId');
    find.vault(vaultId);
    return answer(c, { items: foldersOf(state, vaultId).map(view.folder) });
  });

  app.get('/folders/search', (c) => {
    const { state, user, view } = c.var;
    const asked = wordsOf(c.req.query('query') ?? '');
    const vaultId = c.req.query('vaultId');
    const found = [...state.folders.values()].filter(
      (folder) =>
        canRead(state, user, folder.vaultId) &&
        (vaultId === undefined || folder.vaultId === vaultId) &&
        matchesWords([folder.name], asked),
    );
    return answer(c, { items: found.map(view.folderWithPath) });
  });

  app.get('/folders/:id', (c) => {
    return answer(c, c.var.view.folder(c.var.find.folder(c.req.param('id'))));
  });

  app.post('/folders', async (c) => {
    const { state, find } = c.var;
    const body = await readBody(c);
    const name = requireText(body, 'name');
    const vaultId = requireText(body, 'vaultId');
    const parentId = optionalText(body, 'parentFolderId');
    find.place(vaultId, parentId);
    const id = state.newId();
    state.folders.set(id, { id, vaultId, parentId, name });
    return answer(c, { id });
  });

  app.post('/folders/:id', async (c) => {
    const folder = c.var.find.writableFolder(c.req.param('id'));
    folder.name = requireText(await readBody(c), 'name');
    return answer(c, { id: folder.id });
  });

  app.post('/folders/:id/move', async (c) => {
    const { state, find } = c.var;
    const folder = find.writableFolder(c.req.param('id'));
    const targetId = optionalText(await readBody(c), 'targetFolderId');
    // Keys of another vault have no place in this call, so the folder stays in its own.
    find.place(folder.vaultId, targetId);
    if (targetId !== null && isWithin(state, folder.id, targetId)) {
      throw refuse.invalid('A folder cannot lie in itself', 'targetFolderId');
    }
    folder.parentId = targetId;
    return answer(c, { id: folder.id });
  });

  app.delete('/folders/:id', (c) => {
    const { state, find } = c.var;
    removeFolder(state, find.writableFolder(c.req.param('id')));
    return answer(c, { binItemId: state.newId() });
  });
}
