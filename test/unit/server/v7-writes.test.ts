import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readV7Recordings, readV7Scenes, type V7Scene } from '../../server/scene/scene.ts';
import { serveV7Scene } from '../../server/scene/serve-scene.ts';
import type { Json } from './support/people.ts';
import { createV7Client, type V7Client } from './support/v7-client.ts';
import { data, listOf } from './support/v7-people.ts';

/** What writes do, seen by reading again. */
const sceneName = 'shortcuts-inbox-1024-pkcs1';
const scene = readV7Scenes('v7-cse.json').find(({ name }) => name === sceneName) as V7Scene;
const operations =
  readV7Recordings().find((each) => each.scene.name === sceneName)?.operations ?? [];
const vault = '2491c0377d38a6c2ad8ead14';
const otherVault = 'e4be8cd5c78a8c09b2087ec3';
const folder = '24df3a308d778e21b86a9fb9';
const item = '7758a58fb091b7d4defc5047';

let server: Awaited<ReturnType<typeof serveV7Scene>>;
let client: V7Client;
beforeEach(async () => {
  server = await serveV7Scene(scene);
  const { url, tokens } = server;
  client = createV7Client({ url, ...tokens, masterHash: scene.expected.masterHash });
});
afterEach(() => server.close());

/** The body that the official connector sent. */
function recorded(operation: string): Json {
  const found = operations.find((each) => each.operation === operation);
  return found?.requests[0]?.body as Json;
}

describe('items', () => {
  test('an added item is read back as it was sent', async () => {
    const body = recorded('create_item');
    const { id } = (await client.post('/items', body)).body as Json;
    const read = await data(client, `/items/${id}`);
    for (const key of [
      'vaultId',
      'folderId',
      'name',
      'login',
      'url',
      'description',
      'color',
      'tags',
      'customs',
      'passwordEncrypted',
      'keyEncrypted',
    ]) {
      expect(read[key]).toEqual(body[key]);
    }
    const [sent] = body.attachments as Json[];
    const [kept] = read.attachments as Json[];
    expect(await data(client, `/items/${id}/attachment/${kept?.id}`)).toEqual({
      ...sent,
      id: kept?.id,
    });
  });

  test('an item without a password has none, and no key is invented', async () => {
    const { id } = (await client.post('/items', { vaultId: vault, name: 'Bare' })).body as Json;
    expect(await data(client, `/items/${id}`)).toMatchObject({
      passwordEncrypted: null,
      keyEncrypted: null,
    });
  });

  test('an edit changes what it names, and the past is kept', async () => {
    const before = await data(client, `/items/${item}`);
    await client.request('PATCH', `/items/${item}`, { vaultId: vault, name: 'renamed', tags: [] });
    const after = await data(client, `/items/${item}`);
    expect(after).toEqual({ ...before, name: 'renamed', tags: [] });

    const [row] = await listOf(client, `/items/${item}/snapshots`);
    const past = await data(client, `/items/${item}/snapshot/${row?.id}`);
    expect(past).toMatchObject({
      name: before.name,
      tags: before.tags,
      keyEncrypted: before.keyEncrypted,
    });
    const [file] = past.attachments as Json[];
    expect((await client.get(`/snapshots/${row?.id}/attachment/${file?.id}`)).status).toBe(200);
  });

  test('new files are added, addresses are kept together', async () => {
    const file = { encryptedKey: 'k', encryptedData: 'd', hash: 'h', name: 'third.txt' };
    const urls = ['https://one.example', 'https://two.example'];
    await client.request('PATCH', `/items/${item}`, { vaultId: vault, attachments: [file], urls });
    const read = await data(client, `/items/${item}`);
    expect((read.attachments as Json[]).map(({ name }) => name)).toEqual([
      'codes.txt',
      'pixel.png',
      'third.txt',
    ]);
    expect(read).toMatchObject({ url: urls[0], urls });
    await client.request('PATCH', `/items/${item}`, {
      vaultId: vault,
      url: 'https://three.example',
    });
    expect(await data(client, `/items/${item}`)).toMatchObject({
      url: 'https://three.example',
      urls: ['https://three.example'],
    });
  });

  test('a deleted item goes to the bin with its shortcuts', async () => {
    const answer = await client.request('DELETE', `/items/${item}`, {});
    expect(answer.body).toEqual({ binItemId: expect.stringMatching(/^[0-9a-f]{24}$/) });
    expect((await client.get(`/items/${item}`)).status).toBe(404);
    expect(await listOf(client, '/shortcuts/search')).toHaveLength(1);
  });

  test('a move within a vault needs no key, one to another vault does', async () => {
    const move = (body: Json) => client.post(`/items/${item}/move`, body);
    const { id } = (
      await client.post('/folders', { name: 'F', vaultId: vault, parentFolderId: null })
    ).body as Json;
    expect((await move({ vaultId: vault, folderId: id })).status).toBe(200);
    expect(await data(client, `/items/${item}`)).toMatchObject({ vaultId: vault, folderId: id });
    expect((await move({ vaultId: otherVault, folderId: null })).status).toBe(400);
    expect(
      (await move({ vaultId: otherVault, folderId: folder, keyEncrypted: 'new' })).status,
    ).toBe(200);
    expect(await data(client, `/items/${item}`)).toMatchObject({
      vaultId: otherVault,
      folderId: folder,
      keyEncrypted: 'new',
    });
  });
});

