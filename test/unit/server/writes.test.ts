import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readV4Scenes, type V4Scene } from '../../server/scene/scene.ts';
import { serveScene } from '../../server/scene/serve-scene.ts';
import type { ServedApi } from '../../server/serve-api.ts';
import { type Client, signIn } from './support/http-client.ts';
import type { Json } from './support/people.ts';

/** What the recorded writes do, seen by reading again. */
const scene = readV4Scenes('v4-requests.json').find(
  ({ name }) => name === 'requests-cse',
) as V4Scene;
const own = '33fd10b82640fb2e120e4dd2';
const privat = '20516b28134266e15eb5c4f7';
const old = 'c995855e9ae30c289c09a725';
const folder = 'd354c7d632903ddf5045b857';
const itemA = 'd62aa0291e319a700e20c947';
const itemB = 'b59604b4d8c5554716726171';
const itemC = '9ee5600d32e746749b726f39';
const shortcutInPrivate = '295e959d51bce783b6249414';

let server: ServedApi;
let client: Client;
beforeEach(async () => {
  server = await serveScene(scene);
  const { apiKey } = scene.credentials;
  const { masterHash } = scene.expected;
  ({ client } = await signIn({ url: server.url, apiKey, useMasterPassword: true, masterHash }));
});
afterEach(() => server.close());

/** The body that an official connector sent for an operation. */
function recorded(operation: string, where: (body: Json) => boolean = () => true): Json {
  const bodies = (scene.operations ?? [])
    .filter((each) => each.operation === operation)
    .flatMap(({ requests }) => requests.map(({ body }) => body as Json));
  const found = bodies.find((body) => where(body));
  if (!found) throw new Error(`no recording of ${operation}`);
  return found;
}

const read = async (path: string) => (await client.get(path)).data as Json;
const list = async (path: string) => (await client.get(path)).data as Json[];

describe('items', () => {
  test('an added item is read back as it was sent', async () => {
    const body = recorded('addPassword', ({ name }) => name === 'New');
    const added = (await client.post('/passwords', body)).data as Json;
    const item = await read(`/passwords/${added.id}`);
    for (const key of [
      'name',
      'login',
      'url',
      'description',
      'color',
      'tags',
      'vaultId',
      'folderId',
    ]) {
      expect(item[key]).toEqual(body[key]);
    }
    expect(item.cryptedPassword).toBe(body.cryptedPassword);
    expect(item.cryptedKey).toBe(body.cryptedKey);
    expect(item.custom).toEqual(body.custom);
    const [file] = body.attachments as Json[];
    const [kept] = item.attachments as Json[];
    expect(await read(`/passwords/${added.id}/attachment/${kept?.id}`)).toEqual({
      ...file,
      id: kept?.id,
    });
    expect((await list(`/folders/${folder}/passwords`)).map(({ id }) => id)).toContain(added.id);
  });

  test('a missing key stays missing, a colour in digits becomes a number', async () => {
    const body = recorded('add', ({ vaultId }) => vaultId === old);
    const added = (await client.post('/passwords', body)).data as Json;
    expect(await read(`/passwords/${added.id}`)).toMatchObject({ cryptedKey: null, color: 3 });
  });

  test('an edit changes what it names and nothing else', async () => {
    const before = await read(`/passwords/${itemA}`);
    await client.request('PUT', `/passwords/${itemA}`, { name: 'A3', snapshot: 's' });
    const { updatedAt, ...after } = await read(`/passwords/${itemA}`);
    const { updatedAt: _, ...unchanged } = before;
    expect(after).toEqual({ ...unchanged, name: 'A3' });
    expect(Date.parse(String(updatedAt))).toBeGreaterThan(Date.parse(String(before.updatedAt)));
  });

  test('null and an empty list clear, and new files are added', async () => {
    const file = { encryptedKey: 'k', encryptedData: 'd', hash: 'h', name: 'second.txt' };
    const body = { tags: [], custom: null, login: null, attachments: [file] };
    await client.request('PUT', `/passwords/${itemA}`, body);
    const item = await read(`/passwords/${itemA}`);
    expect(item).toMatchObject({ tags: [], custom: null, login: null, name: 'A' });
    expect((item.attachments as Json[]).map(({ name }) => name)).toEqual(['a.txt', 'second.txt']);
  });

  test('a deleted item is gone with its shortcuts', async () => {
    await client.request(
      'DELETE',
      `/passwords/${itemA}`,
      recorded('deletePassword', (body) => !!body),
    );
    expect(await client.get(`/passwords/${itemA}`)).toMatchObject({ code: 'passwordNull' });
    expect((await client.get(`/sharing/shortcut/${shortcutInPrivate}`)).status).toBe(404);
  });

  test('favourites are kept per item and per shortcut', async () => {
    await client.post(`/passwords/${itemB}/favorite`);
    await client.post(`/sharing/shortcut/${shortcutInPrivate}/favorite`);
    const marked = await list('/passwords/favorite');
    expect(marked.map(({ id, shortcut }) => [id, (shortcut as Json | null)?.id])).toEqual([
      [itemB, undefined],
      [itemA, shortcutInPrivate],
    ]);
    await client.post(`/passwords/${itemB}/unfavorite`);
    await client.post(`/sharing/shortcut/${shortcutInPrivate}/unfavorite`);
    expect(await list('/passwords/favorite')).toEqual([]);
  });

  test('opening an item makes it the most recent', async () => {
    await client.get(`/passwords/${itemC}`);
    expect((await list('/passwords/recent'))[0]?.id).toBe(itemC);
  });

  test('files come and go', async () => {
    const path = `/passwords/${itemB}/attachment`;
    const { id } = (await client.post(path, recorded('addPasswordAttachment'))).data as Json;
    expect(await read(`${path}/${id}`)).toMatchObject({ name: 'given-name.txt' });
    await client.request('DELETE', `${path}/${id}`);
    expect((await client.get(`${path}/${id}`)).status).toBe(404);
  });
});

