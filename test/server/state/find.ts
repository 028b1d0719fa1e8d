import { refuse } from './refusal.ts';
import { accessTo, canRead, canWrite, receivedItem, seesItem } from './rights.ts';
import type { Folder, Item, Shortcut, State, User, Vault } from './state.ts';

/** Ways from an id to what it names. Each throws the refusal that section 5 asks for. */
export type Finder = ReturnType<typeof createFinder>;

/** Knowing an id is no right: what exists but is closed is denied, what does not is not found. */
export function createFinder(state: State, user: User) {
  const vault = (id: string): Vault => {
    const found = state.vaults.get(id);
    if (!found) throw refuse.notFound();
    if (!canRead(state, user, id)) throw refuse.denied();
    return found;
  };
  const writableVault = (id: string): Vault => {
    const found = vault(id);
    if (!canWrite(state, user, id)) throw refuse.denied();
    return found;
  };
  const ownVault = (id: string): Vault => {
    const found = vault(id);
    if (accessTo(state, user, id).right !== 'admin') throw refuse.denied();
    return found;
  };
  const folder = (id: string): Folder => {
    const found = state.folders.get(id);
    if (!found) throw refuse.notFound();
    vault(found.vaultId);
    return found;
  };
  const item = (id: string): Item => {
    const found = state.items.get(id);
    if (!found) throw refuse.noItem();
    if (!seesItem(state, user, found)) throw refuse.denied();
    return found;
  };
  /** Section 2.6: attachments and edits of a received item are open to the receiver. */
  const reachableItem = (id: string): Item => {
    const found = state.items.get(id);
    if (found && receivedItem(state, user, found)) return found;
    return item(id);
  };
  const shortcut = (id: string): { shortcut: Shortcut; item: Item } => {
    const found = state.shortcuts.get(id);
    const target = found && state.items.get(found.itemId);
    if (!found || !target) throw refuse.notFound();
    vault(found.vaultId);
    return { shortcut: found, item: target };
  };
  return {
    vault,
    writableVault,
    ownVault,
    folder,
    writableFolder: (id: string): Folder => {
      const found = folder(id);
      writableVault(found.vaultId);
      return found;
    },
    item,
    writableItem: (id: string): Item => {
      const found = item(id);
      writableVault(found.vaultId);
      return found;
    },
    reachableItem,
    editableItem: (id: string): Item => {
      const found = reachableItem(id);
      if (!receivedItem(state, user, found)) writableVault(found.vaultId);
      return found;
    },
    shortcut,
    writableShortcut: (id: string): { shortcut: Shortcut; item: Item } => {
      const found = shortcut(id);
      writableVault(found.shortcut.vaultId);
      return found;
    },
    /** Where something is put: a vault and, if not in its root, a folder of that vault. */
    place: (vaultId: string, folderId: string | null): void => {
      writableVault(vaultId);
      if (folderId !== null && folder(folderId).vaultId !== vaultId) {
        throw refuse.invalid('The folder belongs to another vault', 'folderId');
      }
    },
  };
}
