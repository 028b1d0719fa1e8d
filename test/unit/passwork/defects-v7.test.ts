/** The defects that concern keys on Passwork 7; see `defects.test.ts`. */
import { describe, expect, test } from 'vitest';
import { encryptText } from '../../../src/crypto/text-cipher.ts';
import { openValue } from '../../../src/passwork/value.ts';
import { findScene } from '../../support/replay.ts';
import { openAccepting, openScene, vaultNamed } from '../../support/session.ts';

const cse7 = findScene('v7-cse', 'items-2048-oaep');
const plain7 = findScene('v7-no-cse', 'no-cse');

const [id7 = ''] = Object.keys(cse7.expected.items ?? {});
const path7 = `/items/${id7}`;
const [vault7 = ''] = Object.keys(cse7.expected.vaults);
const field = { name: 'n', type: 'text', value: 'v' };

describe('B12: the key of a vault is not the key of an item', () => {
  const path = path7;

  test('of a new one', async () => {
    const { passwork, sent } = await openAccepting(cse7);
    await passwork.addItem({ vaultId: vault7, password: 'x' });
    const vaultKey = cse7.expected.vaults[vault7]?.vaultKey ?? '';
    expect(await openValue(String(sent().keyEncrypted), vaultKey)).not.toBe(vaultKey);
  });

  test('of an old one it is read, and not handed out with a shortcut', async () => {
    const vaultKey = cse7.expected.vaults[vault7]?.vaultKey ?? '';
    const data = {
      keyEncrypted: await encryptText(vaultKey, vaultKey),
      passwordEncrypted: await encryptText('same key', vaultKey),
    };
    const { passwork } = await openAccepting(cse7, { path, data });
    expect((await passwork.openItem(id7)).password).toBe('same key');
    const adding = passwork.addShortcut(id7, { vaultId: vault7 });
    await expect(adding).rejects.toMatchObject({ code: 'denied' });
  });
});

describe('B13: the key of an item', () => {
  test.each([[{ name: 'x' }], [{ password: 'x', fields: [field] }]])(
    'does not go out with an edit of %j',
    async (changes) => {
      const { passwork, sent } = await openAccepting(cse7);
      await passwork.editItem(id7, changes);
      expect(sent()).not.toHaveProperty('keyEncrypted');
    },
  );

  test('that another client replaced: former states are still there to be read', async () => {
    const scene = findScene('v7-cse', 'items-2048-pkcs8-pkcs1v15');
    const [[id = '', { itemId, password }] = ['', { itemId: '', password: '' }]] = Object.entries(
      scene.expected.snapshots ?? {},
    );
    const [vaultId = ''] = Object.keys(scene.expected.vaults);
    const vaultKey = scene.expected.vaults[vaultId]?.vaultKey ?? '';
    const lost = await encryptText(vaultKey, vaultKey);
    const path = `/items/${itemId}`;
    const { passwork } = await openAccepting(scene, { path, data: { keyEncrypted: lost } });
    expect(await passwork.openItem(itemId)).toMatchObject({ passwordUnreadable: true });
    const row = (await passwork.snapshots(itemId)).find((one) => one.id === id);
    if (row === undefined) throw new Error('no such snapshot');
    expect((await passwork.openSnapshot(row)).password).toBe(password);
  });
});

describe('B14: the key of an item', () => {
  const bare = { keyEncrypted: null, passwordEncrypted: null, customs: [], attachments: [] };

  test('goes along with a new item that has no password', async () => {
    const { passwork, sent } = await openAccepting(cse7);
    await passwork.addItem({ vaultId: vault7, name: 'x' });
    expect(String(sent().keyEncrypted)).toMatch(/^amt4cwv48xb6pp1h/);
  });

  test('that was left out is made by the first edit that needs it', async () => {
    const { passwork, sent } = await openAccepting(cse7, { path: path7, data: bare });
    expect(await passwork.openItem(id7)).toMatchObject({ password: '', fields: [] });
    await passwork.editItem(id7, { name: 'x' });
    expect(sent()).not.toHaveProperty('keyEncrypted');
    await passwork.editItem(id7, { password: 'secret' });
    const { keyEncrypted, passwordEncrypted } = sent() as Record<string, string>;
    const key = await openValue(keyEncrypted ?? '', cse7.expected.vaults[vault7]?.vaultKey ?? '');
    expect(await openValue(passwordEncrypted ?? '', key)).toBe('secret');
  });

  test('that nobody has is not papered over', async () => {
    const customs = [
      await Promise.all(['n', 'text', 'v'].map((text) => encryptText(text, 'lost'))),
    ].map(([name, type, value]) => ({ name, type, value }));
    const { passwork } = await openAccepting(cse7, { path: path7, data: { ...bare, customs } });
    const opened = await passwork.openItem(id7);
    expect(opened.fields).toEqual([{ name: '', type: '', value: '', unreadable: true }]);
    for (const change of [
      () => passwork.editItem(id7, { password: 'x' }),
      () => passwork.addAttachment(opened, { name: 'a', bytes: new Uint8Array() }),
    ]) {
      await expect(change()).rejects.toMatchObject({ code: 'unreadable' });
    }
  });
});

test.each([[''], [null]])(
  'B15: %j for a key without encryption is no key',
  async (keyEncrypted) => {
    const [id = ''] = Object.keys(plain7.expected.items ?? {});
    const path = `/items/${id}`;
    const { passwork, sent } = await openAccepting(plain7, { path, data: { keyEncrypted } });
    expect((await passwork.openItem(id)).password).toBe(plain7.expected.items?.[id]?.password);
    await passwork.editItem(id, { password: 'x' });
    expect(sent()).toMatchObject({ passwordEncrypted: 'eA==' });
    expect(sent()).not.toHaveProperty('keyEncrypted');
  },
);

test.each([
  ['with encryption', findScene('v7-cse', 'shortcuts-inbox-1024-pkcs1')],
  ['without', plain7],
])('B16: fields of an inbox item are decrypted, %s', async (_, scene) => {
  const { passwork } = await openScene(scene);
  for (const [id, { customs }] of Object.entries(scene.expected.inbox)) {
    expect((await passwork.openInboxItem(id)).fields).toEqual(customs);
  }
});

test('B17: a shortcut opens by its own key, without access to the source', async () => {
  const scene = findScene('v7-cse', 'shortcuts-inbox-1024-pkcs1');
  const [[id = '', { password, itemId }] = ['', { password: '', itemId: '' }]] = Object.entries(
    scene.expected.shortcuts,
  );
  const source = vaultNamed(scene, 'Upgraded').id;
  const { passwork, replay } = await openScene(scene, ({ path }) =>
    path === `/items/${itemId}` || path === `/vaults/${source}`
      ? { status: 403, body: { errors: [] } }
      : undefined,
  );
  expect((await passwork.openShortcut(id)).password).toBe(password);
  expect(replay.count('GET', `/items/${itemId}`)).toBe(0);
});
