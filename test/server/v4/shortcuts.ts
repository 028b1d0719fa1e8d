import type { Hono } from 'hono';
import { optionalText, readBody } from '../http/body.ts';
import { succeed } from './answer.ts';
import type { V4Env } from './env.ts';
import { editItem } from './item-edit.ts';
import { seconds } from './password-writes.ts';
import { readTarget } from './relocate-item.ts';

/** An item seen through a shortcut, and the shortcut itself: section 2.7. */
export function addShortcutRoutes(app: Hono<V4Env>): void {
  app.get('/sharing/shortcut/:id', (c) => {
    const { shortcut, item } = c.var.find.shortcut(c.req.param('id'));
    return succeed(c, c.var.view.item(item, shortcut));
  });

  app.put('/sharing/shortcut/:id', async (c) => {
    const { state, view, find } = c.var;
    const { shortcut, item } = find.writableShortcut(c.req.param('id'));
    editItem(item, await readBody(c), { newId: state.newId, seconds: seconds(c) });
    return succeed(c, view.item(item, shortcut));
  });

  app.delete('/sharing/shortcut/:id', (c) => {
    const { shortcut } = c.var.find.writableShortcut(c.req.param('id'));
    c.var.state.shortcuts.delete(shortcut.id);
    return succeed(c, true);
  });

  app.post('/sharing/shortcut/:id/move', async (c) => {
    const { shortcut } = c.var.find.writableShortcut(c.req.param('id'));
    const body = await readBody(c);
    const target = readTarget(body);
    c.var.find.place(target.vaultId, target.folderId);
    Object.assign(shortcut, target, { key: optionalText(body, 'cryptedKey') });
    return succeed(c, shortcut.id);
  });

  app.post('/sharing/shortcut/:id/copy', async (c) => {
    const { state, find } = c.var;
    const { shortcut } = find.shortcut(c.req.param('id'));
    const body = await readBody(c);
    const target = readTarget(body);
    find.place(target.vaultId, target.folderId);
    const id = state.newId();
    const { itemId } = shortcut;
    const { login: creator } = c.var.user;
    state.shortcuts.set(id, {
      id,
      itemId,
      creator,
      ...target,
      key: optionalText(body, 'cryptedKey'),
    });
    return succeed(c, id);
  });

  app.post('/sharing/shortcut/:id/favorite', (c) => {
    c.var.user.favourites.add(c.var.find.shortcut(c.req.param('id')).shortcut.id);
    return succeed(c, true);
  });
  app.post('/sharing/shortcut/:id/unfavorite', (c) => {
    c.var.user.favourites.delete(c.var.find.shortcut(c.req.param('id')).shortcut.id);
    return succeed(c, true);
  });

  app.get('/sharing/shortcut/:id/sharingInfo', (c) => {
    c.var.find.shortcut(c.req.param('id'));
    return succeed(c, { users: [], links: [] });
  });
}
