import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SealedPart } from '../../server/control.ts';
import { decryptText } from '../../server/crypto/text-cipher.ts';
import type { RunningServer } from '../../server/start.ts';
import { type Item, openSealed } from '../../server/state/state.ts';
import { type Json, type Reader, signInAs, startQuickly } from './support/people.ts';

let server: RunningServer;
let main: Reader;
beforeAll(async () => {
  server = await startQuickly();
  main = await signInAs(server);
});
afterAll(() => server.close());

const sealedOf = (id: string) => openSealed(server.state.items.get(id) as Item);

test('listens on this machine only', async () => {
  expect(new URL(server.url).hostname).toBe('127.0.0.1');
  const { networkInterfaces } = await import('node:os');
  const others = Object.values(networkInterfaces()).flatMap((list) =>
    (list ?? []).filter(({ family, internal }) => family === 'IPv4' && !internal),
  );
  for (const { address } of others) {
    await expect(fetch(`http://${address}:${new URL(server.url).port}/`)).rejects.toThrow();
  }
});

test('goes down and comes up on the same port with everything it knew', async () => {
  await server.control.goDown();
  await expect(main.client.get('/vaults/count')).rejects.toThrow();
  await server.control.comeUp();
  expect((await main.client.get('/vaults/count')).status).toBe(200);
});

test('remembers requests', async () => {
  server.control.clearRequests();
  await main.client.post('/passwords/search', { query: 'x' });
  await main.client.get('/vaults/0');
  expect(server.control.requests()).toMatchObject([
    { method: 'POST', path: '/api/v4/passwords/search', body: { query: 'x' }, status: 200 },
    { method: 'GET', path: '/api/v4/vaults/0', body: undefined, status: 404 },
  ]);
  const [first] = server.control.requests();
  expect(Object.keys(first?.headers ?? {})).toEqual(
    expect.arrayContaining(['passwork-auth', 'passwork-masterhash', 'content-type']),
  );
});

test('makes answers late', async () => {
  server.control.setLatency(200);
  const start = performance.now();
  await main.client.get('/vaults/count');
  expect(performance.now() - start).toBeGreaterThanOrEqual(195);
  server.control.setLatency(0);
});

test.each<SealedPart>(['password', 'key', 'field', 'attachment-key', 'attachment-data'])(
  'damages the stored %s so that it no longer opens',
  async (part) => {
    const { id } = server.control.findItem('SSH deploy key');
    const { id: other } = server.control.findItem('Intranet (duty administrator)');
    const target = part === 'password' ? other : id;
    const before = (await main.client.get(`/passwords/${target}`)).data as Json;
    const { key, fileKeys } = await main.open(before);
    const whole = sealedOf(target);
    server.control.garble(target, part);
    const after = (await main.client.get(`/passwords/${target}`)).data as Json;
    const [field] = (after.custom ?? []) as { value: string }[];
    const [file] = (after.attachments ?? []) as { id: string; encryptedKey: string }[];
    const attachment = `/passwords/${target}/attachment/${file?.id}`;
    const damaged = {
      password: () => decryptText(String(after.cryptedPassword), key),
      key: async () => main.open(after),
      field: () => decryptText(String(field?.value), key),
      'attachment-key': () => decryptText(String(file?.encryptedKey), key),
      'attachment-data': async () => {
        const { encryptedData } = (await main.client.get(attachment)).data as Json;
        return decryptText(String(encryptedData), fileKeys[0] ?? '');
      },
    }[part];
    await expect(async () => damaged()).rejects.toThrow();
    server.control.mutate(target, () => whole);
  },
);

test('everything can lie under a path', async () => {
  const inside = await startQuickly({ prefix: '/passwork' });
  try {
    expect(inside.url).toMatch(/:\d+\/passwork$/);
    const { client } = await signInAs(inside);
    expect((await client.get('/vaults/count')).status).toBe(200);
    expect((await fetch(`${new URL(inside.url).origin}/api/v4/info/version`)).status).toBe(404);
  } finally {
    await inside.close();
  }
});
