import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningServer } from '../../server/start.ts';
import { createClient, signIn } from './support/http-client.ts';
import { type Json, type Reader, signInAs, startQuickly } from './support/people.ts';

/** Section 5 of the protocol notes, "Deterministic errors", column v4. */
let server: RunningServer;
let plain: RunningServer;
let main: Reader;
let guest: Reader;
beforeAll(async () => {
  server = await startQuickly();
  plain = await startQuickly({ encrypted: false });
  main = await signInAs(server);
  guest = await signInAs(server, 'guest');
});
afterAll(() => Promise.all([server.close(), plain.close()]));

const unknown = '0123456789abcdef01234567';
const strangerTo = (path: string) => createClient(`${server.url}/api/v4`).get(path);

describe('signing in', () => {
  test('with a wrong API key', async () => {
    const answer = await createClient(`${server.url}/api/v4`).post('/auth/login/nobody', {});
    expect(answer).toMatchObject({
      status: 401,
      code: 'apiKeyIsInvalid',
      data: { errorMessage: expect.any(String) },
    });
  });

  test('with a master password where there is no client-side encryption', async () => {
    const client = createClient(`${plain.url}/api/v4`);
    const answer = await client.post(`/auth/login/${plain.v4.apiKey}`, { useMasterPassword: true });
    expect(answer).toMatchObject({ status: 400, code: 'clientSideEncryptionDisabled' });
  });

  test('without one where there is', async () => {
    const client = createClient(`${server.url}/api/v4`);
    const answer = await client.post(`/auth/login/${server.v4.apiKey}`, {
      useMasterPassword: false,
    });
    expect(answer).toMatchObject({ status: 400, code: 'masterPasswordRequired' });
  });

  test('without saying is accepted in both', async () => {
    for (const { url, v4 } of [server, plain]) {
      const answer = await createClient(`${url}/api/v4`).post(`/auth/login/${v4.apiKey}`);
      expect(answer.status).toBe(200);
    }
  });
});

describe('the proof of the master key', () => {
  test.each(['', 'wrong'])('%j is refused on reads', async (proof) => {
    const { client } = await signIn({
      url: server.url,
      apiKey: server.v4.apiKey,
      useMasterPassword: true,
      masterHash: proof,
    });
    expect(await client.get('/vaults/list')).toMatchObject({
      status: 403,
      code: 'masterHashInvalid',
    });
    // Section 2.2: clients have no key yet when they call these, and one sends something else.
    expect((await client.get('/info/version')).status).toBe(200);
    expect((await client.get('/user/get-master-key-options')).status).toBe(200);
    expect((await client.post('/auth/logout')).status).toBe(200);
  });

  test('is MD5 where the server says legacySupport', async () => {
    const old = await startQuickly({ version: { version: '6.4.2', legacySupport: true } });
    try {
      const { client } = await signInAs(old, 'v4', 'md5');
      expect((await client.get('/vaults/list')).status).toBe(200);
      await expect(signInAs(old, 'v4', 'sha256')).rejects.toThrow();
    } finally {
      await old.close();
    }
  });

  test('is not asked for without client-side encryption', async () => {
    const { apiKey } = plain.v4;
    const { client } = await signIn({ url: plain.url, apiKey, useMasterPassword: false });
    expect((await client.get('/vaults/list')).status).toBe(200);
  });
});

describe('tokens', () => {
  test.each([
    '/vaults/list',
    '/user/info',
    '/user/get-master-key-options',
    `/passwords/${unknown}`,
  ])('none on %s', async (path) => {
    expect(await strangerTo(path)).toMatchObject({ status: 401, code: 'apiSessionExpired' });
  });
});

