import type { Hono } from 'hono';
import { allRows, rowsIn } from '../state/contents.ts';
import { refuse } from '../state/refusal.ts';
import { openSealed } from '../state/state.ts';
import { answer } from './answer.ts';
import type { V7Env } from './env.ts';
import { rowFilter } from './row-filter.ts';
import { fullAttachment } from './view.ts';

/** Finding and reading items: section 2b.5. */
export function addItemRoutes(app: Hono<V7Env>): void {
  app.get('/items', (c) => {
    const { state, user, view, find } = c.var;
    const { vaultId, folderId } = c.req.query();
    if (vaultId === undefined) throw refuse.invalid('vaultId is missing', 'vaultId');
    find.vault(vaultId);
    if (folderId !== undefined) find.folder(folderId);
    const rows =
      folderId === undefined
        ? allRows(state, user, ({ item }) => item.vaultId === vaultId)
        : rowsIn(state, user, { vaultId, folderId });
    const items = rows.filter(({ shortcut }) => shortcut === undefined);
    return answer(c, { items: items.map(({ item }) => view.row(item)) });
  });

  app.get('/items/search', (c) => {
    const { state, user, view } = c.var;
    const matches = rowFilter(c);
    const rows = allRows(state, user, (row) => row.shortcut === undefined && matches(row));
    return answer(c, { items: rows.map(({ item }) => view.row(item)) });
  });

  app.get('/items/:id', (c) => answer(c, c.var.view.item(c.var.find.item(c.req.param('id')))));

  app.get('/items/:id/attachment/:attachmentId', (c) => {
    const item = c.var.find.reachableItem(c.req.param('id'));
    const { attachments } = openSealed(item);
    const file = attachments?.find(({ id }) => id === c.req.param('attachmentId'));
    if (!file) throw refuse.notFound();
    return answer(c, fullAttachment(file));
  });
}
