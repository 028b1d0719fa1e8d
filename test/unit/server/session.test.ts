import { afterEach, describe, expect, test } from 'vitest';
import type { RunningServer } from '../../server/start.ts';
import { createClient } from './support/http-client.ts';
import { signInAs, startQuickly } from './support/people.ts';

let server: RunningServer;
afterEach(() => server.close());

/** A server whose clock the test moves. */
async function startWithClock() {
  let clock = 1_760_000_000_000;
  server = await startQuickly({ now: () => clock, tokenTtl: 600, refreshTtl: 7200 });
  const main = await signInAs(server);
  return { main, pass: (seconds: number) => (clock += seconds * 1000) };
}

const expired = { status: 401, code: 'apiSessionExpired' };
const refused = { status: 401, code: 'refreshTokenInvalid' };

describe('a session', () => {
  test('says how long it holds', async () => {
    await startWithClock();
    const client = createClient(`${server.url}/api/v4`);
    const { data } = await client.post(`/auth/login/${server.v4.apiKey}`, {});
    expect(data).toEqual({
      token: expect.stringMatching(/^\w{60}$/),
      tokenTtl: 600,
      tokenExpiredAt: 1_760_000_600,
      refreshToken: expect.stringMatching(/^\w{60}$/),
      refreshTokenTtl: 7200,
      refreshTokenExpiredAt: 1_760_007_200,
      user: { name: 'Ingrid Solberg', email: 'ingrid.solberg@norrsund.example', avatar: '' },
    });
  });

  test('ends by itself and is renewed with a new pair', async () => {
    const { main, pass } = await startWithClock();
    const { client, tokens } = main;
    pass(599);
    expect((await client.get('/vaults/count')).status).toBe(200);
    pass(1);
    expect(await client.get('/vaults/count')).toMatchObject(expired);

    const path = `/auth/refreshToken/${tokens.token}/${tokens.refreshToken}`;
    const renewed = await createClient(client.base).post(path);
    const next = renewed.data as typeof tokens;
    expect(next.token).not.toBe(tokens.token);
    expect(next.refreshToken).not.toBe(tokens.refreshToken);
    expect(await client.get('/vaults/count')).toMatchObject(expired);
    client.headers['Passwork-Auth'] = next.token;
    expect((await client.get('/vaults/count')).status).toBe(200);
  });

  test('refuses an old pair, a mixed pair and a pair that is too old', async () => {
    const { main, pass } = await startWithClock();
    const refresh = (token: string, refreshToken: string) =>
      createClient(main.client.base).post(`/auth/refreshToken/${token}/${refreshToken}`);
    const first = main.tokens;
    const second = (await refresh(first.token, first.refreshToken)).data as typeof first;
    expect(await refresh(first.token, first.refreshToken)).toMatchObject(refused);
    expect(await refresh(second.token, first.refreshToken)).toMatchObject(refused);
    expect(await refresh(first.token, second.refreshToken)).toMatchObject(refused);
    pass(7200);
    expect(await refresh(second.token, second.refreshToken)).toMatchObject(refused);
  });

  test('dies with both tokens at logout', async () => {
    const { main } = await startWithClock();
    const { client, tokens } = main;
    expect(await client.post('/auth/logout')).toMatchObject({ status: 200, data: 'loggedOut' });
    expect(await client.get('/vaults/count')).toMatchObject(expired);
    const path = `/auth/refreshToken/${tokens.token}/${tokens.refreshToken}`;
    expect(await client.post(path)).toMatchObject(refused);
  });

  test('is one of several of the same user', async () => {
    const { main } = await startWithClock();
    const other = await signInAs(server);
    await main.client.post('/auth/logout');
    expect((await other.client.get('/vaults/count')).status).toBe(200);
  });
});

describe('from outside', () => {
  test('tokens can be made old', async () => {
    const { main } = await startWithClock();
    server.control.expireTokens();
    expect(await main.client.get('/vaults/count')).toMatchObject(expired);
    const { token, refreshToken } = main.tokens;
    const renewed = await main.client.post(`/auth/refreshToken/${token}/${refreshToken}`);
    expect(renewed.status).toBe(200);
  });

  test('sessions can be ended', async () => {
    const { main } = await startWithClock();
    server.control.revokeSessions();
    expect(await main.client.get('/vaults/count')).toMatchObject(expired);
    const { token, refreshToken } = main.tokens;
    const renewed = await main.client.post(`/auth/refreshToken/${token}/${refreshToken}`);
    expect(renewed).toMatchObject(refused);
  });
});
