import type { Hono } from 'hono';
import { foldersIn, labelsOf, rowsIn } from '../state/contents.ts';
import { canRead } from '../state/rights.ts';
import type { Item } from '../state/state.ts';
import { succeed } from './answer.ts';
import type { V4Context, V4Env } from './env.ts';

/** Reading vaults: section 2.3. */
export function addVaultRoutes(app: Hono<V4Env>): void {
  app.get('/vaults/domain', (c) => {
    const { state, user } = c.var;
    const { domainId } = state;
    return succeed(c, { domainId, mpCrypted: user.domainKey, access: 'admin', selected: true });
  });
  app.get('/vaults/list', (c) => succeed(c, seenVaults(c).map(c.var.view.vault)));
  app.get('/vaults/count', (c) => succeed(c, seenVaults(c).length));
  app.get('/vaults/tags', (c) => succeed(c, labelsOf(itemsOf(c)).tags));
  app.get('/vaults/colors', (c) => succeed(c, labelsOf(itemsOf(c)).colours));

  app.get('/vaults/:id', (c) => {
    return succeed(c, c.var.view.vaultWithKeys(c.var.find.vault(c.req.param('id'))));
  });
  app.get('/vaults/:id/folders', (c) => succeed(c, root(c, c.req.param('id')).folders));
  app.get('/vaults/:id/passwords', (c) => succeed(c, root(c, c.req.param('id')).passwords));
  app.get('/vaults/:id/fullInfo', (c) => succeed(c, root(c, c.req.param('id'))));
  app.get('/vaults/:id/tags', (c) => succeed(c, labelsOf(itemsOf(c, c.req.param('id'))).tags));
  app.get('/vaults/:id/colors', (c) => succeed(c, labelsOf(itemsOf(c, c.req.param('id'))).colours));
  app.get('/vaults/:id/sharingInfo/:folderId?', (c) => {
    c.var.find.vault(c.req.param('id'));
    return succeed(c, { users: [], links: [] });
  });
}

/** Vaults of a user's list, those he may not open included. */
function seenVaults(c: V4Context) {
  const { state, user } = c.var;
  return [...state.vaults.values()].filter((vault) => {
    const access = vault.access.get(user.id);
    return access !== undefined && access.right !== 'received';
  });
}

/** Items of one vault or of all. Like the amounts, labels count what the user may not open as well. */
function itemsOf(c: V4Context, vaultId?: string): Item[] {
  const { state, user, find } = c.var;
  if (vaultId !== undefined) find.vault(vaultId);
  return [...state.items.values()].filter((item) =>
    vaultId === undefined ? canRead(state, user, item.vaultId) : item.vaultId === vaultId,
  );
}

/** Saved answers of `fullInfo` hold the root of the vault only, not what lies in folders. */
function root(c: V4Context, vaultId: string) {
  const { state, user, view, find } = c.var;
  find.vault(vaultId);
  return {
    folders: foldersIn(state, vaultId, null).map(view.folder),
    passwords: rowsIn(state, user, { vaultId, folderId: null }).map(({ item, shortcut }) =>
      view.entry(item, shortcut),
    ),
  };
}
