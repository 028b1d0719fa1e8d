/** Everything that is written to the embedded Passwork 7 is read back equal, by a session that knows nothing. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../../../src/passwork/index.ts';
import type { NewItem, Passwork } from '../../../src/passwork/passwork.ts';
import { type RunningV7Server, startV7Server } from '../../server/start.ts';

const worlds = [
  ['with encryption', { encrypted: true }],
  ['without encryption', { encrypted: false }],
  ['wrapped answers, one URL', { encrypted: true, format: 'wrapped', manyUrls: false }],
] as const;

describe.each(worlds)('%s', (_, options) => {
  let server: RunningV7Server;
  let passwork: Passwork;
  const manyUrls = !('manyUrls' in options);

  const signIn = () => {
    const { host, accessToken, refreshToken, masterPassword } = server.v7;
    return connect({
      host,
      credential: { accessToken, refreshToken },
      ...(options.encrypted && masterPassword !== null && { masterPassword }),
      limits: { minIterations: 1_000 },
    });
  };
  beforeAll(async () => {
    server = await startV7Server({ ...options, iterations: 1_000 });
    passwork = await signIn();
  });
  afterAll(() => server.close());

  const vaultOf = async (kind: 'company' | 'private') => {
    const vault = (await passwork.vaults()).find((one) => one.kind === kind);
    if (vault === undefined) throw new Error(`no ${kind} vault`);
    return vault.id;
  };
  const file = { name: 'ключ.pem', bytes: new Uint8Array([0, 127, 128, 255]) };
  const whole: Omit<NewItem, 'vaultId'> = {
    name: 'Новый \u202eitem 🔑',
    login: 'anna',
    password: 'pässwörd 🔐\r\n',
    urls: ['https://new.example/login', ...(manyUrls ? ['https://second.example'] : [])],
    description: 'two\nlines',
    tags: ['a', 'ü'],
    colour: 3,
    fields: [
      { name: 'PIN', type: 'password', value: '0000' },
      { name: 'empty', type: 'text', value: '' },
      { name: 'code', type: 'totp', value: 'otpauth://totp/x?secret=JBSWY3DPEHPK3PXP' },
    ],
    attachments: [file, { name: 'empty', bytes: new Uint8Array() }],
  };

  async function expectStored(id: string, expected: Partial<NewItem> = whole) {
    const fresh = await signIn();
    const opened = await fresh.openItem(id);
    const { attachments = [], ...texts } = expected;
    expect(opened).toMatchObject(texts);
    const files = await Promise.all(
      opened.attachments.map((one) => fresh.downloadAttachment(opened, one.id)),
    );
    expect(files.map(({ name, bytes }) => ({ name, bytes: [...bytes] }))).toEqual(
      attachments.map(({ name, bytes }) => ({ name, bytes: [...bytes] })),
    );
  }

  test('all that the demo company has can be listed and read', async () => {
    const vaults = await passwork.vaults();
    const heard: number[] = [];
    const onProgress = (items: number) => heard.push(items);
    const contents = await Promise.all(
      vaults.map(({ id }) => passwork.vaultContent(id, { onProgress })),
    );
    const rows = contents.flatMap(({ items }) => items);
    expect(heard.reduce((sum, items) => sum + items, 0)).toBe(rows.length);
    const items = rows.filter(({ shortcutId }) => shortcutId === null);
    expect(items.length).toBeGreaterThan(50);
    const results = await passwork.openItems(items.map(({ id }) => id));
    const unreadable = results.filter((one) => !('item' in one) || one.item.passwordUnreadable);
    expect(unreadable).toEqual([]);
    const shortcuts = rows.filter(({ shortcutId }) => shortcutId !== null);
    expect(shortcuts.length).toBeGreaterThan(0);
    for (const { shortcutId } of shortcuts) {
      expect(await passwork.openShortcut(shortcutId ?? '')).not.toHaveProperty(
        'passwordUnreadable',
      );
    }
    const inbox = await passwork.inbox();
    expect(inbox.length).toBeGreaterThan(0);
    for (const { id } of inbox) {
      expect(await passwork.openInboxItem(id)).not.toHaveProperty('passwordUnreadable');
    }
    expect((await passwork.favourites()).length).toBeGreaterThan(0);
    expect((await passwork.tags()).length).toBeGreaterThan(0);
    expect((await passwork.colours()).every((colour) => colour > 0)).toBe(true);
  });

  test.each(['company', 'private'] as const)('a whole item, %s', async (kind) => {
    await expectStored(await passwork.addItem({ vaultId: await vaultOf(kind), ...whole }));
  });

  test('an item of nothing but a name can be filled later', async () => {
    const id = await passwork.addItem({ vaultId: await vaultOf('company'), name: 'Bare' });
    await passwork.editItem(id, { password: 'later', fields: whole.fields ?? [] });
    await passwork.addAttachment(await passwork.openItem(id), file);
    await expectStored(id, {
      name: 'Bare',
      password: 'later',
      fields: whole.fields ?? [],
      attachments: [file],
    });
  });

  test('an edit of one field, then of all; the states before are kept', async () => {
    const id = await passwork.addItem({ vaultId: await vaultOf('company'), ...whole });
    await passwork.editItem(id, { login: 'bert' });
    await expectStored(id, { ...whole, login: 'bert' });
    const changes = {
      name: 'Other',
      login: '',
      password: 'other',
      urls: [],
      description: '',
      tags: [],
      colour: 0,
      fields: [{ name: 'x', type: 'text', value: 'y' }],
    };
    await passwork.editItem(id, changes);
    await expectStored(id, { ...changes, attachments: whole.attachments ?? [] });
    const former = await passwork.snapshots(id);
    expect(former.length).toBeGreaterThan(0);
    const opened = await Promise.all(former.map((row) => passwork.openSnapshot(row)));
    expect(opened.map(({ password }) => password)).toContain(whole.password);
  });

  test('a copy to another vault, a move within one', async () => {
    const [company, own] = [await vaultOf('company'), await vaultOf('private')];
    const id = await passwork.addItem({ vaultId: company, ...whole });
    const copy = await passwork.copyItem(id, { vaultId: own });
    await expectStored(copy);
    const folderId = await passwork.addFolder({ vaultId: company, name: 'Target' });
    await passwork.moveItem(id, { vaultId: company, folderId });
    await expectStored(id);
    expect((await passwork.openItem(id)).folderId).toBe(folderId);
    const across = passwork.moveItem(id, { vaultId: own });
    if (options.encrypted) {
      await expect(across).rejects.toMatchObject({ code: 'unsupported-server' });
    } else {
      expect(await across).toBe(id);
    }
  });

  test('folders', async () => {
    const vaultId = await vaultOf('company');
    const outer = await passwork.addFolder({ vaultId, name: 'Outer' });
    const inner = await passwork.addFolder({ vaultId, name: 'Inner', parentId: outer });
    const id = await passwork.addItem({ vaultId, folderId: inner, ...whole });
    await passwork.renameFolder(inner, 'Renamed');
    await passwork.moveFolder(inner, { vaultId });
    const found = (await passwork.folders(vaultId)).find((one) => one.id === inner);
    expect(found).toEqual({ id: inner, vaultId, parentId: null, name: 'Renamed' });
    expect((await passwork.items({ vaultId, folderId: inner })).map((row) => row.id)).toEqual([id]);
    await expectStored(id);
    await passwork.deleteFolder(outer);
    expect((await passwork.folders(vaultId)).map((one) => one.id)).not.toContain(outer);
  });

  test('a shortcut, a link and an end', async () => {
    const [company, own] = [await vaultOf('company'), await vaultOf('private')];
    const id = await passwork.addItem({ vaultId: company, ...whole });
    const shortcut = await passwork.addShortcut(id, { vaultId: own });
    const opened = await (await signIn()).openShortcut(shortcut);
    expect(opened).toMatchObject({ id, vaultId: own, password: whole.password });
    await passwork.editShortcut(shortcut, { password: 'by shortcut' });
    await expectStored(id, { ...whole, password: 'by shortcut' });
    const link = await passwork.createLink(await passwork.openItem(id), { expires: 'week' });
    expect(link.includes('#code=')).toBe(options.encrypted);
    await passwork.deleteItem(id);
    await expect(passwork.openItem(id)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('an inbox item that may be changed', async () => {
    const before = await passwork.inbox();
    const results = await Promise.allSettled(
      before.map(({ id }) => passwork.editInboxItem(id, { password: 'by inbox' })),
    );
    const changed = before.filter((_, at) => results[at]?.status === 'fulfilled');
    expect(changed.length).toBeGreaterThan(0);
    for (const { id } of changed) {
      expect((await passwork.openInboxItem(id)).password).toBe('by inbox');
    }
  });

  test.each(['company', 'private'] as const)('a new vault, %s', async (kind) => {
    const id = await passwork.addVault({ name: 'Fresh', kind });
    expect(await passwork.vaults()).toContainEqual({ id, name: 'Fresh', kind });
    await passwork.renameVault(id, 'Renamed');
    expect((await passwork.vaults()).find((one) => one.id === id)?.name).toBe('Renamed');
    await expectStored(await passwork.addItem({ vaultId: id, ...whole }));
    await passwork.deleteVault(id);
    expect((await passwork.vaults()).map((one) => one.id)).not.toContain(id);
  });
});
