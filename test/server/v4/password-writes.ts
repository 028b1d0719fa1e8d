import type { Hono } from 'hono';
import { optionalText, readBody, requireText } from '../http/body.ts';
import { readAttachments, readPlainFields } from '../http/item-body.ts';
import type { Item } from '../state/state.ts';
import { removeItem } from '../state/tree.ts';
import { succeed } from './answer.ts';
import type { V4Context, V4Env } from './env.ts';
import { editItem } from './item-edit.ts';
import { readSealedFields, readSnapshot } from './sealed-body.ts';

/** Adding, editing, deleting and marking items: section 2.5. */
export function addPasswordWrites(app: Hono<V4Env>): void {
  app.post('/passwords', async (c) => {
    const { state, view, find } = c.var;
    const body = await readBody(c);
    const vaultId = requireText(body, 'vaultId');
    const folderId = optionalText(body, 'folderId');
    find.place(vaultId, folderId);
    const now = seconds(c);
    const sealed = readSealedFields(body);
    const item: Item = {
      id: state.newId(),
      vaultId,
      folderId,
      name: '',
      login: null,
      url: null,
      urls: null,
      description: null,
      colour: 0,
      tags: [],
      ...readPlainFields(body),
      passwordChangedAt: now,
      updatedAt: now,
      sealed: {
        password: sealed.password ?? '',
        // Never invented: a client that sends no key encrypted with the key of the vault.
        key: optionalText(body, 'cryptedKey'),
        fields: sealed.fields ?? null,
        attachments: readAttachments(body, state.newId),
        snapshots: readSnapshot(body),
      },
      readers: null,
    };
    state.items.set(item.id, item);
    return succeed(c, view.item(item));
  });

  app.put('/passwords/:id', async (c) => {
    const { state, view, find } = c.var;
    const item = find.editableItem(c.req.param('id'));
    editItem(item, await readBody(c), { newId: state.newId, seconds: seconds(c) });
    return succeed(c, view.item(item));
  });

  app.delete('/passwords/:id', async (c) => {
    const { id } = c.var.find.writableItem(c.req.param('id'));
    await readBody(c);
    removeItem(c.var.state, id);
    return succeed(c, `Password ${id} deleted`);
  });

  app.post('/passwords/:id/favorite', (c) => {
    c.var.user.favourites.add(c.var.find.reachableItem(c.req.param('id')).id);
    return succeed(c, true);
  });
  app.post('/passwords/:id/unfavorite', (c) => {
    c.var.user.favourites.delete(c.var.find.reachableItem(c.req.param('id')).id);
    return succeed(c, true);
  });
}

/** Unix seconds by the server's clock. */
export function seconds(c: V4Context): number {
  return Math.floor(c.var.server.now() / 1000);
}
