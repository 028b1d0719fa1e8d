import { describe, expect, test } from 'vitest';
import { encryptText } from '../../../src/crypto/text-cipher.ts';
import { connect, resume } from '../../../src/passwork/index.ts';
import type { ConnectOptions, Tokens } from '../../../src/passwork/passwork.ts';
import {
  fail,
  findScene,
  type Hook,
  type Reply,
  type Scene,
  type Seen,
} from '../../support/replay.ts';
import { openScene, serve, toOptions } from '../../support/session.ts';

const cse = findScene('v7-cse', 'items-2048-oaep');
const plain = findScene('v7-no-cse', 'no-cse');
const [itemId = ''] = Object.keys(cse.expected.items ?? {});

const ok = (body: unknown): Reply => ({ status: 200, body });
const dead = (code = 'accessTokenExpired') => fail(cse, 401, code);
const isSession = ({ path }: Seen) => path.startsWith('/sessions/');

async function signIn(scene: Scene, change: Partial<ConnectOptions> = {}, hook?: Hook) {
  const replay = await serve(scene, hook);
  return { replay, outcome: connect({ ...toOptions(scene, replay), ...change }) };
}

/** Only the newest access token is good; the given endpoints renew it. */
function rotating(scene: Scene, ...endpoints: string[]) {
  let good = scene.credentials.accessToken ?? '';
  let renewals = 0;
  const hook: Hook = (seen) => {
    const endpoint = seen.path.replace('/sessions/', '');
    if (isSession(seen)) {
      if (!endpoints.includes(endpoint)) return fail(scene, 404, 'notFound');
      renewals += 1;
      if (endpoint === 'refresh-refresh-token') return ok({ refreshToken: `r${renewals}` });
      good = `new${renewals}`;
      const refreshToken = endpoint === 'refresh' ? { refreshToken: `r${renewals}` } : {};
      return ok({ accessToken: good, accessTokenExpiredAt: 1_800_000_000, ...refreshToken });
    }
    if (seen.path.startsWith('/app/')) return undefined;
    if (seen.headers.authorization !== `Bearer ${good}`) return dead();
    const route = scene.routes.find(
      ({ method, path }) => method === seen.method && path === seen.path,
    );
    return route === undefined ? undefined : { status: route.status, body: route.response };
  };
  return { hook, expire: () => (good = 'dead'), renewals: () => renewals };
}

describe('who may not come in, and why', () => {
  const options =
    (masterKeyOptions: string | null): Hook =>
    ({ path }) =>
      path === '/users/master-key/options' ? ok({ masterKeyOptions }) : undefined;
  const at =
    (where: string, reply: Reply): Hook =>
    ({ path }) =>
      path === where ? reply : undefined;

  test.each<[string, Scene, Partial<ConnectOptions>, Hook | undefined, string]>([
    [
      'a wrong token',
      cse,
      { credential: { accessToken: 'x' } },
      (seen) => (isSession(seen) ? dead() : undefined),
      'wrong-credential',
    ],
    [
      'a wrong pair',
      cse,
      { credential: { accessToken: 'x', refreshToken: 'y' } },
      (seen) => (isSession(seen) ? dead('refreshTokenInvalid') : undefined),
      'wrong-credential',
    ],
    ['an API key', cse, { credential: { apiKey: 'x' } }, undefined, 'wrong-credential'],
    ['no token', cse, { credential: { accessToken: ' ' } }, undefined, 'wrong-credential'],
    [
      'a token that is no header',
      cse,
      { credential: { accessToken: 'a\nb' } },
      undefined,
      'wrong-credential',
    ],
    [
      'a wrong master password',
      cse,
      { masterPassword: 'wrong' },
      undefined,
      'wrong-master-password',
    ],
    ['a wrong master key', cse, { masterKey: 'wrong' }, undefined, 'wrong-master-password'],
    ['no master password', cse, { masterPassword: '' }, undefined, 'master-password-needed'],
    [
      'a master password for nothing',
      plain,
      { masterPassword: 'x' },
      undefined,
      'master-password-not-used',
    ],
    ['weak derivation', cse, { limits: {} }, undefined, 'weak-key-derivation'],
    ['strange derivation', cse, {}, options('argon:1'), 'bad-server-answer'],
    [
      'a second factor',
      cse,
      {},
      at('/users/master-key/options', dead('twoFactorAuthRequired')),
      'second-factor-needed',
    ],
    [
      'a renewal that wants a second factor',
      cse,
      { credential: { accessToken: 'x', refreshToken: 'y' } },
      (seen) => (isSession(seen) ? dead('twoFactorAuthRequired') : undefined),
      'second-factor-needed',
    ],
    [
      'no right at all',
      cse,
      {},
      at('/users/master-key/options', fail(cse, 403, 'accessDenied')),
      'denied',
    ],
    [
      'an account without keys',
      cse,
      {},
      at('/users/keys', ok({ id: 'a', keys: null })),
      'master-password-not-used',
    ],
    ['a crash', cse, {}, at('/users/keys', { status: 500, body: '<html>' }), 'server-error'],
  ])('%s', async (_, scene, change, hook, code) => {
    const { outcome } = await signIn(scene, change, hook);
    await expect(outcome).rejects.toMatchObject({ name: 'AppError', code });
  });
});

