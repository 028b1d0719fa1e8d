import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashAttachment } from '../../server/crypto/attachment.ts';
import { decryptText } from '../../server/crypto/text-cipher.ts';
import type { RunningV7Server } from '../../server/start.ts';
import { openSealed } from '../../server/state/state.ts';
import type { Json, OpenItem } from './support/people.ts';
import {
  data,
  listOf,
  openRsa,
  signInToV7,
  startV7Quickly,
  type V7Reader,
} from './support/v7-people.ts';

let server: RunningV7Server;
let main: V7Reader;
let opened: { item: Json; open: OpenItem }[];
beforeAll(async () => {
  server = await startV7Quickly();
  main = await signInToV7(server);
  const rows = await listOf(main.client, '/items/search');
  opened = await Promise.all(
    rows.map(async ({ id }) => {
      const item = await data(main.client, `/items/${id}`);
      return { item, open: await main.open(item) };
    }),
  );
});
afterAll(() => server.close());

describe('the demo company on Passwork 7', () => {
  test('has at least 60 items in 6 vaults of two types', async () => {
    const vaults = await listOf(main.client, '/vaults');
    expect(vaults).toHaveLength(6);
    expect(new Set(vaults.map(({ typeId }) => typeId)).size).toBe(2);
    expect(opened.length).toBeGreaterThanOrEqual(60);
    const listed = await Promise.all(
      vaults.map(({ id }) => listOf(main.client, `/items?vaultId=${id}`)),
    );
    expect(listed.flat()).toHaveLength(opened.length);
  });

  test('every item opens; one damaged field does not; old items have short keys', () => {
    const broken = opened.filter(({ open }) => open.fields.includes(null));
    expect(broken.map(({ item }) => item.name)).toEqual(['MV Torunn: ship server']);
    expect(new Set(opened.map(({ open }) => open.key.length))).toEqual(new Set([32, 100]));
  });

  test('items of the demo site hold what the site accepts', () => {
    for (const { login, password } of server.site.accounts) {
      const found = opened.find(({ item }) => item.login === login);
      expect(found?.open.password).toBe(password);
    }
  });

  test('files come back whole under their hash', async () => {
    const files = opened.flatMap(({ item, open }) =>
      (item.attachments as { id: string }[]).map(({ id }, index) => ({
        path: `/items/${item.id}/attachment/${id}`,
        key: open.fileKeys[index] ?? '',
      })),
    );
    expect(files.length).toBeGreaterThanOrEqual(5);
    for (const { path, key } of files) {
      const { encryptedData, hash } = await data(main.client, path);
      const bytes = Buffer.from(decryptText(String(encryptedData), key), 'base64');
      expect(hashAttachment(bytes)).toBe(hash);
    }
  });

  test('shortcuts open with the key of the vault they lie in', async () => {
    const rows = (await listOf(main.client, '/shortcuts/search')) as { shortcut: { id: string } }[];
    expect(rows).toHaveLength(4);
    for (const { shortcut } of rows) {
      const item = await data(main.client, `/shortcuts/${shortcut.id}`);
      const { vaultId, keyEncrypted } = item.shortcut as Json;
      const key = decryptText(String(keyEncrypted), await main.vaultKey(String(vaultId)));
      const direct = opened.find((each) => each.item.id === item.id);
      expect(main.openWith(item, key)).toEqual(direct?.open);
      expect(item).not.toHaveProperty('vaultMasterKeyEncrypted');
    }
  });

  test('the inbox opens with the key of the user, and remembers that it was', async () => {
    const rows = (await listOf(main.client, '/inbox-items')) as { inbox: Json }[];
    expect(rows.map(({ inbox }) => inbox.isViewed)).toEqual([false, true, false]);
    for (const { inbox } of rows) {
      const item = await data(main.client, `/inbox-items/${inbox.id}`);
      const { keyEncrypted } = item.inbox as Json;
      const { password } = main.openWith(item, openRsa(String(keyEncrypted), main.privateKey));
      expect(password.length).toBeGreaterThanOrEqual(12);
    }
    const after = (await listOf(main.client, '/inbox-items')) as { inbox: Json }[];
    expect(after.every(({ inbox }) => inbox.isViewed)).toBe(true);
  });

  test('favourites have a past, which opens like the present', async () => {
    const favourite = opened.find(({ item }) => item.name === 'House bank');
    const path = `/items/${favourite?.item.id}`;
    const [row] = await listOf(main.client, `${path}/snapshots`);
    const past = await data(main.client, `${path}/snapshot/${row?.id}`);
    expect(past).toMatchObject({ name: 'House bank (old)', itemId: favourite?.item.id });
    const vaultKey = await main.vaultKey(String(favourite?.item.vaultId));
    const key = decryptText(String(past.keyEncrypted), vaultKey);
    expect(main.openWith(past, key).password).toBe(favourite?.open.password);
  });

  test('a colleague with a longer key is given OAEP', async () => {
    const second = await signInToV7(server, 'second');
    const rows = await listOf(second.client, '/items/search');
    const item = await data(second.client, `/items/${rows[0]?.id}`);
    expect(String(item.vaultMasterKeyEncrypted)).toHaveLength(344);
    expect((await second.open(item)).password.length).toBeGreaterThan(0);
  });

  test('a guest sees what he may read', async () => {
    const { client } = await signInToV7(server, 'guest');
    expect((await listOf(client, '/vaults')).map(({ name }) => name)).toEqual(['Operations']);
    const { id } = server.control.findVault('IT and infrastructure');
    expect((await client.get(`/vaults/${id}`)).status).toBe(403);
  });
});

test('no secret of the demo data is in the state', () => {
  for (const item of server.state.items.values()) openSealed(item);
  const text = JSON.stringify(server.state, (_, value) =>
    value instanceof Map || value instanceof Set ? [...value] : value,
  );
  const secrets = opened
    .flatMap(({ open }) => [
      open.key,
      open.password,
      ...open.fields.map((field) => field?.value ?? ''),
    ])
    .filter((secret) => secret.length >= 10);
  expect(secrets.length).toBeGreaterThan(120);
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
});

test('20,000 items are listed in one request a vault', { timeout: 120_000 }, async () => {
  const large = await startV7Quickly({ items: 20_000, format: 'raw' });
  try {
    const { client } = await signInToV7(large);
    let total = 0;
    for (const { id } of await listOf(client, '/vaults')) {
      total += (await listOf(client, `/items?vaultId=${id}`)).length;
    }
    expect(total).toBeGreaterThan(19_990);
  } finally {
    await large.close();
  }
});

test('without client-side encryption there are no keys', async () => {
  const plain = await startV7Quickly({ encrypted: false, manyUrls: false });
  try {
    const { host, accessToken } = plain.v7;
    const { createV7Client } = await import('./support/v7-client.ts');
    const client = createV7Client({ url: host, accessToken });
    expect(await data(client, '/users/master-key/options')).toEqual({ masterKeyOptions: null });
    const [row] = await listOf(client, '/items/search?query=intranet');
    const item = await data(client, `/items/${row?.id}`);
    expect(item).toMatchObject({ keyEncrypted: null, vaultMasterKeyEncrypted: null });
    expect(item).not.toHaveProperty('urls');
    const password = Buffer.from(String(item.passwordEncrypted), 'base64').toString('utf8');
    expect(password).toBe(plain.site.accounts[0].password);
  } finally {
    await plain.close();
  }
});
