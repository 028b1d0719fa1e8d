/** What each method of the manual's tables has to do, by its name. */
import { expect } from 'vitest';
import { probe, resume, sealText, unsealText } from '../../src/passwork/index.ts';
import type { NewAttachment } from '../../src/passwork/passwork.ts';
import { required, type World } from './connector-table.world.ts';

type Check = (world: World) => Promise<unknown>;

/** Not methods of the session but exports of the package. */
export const exported = ['connect', 'resume', 'probe', 'sealText', 'unsealText'];

const file: NewAttachment = { name: 'note.txt', bytes: new Uint8Array([1, 2, 200]) };
const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
const gone = { code: 'not-found' };

const newItem = ({ passwork, places: { vaultId } }: World, password = 'secret') =>
  passwork.addItem({ vaultId, name: 'Made by a check', password, attachments: [file] });

export const checks: Readonly<Record<string, Check>> = {
  connect: async ({ signIn }) => expect((await signIn()).user.name).not.toBe(''),
  resume: async ({ passwork, places: { itemId } }) => {
    const resumed = await resume(passwork.save());
    expect((await resumed.openItem(itemId)).password).toBe('secret');
  },
  probe: async ({ passwork }) => {
    const { generation, base } = passwork.save();
    expect(await probe(base)).toMatchObject({ generation, base });
  },
  sealText: async ({ passwork }) => {
    const sealed = await sealText(JSON.stringify(passwork.save()), 'passphrase');
    expect(sealed).not.toContain(passwork.save().tokens.token);
    expect(JSON.parse(await unsealText(sealed, 'passphrase'))).toEqual(passwork.save());
  },
  unsealText: async () =>
    expect(unsealText(await sealText('x', 'right'), 'wrong')).rejects.toThrow(),
  save: async ({ passwork }) => expect(passwork.save().masterKey).toHaveLength(88),
  onTokens: async ({ passwork, expire }) => {
    const heard: string[] = [];
    const end = passwork.onTokens(({ token }) => void heard.push(token));
    expire();
    await passwork.vaults();
    end();
    expect(heard).toEqual([passwork.save().tokens.token]);
  },
  logout: async ({ signIn }) => {
    const other = await signIn();
    await other.logout();
    await expect(other.vaults()).rejects.toMatchObject({ code: 'session-expired' });
  },

  vaults: async ({ passwork, places: { vaultId } }) =>
    expect(idsOf(await passwork.vaults())).toContain(vaultId),
  vaultContent: async ({ passwork, places: { vaultId, itemId } }) =>
    expect(idsOf((await passwork.vaultContent(vaultId)).items)).toContain(itemId),
  items: async ({ passwork, places: { vaultId, itemId } }) => {
    const row = (await passwork.items({ vaultId })).find(({ id }) => id === itemId);
    expect(row).toMatchObject({ tags: ['table'], colour: 2 });
    expect(idsOf(await passwork.items({ vaultId, folderId: null }))).toContain(itemId);
  },
  search: async ({ passwork, places: { itemId } }) => {
    const found = await passwork.search({ query: 'table', includeShortcuts: true });
    expect(idsOf(found)).toContain(itemId);
  },
  searchByUrl: async ({ passwork, places: { itemId } }) =>
    expect(idsOf(await passwork.searchByUrl('https://table.example/'))).toContain(itemId),
  recent: async ({ passwork, places: { itemId } }) => {
    await passwork.openItem(itemId);
    expect(idsOf(await passwork.recent())).toContain(itemId);
  },
  favourites: async ({ passwork }) =>
    expect((await passwork.favourites()).every((row) => row.favourite)).toBe(true),
  tags: async ({ passwork }) => expect(await passwork.tags()).toContain('table'),
  colours: async ({ passwork }) => expect(await passwork.colours()).toContain(2),

  openItem: async ({ passwork, places: { itemId } }) =>
    expect(await passwork.openItem(itemId)).toMatchObject({ login: 'me', password: 'secret' }),
  openItems: async ({ passwork, places: { itemId } }) => {
    const results = await passwork.openItems([itemId, 'f'.repeat(24)]);
    expect(results).toMatchObject([{ item: { password: 'secret' } }, { error: gone }]);
  },
  downloadAttachment: async ({ passwork, places: { itemId } }) => {
    const item = await passwork.openItem(itemId);
    const { bytes } = await passwork.downloadAttachment(item, required(item.attachments[0]).id);
    expect([...bytes]).toEqual([0, 128, 255]);
  },
  addItem: async (world) =>
    expect((await world.passwork.openItem(await newItem(world, 'new'))).password).toBe('new'),
  editItem: async (world) => {
    const id = await newItem(world);
    await world.passwork.editItem(id, { login: 'other' });
    const edited = { login: 'other', password: 'secret' };
    expect(await world.passwork.openItem(id)).toMatchObject(edited);
  },
  deleteItem: async (world) => {
    const id = await newItem(world);
    await world.passwork.deleteItem(id);
    await expect(world.passwork.openItem(id)).rejects.toMatchObject(gone);
  },
  moveItem: async (world) => {
    const { passwork, places } = world;
    const folderId = await passwork.addFolder({ vaultId: places.vaultId, name: 'Target' });
    const id = await passwork.moveItem(await newItem(world), { vaultId: places.vaultId, folderId });
    expect(await passwork.openItem(id)).toMatchObject({ folderId, password: 'secret' });
  },
  copyItem: async (world) => {
    const { passwork, places } = world;
    const id = await passwork.copyItem(await newItem(world), { vaultId: places.ownVaultId });
    const copy = { vaultId: places.ownVaultId, password: 'secret' };
    expect(await passwork.openItem(id)).toMatchObject(copy);
  },
  addAttachment: async (world) => {
    const id = await newItem(world);
    await world.passwork.addAttachment(await world.passwork.openItem(id), file);
    expect((await world.passwork.openItem(id)).attachments).toHaveLength(2);
  },
  removeAttachment: async (world) => {
    const { passwork } = world;
    const id = await newItem(world);
    const item = await passwork.openItem(id);
    await passwork.removeAttachment(item, required(item.attachments[0]).id);
    expect((await passwork.openItem(id)).attachments).toEqual([]);
  },
  favourite: async (world) => {
    const id = await newItem(world);
    await world.passwork.favourite(id, true);
    expect(idsOf(await world.passwork.favourites())).toContain(id);
    await world.passwork.favourite(id, false);
    expect(idsOf(await world.passwork.favourites())).not.toContain(id);
  },
  createLink: async ({ passwork, places: { itemId } }) => {
    const link = { expires: 'week' } as const;
    const url = await passwork.createLink(await passwork.openItem(itemId), link);
    expect(url).toMatch(/^https?:.*#code=/);
  },
  snapshots: async (world) => {
    const id = await newItem(world);
    await world.passwork.editItem(id, { password: 'later' });
    expect(await world.passwork.snapshots(id)).not.toEqual([]);
  },
  openSnapshot: async (world) => {
    const { passwork } = world;
    const id = await newItem(world);
    await passwork.editItem(id, { password: 'later' });
    const former = required((await passwork.snapshots(id))[0]);
    expect((await passwork.openSnapshot(former)).password).toBe('secret');
  },

  inbox: async ({ passwork, places: { inboxId } }) =>
    expect(idsOf(await passwork.inbox())).toContain(inboxId),
  openInboxItem: async ({ passwork, places: { inboxId } }) => {
    expect((await passwork.openInboxItem(inboxId)).password).not.toBe('');
    expect((await passwork.inbox()).find(({ id }) => id === inboxId)?.viewed).toBe(true);
  },
  editInboxItem: async ({ passwork }) => {
    const entries = await passwork.inbox();
    const edit = ({ id }: { id: string }) => passwork.editInboxItem(id, { login: 'by check' });
    // Some were sent to be read only.
    const results = await Promise.allSettled(entries.map(edit));
    const edited = entries.filter((_, at) => results[at]?.status === 'fulfilled');
    expect((await passwork.openInboxItem(required(edited[0]).id)).login).toBe('by check');
  },

  openShortcut: async ({ passwork, places: { shortcutId } }) =>
    expect(await passwork.openShortcut(shortcutId)).not.toHaveProperty('passwordUnreadable'),
  addShortcut: async ({ passwork, places: { itemId, ownVaultId } }) => {
    const id = await passwork.addShortcut(itemId, { vaultId: ownVaultId });
    expect((await passwork.openShortcut(id)).password).toBe('secret');
  },
  editShortcut: async ({ passwork, places: { shortcutId } }) => {
    await passwork.editShortcut(shortcutId, { login: 'by shortcut' });
    expect((await passwork.openShortcut(shortcutId)).login).toBe('by shortcut');
  },
  copyShortcut: async (world) => expect(await copiedShortcut(world)).not.toBe(''),
  moveShortcut: async (world) => {
    const { passwork, places } = world;
    const id = await copiedShortcut(world);
    await passwork.moveShortcut(id, { vaultId: places.vaultId });
    expect((await passwork.openShortcut(id)).vaultId).toBe(places.vaultId);
  },
  deleteShortcut: async (world) => {
    const id = await copiedShortcut(world);
    await world.passwork.deleteShortcut(id);
    await expect(world.passwork.openShortcut(id)).rejects.toMatchObject(gone);
  },
  favouriteShortcut: async ({ passwork, places: { shortcutId } }) => {
    await passwork.favouriteShortcut(shortcutId, true);
    const isThere = async () =>
      (await passwork.favourites()).some((row) => row.shortcutId === shortcutId);
    expect(await isThere()).toBe(true);
    await passwork.favouriteShortcut(shortcutId, false);
    expect(await isThere()).toBe(false);
  },

  addVault: async ({ passwork }) => {
    const id = await passwork.addVault({ name: 'Fresh', kind: 'private' });
    expect(await passwork.vaults()).toContainEqual({ id, name: 'Fresh', kind: 'private' });
  },
  renameVault: async ({ passwork }) => {
    const id = await passwork.addVault({ name: 'Fresh', kind: 'company' });
    await passwork.renameVault(id, 'Renamed');
    expect((await passwork.vaults()).find((one) => one.id === id)?.name).toBe('Renamed');
  },
  deleteVault: async ({ passwork }) => {
    const id = await passwork.addVault({ name: 'Fresh', kind: 'company' });
    await passwork.deleteVault(id);
    expect(idsOf(await passwork.vaults())).not.toContain(id);
  },
  folders: async ({ passwork, places: { vaultId } }) => {
    const parentId = await passwork.addFolder({ vaultId, name: 'Outer' });
    const id = await passwork.addFolder({ vaultId, name: 'Inner', parentId });
    const inner = { id, vaultId, parentId, name: 'Inner' };
    expect(await passwork.folders(vaultId)).toContainEqual(inner);
  },
  searchFolders: async ({ passwork, places: { vaultId } }) => {
    const id = await passwork.addFolder({ vaultId, name: 'Haystack' });
    expect(idsOf(await passwork.searchFolders({ query: 'haystack' }))).toContain(id);
  },
  addFolder: async ({ passwork, places: { vaultId } }) => {
    const id = await passwork.addFolder({ vaultId, name: 'New' });
    expect(idsOf(await passwork.folders(vaultId))).toContain(id);
  },
  renameFolder: async ({ passwork, places: { vaultId } }) => {
    const id = await passwork.addFolder({ vaultId, name: 'New' });
    await passwork.renameFolder(id, 'Renamed');
    const found = (await passwork.folders(vaultId)).find((one) => one.id === id);
    expect(found?.name).toBe('Renamed');
  },
  deleteFolder: async ({ passwork, places: { vaultId } }) => {
    const id = await passwork.addFolder({ vaultId, name: 'New' });
    await passwork.deleteFolder(id);
    expect(idsOf(await passwork.folders(vaultId))).not.toContain(id);
  },
  moveFolder: async ({ passwork, places: { vaultId } }) => {
    const parentId = await passwork.addFolder({ vaultId, name: 'Outer' });
    const id = await passwork.addFolder({ vaultId, name: 'Inner' });
    await passwork.moveFolder(id, { vaultId, folderId: parentId });
    const found = (await passwork.folders(vaultId)).find((one) => one.id === id);
    expect(found?.parentId).toBe(parentId);
  },
  copyFolder: async ({ passwork, places: { vaultId, ownVaultId } }) => {
    const id = await passwork.addFolder({ vaultId, name: 'To copy' });
    await passwork.copyFolder(id, { vaultId: ownVaultId });
    const names = (await passwork.folders(ownVaultId)).map(({ name }) => name);
    expect(names).toContain('To copy');
  },
};

/** What a generation without a known protocol has to refuse. */
export const refusals: Readonly<
  Record<string, (world: Pick<World, 'passwork' | 'places'>) => unknown>
> = {
  recent: ({ passwork }) => passwork.recent(),
  removeAttachment: async ({ passwork, places: { itemId } }) => {
    const item = await passwork.openItem(itemId);
    return passwork.removeAttachment(item, required(item.attachments[0]).id);
  },
  favourite: ({ passwork, places }) => passwork.favourite(places.itemId, true),
  moveShortcut: ({ passwork, places }) =>
    passwork.moveShortcut(places.shortcutId, { vaultId: places.vaultId }),
  copyShortcut: ({ passwork, places }) =>
    passwork.copyShortcut(places.shortcutId, { vaultId: places.vaultId }),
  deleteShortcut: ({ passwork, places }) => passwork.deleteShortcut(places.shortcutId),
  favouriteShortcut: ({ passwork, places }) => passwork.favouriteShortcut(places.shortcutId, true),
  copyFolder: ({ passwork, places }) => passwork.copyFolder('a', { vaultId: places.vaultId }),
  addShortcut: ({ passwork, places }) =>
    passwork.addShortcut(places.itemId, { vaultId: places.vaultId }),
  openSnapshot: ({ passwork }) => passwork.openSnapshot({ id: 'a', itemId: 'b', createdAt: 0 }),
};

/** A shortcut that a check may use up. */
async function copiedShortcut({ passwork, places }: World): Promise<string> {
  const { ownVaultId: vaultId } = places;
  const rows = async () => (await passwork.items({ vaultId })).map((row) => row.shortcutId);
  const before = await rows();
  await passwork.copyShortcut(places.shortcutId, { vaultId });
  return required((await rows()).find((id) => id !== null && !before.includes(id)));
}
