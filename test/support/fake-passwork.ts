import { AppError } from '../../src/model/error.ts';
import type { OpenedItem } from '../../src/model/item.ts';
import type { Passwork, SavedSession, Tokens } from '../../src/passwork/index.ts';

export const savedSession: SavedSession = {
  generation: 'v4',
  base: 'https://vault.test/api/v4',
  tokens: { token: 'T1', refreshToken: 'R1', expiresAt: 0 },
  masterKey: 'K',
  legacyHash: false,
  keyDerivation: 'pbkdf:sha256:300000:64:salt',
  keyPassphrase: '',
  version: '6.4.2',
  user: { name: 'Ada', email: 'ada@example.test' },
};

export type FakePasswork = Passwork & {
  /** Pretends that the server renewed the session. */
  renew(tokens: Tokens): Promise<void>;
  readonly log: string[];
};

/** A connector that talks to nobody: what a test does not set throws. */
export function fakePasswork(
  overrides: Partial<Passwork> = {},
  saved = savedSession,
): FakePasswork {
  const log: string[] = [];
  const listeners = new Set<(tokens: Tokens) => void | Promise<void>>();
  let current = saved;
  const unexpected = (name: string) => () =>
    Promise.reject(new AppError('internal', `unexpected call of ${name}`));
  return {
    generation: 'v4',
    user: saved.user,
    encrypted: true,
    vaults: unexpected('vaults'),
    folders: unexpected('folders'),
    searchFolders: unexpected('searchFolders'),
    ask: unexpected('ask'),
    items: unexpected('items'),
    vaultContent: unexpected('vaultContent'),
    search: unexpected('search'),
    searchByUrl: unexpected('searchByUrl'),
    recent: unexpected('recent'),
    favourites: unexpected('favourites'),
    tags: unexpected('tags'),
    colours: unexpected('colours'),
    openItem: unexpected('openItem'),
    openShortcut: unexpected('openShortcut'),
    inbox: unexpected('inbox'),
    openInboxItem: unexpected('openInboxItem'),
    downloadAttachment: unexpected('downloadAttachment'),
    addItem: unexpected('addItem'),
    deleteItem: unexpected('deleteItem'),
    openItems: unexpected('openItems'),
    snapshots: unexpected('snapshots'),
    openSnapshot: unexpected('openSnapshot'),
    editItem: unexpected('editItem'),
    moveItem: unexpected('moveItem'),
    copyItem: unexpected('copyItem'),
    favourite: unexpected('favourite'),
    addAttachment: unexpected('addAttachment'),
    removeAttachment: unexpected('removeAttachment'),
    createLink: unexpected('createLink'),
    addShortcut: unexpected('addShortcut'),
    editShortcut: unexpected('editShortcut'),
    moveShortcut: unexpected('moveShortcut'),
    copyShortcut: unexpected('copyShortcut'),
    deleteShortcut: unexpected('deleteShortcut'),
    favouriteShortcut: unexpected('favouriteShortcut'),
    editInboxItem: unexpected('editInboxItem'),
    addVault: unexpected('addVault'),
    renameVault: unexpected('renameVault'),
    deleteVault: unexpected('deleteVault'),
    addFolder: unexpected('addFolder'),
    renameFolder: unexpected('renameFolder'),
    moveFolder: unexpected('moveFolder'),
    copyFolder: unexpected('copyFolder'),
    deleteFolder: unexpected('deleteFolder'),
    onTokens(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    save: () => current,
    async logout() {
      log.push('logout');
    },
    async renew(tokens) {
      current = { ...current, tokens };
      for (const listener of listeners) await listener(tokens);
    },
    log,
    ...overrides,
  };
}

export function openedItem(overrides: Partial<OpenedItem> = {}): OpenedItem {
  return {
    id: 'item',
    vaultId: 'vault',
    folderId: null,
    name: 'Wiki',
    login: 'ada',
    urls: ['https://wiki.test/login'],
    description: '',
    tags: [],
    colour: 0,
    favourite: false,
    passwordChangedAt: 0,
    password: 'hunter2',
    fields: [],
    attachments: [],
    ...overrides,
  };
}