describe('the proof of the master key', () => {
  test('is left out until the key exists', async () => {
    const { replay } = await openScene(cse);
    for (const { path, headers } of replay.seen) {
      const proof = headers['x-master-key-hash'];
      const early = path === '/users/master-key/options' || !headers.authorization;
      expect(proof).toBe(early ? undefined : cse.expected.masterHash);
    }
  });

  test('and without encryption', async () => {
    const { passwork, replay } = await openScene(plain);
    await passwork.vaults();
    for (const { headers } of replay.seen) expect(headers['x-master-key-hash']).toBeUndefined();
  });
});

test('B18: a private key that another client put under the master password itself', async () => {
  const password = cse.credentials.masterPassword ?? '';
  const sealed = await encryptText(cse.expected.privateKey ?? '', password);
  const hook: Hook = ({ path }) =>
    path === '/users/keys'
      ? ok({ id: 'a', keys: { public: '', privateEncrypted: sealed } })
      : undefined;
  const { outcome } = await signIn(cse, {}, hook);
  const passwork = await outcome;
  expect((await passwork.openItem(itemId)).password).toBe(cse.expected.items?.[itemId]?.password);
  const resumed = await resume(passwork.save());
  expect((await resumed.openItem(itemId)).password).toBe(cse.expected.items?.[itemId]?.password);
});

describe('tokens', () => {
  test('are renewed once for any number of waiting calls', async () => {
    const { hook, expire, renewals } = rotating(cse, 'refresh');
    const { passwork, replay } = await openScene(cse, hook);
    const told: Tokens[] = [];
    passwork.onTokens((tokens) => {
      told.push(tokens);
    });
    expire();
    const ids = Object.keys(cse.expected.items ?? {});
    await Promise.all(ids.map((id) => passwork.openItem(id)));
    expect(renewals()).toBe(1);
    const { accessToken, refreshToken } = cse.credentials;
    const refresh = replay.seen.find(isSession);
    expect(refresh?.headers.authorization).toBe(`Bearer ${accessToken}`);
    expect(refresh?.body).toEqual({ refreshToken });
    const renewed = { token: 'new1', refreshToken: 'r1', expiresAt: 1_800_000_000 };
    expect(told).toEqual([renewed]);
    expect(passwork.save().tokens).toEqual(renewed);
  });

  test('of 7.6: an access token that came alone renews itself', async () => {
    const { hook, expire } = rotating(cse, 'refresh-access-token');
    const replay = await serve(cse, hook);
    const credential = { accessToken: cse.credentials.accessToken ?? '' };
    const passwork = await connect({ ...toOptions(cse, replay), credential });
    expire();
    await passwork.openItem(itemId);
    const [refresh, ...more] = replay.seen.filter(isSession);
    expect(more).toEqual([]);
    expect(refresh?.body).toEqual(credential);
    expect(refresh?.headers.authorization).toBeUndefined();
    expect(passwork.save().tokens).toMatchObject({ token: 'new1', refreshToken: '' });
  });

  test('of 7.6: a pair that the server renews one by one', async () => {
    const { hook, expire } = rotating(cse, 'refresh-access-token', 'refresh-refresh-token');
    const { passwork } = await openScene(cse, hook);
    expire();
    await passwork.openItem(itemId);
    expect(passwork.save().tokens).toMatchObject({ token: 'new1', refreshToken: 'r2' });
  });

  test('that expired before signing in are renewed, and a listener hears of it in time', async () => {
    const { hook, expire } = rotating(cse, 'refresh');
    const told: string[] = [];
    expire();
    const onTokens = (tokens: Tokens) => {
      told.push(tokens.token);
    };
    const { outcome } = await signIn(cse, { onTokens, masterPassword: 'wrong' }, hook);
    await expect(outcome).rejects.toMatchObject({ code: 'wrong-master-password' });
    expect(told).toEqual(['new1']);
  });

  test.each<[string, Reply, string]>([
    ['refused', dead('refreshTokenInvalid'), 'session-expired'],
    ['forbidden', fail(cse, 403, 'accessDenied'), 'session-expired'],
    ['unknown', fail(cse, 404, 'notFound'), 'session-expired'],
    ['two factors', dead('twoFactorAuthRequired'), 'second-factor-needed'],
    ['a crash', { status: 500, body: '<html>' }, 'server-error'],
    ['too many', fail(cse, 429, 'tooMany'), 'rate-limited'],
    ['a page', { status: 200, body: '<html>' }, 'bad-server-answer'],
    ['no token', ok({}), 'bad-server-answer'],
  ])('whose renewal fails: %s', async (_, reply, code) => {
    const { passwork } = await openScene(cse, (seen) =>
      isSession(seen) ? reply : seen.path === `/items/${itemId}` ? dead() : undefined,
    );
    await expect(passwork.openItem(itemId)).rejects.toMatchObject({ name: 'AppError', code });
  });

  test('after the end: nothing is asked, here or there', async () => {
    const { passwork, replay } = await openScene(cse);
    replay.seen.length = 0;
    await passwork.logout();
    await expect(passwork.vaults()).rejects.toMatchObject({ code: 'session-expired' });
    expect(replay.seen).toHaveLength(0);
  });
});

