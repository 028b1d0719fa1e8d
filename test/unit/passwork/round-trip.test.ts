/** Everything that is written to the embedded server is read back equal, by a session that knows nothing. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../../../src/passwork/index.ts';
import type { NewItem, Passwork } from '../../../src/passwork/passwork.ts';
import { type RunningServer, startServer } from '../../server/start.ts';

const worlds = [
  ['with encryption', { encrypted: true }],
  ['without encryption', { encrypted: false }],
  ['before 5.4', { encrypted: true, version: '5.3.2' }],
] as const;

describe.each(worlds)('%s', (_, options) => {
  let server: RunningServer;
  let passwork: Passwork;

  const signIn = () => {
    const { host, apiKey, masterPassword } = server.v4;
    return connect({
      host,
      credential: { apiKey },
      ...(options.encrypted && masterPassword !== null && { masterPassword }),
      limits: { minIterations: 1_000 },
    });
  };
  beforeAll(async () => {
    server = await startServer({ ...options, iterations: 1_000 });
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
    urls: ['https://new.example/login'],
    description: 'two\nlines',
    tags: ['a', 'ü'],
    colour: 3,
    fields: [
      { name: 'PIN', type: 'password', value: '0000' },
      { name: 'empty', type: 'text', value: '' },
      { name: 'code', type: 'totp', value: 'JBSWY3DPEHPK3PXP' },
    ],
    attachments: [file, { name: 'empty', bytes: new Uint8Array() }],
  };

  /** Reads an item as somebody who comes anew, and compares it with what was written. */
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
    const contents = await Promise.all(
      vaults.map(({ id }) => passwork.vaultContent(id).catch(() => null)),
    );
    const rows = contents.flatMap((content) => content?.items ?? []);
    expect(rows.length).toBeGreaterThan(50);
    const items = rows.filter(({ shortcutId }) => shortcutId === null);
    const results = await passwork.openItems(items.map(({ id }) => id));
    const unreadable = results.filter((one) => !('item' in one) || one.item.passwordUnreadable);
    expect(unreadable).toEqual([]);
    for (const { shortcutId } of rows) {
      if (shortcutId !== null) {
        expect(await passwork.openShortcut(shortcutId)).not.toHaveProperty('passwordUnreadable');
      }
    }
    for (const { id } of await passwork.inbox()) {
      expect(await passwork.openInboxItem(id)).not.toHaveProperty('passwordUnreadable');
    }
  });

  test.each(['company', 'private'] as const)('a whole item, %s', async (kind) => {
    await expectStored(await passwork.addItem({ vaultId: await vaultOf(kind), ...whole }));
  });

  test('an edit of one field, then of all', async () => {
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
  });

  test('a move and a copy between vaults', async () => {
    const [company, own] = [await vaultOf('company'), await vaultOf('private')];
    const id = await passwork.addItem({ vaultId: company, ...whole });
    const copy = await passwork.copyItem(id, { vaultId: own });
    expect(copy).not.toBe(id);
    await expectStored(copy);
    await expectStored(id);
    const moved = await passwork.moveItem(id, { vaultId: own });
    await expectStored(moved);
    expect((await passwork.openItem(moved)).vaultId).toBe(own);
    await expectStored(await passwork.moveItem(copy, { vaultId: company }));
  });

  test('a folder with a subfolder, moved and copied between vaults', async () => {
    const [company, own] = [await vaultOf('company'), await vaultOf('private')];
    const outer = await passwork.addFolder({ vaultId: company, name: 'Outer' });
    const inner = await passwork.addFolder({ vaultId: company, name: 'Inner', parentId: outer });
    const id = await passwork.addItem({ vaultId: company, folderId: inner, ...whole });
    await passwork.renameFolder(inner, 'Renamed');
    const inCompany = await passwork.folders(company);
    expect(inCompany.find((one) => one.id === inner)).toMatchObject({
      name: 'Renamed',
      parentId: outer,
    });

    await passwork.copyFolder(outer, { vaultId: own });
    const copied = (await passwork.vaultContent(own)).items.find(
      ({ name }) => name === whole.name && true,
    );
    await expectStored(copied?.id ?? '');
    await expectStored(id);
    await passwork.moveFolder(outer, { vaultId: own });
    await expectStored(id);
    expect((await passwork.folders(own)).map((one) => one.id)).toContain(outer);
    await passwork.deleteFolder(outer);
    expect((await passwork.folders(own)).map((one) => one.id)).not.toContain(outer);
  });

  test('attachments of an item that is there already', async () => {
    const id = await passwork.addItem({ vaultId: await vaultOf('company'), name: 'Files' });
    await passwork.addAttachment(await passwork.openItem(id), file);
    await expectStored(id, { name: 'Files', attachments: [file] });
    const opened = await passwork.openItem(id);
    await passwork.removeAttachment(opened, opened.attachments[0]?.id ?? '');
    await expectStored(id, { name: 'Files', attachments: [] });
  });

  test('a favourite, a link and an end', async () => {
    const id = await passwork.addItem({ vaultId: await vaultOf('company'), ...whole });
    await passwork.favourite(id, true);
    expect((await passwork.favourites()).map((row) => row.id)).toContain(id);
    await passwork.favourite(id, false);
    expect((await passwork.favourites()).map((row) => row.id)).not.toContain(id);
    const link = await passwork.createLink(await passwork.openItem(id), { expires: 'day' });
    expect(link.includes('#code=')).toBe(options.encrypted);
    await passwork.deleteItem(id);
    await expect(passwork.openItem(id)).rejects.toMatchObject({ code: 'not-found' });
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

  test('a shortcut: edited, moved, copied, ended', async () => {
    const vaults = await passwork.vaults();
    const contents = await Promise.all(
      vaults.map(({ id }) => passwork.vaultContent(id).catch(() => null)),
    );
    const row = contents.flatMap((one) => one?.items ?? []).find((one) => one.shortcutId !== null);
    const id = row?.shortcutId ?? '';
    await passwork.editShortcut(id, { password: 'by shortcut' });
    expect((await passwork.openItem(row?.id ?? '')).password).toBe('by shortcut');
    await passwork.addAttachment(await passwork.openShortcut(id), file);
    const own = await vaultOf('private');
    await passwork.moveShortcut(id, { vaultId: own });
    const opened = await (await signIn()).openShortcut(id);
    expect(opened).toMatchObject({ vaultId: own, password: 'by shortcut' });
    await passwork.copyShortcut(id, { vaultId: await vaultOf('company') });
    await passwork.favouriteShortcut(id, true);
    await passwork.deleteShortcut(id);
    await expect(passwork.openShortcut(id)).rejects.toMatchObject({ code: 'not-found' });
  });
});
