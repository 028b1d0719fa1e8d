import { type Counts, placesOf } from '../state/places.ts';
import { accessTo } from '../state/rights.ts';
import {
  type Folder,
  type InboxEntry,
  type Item,
  openSealed,
  type Shortcut,
  type State,
  type User,
  type Vault,
} from '../state/state.ts';

type Step = { order: number; name: string; type: 'vault' | 'folder' | 'inbox'; id: string };

/** Seen on saved answers next to `admin`; numbers below it are ours. */
const accessCodes = { admin: 100, write: 50, read: 10, received: 10, none: 0 } as const;

export type View = ReturnType<typeof createView>;

/**
 * What one user is shown, in the shapes of section 2. Made anew for each request: paths are
 * remembered for its length, since a list of 100,000 entries needs them again and again.
 */
export function createView(state: State, user: User) {
  const paths = new Map<string, Step[]>();

  /** From the vault down to the folder itself. */
  const path = (vaultId: string, folderId: string | null): Step[] => {
    const key = folderId ?? vaultId;
    const known = paths.get(key);
    if (known) return known;
    const folder = folderId === null ? undefined : state.folders.get(folderId);
    const above = folder ? path(vaultId, folder.parentId) : [];
    const name = folder?.name ?? state.vaults.get(vaultId)?.name ?? '';
    const type = folder ? ('folder' as const) : ('vault' as const);
    const steps = [...above, { order: above.length, name, type, id: folder?.id ?? vaultId }];
    paths.set(key, steps);
    return steps;
  };

  const none: Counts = { folders: 0, items: 0, shortcuts: 0 };
  const counts = (id: string): Counts => placesOf(state).counts.get(id) ?? none;

  const vault = (one: Vault) => ({
    id: one.id,
    name: one.name,
    access: accessTo(state, user, one.id).right,
    scope: one.scope,
    foldersAmount: counts(one.id).folders,
    passwordsAmount: counts(one.id).items,
    ...(one.scope === 'domain' ? {} : { visible: true }),
  });

  const shortcutPart = (shortcut: Shortcut) => {
    const { right } = accessTo(state, user, shortcut.vaultId);
    return {
      id: shortcut.id,
      passwordId: shortcut.itemId,
      vaultId: shortcut.vaultId,
      folderId: shortcut.folderId,
      access: right,
      accessCode: accessCodes[right],
      cryptedKey: shortcut.key,
    };
  };

  const entry = (item: Item, shortcut?: Shortcut) => {
    const place = shortcut ?? item;
    const { right } = accessTo(state, user, place.vaultId);
    return {
      id: item.id,
      vaultId: item.vaultId,
      folderId: item.folderId,
      name: item.name,
      login: item.login,
      url: item.url,
      description: item.description,
      color: item.colour,
      tags: item.tags,
      path: path(place.vaultId, place.folderId),
      access: right,
      accessCode: accessCodes[right],
      isFavorite: user.favourites.has(shortcut?.id ?? item.id),
      shortcut: shortcut ? shortcutPart(shortcut) : null,
      lastPasswordUpdate: item.passwordChangedAt,
      updatedAt: new Date(item.updatedAt * 1000).toISOString(),
    };
  };

  /** What the client encrypted, in the words of this generation. */
  const secrets = (item: Item) => {
    const sealed = openSealed(item);
    const attachments = sealed.attachments?.map(({ id, name, encryptedKey }) => ({
      id,
      name,
      encryptedKey,
    }));
    return {
      cryptedPassword: sealed.password ?? '',
      custom: sealed.fields,
      attachments: attachments ?? null,
      cryptedKey: sealed.key,
    };
  };

  /** A received item shows no path of its sender. */
  const received = (inbox: InboxEntry) => ({
    path: [{ order: 0, name: 'Inbox', type: 'inbox' as const, id: 'inbox' }],
    access: 'admin' as const,
    accessCode: accessCodes.admin,
    fromInbox: true,
    inboxId: inbox.id,
  });

  return {
    vault,
    /** Only the vault itself brings keys; lists of vaults do not. */
    vaultWithKeys: (one: Vault) => ({ ...vault(one), ...accessTo(state, user, one.id).keys }),
    folder: (one: Folder) => ({
      vaultId: one.vaultId,
      name: one.name,
      id: one.id,
      parentId: one.parentId,
      path: path(one.vaultId, one.id),
      foldersAmount: counts(one.id).folders,
      passwordsAmount: counts(one.id).items,
      shortcutsAmount: counts(one.id).shortcuts,
      access: 0,
    }),
    /** A row of a list: no secret in it. */
    entry,
    item: (item: Item, shortcut?: Shortcut) => ({ ...entry(item, shortcut), ...secrets(item) }),
    inboxEntry: (inbox: InboxEntry, item: Item) => ({ ...entry(item), ...received(inbox) }),
    inboxItem: (inbox: InboxEntry, item: Item) => ({
      ...entry(item),
      ...secrets(item),
      ...received(inbox),
    }),
  };
}