describe('ids', () => {
  test.each([
    ['GET', '/passwords/:id', 'passwordNull'],
    ['PUT', '/passwords/:id', 'passwordNull'],
    ['DELETE', '/passwords/:id', 'passwordNull'],
    ['POST', '/passwords/:id/move', 'passwordNull'],
    ['GET', '/vaults/:id', 'notFound'],
    ['GET', '/vaults/:id/fullInfo', 'notFound'],
    ['GET', '/folders/:id', 'notFound'],
    ['GET', '/sharing/shortcut/:id', 'notFound'],
    ['POST', '/sharing/inbox/:id', 'notFound'],
  ])('%s %s is unknown', async (method, path, code) => {
    const answer = await main.client.request(method, path.replace(':id', unknown), {});
    expect(answer).toMatchObject({ status: 404, code });
  });

  test('of a file is unknown', async () => {
    const item = server.control.findItem('Class certificates');
    const answer = await main.client.get(`/passwords/${item.id}/attachment/${unknown}`);
    expect(answer).toMatchObject({ status: 404, code: 'notFound' });
  });

  test('unknown paths answer like unknown things', async () => {
    expect(await main.client.get('/nothing/here')).toMatchObject({ status: 404, code: 'notFound' });
  });
});

describe('rights', () => {
  test('a vault, folder or item of somebody else is denied', async () => {
    const item = server.control.findItem('Firewall');
    for (const path of [
      `/passwords/${item.id}`,
      `/folders/${item.folderId}`,
      `/vaults/${item.vaultId}`,
    ]) {
      expect(await guest.client.get(path)).toMatchObject({ status: 403, code: 'accessDenied' });
    }
  });

  test('reading is not writing', async () => {
    const item = server.control.findItem('Intranet');
    expect((await guest.client.get(`/passwords/${item.id}`)).status).toBe(200);
    const writes: [string, string, unknown][] = [
      ['PUT', `/passwords/${item.id}`, { name: 'x' }],
      ['DELETE', `/passwords/${item.id}`, undefined],
      ['POST', '/passwords', { vaultId: item.vaultId, cryptedPassword: 'x' }],
      ['POST', '/folders', { vaultId: item.vaultId, name: 'x', parentId: null }],
      ['PUT', `/vaults/${item.vaultId}`, { name: 'x' }],
      ['DELETE', `/vaults/${item.vaultId}`, undefined],
    ];
    for (const [method, path, body] of writes) {
      const answer = await guest.client.request(method, path, body);
      expect({ path, ...answer }).toMatchObject({ status: 403, code: 'accessDenied' });
    }
    expect(server.control.findItem('Intranet').name).toBe('Intranet');
  });

  test('the inbox of somebody else is denied', async () => {
    const [entry] = (await main.client.get('/sharing/inbox/list')).data as Json[];
    const answer = await guest.client.post(`/sharing/inbox/${entry?.id}`);
    expect(answer).toMatchObject({ status: 403, code: 'accessDenied' });
  });
});

describe('malformed bodies', () => {
  const send = async (body: string) => {
    const response = await fetch(`${main.client.base}/passwords`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...main.client.headers },
      body,
    });
    const { code } = (await response.json()) as { code?: unknown };
    return { status: response.status, code };
  };
  const vaultId = () => server.control.findVault('Operations').id;

  test.each(['{', '[]', '"text"', '{}', '{"vaultId":7}'])('%s', async (body) => {
    expect(await send(body)).toMatchObject({ status: 400, code: 'validationError' });
  });

  test.each([
    ['name', 7],
    ['color', 'red'],
    ['color', 1.5],
    ['tags', 'daily'],
    ['tags', [1]],
    ['custom', 'none'],
    ['attachments', [{ name: 'no data' }]],
    ['attachments', ['text']],
    ['folderId', 12],
  ])('%s is %j', async (key, value) => {
    const before = server.state.items.size;
    const answer = await send(JSON.stringify({ vaultId: vaultId(), [key]: value }));
    expect(answer).toMatchObject({ status: 400, code: 'validationError' });
    expect(server.state.items.size).toBe(before);
  });

  test('a file of 5 MiB is taken, one that is clearly larger is not', async () => {
    const { id } = server.control.findItem('Intranet');
    const add = (letters: number) =>
      main.client.post(`/passwords/${id}/attachment`, {
        encryptedKey: 'k',
        encryptedData: 'a'.repeat(letters),
        hash: 'h',
        name: 'large.bin',
      });
    expect((await add(14_913_160)).status).toBe(200);
    expect(await add(17_000_000)).toMatchObject({ status: 413, code: 'payloadTooLarge' });
  });
});

test('the paths of the other generation are not there', async () => {
  const response = await fetch(`${server.url}/api/v1/app/features`);
  expect(response.status).toBe(404);
  expect(response.headers.get('content-type')).toContain('text/html');
});
