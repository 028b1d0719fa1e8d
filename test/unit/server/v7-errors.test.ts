import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { oneTimeCode } from '../../server/crypto/one-time-code.ts';
import type { RunningV7Server } from '../../server/start.ts';
import type { Json } from './support/people.ts';
import { createV7Client, type V7Answer } from './support/v7-client.ts';
import { data, signInToV7, startV7Quickly, type V7Reader } from './support/v7-people.ts';

/** Section 5 of the protocol notes, "Deterministic errors", column v7. */
let server: RunningV7Server;
let main: V7Reader;
beforeAll(async () => {
  server = await startV7Quickly();
  main = await signInToV7(server);
});
afterAll(() => server.close());

const unknown = '0123456789abcdef01234567';
const refusal = (status: number, code: string, field: string | null = null): V7Answer => ({
  status,
  body: { errors: [{ code, field, message: expect.any(String) }] },
});

describe('tokens', () => {
  test.each(['', 'nonsense'])('%j', async (accessToken) => {
    const client = createV7Client({ url: server.url, accessToken });
    for (const path of ['/vaults', '/users/info', '/app/features', `/items/${unknown}`]) {
      expect(await client.get(path)).toEqual(refusal(401, 'unauthorized'));
    }
  });
});

describe('the proof of the master key', () => {
  test.each([null, 'wrong'])('%j is refused on reads', async (masterHash) => {
    const { accessToken } = server.v7;
    const client = createV7Client({ url: server.url, accessToken, masterHash });
    expect(await client.get('/vaults')).toEqual(refusal(403, 'masterKeyHashInvalid'));
    expect((await client.get('/users/master-key/options')).status).toBe(200);
  });
});

describe('ids', () => {
  test.each([
    ['GET', '/items/:id'],
    ['PATCH', '/items/:id'],
    ['DELETE', '/items/:id'],
    ['GET', '/vaults/:id'],
    ['GET', '/folders/:id'],
    ['GET', '/shortcuts/:id'],
    ['GET', '/inbox-items/:id'],
    ['GET', '/items/:id/snapshots'],
    ['GET', '/nothing/:id'],
  ])('%s %s is unknown', async (method, path) => {
    const answer = await main.client.request(method, path.replace(':id', unknown), {});
    expect(answer).toEqual(refusal(404, 'notFound'));
  });
});

describe('rights', () => {
  test('what belongs to others is denied', async () => {
    const { client } = await signInToV7(server, 'guest');
    const item = server.control.findItem('Firewall');
    for (const path of [
      `/items/${item.id}`,
      `/vaults/${item.vaultId}`,
      `/folders/${item.folderId}`,
    ]) {
      expect(await client.get(path)).toEqual(refusal(403, 'accessDenied'));
    }
    const own = server.control.findItem('Intranet');
    const answer = await client.request('PATCH', `/items/${own.id}`, { name: 'x' });
    expect(answer).toEqual(refusal(403, 'accessDenied'));
  });
});

describe('malformed bodies name the field', () => {
  test.each([
    [{}, 'vaultId'],
    [{ vaultId: 7 }, 'vaultId'],
    [{ vaultId: 'VAULT' }, 'name'],
    [{ vaultId: 'VAULT', name: 'x', color: 'red' }, 'color'],
    [{ vaultId: 'VAULT', name: 'x', tags: 'daily' }, 'tags'],
    [{ vaultId: 'VAULT', name: 'x', customs: 'none' }, 'customs'],
    [{ vaultId: 'VAULT', name: 'x', attachments: [{ name: 'n' }] }, 'encryptedData'],
  ])('%j', async (body, field) => {
    const { id } = server.control.findVault('Operations');
    const sent = JSON.parse(JSON.stringify(body).replace('VAULT', id));
    expect(await main.client.post('/items', sent)).toEqual(refusal(400, 'validationError', field));
  });
});

describe('sessions', () => {
  test('expire, are renewed as a pair, and the old pair is dead at once', async () => {
    const other = await startV7Quickly();
    const refresh = (accessToken: string, refreshToken: string) =>
      createV7Client({ url: other.url, accessToken }).post('/sessions/refresh', { refreshToken });
    try {
      const { accessToken, refreshToken } = other.v7;
      const { client } = await signInToV7(other);
      other.control.expireTokens();
      expect(await client.get('/vaults')).toEqual(refusal(401, 'accessTokenExpired'));
      const next = (await refresh(accessToken, refreshToken)).body as Record<string, string>;
      expect(next).toEqual({
        accessToken: expect.stringMatching(/^.{44}$/),
        refreshToken: expect.stringMatching(/^.{44}$/),
        accessTokenExpiredAt: expect.any(Number),
        refreshTokenExpiredAt: expect.any(Number),
      });
      const refused = refusal(401, 'refreshTokenInvalid');
      expect(await refresh(accessToken, refreshToken)).toEqual(refused);
      expect(await refresh(String(next.accessToken), refreshToken)).toEqual(refused);
      expect(await client.get('/vaults')).toEqual(refusal(401, 'unauthorized'));
      client.headers.Authorization = `Bearer ${next.accessToken}`;
      expect((await client.get('/vaults')).status).toBe(200);
    } finally {
      await other.close();
    }
  });

  test('are renewed one token at a time', async () => {
    const other = await startV7Quickly();
    try {
      const client = createV7Client({ url: other.url, accessToken: '' });
      const access = await client.post('/sessions/refresh-access-token', other.v7);
      expect(access.body).toMatchObject({ accessToken: expect.any(String) });
      expect(access.body).not.toHaveProperty('refreshToken');
      const again = await client.post('/sessions/refresh-access-token', other.v7);
      expect(again).toEqual(refusal(401, 'refreshTokenInvalid'));
      const renewed = await client.post('/sessions/refresh-refresh-token', other.v7);
      expect(renewed.body).toMatchObject({ refreshToken: expect.any(String) });
      const late = await client.post('/sessions/refresh-refresh-token', other.v7);
      expect(late).toEqual(refusal(401, 'refreshTokenInvalid'));
    } finally {
      await other.close();
    }
  });

  test('faults of the session can be asked for', async () => {
    const other = await startV7Quickly();
    try {
      const { accessToken, refreshToken } = other.v7;
      const client = createV7Client({ url: other.url, accessToken });
      other.control.setFaults('expired@/users/*=1');
      expect(await client.get('/users/info')).toEqual(refusal(401, 'accessTokenExpired'));
      other.control.setFaults('refresh-refused=1');
      const answer = await client.post('/sessions/refresh', { refreshToken });
      expect(answer).toEqual(refusal(401, 'refreshTokenInvalid'));
    } finally {
      await other.close();
    }
  });
});

