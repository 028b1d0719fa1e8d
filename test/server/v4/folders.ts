import type { Hono } from 'hono';
import { optionalText, readBody, requireText } from '../http/body.ts';
import { foldersIn, rowsIn } from '../state/contents.ts';
import { refuse } from '../state/refusal.ts';
import { canRead } from '../state/rights.ts';
import { matchesWords, wordsOf } from '../state/search.ts';
import { isWithin, removeFolder } from '../state/tree.ts';
import { succeed } from './answer.ts';
import type { V4Env } from './env.ts';

/** Folders but for move and copy: section 2.4. */
export function addFolderRoutes(app: Hono<V4Env>): void {
  app.get('/folders/:id', (c) =>
    succeed(c, c.var.view.folder(c.var.find.folder(c.req.param('id')))),
  );

  app.get('/folders/:id/children', (c) => {
    const { id, vaultId } = c.var.find.folder(c.req.param('id'));
    return succeed(c, foldersIn(c.var.state, vaultId, id).map(c.var.view.folder));
  });

  app.get('/folders/:id/passwords', (c) => {
    const { state, user, view, find } = c.var;
    const { id: folderId, vaultId } = find.folder(c.req.param('id'));
    const rows = rowsIn(state, user, { vaultId, folderId });
    return succeed(
      c,
      rows.map(({ item, shortcut }) => view.entry(item, shortcut)),
    );
  });

  app.post('/folders/search', async (c) => {
    const { state, user, view } = c.var;
    const body = await readBody(c);
    const asked = wordsOf(optionalText(body, 'query') ?? '');
    const vaultId = optionalText(body, 'vaultId');
    const found = [...state.folders.values()].filter(
      (folder) =>
        canRead(state, user, folder.vaultId) &&
        (vaultId === null || folder.vaultId === vaultId) &&
        matchesWords([folder.name], asked),
    );
    return succeed(c, found.map(view.folder));
  });

  app.post('/folders', async (c) => {
    const { state, view, find } = c.var;
    const body = await readBody(c);
    const vaultId = requireText(body, 'vaultId');
    const parentId = optionalText(body, 'parentId');
    const name = requireText(body, 'name');
    find.place(vaultId, parentId);
    const folder = { id: state.newId(), vaultId, parentId, name };
    state.folders.set(folder.id, folder);
    return succeed(c, view.folder(folder), 'folderCreated');
  });

  app.put('/folders/:id', async (c) => {
    const { view, find } = c.var;
    const folder = find.writableFolder(c.req.param('id'));
    const body = await readBody(c);
    const name = requireText(body, 'name');
    // A third party sends the name alone: then the folder stays where it is.
    if (body.parentId !== undefined) {
      const parentId = optionalText(body, 'parentId');
      find.place(folder.vaultId, parentId);
      if (parentId !== null && isWithin(c.var.state, folder.id, parentId)) {
        throw refuse.invalid('A folder cannot lie in itself');
      }
      folder.parentId = parentId;
    }
    folder.name = name;
    return succeed(c, view.folder(folder), 'folderRenamed');
  });

  app.delete('/folders/:id', (c) => {
    removeFolder(c.var.state, c.var.find.writableFolder(c.req.param('id')));
    return succeed(c, 'folderDeleted');
  });
}
