import { describe, expect, test } from 'vitest';
import { dataOf, fail, findScene, type Hook, type Reply } from '../../support/replay.ts';
import { openScene } from '../../support/session.ts';

const scene = findScene('v4-private-vault', 'private-vault');
const shortcuts = findScene('v4-shortcut', 'shortcuts');
const inbox = findScene('v4-inbox', 'inbox-own-key-1024-pkcs1');
const [vaultId = ''] = Object.keys(scene.expected.vaults);
const [itemId = ''] = Object.keys(scene.expected.passwords ?? {});

const success = (data: unknown): Reply => ({ status: 200, body: { status: 'success', data } });
const at =
  (method: string, path: string, reply: Reply): Hook =>
  (seen) =>
    seen.method === method && seen.path === path ? reply : undefined;

/** The scene's own answer with other values in some places. */
function answerOf(path: string, change: Record<string, unknown>, of = scene): Reply {
  return success({ ...dataOf(of, path), ...change });
}

const html = (status: number): Reply => ({ status, body: '<html>' });

describe('what cannot be decrypted', () => {
  const garbled = 'amt4cwv48xb6pp1h70rmjmu46hmk0xv7c4vp6xvn5xn6myk78t';

  test('one field: it says so, the rest is there', async () => {
    const path = `/passwords/${itemId}`;
    const fields = dataOf(scene, path).custom as { name: string; value: string; type: string }[];
    const custom = fields.map((field, at) => (at === 1 ? { ...field, value: garbled } : field));
    const { passwork } = await openScene(scene, at('GET', path, answerOf(path, { custom })));
    const opened = await passwork.openItem(itemId);
    expect(opened.fields.map(({ unreadable = false }) => unreadable)).toEqual([false, true, false]);
    expect(opened.fields[1]).toEqual({
      name: 'PIN',
      type: 'password',
      value: '',
      unreadable: true,
    });
    expect(opened.password).toBe(scene.expected.passwords?.[itemId]?.password);
  });

  test.each<[string, Record<string, unknown>]>([
    ['garbage', { cryptedPassword: 'garbage' }],
    ['half a ciphertext', { cryptedPassword: garbled }],
    ['base64 of a server without encryption', { cryptedPassword: 'cGFzcw==' }],
  ])('the password: %s', async (_, change) => {
    const path = `/passwords/${itemId}`;
    const { passwork } = await openScene(scene, at('GET', path, answerOf(path, change)));
    const opened = await passwork.openItem(itemId);
    expect(opened).toMatchObject({ name: 'GitHub', password: '', passwordUnreadable: true });
    expect(opened.fields.every(({ unreadable }) => unreadable === undefined)).toBe(true);
  });

  test('B2, B5: an item whose key is lost is shown, and said to be unreadable', async () => {
    const path = `/passwords/${itemId}`;
    const { passwork } = await openScene(
      scene,
      at('GET', path, answerOf(path, { cryptedKey: garbled })),
    );
    const opened = await passwork.openItem(itemId);
    expect(opened).toMatchObject({ name: 'GitHub', login: 'octocat', passwordUnreadable: true });
    expect(opened.fields.every(({ unreadable }) => unreadable)).toBe(true);
    const [attachment] = opened.attachments;
    await expect(passwork.downloadAttachment(opened, attachment?.id ?? '')).rejects.toMatchObject({
      code: 'unreadable',
    });
  });

  test('a vault whose key is lost: its items say so, new ones are refused', async () => {
    const path = `/vaults/${vaultId}`;
    const { passwork } = await openScene(
      scene,
      at('GET', path, answerOf(path, { vaultPasswordCrypted: garbled })),
    );
    expect(await passwork.openItem(itemId)).toMatchObject({ passwordUnreadable: true });
    await expect(passwork.addItem({ vaultId })).rejects.toMatchObject({ code: 'unreadable' });
  });

  test('a vault that may not be read is no matter of keys', async () => {
    const { passwork } = await openScene(
      scene,
      at('GET', `/vaults/${vaultId}`, fail(scene, 403, 'accessDenied')),
    );
    await expect(passwork.openItem(itemId)).rejects.toMatchObject({ code: 'denied' });
  });

  test('an inbox item whose key was not made for this user', async () => {
    const [id = ''] = Object.keys(inbox.expected.inbox);
    const path = `/sharing/inbox/${id}`;
    const reply = answerOf(path, { cryptedKey: 'AAAA' }, inbox);
    const { passwork } = await openScene(inbox, at('POST', path, reply));
    expect(await passwork.openInboxItem(id)).toMatchObject({
      name: 'GitHub',
      passwordUnreadable: true,
    });
  });

  test('an encrypted value where the user gave no master password', async () => {
    const plain = findScene('v4-no-cse', 'no-cse');
    const [id = ''] = Object.keys(plain.expected.passwords ?? {});
    const path = `/passwords/${id}`;
    const reply = answerOf(path, { cryptedPassword: garbled }, plain);
    const { passwork } = await openScene(plain, at('GET', path, reply));
    await expect(passwork.openItem(id)).rejects.toMatchObject({ code: 'master-password-needed' });
  });
});

