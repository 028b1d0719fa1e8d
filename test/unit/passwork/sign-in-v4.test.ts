import { describe, expect, test } from 'vitest';
import { connect, resume } from '../../../src/passwork/index.ts';
import type { ConnectOptions } from '../../../src/passwork/passwork.ts';
import { fail, findScene, type Hook, type Reply, type Scene } from '../../support/replay.ts';
import { openScene, serve, toOptions } from '../../support/session.ts';

const cse = findScene('v4-private-vault', 'private-vault');
const plain = findScene('v4-no-cse', 'no-cse-before-5.4');
const plainTolerant = findScene('v4-no-cse', 'no-cse');
const legacy = findScene('v4-private-vault', 'private-vault-legacy-support');

async function signIn(scene: Scene, change: Partial<ConnectOptions> = {}, hook?: Hook) {
  const replay = await serve(scene, hook);
  const given = { ...toOptions(scene, replay), ...change };
  return { replay, outcome: connect(given) };
}

const success = (data: unknown): Reply => ({ status: 200, body: { status: 'success', data } });
const options =
  (mkOptions: string | null): Hook =>
  ({ path }) =>
    path === '/user/get-master-key-options' ? success({ mkOptions }) : undefined;

describe('who may not come in, and why', () => {
  test.each<[string, Scene, Partial<ConnectOptions>, Hook | undefined, string]>([
    ['a wrong API key', cse, { credential: { apiKey: 'wrong' } }, undefined, 'wrong-credential'],
    ['no API key', cse, { credential: { apiKey: ' ' } }, undefined, 'wrong-credential'],
    [
      'a key with path parts',
      cse,
      { credential: { apiKey: '../../user/info' } },
      undefined,
      'wrong-credential',
    ],
    [
      'tokens of the other generation',
      cse,
      { credential: { accessToken: 'x' } },
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
    [
      'endless derivation',
      cse,
      { limits: { minIterations: 1, maxIterations: 999 } },
      undefined,
      'weak-key-derivation',
    ],
    ['strange derivation', cse, {}, options('pbkdf:sha256:many:64:salt'), 'bad-server-answer'],
    [
      'less derivation than before',
      cse,
      { keyDerivation: 'pbkdf:sha256:300000:64:salt' },
      undefined,
      'weak-key-derivation',
    ],
    [
      'no derivation where there was one',
      cse,
      { keyDerivation: 'pbkdf:sha256:1000:64:salt' },
      options(null),
      'weak-key-derivation',
    ],
    ['another machine over http', cse, { host: 'http://192.0.2.1' }, undefined, 'insecure-host'],
    ['no host', cse, { host: 'https://' }, undefined, 'bad-host'],
    ['a caller who gave up', cse, { signal: AbortSignal.abort() }, undefined, 'cancelled'],
  ])('%s', async (_, scene, change, hook, code) => {
    const { outcome } = await signIn(scene, change, hook);
    await expect(outcome).rejects.toMatchObject({ name: 'AppError', code });
  });

  test.each<[string, Reply, string]>([
    ['says no', fail(cse, 403, 'accessDenied'), 'denied'],
    [
      'says slow down',
      { ...fail(cse, 429, 'tooMany'), headers: { 'retry-after': '60' } },
      'rate-limited',
    ],
    ['breaks', { status: 500, body: '<html>' }, 'server-error'],
    ['gives HTML', { status: 200, body: '<html>' }, 'bad-server-answer'],
    ['gives no token', success({ token: null }), 'bad-server-answer'],
    ['gives a token that is no header', success({ token: 'a\r\nb' }), 'bad-server-answer'],
    ['gives a list', success([]), 'bad-server-answer'],
  ])('a login that %s', async (_, reply, code) => {
    const { outcome } = await signIn(cse, {}, ({ path }) =>
      path.startsWith('/auth/login') ? reply : undefined,
    );
    await expect(outcome).rejects.toMatchObject({ name: 'AppError', code });
  });

  test('the wait that the server asks for is told', async () => {
    const reply = { ...fail(cse, 429, 'tooMany'), headers: { 'retry-after': '60' } };
    const { outcome } = await signIn(cse, {}, ({ path }) =>
      path.startsWith('/auth/login') ? reply : undefined,
    );
    await expect(outcome).rejects.toMatchObject({ retryAfter: 60 });
  });

  test.each([401, 403])('a server that refuses the proof with %s', async (status) => {
    const refuse: Hook = ({ path, headers }) =>
      path === '/user/info' && headers['passwork-masterhash'] !== cse.expected.masterHash
        ? fail(cse, status, 'masterHashInvalid')
        : undefined;
    const wrong = await signIn(cse, { masterPassword: 'wrong' }, refuse);
    await expect(wrong.outcome).rejects.toMatchObject({ code: 'wrong-master-password' });
    const none = await signIn(cse, { masterPassword: '' }, refuse);
    await expect(none.outcome).rejects.toMatchObject({ code: 'master-password-needed' });
  });
});

describe('the master password is checked before anything is shown', () => {
  const without =
    (...gone: string[]): Hook =>
    ({ path }) => {
      if (path === '/user/info' && gone.includes(path))
        return success({ name: 'A', email: 'a@b.c' });
      return gone.includes(path) ? fail(cse, 403, 'accessDenied') : undefined;
    };

  test.each([
    ['by the private key', without()],
    ['by the domain', without('/user/info')],
    ['by a private vault', without('/user/info', '/vaults/domain')],
  ])('%s', async (_, hook) => {
    // The replay would refuse the wrong proof itself: what is tested is the check on our side.
    const lenient: Scene = {
      ...cse,
      routes: cse.routes.map((route) =>
        route.auth === undefined ? { ...route, auth: 'token' } : route,
      ),
    };
    const right = await signIn(lenient, {}, hook);
    expect((await right.outcome).encrypted).toBe(true);
    const wrong = await signIn(lenient, { masterPassword: 'wrong' }, hook);
    await expect(wrong.outcome).rejects.toMatchObject({ code: 'wrong-master-password' });
  });

  test('an account without any key has nothing to check by', async () => {
    const hook = without('/user/info', '/vaults/domain', '/vaults/list');
    const { outcome } = await signIn(cse, {}, hook);
    expect((await outcome).user).toEqual({ name: 'A', email: 'a@b.c' });
  });

  test('a server that takes the password and keeps values in base64', async () => {
    const { outcome } = await signIn(
      { ...plainTolerant, expected: { ...plainTolerant.expected, masterHash: '' } },
      { masterPassword: 'x' },
      ({ path }) =>
        path.startsWith('/auth/login')
          ? success({ token: plainTolerant.credentials.token, refreshToken: 'r' })
          : path === '/user/get-master-key-options'
            ? success({ mkOptions: 'pbkdf:sha256:1000:64:salt' })
            : path === '/user/info'
              ? success({ name: 'A', email: 'a@b.c' })
              : path === '/vaults/domain'
                ? success({ mpCrypted: 'YWFhYQ==' })
                : undefined,
    );
    await expect(outcome).rejects.toMatchObject({ code: 'master-password-not-used' });
  });
});

describe('B1: the proof of the master key', () => {
  test('stays empty until the key exists, and is never a hash of the password', async () => {
    const { replay } = await openScene(cse);
    const early = ['/info/version', '/user/get-master-key-options'];
    for (const { path, headers } of replay.seen) {
      const isEarly = early.includes(path) || path.startsWith('/auth/');
      expect(headers['passwork-masterhash']).toBe(isEarly ? '' : cse.expected.masterHash);
    }
    expect(replay.seen.some(({ path }) => path === '/user/info')).toBe(true);
  });

  test('B4: is MD5 where the server has legacy support', async () => {
    const { passwork, replay } = await openScene(legacy);
    expect(passwork.save().legacyHash).toBe(true);
    expect(replay.seen.at(-1)?.headers['passwork-masterhash']).toBe(legacy.expected.masterHash);
    expect(legacy.expected.masterHash).toHaveLength(32);
  });

  test('every request names a language', async () => {
    const { replay } = await openScene(cse);
    for (const { headers } of replay.seen) expect(headers['passwork-lang']).toBe('en');
  });
});

test('a derived key does instead of the master password', async () => {
  const { outcome, replay } = await signIn(cse, {
    masterPassword: '',
    masterKey: cse.expected.masterKey ?? '',
  });
  expect((await outcome).save().masterKey).toBe(cse.expected.masterKey);
  expect(replay.count('GET', '/user/get-master-key-options')).toBe(0);
});

test('a saved session goes on without signing in', async () => {
  const { passwork, replay } = await openScene(cse);
  const saved = structuredClone(passwork.save());
  replay.seen.length = 0;
  const resumed = await resume(saved);
  expect(replay.seen).toHaveLength(0);
  expect(resumed.user).toEqual(passwork.user);
  const [id = ''] = Object.keys(cse.expected.passwords ?? {});
  expect((await resumed.openItem(id)).password).toBe(cse.expected.passwords?.[id]?.password);
  expect(replay.seen.map(({ path }) => path.split('/')[1])).toEqual(['passwords', 'vaults']);
});

test('D8: nothing secret is in the message of an error', async () => {
  const { outcome } = await signIn(cse, { credential: { apiKey: 'very-secret-key' } });
  const error = await outcome.catch((thrown: unknown) => thrown);
  expect(String(error)).not.toContain('very-secret-key');
  expect(JSON.stringify(error)).not.toContain('very-secret-key');
});
