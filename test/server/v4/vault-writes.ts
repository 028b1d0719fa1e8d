import type { Hono } from 'hono';
import { type Body, optionalText, readBody, requireText } from '../http/body.ts';
import type { VaultAccess } from '../state/state.ts';
import { removeVault } from '../state/tree.ts';
import { succeed } from './answer.ts';
import type { V4Env } from './env.ts';

/** Creating, renaming and deleting vaults: section 2.3. */
export function addVaultWrites(app: Hono<V4Env>): void {
  app.post('/vaults', async (c) => {
    const { state, user } = c.var;
    const body = await readBody(c);
    const id = state.newId();
    const company = typeof body.domainId === 'string' && body.isPrivate !== true;
    state.vaults.set(id, {
      id,
      name: requireText(body, 'name'),
      scope: company ? 'domain' : 'private',
      access: new Map([[user.id, creatorAccess(body, company ? user.domainKey : undefined)]]),
    });
    return succeed(c, id, 'vaultCreated');
  });

  app.put('/vaults/:id', async (c) => {
    const vault = c.var.find.ownVault(c.req.param('id'));
    vault.name = requireText(await readBody(c), 'name');
    return succeed(c, vault.id, 'vaultUpdated');
  });

  app.delete('/vaults/:id', (c) => {
    const { id } = c.var.find.ownVault(c.req.param('id'));
    removeVault(c.var.state, id);
    return succeed(c, `Vault ${id} deleted`);
  });
}

/** `passwordCrypted` is under the user's own key, `mpCrypted` under the company's. */
function creatorAccess(body: Body, domainMaster: string | null | undefined): VaultAccess {
  const shared = requireText(body, 'mpCrypted');
  requireText(body, 'salt');
  requireText(body, 'passwordHash');
  if (domainMaster !== undefined) {
    return { right: 'admin', keys: { vaultPasswordCrypted: shared, domainMaster } };
  }
  return {
    right: 'admin',
    keys: { vaultPasswordCrypted: optionalText(body, 'passwordCrypted') ?? shared },
  };
}
