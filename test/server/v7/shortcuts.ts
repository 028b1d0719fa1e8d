import type { Hono } from 'hono';
import { optionalText, readBody, requireText } from '../http/body.ts';
import { allRows } from '../state/contents.ts';
import { answer } from './answer.ts';
import type { V7Env } from './env.ts';
import { rowFilter } from './row-filter.ts';

/** Shortcuts: section 2b.6. */
export function addShortcutRoutes(app: Hono<V7Env>): void {
  app.post('/shortcuts', async (c) => {
    const { state, user, find } = c.var;
    const body = await readBody(c);
    const vaultId = requireText(body, 'vaultId');
    const folderId = optionalText(body, 'folderId');
    const { id: itemId } = find.item(requireText(body, 'itemId'));
    find.place(vaultId, folderId);
    const key = optionalText(body, 'keyEncrypted');
    const id = state.newId();
    state.shortcuts.set(id, { id, itemId, vaultId, folderId, key, creator: user.login });
    return answer(c, { id });
  });

  app.get('/shortcuts/search', (c) => {
    const { state, user, view } = c.var;
    const rows = allRows(state, user, rowFilter(c)).flatMap(({ item, shortcut }) =>
      shortcut === undefined ? [] : [view.shortcutRow(item, shortcut)],
    );
    return answer(c, { items: rows });
  });

  app.get('/shortcuts/:id', (c) => {
    const { shortcut, item } = c.var.find.shortcut(c.req.param('id'));
    return answer(c, c.var.view.shortcutItem(item, shortcut));
  });
}
