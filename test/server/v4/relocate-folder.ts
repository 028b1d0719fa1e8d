import type { Hono } from 'hono';
import { type Body, optionalMap, readBody } from '../http/body.ts';
import { isJsonObject } from '../state/json.ts';
import { refuse } from '../state/refusal.ts';
import type { Item, Sealed, Shortcut } from '../state/state.ts';
import { type Subtree, subtreeOf } from '../state/tree.ts';
import { succeed } from './answer.ts';
import type { V4Env } from './env.ts';
import { readTarget } from './relocate-item.ts';
import { reseal, withNewFileIds } from './reseal.ts';

/** Moving and copying a folder with all it holds, in one request: section 2.4. */
export function addFolderMoves(app: Hono<V4Env>): void {
  app.post('/folders/:id/move', async (c) => {
    const { state, find } = c.var;
    const folder = find.writableFolder(c.req.param('id'));
    const body = await readBody(c);
    const { vaultId, folderId } = readTarget(body);
    find.place(vaultId, folderId);
    const tree = subtreeOf(state, folder);
    if (tree.folders.some(({ id }) => id === folderId)) {
      throw refuse.invalid('A folder cannot be moved into itself');
    }
    const { items, shortcuts } = readSubtree(tree, body);
    for (const [item, sealed] of items) Object.assign(item, { vaultId, sealed });
    for (const [shortcut, key] of shortcuts) Object.assign(shortcut, { vaultId, key });
    for (const each of tree.folders) each.vaultId = vaultId;
    folder.parentId = folderId;
    return succeed(c, folder.id);
  });

  app.post('/folders/:id/copy', async (c) => {
    const { state, find } = c.var;
    const folder = find.folder(c.req.param('id'));
    const body = await readBody(c);
    const { vaultId, folderId } = readTarget(body);
    find.place(vaultId, folderId);
    const tree = subtreeOf(state, folder);
    const { items, shortcuts } = readSubtree(tree, body);
    const ids = new Map(tree.folders.map(({ id }) => [id, state.newId()]));
    const renamed = (id: string | null) => ids.get(id ?? '') ?? null;
    for (const each of tree.folders) {
      const id = ids.get(each.id) ?? '';
      const parentId = each === folder ? folderId : renamed(each.parentId);
      state.folders.set(id, { id, vaultId, parentId, name: each.name });
    }
    for (const [item, sealed] of items) {
      const id = state.newId();
      const place = { vaultId, folderId: renamed(item.folderId) };
      const copied = withNewFileIds(sealed, state.newId);
      state.items.set(id, { ...item, ...place, id, sealed: copied, readers: null });
    }
    for (const [shortcut, key] of shortcuts) {
      const id = state.newId();
      const place = { vaultId, folderId: renamed(shortcut.folderId) };
      state.shortcuts.set(id, { ...shortcut, ...place, id, key });
    }
    return succeed(c, ids.get(folder.id));
  });
}

type Renewed = {
  readonly items: readonly (readonly [Item, Sealed])[];
  readonly shortcuts: readonly (readonly [Shortcut, string | null])[];
};

/** All new ciphertexts of a subtree. Complete or refused: a half-moved folder cannot be opened. */
function readSubtree(tree: Subtree, body: Body): Renewed {
  const passwords = optionalMap(body, 'cryptedPasswords');
  const keys = optionalMap(body, 'cryptedKeys');
  const fields = optionalMap(body, 'custom');
  const attachments = optionalMap(body, 'attachments');
  const shortcuts = optionalMap(body, 'shortcuts');
  return {
    items: tree.items.map((item) => {
      const { id } = item;
      const sealed = reseal(item, {
        password: passwords[id],
        key: keys[id],
        fields: fields[id],
        attachments: attachments[id],
      });
      return [item, sealed] as const;
    }),
    shortcuts: tree.shortcuts.map((shortcut) => {
      const given = shortcuts[shortcut.id];
      if (!isJsonObject(given)) throw refuse.invalid('A shortcut is missing');
      return [shortcut, typeof given.cryptedKey === 'string' ? given.cryptedKey : null] as const;
    }),
  };
}
