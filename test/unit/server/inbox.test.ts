import { afterEach, describe, expect, test } from 'vitest';
import { decryptRsa } from '../../server/crypto/rsa.ts';
import { decryptText, encryptText } from '../../server/crypto/text-cipher.ts';
import type { RunningServer } from '../../server/start.ts';
import { type Json, signInAs, startQuickly } from './support/people.ts';

let server: RunningServer;
afterEach(() => server.close());

describe('since 5.4', () => {
  test('opening an entry gives its key and marks it; the counts follow', async () => {
    server = await startQuickly();
    const { client } = await signInAs(server);
    const number = async (path: string) => (await client.get(path)).data;
    const list = (await client.get('/sharing/inbox/list')).data as Json[];
    expect(list.map(({ viewed }) => viewed)).toEqual([false, true, false]);
    expect(await number('/sharing/inbox/count')).toBe(3);
    expect(await number('/sharing/inbox/notifications/count')).toBe(2);

    const entry = (await client.post(`/sharing/inbox/${list[0]?.id}`)).data as Json;
    expect(entry).toMatchObject({ viewed: true, cryptedKey: expect.any(String) });
    expect(entry).not.toHaveProperty('groupPasswordCrypted');
    expect(await number('/sharing/inbox/notifications/count')).toBe(1);
    await client.post('/sharing/inbox/notifications/mark-as-viewed');
    expect(await number('/sharing/inbox/notifications/count')).toBe(0);
    expect(await number('/sharing/inbox/count')).toBe(3);
  });

  test('the receiver edits the item and its files, but does not read it in its vault', async () => {
    server = await startQuickly();
    const { client } = await signInAs(server);
    const [row] = (await client.get('/sharing/inbox/list')).data as {
      id: string;
      password: Json;
    }[];
    const path = `/passwords/${row?.password.id}`;
    expect((await client.get(path)).status).toBe(403);
    expect((await client.request('PUT', path, { cryptedPassword: 'edited' })).status).toBe(200);
    const file = { encryptedKey: 'k', encryptedData: 'd', hash: 'h', name: 'n' };
    const { id } = (await client.post(`${path}/attachment`, file)).data as Json;
    expect((await client.get(`${path}/attachment/${id}`)).status).toBe(200);
    const entry = (await client.post(`/sharing/inbox/${row?.id}`)).data as { password: Json };
    expect(entry.password.cryptedPassword).toBe('edited');
  });

  test('search finds it where it is asked to', async () => {
    server = await startQuickly();
    const { client } = await signInAs(server);
    const search = async (includeShared: boolean) =>
      (await client.post('/passwords/search', { query: 'harbour gate', includeShared }))
        .data as Json[];
    expect(await search(false)).toEqual([]);
    expect(await search(true)).toMatchObject([{ name: 'Harbour gate code', fromInbox: true }]);
  });
});

describe('before 5.4', () => {
  test('the receiver takes over the key of the vault', async () => {
    server = await startQuickly({ version: '5.3.2' });
    const main = await signInAs(server);
    const { client } = main;
    const [row] = (await client.get('/sharing/inbox/list')).data as Json[];
    const path = `/sharing/inbox/${row?.id}`;

    const first = (await client.post(path)).data as Json;
    expect(first.cryptedKey).toBeUndefined();
    const second = (await client.post(path, { passwordCrypted: '' })).data as Json;
    expect(second).toMatchObject({ viewed: false, vaultId: expect.any(String) });
    expect((await client.get(`/vaults/${second.vaultId}`)).status).toBe(403);

    const key = decryptRsa(String(second.groupPasswordCrypted), main.privateKey);
    const passwordCrypted = encryptText(key, main.masterKey, new Uint8Array(8));
    const third = (await client.post(path, { passwordCrypted, silent: false })).data as Json;
    expect(third.viewed).toBe(true);
    const vault = (await client.get(`/vaults/${second.vaultId}`)).data as Json;
    expect(vault).toMatchObject({ scope: 'private', passwordCrypted });

    const { id } = third.password as Json;
    const item = (await client.get(`/passwords/${id}`)).data as Json;
    expect(item.cryptedKey).toBeNull();
    expect((await main.open(item)).password).toBe(decryptText(String(item.cryptedPassword), key));
    // The vault itself stays its owner's: it is not in the list, and nothing else in it opens.
    const vaults = (await client.get('/vaults/list')).data as Json[];
    expect(vaults.map((each) => each.id)).not.toContain(vault.id);
    const hidden = server.control.findItem('Parking');
    expect((await client.get(`/passwords/${hidden.id}`)).status).toBe(403);
  });

  test('an entry opened long ago is read like an item', async () => {
    server = await startQuickly({ version: '5.3.2' });
    const main = await signInAs(server);
    const list = (await main.client.get('/sharing/inbox/list')).data as {
      viewed: boolean;
      password: Json;
    }[];
    const seen = list.find(({ viewed }) => viewed);
    const item = (await main.client.get(`/passwords/${seen?.password.id}`)).data as Json;
    expect((await main.open(item)).password.length).toBeGreaterThanOrEqual(12);
  });
});
