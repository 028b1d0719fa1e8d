import { afterAll, beforeAll, expect, test } from 'vitest';
import { encryptText } from '../../server/crypto/text-cipher.ts';
import type { RunningServer } from '../../server/start.ts';
import { openSealed } from '../../server/state/state.ts';
import { type Json, listAll, type Reader, signInAs, startQuickly } from './support/people.ts';

let server: RunningServer;
let main: Reader;
beforeAll(async () => {
  server = await startQuickly({ items: 120 });
  main = await signInAs(server);
});
afterAll(() => server.close());

/** Everything the server keeps, requests it remembers included. */
function everything(): string {
  for (const item of server.state.items.values()) openSealed(item);
  const kept = { state: server.state, requests: server.control.requests() };
  return JSON.stringify(kept, (_, value) =>
    value instanceof Map || value instanceof Set ? [...value] : value,
  );
}

test('what clients write stays as they encrypted it', async () => {
  const { id: vaultId } = server.control.findVault('Operations');
  const key = 'an item key of thirty-two lettrs';
  const seal = (text: string) => encryptText(text, key, new Uint8Array(8));
  const canaries = [
    'canary-password',
    'canary-field',
    'canary-file',
    'canary-snapshot',
    'canary-edit',
  ];
  const body = {
    vaultId,
    name: 'Canary',
    cryptedPassword: seal('canary-password'),
    cryptedKey: encryptText(key, await main.vaultKey(vaultId), new Uint8Array(8)),
    custom: [{ name: seal('n'), type: seal('text'), value: seal('canary-field'), extra: 7 }],
    attachments: [
      { name: 'f', hash: 'h', encryptedKey: seal('k'), encryptedData: seal('canary-file') },
    ],
    snapshot: seal('canary-snapshot'),
  };
  const { id } = (await main.client.post('/passwords', body)).data as Json;
  await main.client.request('PUT', `/passwords/${id}`, { cryptedPassword: seal('canary-edit') });

  const text = everything();
  for (const canary of [...canaries, key]) expect(text).not.toContain(canary);
  const item = (await main.client.get(`/passwords/${id}`)).data as Json;
  // Byte for byte, with what the client put in beyond the protocol.
  expect(item.custom).toEqual(body.custom);
  expect(item.cryptedKey).toBe(body.cryptedKey);
  expect((await main.open(item)).password).toBe('canary-edit');
});

test('no secret of the demo data is in the state', async () => {
  const text = everything();
  const seen: string[] = [server.v4.masterPassword, main.masterKey, main.privateKey.slice(40, 90)];
  for (const { id } of await listAll(main.client)) {
    const item = (await main.client.get(`/passwords/${id}`)).data as Json;
    const open = await main.open(item);
    seen.push(open.key, open.password, ...open.fileKeys);
    seen.push(...open.fields.map((field) => field?.value ?? ''));
    seen.push(await main.vaultKey(String(item.vaultId)));
  }
  // Short ones, such as a PIN that is also part of a login, occur by chance.
  const secrets = [...new Set(seen)].filter((secret) => secret.length >= 10);
  expect(secrets.length).toBeGreaterThan(150);
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
});

test('lists hold no secret', async () => {
  const { id } = server.control.findVault('IT and infrastructure');
  const lists = await Promise.all(
    [
      `/vaults/${id}/passwords`,
      '/passwords/favorite',
      '/passwords/recent',
      '/sharing/inbox/list',
    ].map(async (path) => JSON.stringify((await main.client.get(path)).data)),
  );
  const rows = JSON.stringify(await listAll(main.client));
  for (const text of [...lists, rows]) {
    expect(text.length).toBeGreaterThan(100);
    expect(text).not.toMatch(/cryptedPassword|"custom"|encryptedKey|"attachments"/);
  }
});
