import { describe, expect, test } from 'vitest';
import { probe } from '../../../src/passwork/index.ts';
import { findScene, type Hook, type Reply } from '../../support/replay.ts';
import { quickWeather, serve } from '../../support/session.ts';

const v4 = findScene('v4-domain-vault', 'domain-vault-own-keys');
const v7 = findScene('v7-cse', 'items-2048-pkcs8-pkcs1v15');
const wrapped = findScene('v7-cse', 'shortcuts-inbox-1024-pkcs1');

const ask = (host: string) => probe(host, { weather: quickWeather });

/** One answer to the question for v4, another to the one for v7. */
function answers(forV4: Reply, forV7: Reply): Hook {
  return ({ path }) => (path === '/info/version' ? forV4 : forV7);
}
const html = (status: number): Reply => ({ status, body: '<!doctype html><html></html>' });
const json = (body: unknown, status = 200): Reply => ({ status, body });

describe('an API v4', () => {
  test('answers first, and no credential goes out', async () => {
    const replay = await serve(v4);
    expect(await ask(`${replay.host}/`)).toEqual({
      generation: 'v4',
      base: `${replay.host}/api/v4`,
      version: '6.4.2',
      legacyHash: false,
    });
    expect(replay.seen).toHaveLength(1);
    expect(replay.seen[0]?.headers['passwork-auth']).toBe('');
  });

  test.each([
    ['a version as text', json({ status: 'success', data: '4.8.1' }), '4.8.1', false],
    ['no version', json({ status: 'success', data: null }), '', false],
    [
      'legacy support',
      json({ status: 'success', data: { version: '6', legacySupport: true } }),
      '6',
      true,
    ],
    ['an error envelope', json({ status: 'failed', code: 'x' }, 500), '', false],
    ['any status', json({ status: 'success', data: '5.0.0' }, 404), '5.0.0', false],
  ])('with %s', async (_, reply, version, legacyHash) => {
    const replay = await serve(v4, () => reply);
    expect(await ask(replay.host)).toMatchObject({ generation: 'v4', version, legacyHash });
  });
});

describe('a Passwork 7', () => {
  test.each([
    ['', v7],
    ['that wraps all the same', wrapped],
  ])('%s', async (_, scene) => {
    const replay = await serve(scene);
    expect(await ask(replay.host)).toMatchObject({
      generation: 'v7',
      base: `${replay.host}/api/v1`,
    });
    for (const { headers } of replay.seen) expect(headers.authorization).toBeUndefined();
  });

  test.each([
    ['a list', json([{ name: 'vaultType' }])],
    ['a wrapped error', json({ format: 'base64', content: 'e30=' }, 401)],
    ['an error', json({ errors: [{ code: 'x', field: null, message: '' }] }, 401)],
  ])('known by %s', async (_, reply) => {
    const replay = await serve(v7, answers(html(404), reply));
    expect(await ask(replay.host)).toMatchObject({ generation: 'v7' });
  });
});

describe('something else', () => {
  const redirect: Reply = { status: 302, body: '', headers: { location: 'https://sso.example/' } };
  test.each([
    ['a page for everything', html(200), html(200), 'not-passwork'],
    ['a page not found', html(404), html(404), 'not-passwork'],
    ['another API', json({ ok: true }), json({ ok: true }), 'not-passwork'],
    ['another API with lists', json([]), json(['a']), 'not-passwork'],
    ['another status', json({ status: 'ok' }), json({ status: 'ok' }), 'not-passwork'],
    ['a redirect to a sign-in page', redirect, redirect, 'not-passwork'],
    ['a gateway whose application is down', html(503), html(503), 'server-error'],
    ['a gateway that wants a pause', html(429), html(429), 'rate-limited'],
  ])('%s: %s', async (_, forV4, forV7, code) => {
    const replay = await serve(v4, answers(forV4, forV7));
    await expect(ask(replay.host)).rejects.toMatchObject({ name: 'AppError', code });
  });

  test('nobody', async () => {
    const replay = await serve(v4);
    await replay.close();
    await expect(ask(replay.host)).rejects.toMatchObject({ code: 'offline' });
  });
});