describe('search', () => {
  test.each([
    ['query=git', 1],
    ['query=git&tags[]=dev&colorCodes[]=3', 1],
    ['query=git&tags[]=dev&colorCodes[]=4', 0],
    [`vaultIds[]=${vault}`, 4],
    [`vaultIds[]=${otherVault}`, 0],
    ['url=https://gist.github.com/x', 1],
  ])('%s', async (query, amount) => {
    expect(await listOf(client, `/items/search?${query}`)).toHaveLength(amount);
  });

  test('finds shortcuts where they lie', async () => {
    expect(await listOf(client, `/shortcuts/search?folderIds[]=${folder}`)).toHaveLength(1);
    expect(await listOf(client, '/shortcuts/search?query=git')).toHaveLength(1);
  });
});

describe('folders and vaults', () => {
  test('a folder is created, renamed, moved, found and deleted', async () => {
    const body = { name: 'Inner', vaultId: otherVault, parentFolderId: folder };
    const { id } = (await client.post('/folders', body)).body as Json;
    await client.post(`/folders/${id}`, { name: 'Renamed' });
    await client.post(`/folders/${id}/move`, { targetFolderId: null });
    expect(await data(client, `/folders/${id}`)).toMatchObject({
      name: 'Renamed',
      parentFolderId: null,
    });
    const [found] = await listOf(client, '/folders/search?query=rena');
    expect(found).toMatchObject({ id, path: [{ name: 'Second' }, { name: 'Renamed' }] });
    expect((await client.request('DELETE', `/folders/${id}`, {})).body).toHaveProperty('binItemId');
    expect((await client.get(`/folders/${id}`)).status).toBe(404);
  });

  test('a folder does not go into itself', async () => {
    const answer = await client.post(`/folders/${folder}/move`, { targetFolderId: folder });
    expect(answer.status).toBe(400);
  });

  test('a vault is created under the key of its user, renamed and deleted', async () => {
    const body = recorded('create_vault');
    const { id } = (await client.post('/vaults', body)).body as Json;
    expect(await data(client, `/vaults/${id}`)).toMatchObject({
      name: 'V',
      masterKeyEncrypted: body.masterKeyEncrypted,
    });
    await client.post(`/vaults/${id}`, { name: 'W' });
    expect(await data(client, `/vaults/${id}`)).toMatchObject({ name: 'W' });
    await client.request('DELETE', `/vaults/${id}`, {});
    expect((await client.get(`/vaults/${id}`)).status).toBe(404);
  });

  test('a vault without a key is refused', async () => {
    expect((await client.post('/vaults', { name: 'V' })).status).toBe(400);
  });
});

test('a shortcut is created with its own key', async () => {
  const body = recorded('create_shortcut');
  const { id } = (await client.post('/shortcuts', body)).body as Json;
  const { shortcut } = await data(client, `/shortcuts/${id}`);
  expect(shortcut).toMatchObject({
    itemId: item,
    vaultId: otherVault,
    keyEncrypted: body.keyEncrypted,
  });
});

test('a link has no fragment and points at the server', async () => {
  const found = operations.find(
    ({ operation, requests }) => operation.startsWith('create_link') && requests.length > 0,
  );
  const { body } = await client.post('/links', found?.requests[0]?.body);
  expect((body as Json).url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/g\/p\/\w{25}$/);
});
