import { accessTo } from '../state/rights.ts';
import {
  type Folder,
  type InboxEntry,
  type Item,
  openSealed,
  type PastItem,
  type Right,
  type Shortcut,
  type State,
  type StoredAttachment,
  type User,
  type Vault,
} from '../state/state.ts';
import type { VaultType } from './env.ts';

type Step = { name: string; vaultId: string; folderId: string | null };

const reading = ['directory:read', 'item:read'];
const writing = [
  'directory:read',
  'directory:edit',
  'item:read',
  'item:create',
  'item:edit',
  'item:delete',
];
const permissions: Record<Right, readonly string[]> = {
  admin: writing,
  write: writing,
  read: reading,
  received: [],
  none: [],
};

/** Words for people; only `Administrator` is from a saved answer. */
const accessNames: Record<Right, string> = {
  admin: 'Administrator',
  write: 'Editing',
  read: 'Reading',
  received: 'Received',
  none: 'No access',
};

export type V7View = ReturnType<typeof createView>;

/** What one user is shown, in the shapes of section 2b; made anew for each request. */
export function createView(state: State, user: User, vaultTypes: readonly VaultType[]) {
  const paths = new Map<string, Step[]>();

  /** From the vault down to the folder itself. */
  const path = (vaultId: string, folderId: string | null): Step[] => {
    const key = folderId ?? vaultId;
    const known = paths.get(key);
    if (known) return known;
    const folder = folderId === null ? undefined : state.folders.get(folderId);
    const name = folder?.name ?? state.vaults.get(vaultId)?.name ?? '';
    const above = folder ? path(vaultId, folder.parentId) : [];
    const steps = [...above, { name, vaultId, folderId: folder?.id ?? null }];
    paths.set(key, steps);
    return steps;
  };

  const plain = (item: Item) => ({
    name: item.name,
    login: item.login,
    url: item.url,
    ...(item.urls === null ? {} : { urls: item.urls }),
    description: item.description,
    tags: item.tags ?? [],
    color: item.colour ?? 0,
    isFavorite: user.favourites.has(item.id),
  });

  const row = (item: Item) => ({
    id: item.id,
    vaultId: item.vaultId,
    folderId: item.folderId,
    ...plain(item),
    path: path(item.vaultId, item.folderId),
  });

  /** Without the vault's key: shortcuts and inbox items bring their own. */
  const sealedItem = (item: Item) => ({
    id: item.id,
    vaultId: item.vaultId,
    folderId: item.folderId,
    ...secrets(item),
    ...plain(item),
    fieldsOrder: null,
    isDeleted: false,
  });

  const person = (id: string) => {
    const known = state.users.get(id);
    return {
      id,
      login: known?.login ?? '',
      fullName: known?.name ?? '',
      hasAvatar: false,
      isDeleted: known === undefined,
    };
  };

  const received = ({ id, senderId, createdAt, viewed }: InboxEntry) => ({
    id,
    access: 'write',
    senderId,
    createdAt,
    isViewed: viewed,
  });

  return {
    vault: (one: Vault) => {
      const { right, keys } = accessTo(state, user, one.id);
      return {
        id: one.id,
        name: one.name,
        typeId: vaultTypes.find(({ code }) => code === one.scope)?.id ?? null,
        permissions: permissions[right],
        masterKeyEncrypted: keys.masterKeyEncrypted ?? null,
        isVisible: true,
        directoryAccess: { isViewingAccess: false, access: right, accessName: accessNames[right] },
        canLeaveVault: null,
        canChangeVaultType: null,
      };
    },
    folder: ({ id, name, vaultId, parentId }: Folder) => ({
      id,
      name,
      vaultId,
      parentFolderId: parentId,
    }),
    folderWithPath: ({ id, name, vaultId, parentId }: Folder) => ({
      id,
      name,
      vaultId,
      parentFolderId: parentId,
      path: path(vaultId, id),
    }),
    /** A row of a list: no secret in it. */
    row,
    item: (item: Item) => ({
      ...sealedItem(item),
      vaultMasterKeyEncrypted: accessTo(state, user, item.vaultId).keys.masterKeyEncrypted ?? null,
    }),
    shortcutRow: (item: Item, { id, itemId, vaultId, folderId }: Shortcut) => ({
      ...row(item),
      shortcut: { id, itemId, vaultId, folderId },
    }),
    shortcutItem: (item: Item, { id, key, itemId, vaultId, folderId, creator }: Shortcut) => ({
      ...sealedItem(item),
      shortcut: { id, keyEncrypted: key, itemId, vaultId, folderId, creator },
      path: path(item.vaultId, item.folderId),
    }),
    inboxRow: (item: Item, entry: InboxEntry) => ({ ...row(item), inbox: received(entry) }),
    inboxItem: (item: Item, entry: InboxEntry) => ({
      ...sealedItem(item),
      inbox: {
        ...received(entry),
        keyEncrypted: entry.key,
        isUserNotified: true,
        sender: person(entry.senderId),
      },
    }),
    pastRow: ({ id, item, creatorId, createdAt }: PastItem) => ({
      id,
      itemId: item.id,
      creatorId,
      createdAt,
    }),
    pastItem: ({ id, item, creatorId, createdAt }: PastItem) => ({
      id,
      itemId: item.id,
      name: item.name,
      login: item.login,
      ...secrets(item),
      url: item.url,
      tags: item.tags ?? [],
      description: item.description,
      fieldsOrder: null,
      creatorId,
      createdAt,
      creator: person(creatorId),
    }),
  };
}

/** What the client encrypted, in the words of this generation. */
function secrets(item: Item) {
  const sealed = openSealed(item);
  return {
    passwordEncrypted: sealed.password,
    keyEncrypted: sealed.key,
    customs: sealed.fields ?? [],
    attachments: (sealed.attachments ?? []).map(({ id, encryptedKey, name }) => ({
      id,
      encryptedKey,
      name,
    })),
  };
}

/** A file with its content. */
export function fullAttachment({ id, name, encryptedKey, encryptedData, hash }: StoredAttachment) {
  return { id, name, encryptedKey, encryptedData, hash };
}
