import { describe, expect, test } from 'vitest';
import { openValue } from '../../../src/passwork/value.ts';
import {
  dataOf,
  findScene,
  type Hook,
  type Reply,
  recordedBody,
  type Seen,
} from '../../support/replay.ts';
import { openScene } from '../../support/session.ts';

const garbled = 'amt4cwv48xb6pp1h70rmjmu46hmk0xv7c4vp6xvn5xn6myk78t';

/** One item of each generation, and how its request is read. */
const generations = {
  v4: {
    scene: findScene('v4-private-vault', 'private-vault'),
    path: (id: string) => `/passwords/${id}`,
    fields: 'custom',
    password: 'cryptedPassword',
    key: 'cryptedKey',
    method: 'PUT',
  },
  v7: {
    scene: findScene('v7-cse', 'items-2048-oaep'),
    path: (id: string) => `/items/${id}`,
    fields: 'customs',
    password: 'passwordEncrypted',
    key: 'keyEncrypted',
    method: 'PATCH',
  },
};

type Name = keyof typeof generations;
type Body = Record<string, unknown>;

function itemOf(name: Name) {
  const { scene, path } = generations[name];
  const [id = '', expected] =
    Object.entries(scene.expected.passwords ?? scene.expected.items ?? {})[0] ?? [];
  return { id, expected, stored: dataOf(scene, path(id)) };
}

/** The scene with another state of its first item; changes succeed. */
async function openWith(name: Name, change: Body = {}) {
  const { scene, path, method } = generations[name];
  const { id, stored, expected } = itemOf(name);
  const wrap = (data: unknown): Reply => ({
    status: 200,
    body: name === 'v4' ? { status: 'success', data } : data,
  });
  const hook: Hook = (seen: Seen) => {
    if (seen.path === path(id) && seen.method === 'GET') return wrap({ ...stored, ...change });
    return seen.method === method || seen.method === 'DELETE' ? wrap({ id }) : undefined;
  };
  const { passwork, replay } = await openScene(scene, hook);
  const sent = () =>
    replay.seen.filter((seen) => seen.method === method).map(({ body }) => body as Body);
  const key = expected?.itemKey ?? null;
  return { passwork, id, sent, key, seen: () => replay.seen };
}

