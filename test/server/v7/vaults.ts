import type { Hono } from 'hono';
import { type Body, optionalMap, optionalText, readBody, requireText } from '../http/body.ts';
import { refuse } from '../state/refusal.ts';
import { canRead } from '../state/rights.ts';
import type { VaultAccess } from '../state/state.ts';
import { removeVault } from '../state/tree.ts';
import { answer } from './answer.ts';
import type { V7Context, V7Env, VaultType } from './env.ts';

/** Vaults and their types: section 2b.4. */
export function addVaultRoutes(app: Hono<V7Env>): void {
  app.get('/vaults', (c) => {
    const { state, user, view } = c.var;
    const seen = [...state.vaults.values()].filter(
      ({ id, access }) => canRead(state, user, id) && access.get(user.id)?.right !== 'received',
    );
    return answer(c, { items: seen.map(view.vault) });
  });
  app.get('/vaults/:id', (c) => answer(c, c.var.view.vault(c.var.find.vault(c.req.param('id')))));

  app.post('/vaults', async (c) => {
    const { state, user } = c.var;
    const body = await readBody(c);
    const name = requireText(body, 'name');
    const { code: scope } = typeOf(c, body);
    const keys = readKeys(body, state.encrypted);
    const access = new Map<string, VaultAccess>();
    for (const [id, masterKeyEncrypted] of Object.entries(
      optionalMap(body, 'administratorsKeys'),
    )) {
      access.set(id, { right: 'admin', keys: { masterKeyEncrypted } });
    }
    access.set(user.id, { right: 'admin', keys });
    const id = state.newId();
    state.vaults.set(id, { id, name, scope, access });
    return answer(c, { id });
  });

  app.post('/vaults/:id', async (c) => {
    const vault = c.var.find.ownVault(c.req.param('id'));
    vault.name = requireText(await readBody(c), 'name');
    return answer(c, { id: vault.id });
  });

  app.delete('/vaults/:id', (c) => {
    const { state, find } = c.var;
    removeVault(state, find.ownVault(c.req.param('id')).id);
    return answer(c, { binItemId: state.newId() });
  });

  app.get('/vault-types/all', (c) => answer(c, { items: c.var.server.vaultTypes }));

  app.get('/vault-types/:id/administrators', (c) => {
    const { server, user } = c.var;
    if (!server.vaultTypes.some(({ id }) => id === c.req.param('id'))) throw refuse.notFound();
    return answer(c, { items: [{ id: user.id, publicKey: user.keys?.public ?? null }] });
  });
}

/** The older connector names no type: the first one is meant. */
function typeOf(c: V7Context, body: Body): VaultType {
  const { vaultTypes } = c.var.server;
  const typeId = optionalText(body, 'typeId');
  const found = typeId === null ? vaultTypes[0] : vaultTypes.find(({ id }) => id === typeId);
  if (!found) throw refuse.invalid('There is no such type of vault', 'typeId');
  return found;
}

/** Refuses a vault without a key where there is encryption: nothing in it could be opened. */
function readKeys(body: Body, encrypted: boolean): Readonly<Record<string, unknown>> {
  if (!encrypted) return { masterKeyEncrypted: null };
  requireText(body, 'masterKeyHash');
  requireText(body, 'salt');
  return { masterKeyEncrypted: requireText(body, 'masterKeyEncrypted') };
}