describe('moving an item', () => {
  test('puts it, re-encrypted, in its new place', async () => {
    const body = recorded('movePassword', ({ passwordId }) => passwordId === itemA);
    expect((await client.post(`/passwords/${itemA}/move`, body)).data).toBe(itemA);
    const item = await read(`/passwords/${itemA}`);
    expect(item).toMatchObject({ vaultId: privat, folderId: null });
    expect(item.cryptedPassword).toBe(body.cryptedPassword);
    expect(item.cryptedKey).toBe(body.cryptedKey);
    expect(item.custom).toEqual(body.custom);
    const files = (item.attachments as Json[]).map(({ encryptedKey }) => encryptedKey);
    expect(files).toEqual((body.attachments as Json[]).map(({ encryptedKey }) => encryptedKey));
  });

  test('copying leaves the original alone', async () => {
    const before = await read(`/passwords/${itemA}`);
    const body = recorded('copyPassword');
    const id = (await client.post(`/passwords/${itemA}/copy`, body)).data;
    expect(await read(`/passwords/${id}`)).toMatchObject({ vaultId: old, cryptedKey: null });
    expect(await read(`/passwords/${itemA}`)).toEqual(before);
    const [file] = (await read(`/passwords/${id}`)).attachments as Json[];
    const [original] = before.attachments as Json[];
    expect(file?.id).not.toBe(original?.id);
    expect((await client.get(`/passwords/${id}/attachment/${file?.id}`)).status).toBe(200);
  });

  test.each(['cryptedPassword', 'custom', 'attachments', 'vaultTo'])(
    'is refused whole without %s',
    async (key) => {
      const before = await read(`/passwords/${itemA}`);
      const { [key]: _, ...rest } = recorded('movePassword');
      const answer = await client.post(`/passwords/${itemA}/move`, rest);
      expect(answer).toMatchObject({ status: 400, code: 'validationError' });
      expect(await read(`/passwords/${itemA}`)).toEqual(before);
    },
  );
});

