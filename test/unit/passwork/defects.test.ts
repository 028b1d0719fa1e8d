/**
 * The defects of the other clients (section 4 of the protocol notes, B1 to B25): avoided when writing, tolerated
 * when reading. Some are tested where their subject is; the last test here counts them all.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { encryptText } from '../../../src/crypto/text-cipher.ts';
import { openValue } from '../../../src/passwork/value.ts';
import { findScene, type Reply } from '../../support/replay.ts';
import { openAccepting, openScene, vaultNamed } from '../../support/session.ts';

const cse4 = findScene('v4-requests', 'requests-cse');
const plain4 = findScene('v4-no-cse', 'no-cse');
const cse7 = findScene('v7-cse', 'items-2048-oaep');
const plain7 = findScene('v7-no-cse', 'no-cse');

type Body = Record<string, unknown>;

const ok = (body: unknown): Reply => ({ status: 200, body });
const success = (data: unknown) => ok({ status: 'success', data });

const [id7 = ''] = Object.keys(cse7.expected.items ?? {});
const path7 = `/items/${id7}`;
const [vault7 = ''] = Object.keys(cse7.expected.vaults);
const field = { name: 'n', type: 'text', value: 'v' };

test('B3: a field goes out with exactly three properties', async () => {
  const { passwork, sent } = await openAccepting(cse4);
  const more = { ...field, hint: 'x' };
  await passwork.addItem({ vaultId: vaultNamed(cse4, 'Own keys').id, fields: [more] });
  const [custom] = sent().custom as Body[];
  expect(Object.keys(custom ?? {}).sort()).toEqual(['name', 'type', 'value']);
});

test('B5: in a vault without keys for items, a new item lies under the key of the vault', async () => {
  const vault = vaultNamed(cse4, 'Old');
  const { passwork, sent } = await openAccepting(cse4);
  await passwork.addItem({ vaultId: vault.id, password: 'secret', fields: [field] });
  expect(sent()).not.toHaveProperty('cryptedKey');
  const { cryptedPassword, custom } = sent() as {
    cryptedPassword: string;
    custom: (typeof field)[];
  };
  expect(await openValue(cryptedPassword, vault.vaultPassword ?? '')).toBe('secret');
  expect(await openValue(custom[0]?.value ?? '', vault.vaultPassword ?? '')).toBe('v');
});

test('B5: an item under a key that nobody has says so, and no edit seals more under another', async () => {
  const [id = ''] =
    Object.entries(cse4.expected.passwords ?? {}).find(
      ([, one]) => one.itemKey === vaultNamed(cse4, 'Old').vaultPassword,
    ) ?? [];
  const cryptedPassword = await encryptText('lost', 'a key that was never sent');
  const path = `/passwords/${id}`;
  const { passwork } = await openAccepting(cse4, { path, data: { cryptedPassword, custom: null } });
  expect(await passwork.openItem(id)).toMatchObject({ passwordUnreadable: true });
  await expect(passwork.editItem(id, { password: 'x' })).rejects.toMatchObject({
    code: 'unreadable',
  });
  await passwork.editItem(id, { name: 'texts can be edited' });
});

test.each([
  ['null', success({ mkOptions: null })],
  ['no answer', success(null)],
  ['an endpoint that is not there', { status: 404, body: { status: 'failed', code: 'x' } }],
])('B6: %s for options makes the master password itself the key', async (_, reply) => {
  const scene = findScene('v4-legacy-vault', 'legacy-mk-options-null');
  const { passwork } = await openScene(scene, ({ path }) =>
    path === '/user/get-master-key-options' ? reply : undefined,
  );
  expect(passwork.save()).toMatchObject({
    masterKey: scene.credentials.masterPassword,
    keyDerivation: '',
  });
});

test('B7: an inbox of before 5.4 and shortcuts are read', async () => {
  const old = findScene('v4-inbox', 'inbox-before-5.4');
  const { passwork } = await openScene(old);
  for (const [id, { password }] of Object.entries(old.expected.inbox)) {
    expect((await passwork.openInboxItem(id)).password).toBe(password);
  }
  const scene = findScene('v4-shortcut', 'shortcuts');
  const other = await openScene(scene);
  for (const [id, { password }] of Object.entries(scene.expected.shortcuts)) {
    expect((await other.passwork.openShortcut(id)).password).toBe(password);
  }
});

test.each([
  ['v4', cse4, vaultNamed(cse4, 'Own keys').id],
  ['v7', cse7, vault7],
])('B8: a file keeps its whole name, %s', async (_, scene, vaultId) => {
  const { passwork, sent } = await openAccepting(scene);
  const attachments = [{ name: 'backup.tar.gz', bytes: new Uint8Array([1]) }];
  await passwork.addItem({ vaultId, attachments });
  expect(sent()).toMatchObject({ attachments: [{ name: 'backup.tar.gz' }] });
  const nameless = [{ name: '', bytes: new Uint8Array() }];
  await expect(passwork.addItem({ vaultId, attachments: nameless })).rejects.toMatchObject({
    code: 'invalid-input',
  });
});

test.each([
  ['v4', plain4, 'custom'],
  ['v7', plain7, 'customs'],
])('B9: a field with an empty value is kept, %s', async (_, scene, key) => {
  const [id = ''] = Object.keys(scene.expected.passwords ?? scene.expected.items ?? {});
  const path = scene.api === 'v4' ? `/passwords/${id}` : `/items/${id}`;
  const data = { [key]: [{ name: 'bg==', type: 'dGV4dA==', value: '' }] };
  const { passwork, sent } = await openAccepting(scene, { path, data });
  const { fields } = await passwork.openItem(id);
  expect(fields).toEqual([{ name: 'n', type: 'text', value: '' }]);
  await passwork.editItem(id, { fields: [...fields, field] });
  expect(sent()[key]).toHaveLength(2);
});

test('B10: what could not be decoded does not spoil what comes after it', async () => {
  const path = `/passwords/${Object.keys(cse4.expected.passwords ?? {})[0]}`;
  const id = path.split('/')[2] ?? '';
  const { passwork } = await openAccepting(cse4, { path, data: { cryptedPassword: 'amt4cw!!' } });
  for (let round = 0; round < 3; round++) {
    const opened = await passwork.openItem(id);
    expect(opened.passwordUnreadable).toBe(true);
    expect(opened.fields).toEqual(cse4.expected.passwords?.[id]?.custom);
  }
});

describe('one-time codes', () => {
  const vaultId = vaultNamed(cse4, 'Own keys').id;
  const code = (value: string) => ({ name: 'c', type: 'totp', value });
  const [id = '', expected] = Object.entries(cse4.expected.passwords ?? {})[0] ?? [];

  test('B19: what is stored already is let be, whatever it is', async () => {
    const key = expected?.itemKey ?? '';
    const url = 'otpauth://totp/x?secret=JBSWY3DPEHPK3PXP';
    const sealed = async (text: string) => encryptText(text, key);
    const custom = [
      { name: await sealed('c'), type: await sealed('totp'), value: await sealed(url) },
    ];
    const { passwork, sent } = await openAccepting(cse4, {
      path: `/passwords/${id}`,
      data: { custom },
    });
    const { fields } = await passwork.openItem(id);
    await passwork.editItem(id, { fields: [...fields, field] });
    expect(sent().custom).toHaveLength(2);
    const edit = passwork.editItem(id, { fields: [...fields, code('abc')] });
    await expect(edit).rejects.toMatchObject({ code: 'invalid-input' });
    const opened = await passwork.openItem(id);
    expect(
      await passwork.createLink(opened, { expires: 'week' }).catch((error) => error.code),
    ).not.toBe('invalid-input');
  });

  test('B20: lower case is accepted as upper case is', async () => {
    const { passwork } = await openAccepting(cse4);
    for (const value of ['jbswy3dpehpk3pxp', 'JBSWY3DPEHPK3PXP', '']) {
      await passwork.addItem({ vaultId, fields: [code(value)] });
    }
    const adding = passwork.addItem({ vaultId, fields: [code('abc')] });
    await expect(adding).rejects.toMatchObject({ code: 'invalid-input' });
  });
});

test('B23: an upload has ended when it says so', async () => {
  let answered = false;
  const [id = ''] = Object.keys(cse4.expected.passwords ?? {});
  const { passwork } = await openScene(cse4, ({ method, path }, response) => {
    if (method !== 'POST' || !path.endsWith('/attachment')) return undefined;
    setTimeout(() => {
      answered = true;
      response.end(JSON.stringify({ status: 'success', data: null }));
    }, 30);
    return 'handled';
  });
  const item = await passwork.openItem(id);
  await passwork.addAttachment(item, { name: 'a', bytes: new Uint8Array([1]) });
  expect(answered).toBe(true);
});

describe('B24: each generation has its own envelope', () => {
  test('and the other one is no answer', async () => {
    const v7 = await openScene(cse7, ({ path }) =>
      path === '/vaults' ? success({ items: [] }) : undefined,
    );
    await expect(v7.passwork.vaults()).rejects.toMatchObject({ code: 'bad-server-answer' });
    const v4 = await openScene(cse4, ({ path }) =>
      path === '/vaults/list' ? ok({ items: [] }) : undefined,
    );
    await expect(v4.passwork.vaults()).rejects.toMatchObject({ code: 'bad-server-answer' });
  });

  test('a colour is called color in answers', async () => {
    const { passwork } = await openAccepting(cse7, {
      path: path7,
      data: { color: 4, colorCode: 9 },
    });
    expect((await passwork.openItem(id7)).colour).toBe(4);
  });
});

test('B25: tokens are renewed where the code of the official client does it, not its manual', async () => {
  const { passwork, replay } = await openScene(cse7, ({ path, headers }) => {
    if (path.startsWith('/sessions/')) return ok({ accessToken: 'new', refreshToken: 'r' });
    if (path !== '/vaults') return undefined;
    return headers.authorization === 'Bearer new'
      ? ok({ items: [] })
      : { status: 401, body: { errors: [] } };
  });
  await passwork.vaults();
  const renewals = replay.seen.filter(({ method }) => method === 'POST').map(({ path }) => path);
  expect(renewals).toEqual(['/sessions/refresh']);
});

test('every one of them has a test of its name', () => {
  const folder = new URL('.', import.meta.url);
  const text = readdirSync(folder)
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))
    .join('\n');
  // Names of tests only: a mention in a comment tests nothing.
  const names = text.match(/(?:test|describe)(?:\.each\([^`]*?\))?\(\s*'(?:B\d+[^']*)'/g) ?? [];
  const each = text.match(/\]\)\(\s*'B\d+[^']*'/g) ?? [];
  const found = [...names, ...each].flatMap((name) => name.match(/B\d+/g) ?? []);
  const missing = Array.from({ length: 25 }, (_, at) => `B${at + 1}`).filter(
    (one) => !found.includes(one),
  );
  expect(missing).toEqual([]);
});