describe.each(Object.keys(generations) as Name[])('%s', (name) => {
  const { fields: fieldsKey, password: passwordKey, key: keyKey } = generations[name];
  const { stored } = itemOf(name);
  const storedFields = stored[fieldsKey] as Body[];
  const broken = storedFields.map((field, at) => (at === 1 ? { ...field, value: garbled } : field));

  test('editing one text touches nothing else', async () => {
    const { passwork, id, sent } = await openWith(name);
    await passwork.editItem(id, { name: 'new' });
    const [body = {}] = sent();
    const { snapshot: _, vaultId: __, ...rest } = body;
    expect(rest).toEqual({ name: 'new' });
  });

  test('nothing to change: nothing is sent', async () => {
    const { passwork, id, sent } = await openWith(name);
    const { password } = await passwork.openItem(id);
    await passwork.editItem(id, {});
    await passwork.editItem(id, { password });
    expect(sent()).toEqual([]);
  });

  test('values can be emptied', async () => {
    const { passwork, id, sent, key } = await openWith(name);
    await passwork.editItem(id, { login: '', urls: [], tags: [], fields: [], password: '' });
    const [body = {}] = sent();
    expect(body).toMatchObject({ login: '', url: '', tags: [], [fieldsKey]: [] });
    expect(await openValue(String(body[passwordKey]), key)).toBe('');
  });

  test('B22: what the caller handed in is not changed', async () => {
    const { passwork, id } = await openWith(name, { [fieldsKey]: broken });
    const { fields } = await passwork.openItem(id);
    const changes = { fields: fields.map((field) => Object.freeze({ ...field })), tags: ['a'] };
    const before = structuredClone(changes);
    Object.freeze(changes.fields);
    await passwork.editItem(id, Object.freeze(changes));
    expect(changes).toEqual(before);
  });

  test('an unreadable field stays as it is stored when the others are edited', async () => {
    const { passwork, id, sent, key } = await openWith(name, { [fieldsKey]: broken });
    const { fields } = await passwork.openItem(id);
    const [first, second, ...rest] = fields;
    if (first === undefined || second === undefined) throw new Error('too few fields');
    await passwork.editItem(id, { fields: [second, { ...first, value: 'new' }, ...rest] });
    const [body] = sent();
    const list = body?.[fieldsKey] as Record<string, string>[];
    expect(list[0]).toEqual(broken[1]);
    expect(await openValue(list[1]?.value ?? '', key)).toBe('new');
    expect(list).toHaveLength(fields.length);
  });

  test('a list without the unreadable field is refused before anything is sent', async () => {
    const { passwork, id, sent } = await openWith(name, { [fieldsKey]: broken });
    const { fields } = await passwork.openItem(id);
    const readable = fields.filter((field) => field.unreadable !== true);
    const edit = passwork.editItem(id, { fields: readable });
    await expect(edit).rejects.toMatchObject({ code: 'unreadable' });
    expect(sent()).toEqual([]);
  });

  test('an unreadable password goes only by a new one', async () => {
    const { passwork, id, sent, key } = await openWith(name, { [passwordKey]: garbled });
    await passwork.editItem(id, { name: 'new' });
    expect(sent()[0]).not.toHaveProperty(passwordKey);
    await passwork.editItem(id, { password: 'fresh' });
    expect(await openValue(String(sent()[1]?.[passwordKey]), key)).toBe('fresh');
  });

  test('an item whose key is lost: its texts can be edited, its secrets not', async () => {
    const { passwork, id, sent } = await openWith(name, { [keyKey]: garbled });
    await passwork.editItem(id, { name: 'new' });
    expect(sent()).toHaveLength(1);
    for (const changes of [{ password: 'x' }, { fields: [] }]) {
      await expect(passwork.editItem(id, changes)).rejects.toMatchObject({ code: 'unreadable' });
    }
    expect(sent()).toHaveLength(1);
  });

  test('a text that is no Unicode is refused before anything is sent', async () => {
    const { passwork, id, sent } = await openWith(name);
    await expect(passwork.editItem(id, { password: '\ud800' })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    expect(sent()).toEqual([]);
  });

  test('a file beyond 5 MiB is refused before anything is sent', async () => {
    const { passwork, id, sent } = await openWith(name);
    const file = { name: 'big', bytes: new Uint8Array(5 * 1024 * 1024 + 1) };
    const adding = passwork.addAttachment(await passwork.openItem(id), file);
    await expect(adding).rejects.toMatchObject({ code: 'too-large' });
    expect(sent()).toEqual([]);
  });
});

describe('v4', () => {
  test('moving carries along what cannot be read, where the key goes along', async () => {
    const scene = findScene('v4-requests', 'requests-cse');
    const { passwordId: id, vaultTo: vaultId } = recordedBody<Record<string, string>>(
      scene,
      'movePassword',
    );
    const data = dataOf(scene, `/passwords/${id}`);
    const { passwork, replay } = await openScene(scene, ({ method, path }) => {
      if (method === 'GET' && path === `/passwords/${id}`) {
        return {
          status: 200,
          body: { status: 'success', data: { ...data, cryptedPassword: garbled } },
        };
      }
      return path.endsWith('/move')
        ? { status: 200, body: { status: 'success', data: id } }
        : undefined;
    });
    expect(await passwork.moveItem(id ?? '', { vaultId: vaultId ?? '' })).toBe(id);
    expect(replay.seen.at(-1)?.body).toMatchObject({
      cryptedPassword: garbled,
      custom: data.custom,
      attachments: data.attachments,
    });
    // Into a vault without keys for items it would have to be encrypted anew, which cannot be.
    const old = Object.entries(scene.expected.vaults).find(([, { name }]) => name === 'Old')?.[0];
    await expect(passwork.copyItem(id ?? '', { vaultId: old ?? '' })).rejects.toMatchObject({
      code: 'unreadable',
    });
  });

  test('a folder with one unreadable item stays where it is, whole', async () => {
    const scene = findScene('v4-requests', 'requests-cse');
    const { folderId, vaultTo, cryptedPasswords } = recordedBody<{
      folderId: string;
      vaultTo: string;
      cryptedPasswords: Record<string, string>;
    }>(scene, 'moveFolder');
    const [inside = ''] = Object.keys(cryptedPasswords);
    const data = dataOf(scene, `/passwords/${inside}`);
    const { passwork, replay } = await openScene(scene, ({ path }) =>
      path === `/passwords/${inside}`
        ? { status: 200, body: { status: 'success', data: { ...data, cryptedKey: garbled } } }
        : undefined,
    );
    const moving = passwork.moveFolder(folderId, { vaultId: vaultTo });
    await expect(moving).rejects.toMatchObject({ code: 'unreadable' });
    expect(replay.seen.some(({ path }) => path.endsWith('/move'))).toBe(false);
  });

  test('a folder of which a part cannot be listed stays where it is', async () => {
    const scene = findScene('v4-requests', 'requests-cse');
    const { folderId, vaultTo } = recordedBody<Record<string, string>>(scene, 'moveFolder');
    const { passwork, replay } = await openScene(scene, ({ path }) =>
      path.endsWith('/children')
        ? { status: 403, body: { status: 'failed', code: 'accessDenied' } }
        : undefined,
    );
    const moving = passwork.moveFolder(folderId ?? '', { vaultId: vaultTo ?? '' });
    await expect(moving).rejects.toMatchObject({ code: 'denied' });
    expect(replay.seen.some(({ path }) => path.endsWith('/move'))).toBe(false);
  });

  test('more than one URL is refused rather than lost', async () => {
    const { passwork, id } = await openWith('v4');
    const urls = ['https://a.example', 'https://b.example'];
    await expect(passwork.editItem(id, { urls })).rejects.toMatchObject({ code: 'invalid-input' });
  });

  test('an item is deleted without history where there is none to write', async () => {
    const { passwork, id, seen } = await openWith('v4', { cryptedKey: garbled });
    await passwork.deleteItem(id);
    expect(seen().at(-1)).toMatchObject({ method: 'DELETE', body: undefined });
  });
});

describe('v7', () => {
  test('copying what cannot be read is refused', async () => {
    const { passwork, id } = await openWith('v7', { passwordEncrypted: garbled });
    const { vaultId } = await passwork.openItem(id);
    await expect(passwork.copyItem(id, { vaultId })).rejects.toMatchObject({ code: 'unreadable' });
  });

  test('several URLs go as a list, beside the first for older servers', async () => {
    const { passwork, id, sent } = await openWith('v7');
    await passwork.editItem(id, { urls: ['https://a.example', 'https://b.example'] });
    expect(sent()[0]).toMatchObject({
      url: 'https://a.example',
      urls: ['https://a.example', 'https://b.example'],
    });
  });

  test('what no protocol is known for says so', async () => {
    const { passwork, id } = await openWith('v7');
    const target = { vaultId: 'f'.repeat(24) };
    for (const ask of [
      () => passwork.recent(),
      () => passwork.favourite(id, true),
      () => passwork.moveItem(id, target),
      () => passwork.copyFolder(id, target),
      () => passwork.deleteShortcut(id),
    ]) {
      await expect(ask()).rejects.toMatchObject({ code: 'unsupported-server' });
    }
  });

  test('a move within the vault', async () => {
    const { scene } = generations.v7;
    const { id, stored } = itemOf('v7');
    const { passwork, replay } = await openScene(scene, ({ method }) =>
      method === 'POST' ? { status: 200, body: '' } : undefined,
    );
    const vaultId = String(stored.vaultId);
    expect(await passwork.moveItem(id, { vaultId, folderId: 'a' })).toBe(id);
    expect(replay.seen.at(-1)).toMatchObject({
      method: 'POST',
      path: `/items/${id}/move`,
      body: { vaultId, folderId: 'a' },
    });
  });

  test('a copy has all that the item has, files included, and a key of its own', async () => {
    const { scene } = generations.v7;
    const { id, stored, expected } = itemOf('v7');
    const { passwork, replay } = await openScene(scene, ({ method }) =>
      method === 'POST' ? { status: 200, body: { id: 'c'.repeat(24) } } : undefined,
    );
    const vaultId = String(stored.vaultId);
    expect(await passwork.copyItem(id, { vaultId })).toBe('c'.repeat(24));
    const body = replay.seen.at(-1)?.body as Record<string, string> & {
      customs: Record<string, string>[];
      attachments: { name: string; hash: string }[];
    };
    const vaultKey = scene.expected.vaults[vaultId]?.vaultKey ?? null;
    const key = await openValue(body.keyEncrypted ?? '', vaultKey);
    expect(key).toMatch(/^[A-Za-z0-9@!]{100}$/);
    expect(key).not.toBe(expected?.itemKey);
    expect(await openValue(body.passwordEncrypted ?? '', key)).toBe(expected?.password);
    expect(body.customs).toHaveLength(expected?.customs?.length ?? -1);
    expect(body.attachments.map(({ name }) => name)).toEqual(
      expected?.attachments.map(({ name }) => name),
    );
    expect(body).toMatchObject({
      name: stored.name,
      login: stored.login,
      urls: stored.urls,
      tags: stored.tags,
    });
  });
});
