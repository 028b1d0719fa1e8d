import type { Hono } from 'hono';
import { type Body, optionalText, readBody, requireText } from '../http/body.ts';
import { succeed } from './answer.ts';
import type { V4Env } from './env.ts';
import { seconds } from './password-writes.ts';
import { type Replacement, reseal, withNewFileIds } from './reseal.ts';

/** Moving and copying one item: section 2.5. */
export function addItemMoves(app: Hono<V4Env>): void {
  app.post('/passwords/:id/move', async (c) => {
    const { find } = c.var;
    const item = find.writableItem(c.req.param('id'));
    const body = await readBody(c);
    const target = readTarget(body);
    find.place(target.vaultId, target.folderId);
    item.sealed = reseal(item, replacementOf(body));
    Object.assign(item, target, { updatedAt: seconds(c) });
    return succeed(c, item.id);
  });

  app.post('/passwords/:id/copy', async (c) => {
    const { state, find } = c.var;
    const item = find.item(c.req.param('id'));
    const body = await readBody(c);
    const target = readTarget(body);
    find.place(target.vaultId, target.folderId);
    const sealed = withNewFileIds(reseal(item, replacementOf(body)), state.newId);
    const copy = { ...item, ...target, id: state.newId(), sealed, updatedAt: seconds(c) };
    state.items.set(copy.id, { ...copy, readers: null });
    return succeed(c, copy.id);
  });
}

export type Target = { readonly vaultId: string; readonly folderId: string | null };

/** Where a move or copy goes; a null folder is the root of the vault. */
export function readTarget(body: Body): Target {
  return { vaultId: requireText(body, 'vaultTo'), folderId: optionalText(body, 'folderTo') };
}

/** The names of a single item's body; a folder's has maps in their place. */
function replacementOf(body: Body): Replacement {
  return {
    password: body.cryptedPassword,
    key: body.cryptedKey,
    fields: body.custom,
    attachments: body.attachments,
  };
}
