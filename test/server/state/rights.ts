import type { Item, State, User, VaultAccess } from './state.ts';

const closed: VaultAccess = { right: 'none', keys: {} };

/** What a user may do in a vault; `none` for vaults he is no member of. */
export function accessTo(state: State, user: User, vaultId: string): VaultAccess {
  return state.vaults.get(vaultId)?.access.get(user.id) ?? closed;
}

/** `received` counts: such a vault is read by its id, though only what was sent opens in it. */
export function canRead(state: State, user: User, vaultId: string): boolean {
  return accessTo(state, user, vaultId).right !== 'none';
}

export function canWrite(state: State, user: User, vaultId: string): boolean {
  const { right } = accessTo(state, user, vaultId);
  return right === 'admin' || right === 'write';
}

/** Whether the user sees the item in its vault; what was sent to an inbox is another matter. */
export function seesItem(state: State, user: User, item: Item): boolean {
  const { right } = accessTo(state, user, item.vaultId);
  if (right === 'none') return false;
  if (right === 'received') return receivedItem(state, user, item);
  return item.readers?.has(user.id) ?? true;
}

/** Whether the item was sent to the user. */
export function receivedItem(state: State, user: User, item: Item): boolean {
  for (const entry of state.inbox.values()) {
    if (entry.itemId === item.id && entry.userId === user.id) return true;
  }
  return false;
}