describe('attachments', () => {
  const [attachment] = scene.expected.passwords?.[itemId]?.attachments ?? [];
  const path = `/passwords/${itemId}/attachment/${attachment?.id}`;
  const download = async (hook: Hook) => {
    const { passwork } = await openScene(scene, hook);
    return passwork.downloadAttachment(await passwork.openItem(itemId), attachment?.id ?? '');
  };

  test.each<[string, Record<string, unknown>, string]>([
    ['another hash', { hash: 'a'.repeat(64) }, 'damaged-attachment'],
    ['no hash', { hash: null }, 'damaged-attachment'],
    ['garbled content', { encryptedData: 'garbage' }, 'unreadable'],
    ['a garbled key', { encryptedKey: 'garbage' }, 'unreadable'],
    ['a number as content', { encryptedData: {} }, 'bad-server-answer'],
  ])('%s: %s', async (_, change, code) => {
    await expect(download(at('GET', path, answerOf(path, change)))).rejects.toMatchObject({ code });
  });

  test('the key of the list does where the file has none', async () => {
    const { bytes } = await download(
      at('GET', path, answerOf(path, { encryptedKey: null, name: null })),
    );
    expect(Buffer.from(bytes).toString('base64')).toBe(attachment?.dataBase64);
  });

  test('none of the item', async () => {
    const { passwork } = await openScene(scene);
    const opened = await passwork.openItem(itemId);
    await expect(passwork.downloadAttachment(opened, 'x')).rejects.toMatchObject({
      code: 'not-found',
    });
    const copy = { ...opened };
    await expect(passwork.downloadAttachment(copy, attachment?.id ?? '')).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });

  test('no key hangs on what is opened', async () => {
    const { passwork } = await openScene(scene);
    const text = JSON.stringify(await passwork.openItem(itemId));
    const { itemKey } = scene.expected.passwords?.[itemId] ?? {};
    expect(text).not.toContain(itemKey);
    expect(text).not.toContain('amt4cwv48xb6pp1h');
  });
});

describe('what is asked for once', () => {
  test('the key of a vault', async () => {
    const { passwork, replay } = await openScene(scene);
    const ids = Object.keys(scene.expected.passwords ?? {});
    await Promise.all(ids.map((id) => passwork.openItem(id)));
    await passwork.openItem(itemId);
    expect(replay.count('GET', `/vaults/${vaultId}`)).toBe(1);
  });

  test('but again after it failed', async () => {
    let broken = true;
    const { passwork } = await openScene(scene, ({ path }) => {
      if (path !== `/vaults/${vaultId}` || !broken) return undefined;
      broken = false;
      return html(500);
    });
    await expect(passwork.openItem(itemId)).rejects.toMatchObject({ code: 'server-error' });
    expect((await passwork.openItem(itemId)).name).toBe('GitHub');
  });

  test('the private key of the user', async () => {
    const { passwork, replay } = await openScene(inbox);
    const before = replay.count('GET', '/user/info');
    for (const id of Object.keys(inbox.expected.inbox)) await passwork.openInboxItem(id);
    expect(replay.count('GET', '/user/info') - before).toBe(1);
  });
});

test('a shortcut is seen where it lives', async () => {
  const { passwork } = await openScene(shortcuts);
  const target = Object.entries(shortcuts.expected.vaults).find(
    ([, { name }]) => name === 'Target',
  )?.[0];
  const { folders, items } = await passwork.vaultContent(target ?? '');
  expect(folders.map(({ name }) => name)).toEqual(['Shortcuts']);
  expect(items.map(({ name, vaultId: vault, folderId }) => [name, vault, folderId])).toEqual([
    ['Почта', target, null],
    ['GitHub', target, folders[0]?.id],
  ]);
  for (const { shortcutId } of items) {
    expect(await passwork.openShortcut(shortcutId ?? '')).toMatchObject({ vaultId: target });
  }
});