test('B21: a renewal keeps the master key', async () => {
  const { hook, expire } = rotating(cse, 'refresh');
  const { passwork } = await openScene(cse, hook);
  expire();
  await passwork.openItem(itemId);
  expect(passwork.save().masterKey).toBe(cse.expected.masterKey);
});

describe('answers', () => {
  const wrap = (body: unknown) => ({
    format: 'base64',
    content: Buffer.from(JSON.stringify(body)).toString('base64'),
  });
  const vaults =
    (reply: Reply): Hook =>
    ({ path }) =>
      path === '/vaults' ? reply : undefined;

  test('wrapped although raw ones were asked for', async () => {
    const rows = { items: [{ id: 'a', name: 'Имя' }] };
    const { passwork } = await openScene(cse, vaults(ok(wrap(rows))));
    expect(await passwork.vaults()).toEqual([{ id: 'a', name: 'Имя', kind: 'company' }]);
  });

  test('refusals are wrapped too', async () => {
    const { body } = fail(cse, 403, 'accessDenied');
    const { passwork } = await openScene(cse, vaults({ status: 403, body: wrap(body) }));
    await expect(passwork.vaults()).rejects.toMatchObject({ code: 'denied' });
  });

  test.each<[string, Reply, string]>([
    ['wrapped garbage', ok({ format: 'base64', content: '!!!' }), 'bad-server-answer'],
    ['wrapped text', ok({ format: 'base64', content: 'aGk=' }), 'bad-server-answer'],
    ['errors with status 200', ok({ errors: ['x'] }), 'server-error'],
    ['errors that are texts', { status: 403, body: { errors: ['x'] } }, 'denied'],
    ['no errors', { status: 404, body: {} }, 'not-found'],
    ['a list', ok([]), 'bad-server-answer'],
    ['a page', { status: 200, body: '<html>' }, 'bad-server-answer'],
    ['nothing', { status: 200, body: '' }, 'bad-server-answer'],
    ['an id that climbs', ok({ items: [{ id: '../x' }] }), 'bad-server-answer'],
  ])('%s: %s', async (_, reply, code) => {
    const { passwork } = await openScene(cse, vaults(reply));
    await expect(passwork.vaults()).rejects.toMatchObject({ name: 'AppError', code });
  });
});

describe('former states', () => {
  const scene = findScene('v7-cse', 'items-2048-pkcs8-pkcs1v15');

  test.each([
    ['with encryption', { ...scene, name: 'cse' }],
    ['without', plain],
  ])('%s', async (_, of) => {
    const { passwork } = await openScene(of);
    for (const [id, expected] of Object.entries(of.expected.snapshots ?? {})) {
      const rows = await passwork.snapshots(expected.itemId);
      const row = rows.find((one) => one.id === id);
      if (row === undefined) throw new Error('not listed');
      const opened = await passwork.openSnapshot(row);
      expect(opened).toMatchObject({ id: expected.itemId, password: expected.password });
      expect(opened.fields).toEqual(expected.customs);
      const file = { name: 'x', bytes: new Uint8Array() };
      await expect(passwork.addAttachment(opened, file)).rejects.toMatchObject({
        code: 'invalid-input',
      });
    }
  });
});

test('a saved session goes on without the network', async () => {
  const { passwork, replay } = await openScene(cse);
  replay.seen.length = 0;
  const resumed = await resume(structuredClone(passwork.save()));
  expect(replay.seen).toHaveLength(0);
  expect((await resumed.openItem(itemId)).password).toBe(cse.expected.items?.[itemId]?.password);
});

test('a vault key is unwrapped once, and costs no request where the item brings it', async () => {
  const { passwork, replay } = await openScene(cse);
  const keys = replay.count('GET', '/users/keys');
  for (const id of Object.keys(cse.expected.items ?? {})) await passwork.openItem(id);
  const [vaultId = ''] = Object.keys(cse.expected.vaults);
  expect(replay.count('GET', `/vaults/${vaultId}`)).toBe(0);
  expect(replay.count('GET', '/users/keys') - keys).toBe(1);
});

test('what has no method of its own can be asked for', async () => {
  const { passwork, replay } = await openScene(cse);
  expect(await passwork.ask({ path: ['app', 'features'] })).toEqual([{ name: 'vaultType' }]);
  const query = { query: 'a b&c', 'tags[]': 'x', vaultIds: ['1', '2'] };
  await passwork.ask({ path: ['items', 'search'], query });
  expect(replay.seen.at(-1)?.query.toString()).toBe(
    'query=a+b%26c&tags%5B%5D=x&vaultIds%5B%5D=1&vaultIds%5B%5D=2',
  );
  await expect(passwork.ask({ path: ['..', 'x'] })).rejects.toMatchObject({
    code: 'invalid-input',
  });
  const change = passwork.ask({ method: 'POST', path: ['batch'], body: { requests: [] } });
  expect(await change).toEqual({ responses: [] });
});