describe('folders', () => {
  test('are created, renamed and found', async () => {
    const { id } = (await client.post('/folders', recorded('addFolder'))).data as Json;
    expect(await read(`/folders/${id}`)).toMatchObject({ name: 'F', parentId: folder });
    await client.request('PUT', `/folders/${id}`, { name: 'Renamed here' });
    // A body without a parent leaves the folder where it is.
    expect(await read(`/folders/${id}`)).toMatchObject({ name: 'Renamed here', parentId: folder });
    const found = (await client.post('/folders/search', { query: 'rena' })).data as Json[];
    expect(found.map((each) => each.id)).toEqual([id]);
  });

  test('cannot be put into themselves', async () => {
    const [inner] = await list(`/folders/${folder}/children`);
    const answer = await client.request('PUT', `/folders/${folder}`, {
      name: 'x',
      parentId: inner?.id,
    });
    expect(answer).toMatchObject({ status: 400, code: 'validationError' });
    const body = { ...recorded('moveFolder'), vaultTo: own, folderTo: inner?.id };
    expect((await client.post(`/folders/${folder}/move`, body)).status).toBe(400);
  });

  test('take their content with them when they move', async () => {
    const body = recorded('moveFolder');
    await client.post(`/folders/${folder}/move`, body);
    expect(await read(`/folders/${folder}`)).toMatchObject({ vaultId: privat, parentId: null });
    const [inner] = await list(`/folders/${folder}/children`);
    expect(inner).toMatchObject({ vaultId: privat, name: 'Sub' });
    for (const id of [itemB, itemC]) {
      const item = await read(`/passwords/${id}`);
      expect(item.vaultId).toBe(privat);
      expect(item.cryptedPassword).toBe((body.cryptedPasswords as Json)[id]);
      expect(item.cryptedKey).toBe((body.cryptedKeys as Json)[id]);
    }
    const [[shortcutId, shortcut]] = Object.entries(body.shortcuts as Json) as [[string, Json]];
    const moved = (await read(`/sharing/shortcut/${shortcutId}`)).shortcut;
    expect(moved).toMatchObject({ vaultId: privat, cryptedKey: shortcut.cryptedKey });
  });

  test('are copied with all below them', async () => {
    const before = await read(`/vaults/${own}`);
    const id = (await client.post(`/folders/${folder}/copy`, recorded('copyFolder'))).data;
    expect(await read(`/folders/${id}`)).toMatchObject({
      vaultId: old,
      parentId: null,
      name: 'Folder',
    });
    const [inner] = await list(`/folders/${id}/children`);
    const [copy] = await list(`/folders/${inner?.id}/passwords`);
    expect(copy).toMatchObject({ name: 'C', vaultId: old });
    expect(copy?.id).not.toBe(itemC);
    expect(await read(`/vaults/${own}`)).toEqual(before);
  });

  test.each(['move', 'copy'])('are refused whole where %s leaves out an item', async (verb) => {
    for (const key of ['cryptedPasswords', 'custom', 'attachments', 'shortcuts']) {
      const body = { ...recorded(`${verb}Folder`), [key]: {} };
      const answer = await client.post(`/folders/${folder}/${verb}`, body);
      expect({ key, ...answer }).toMatchObject({ status: 400, code: 'validationError' });
    }
    expect(await read(`/folders/${folder}`)).toMatchObject({ vaultId: own });
    expect(await read(`/passwords/${itemB}`)).toMatchObject({ vaultId: own });
    expect(await read(`/vaults/${old}`)).toMatchObject({ foldersAmount: 0, passwordsAmount: 1 });
  });

  test('are deleted with their content', async () => {
    await client.request('DELETE', `/folders/${folder}`);
    expect((await client.get(`/folders/${folder}`)).status).toBe(404);
    expect((await client.get(`/passwords/${itemC}`)).status).toBe(404);
    expect(await read(`/vaults/${own}`)).toMatchObject({ foldersAmount: 0, passwordsAmount: 2 });
  });
});

describe('vaults', () => {
  test('a company vault is created under the key of the company', async () => {
    const body = recorded('addVault', ({ name }) => name === 'Vault D');
    const id = (await client.post('/vaults', body)).data;
    expect(await read(`/vaults/${id}`)).toMatchObject({
      scope: 'domain',
      name: 'Vault D',
      vaultPasswordCrypted: body.mpCrypted,
      domainMaster: (await read('/vaults/domain')).mpCrypted,
    });
  });

  test('a private one under the key of the user', async () => {
    const body = recorded('addVault', ({ name }) => name === 'Vault P');
    for (const sent of [body, { ...body, domainId: 'x', isPrivate: true }]) {
      const id = (await client.post('/vaults', sent)).data;
      expect(await read(`/vaults/${id}`)).toMatchObject({
        scope: 'private',
        visible: true,
        vaultPasswordCrypted: body.passwordCrypted,
      });
    }
  });

  test('they are renamed and deleted with all they hold', async () => {
    await client.request('PUT', `/vaults/${own}`, { name: 'Renamed' });
    expect(await read(`/vaults/${own}`)).toMatchObject({ name: 'Renamed' });
    await client.request('DELETE', `/vaults/${own}`);
    for (const path of [`/vaults/${own}`, `/folders/${folder}`, `/passwords/${itemA}`]) {
      expect((await client.get(path)).status).toBe(404);
    }
    expect(await read('/vaults/count')).toBe(2);
  });
});

describe('shortcuts', () => {
  const path = `/sharing/shortcut/${shortcutInPrivate}`;

  test('an edit through one changes the item', async () => {
    const body = recorded('editShortcutPassword');
    await client.request('PUT', path, body);
    expect((await read(`/passwords/${itemA}`)).cryptedPassword).toBe(body.cryptedPassword);
  });

  test('they are moved, copied and deleted without the item', async () => {
    const moved = recorded('moveShortcut');
    await client.post(`${path}/move`, moved);
    expect((await read(path)).shortcut).toMatchObject({
      vaultId: own,
      folderId: folder,
      cryptedKey: moved.cryptedKey,
    });
    const copied = recorded('copyShortcut');
    const id = (await client.post(`${path}/copy`, copied)).data;
    expect((await read(`/sharing/shortcut/${id}`)).shortcut).toMatchObject({
      vaultId: old,
      cryptedKey: copied.cryptedKey,
      passwordId: itemA,
    });
    await client.request('DELETE', path);
    expect((await client.get(path)).status).toBe(404);
    expect((await client.get(`/passwords/${itemA}`)).status).toBe(200);
  });
});

test('a share link has no fragment and points at the server', async () => {
  const answer = await client.post(
    '/passwords/generate-share-link',
    recorded('generatePasswordShareLink'),
  );
  expect(answer.data).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/g\/p\/\w{25}$/);
  expect(String(answer.data).startsWith(server.url)).toBe(true);
});