describe('the second factor', () => {
  test('is asked of every call until it is given', async () => {
    const other = await startV7Quickly();
    try {
      const { client } = await signInToV7(other);
      other.control.requireSecondFactor();
      const asked = refusal(401, 'twoFactorAuthRequired');
      expect(await client.get('/vaults')).toEqual(asked);
      expect(await client.get('/users/master-key/options')).toEqual(asked);
      expect(await data(client, '/users/info')).toMatchObject({ isTwoFactorAuthEnabled: true });
      const wrong = await client.post('/users/2fa/totp/authorize', { code: 'abcdef' });
      expect(wrong).toEqual(refusal(401, 'invalidCode', 'code'));
      const code = oneTimeCode(other.webAccount.codeSecret, Date.now() / 1000);
      expect((await client.post('/users/2fa/totp/authorize', { code })).status).toBe(200);
      expect((await client.get('/vaults')).status).toBe(200);
    } finally {
      await other.close();
    }
  });
});

describe('signing in on the web page', () => {
  test('needs a CSRF token and gives a cookie', async () => {
    const { login: username, password } = server.webAccount;
    const client = createV7Client({ url: server.url, accessToken: '' });
    client.headers['X-Browser-Mode'] = '1';
    const body = { username, password, hostname: '' };
    expect(await client.post('/users/login', body)).toEqual(refusal(401, 'unauthorized'));

    const csrf = async () => ((await client.post('/csrf-tokens/generate')).body as Json).csrfToken;
    client.headers['X-CSRF-Token'] = String(await csrf());
    const wrong = await client.post('/users/login', { ...body, password: 'no' });
    expect(wrong).toEqual(refusal(401, 'invalidCredentials'));

    const response = await fetch(`${client.base}/users/login`, {
      method: 'POST',
      headers: { ...client.headers, 'X-CSRF-Token': String(await csrf()) },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(200);
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(decodeURIComponent(cookie)).toMatch(/^accessToken=.{44}$/);
    client.headers.cookie = cookie;
    expect(await data(client, '/users/info')).toMatchObject({ login: username });
  });
});

describe('answers', () => {
  const shapeOf = async (url: string, format?: string) => {
    const headers = format === undefined ? {} : { 'X-Response-Format': format };
    const response = await fetch(`${url}/api/v1/app/features`, { headers });
    return Object.keys((await response.json()) as object);
  };

  test('are wrapped unless asked for raw, refusals too', async () => {
    expect(await shapeOf(server.url)).toEqual(['format', 'content']);
    expect(await shapeOf(server.url, 'raw')).toEqual(['errors']);
  });

  test.each([
    ['raw', ['errors'], ['errors']],
    ['wrapped', ['format', 'content'], ['format', 'content']],
  ] as const)('are always %s on some servers', async (format, plain, asked) => {
    const other = await startV7Quickly({ format });
    try {
      expect(await shapeOf(other.url)).toEqual(plain);
      expect(await shapeOf(other.url, 'raw')).toEqual(asked);
    } finally {
      await other.close();
    }
  });
});

describe('a batch', () => {
  test('answers in order, each with its own status', async () => {
    const { id } = server.control.findItem('Intranet');
    const requests = [
      { method: 'GET', relativeUrl: `/api/v1/items/${id}` },
      { method: 'GET', relativeUrl: `/api/v1/items/${unknown}` },
      { method: 'POST', relativeUrl: '/api/v1/items', body: {} },
    ];
    const { body } = await main.client.post('/batch', { requests });
    expect(body).toMatchObject({
      responses: [
        { statusCode: 200, body: { id } },
        { statusCode: 404, body: { errors: [{ code: 'notFound' }] } },
        { statusCode: 400, body: { errors: [{ field: 'vaultId' }] } },
      ],
    });
  });

  test('stays inside the API', async () => {
    const requests = [{ method: 'GET', relativeUrl: 'http://elsewhere.example/' }];
    const answer = await main.client.post('/batch', { requests });
    expect(answer).toEqual(refusal(400, 'validationError', 'relativeUrl'));
  });
});

test('the paths of the other generation are not there', async () => {
  expect((await fetch(`${server.url}/api/v4/info/version`)).status).toBe(404);
});
