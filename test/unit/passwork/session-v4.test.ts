import { describe, expect, test } from 'vitest';
import type { Tokens } from '../../../src/passwork/passwork.ts';
import { fail, findScene, type Hook, type Reply, type Seen } from '../../support/replay.ts';
import { openScene } from '../../support/session.ts';

const scene = findScene('v4-private-vault', 'private-vault');
const legacy = findScene('v4-legacy-vault', 'legacy-no-refresh-token');
const ids = Object.keys(scene.expected.passwords ?? {});
const [first = '', second = ''] = ids;

const expired = fail(scene, 401, 'apiSessionExpired');
const fresh = (name: string): Reply => ({
  status: 200,
  body: { status: 'success', data: { token: name, refreshToken: `r-${name}` } },
});
const isRefresh = ({ path }: Seen) => path.startsWith('/auth/refreshToken/');

/** Tokens die on demand; a refresh gives `new1`, `new2`… and only the newest is good. */
function rotating() {
  let good = scene.credentials.token ?? '';
  let renewals = 0;
  const hook: Hook = (seen) => {
    if (isRefresh(seen)) {
      renewals += 1;
      good = `new${renewals}`;
      return fresh(good);
    }
    if (seen.path.startsWith('/auth/') || seen.path.startsWith('/info/')) return undefined;
    if (seen.headers['passwork-auth'] !== good) return expired;
    // The scene knows only its own token; from here on ours counts.
    const route = scene.routes.find(
      ({ method, path }) => method === seen.method && path === seen.path,
    );
    return route && { status: route.status, body: route.response };
  };
  return { hook, expire: () => (good = 'dead'), renewals: () => renewals };
}

describe('a token that expired', () => {
  test('is renewed once for any number of waiting calls', async () => {
    const { hook, expire, renewals } = rotating();
    const { passwork, replay } = await openScene(scene, hook);
    expire();
    const opened = await Promise.all(ids.map((id) => passwork.openItem(id)));
    expect(opened.map(({ password }) => password)).toEqual(
      ids.map((id) => scene.expected.passwords?.[id]?.password),
    );
    expect(renewals()).toBe(1);
    const refresh = replay.seen.find(isRefresh);
    expect(refresh?.headers['passwork-auth']).toBe('');
    expect(refresh?.path).toBe(
      `/auth/refreshToken/${scene.credentials.token}/${scene.credentials.refreshToken}`,
    );
  });

  test('is renewed as often as it expires', async () => {
    const { hook, expire, renewals } = rotating();
    const { passwork } = await openScene(scene, hook);
    for (let round = 1; round <= 3; round++) {
      expire();
      await passwork.openItem(first);
      expect(renewals()).toBe(round);
    }
  });

  test('is told to listeners before it is used', async () => {
    const { hook, expire } = rotating();
    const { passwork, replay } = await openScene(scene, hook);
    const told: Tokens[] = [];
    passwork.onTokens(async (tokens) => {
      told.push(tokens);
      await new Promise((resolve) => setImmediate(resolve));
      expect(replay.seen.every(({ headers }) => headers['passwork-auth'] !== 'new1')).toBe(true);
    });
    expire();
    await passwork.openItem(first);
    expect(told).toEqual([{ token: 'new1', refreshToken: 'r-new1', expiresAt: 0 }]);
    expect(passwork.save().tokens).toEqual(told[0]);
  });

  test('lets a change through that the server had not looked at', async () => {
    const { hook, expire } = rotating();
    const { passwork, replay } = await openScene(scene, (seen, response) =>
      seen.method === 'DELETE' && seen.headers['passwork-auth'] === 'new1'
        ? { status: 200, body: { status: 'success', data: 'gone' } }
        : hook(seen, response),
    );
    const path = `/passwords/${first}`;
    expire();
    await passwork.deleteItem(first);
    expect(replay.count('DELETE', path)).toBe(1);
  });

  test('that is refused straight after its renewal ends the session', async () => {
    const { passwork, replay } = await openScene(scene, (seen) =>
      isRefresh(seen) ? fresh('new') : seen.path === `/passwords/${first}` ? expired : undefined,
    );
    await expect(passwork.openItem(first)).rejects.toMatchObject({ code: 'session-expired' });
    expect(replay.count('GET', `/passwords/${first}`)).toBe(2);
  });

  test('a caller who gives up takes no renewal with it', async () => {
    const { hook, expire, renewals } = rotating();
    const { passwork } = await openScene(scene, hook);
    expire();
    const controller = new AbortController();
    const given = passwork.openItem(first, { signal: controller.signal });
    const kept = passwork.openItem(second);
    controller.abort();
    await expect(given).rejects.toMatchObject({ code: 'cancelled' });
    expect((await kept).password).toBe(scene.expected.passwords?.[second]?.password);
    expect(renewals()).toBe(1);
  });
});

describe('a renewal that fails', () => {
  const answer =
    (reply: Reply | 'break'): Hook =>
    (seen, response) => {
      if (isRefresh(seen)) {
        if (reply !== 'break') return reply;
        response.destroy();
        return 'handled';
      }
      return seen.path === `/passwords/${first}` ? expired : undefined;
    };

  test.each<[string, Reply | 'break', string]>([
    ['refused', fail(scene, 401, 'refreshTokenInvalid'), 'session-expired'],
    ['forbidden', fail(scene, 403, 'accessDenied'), 'session-expired'],
    ['unknown', fail(scene, 404, 'notFound'), 'session-expired'],
    ['refused with status 200', fail(scene, 200, 'refreshTokenInvalid'), 'session-expired'],
    ['no line', 'break', 'offline'],
    ['a crash', { status: 500, body: '<html>' }, 'server-error'],
    ['a crash in words', fail(scene, 500, 'crash'), 'server-error'],
    ['too many', fail(scene, 429, 'tooMany'), 'rate-limited'],
    ['a page', { status: 200, body: '<html>' }, 'bad-server-answer'],
    ['no token', { status: 200, body: { status: 'success', data: {} } }, 'bad-server-answer'],
  ])('%s: %s', async (_, reply, code) => {
    const { passwork } = await openScene(scene, answer(reply));
    await expect(passwork.openItem(first)).rejects.toMatchObject({ name: 'AppError', code });
  });

  test('a change that met it was not made, whatever went wrong', async () => {
    const { passwork } = await openScene(scene, (seen, response) =>
      seen.method === 'POST' && seen.path === '/passwords'
        ? expired
        : answer('break')(seen, response),
    );
    const [vaultId = ''] = Object.keys(scene.expected.vaults);
    await expect(passwork.addItem({ vaultId })).rejects.toMatchObject({ code: 'offline' });
  });

  test('a server without refresh tokens', async () => {
    const [id = ''] = Object.keys(legacy.expected.passwords ?? {});
    const { passwork, replay } = await openScene(legacy, (seen) =>
      seen.path === `/passwords/${id}` ? expired : undefined,
    );
    await expect(passwork.openItem(id)).rejects.toMatchObject({ code: 'session-expired' });
    expect(replay.seen.some(isRefresh)).toBe(false);
  });
});

describe('the end', () => {
  test('logout tells the server; nothing can be asked afterwards', async () => {
    const { passwork, replay } = await openScene(scene);
    await passwork.logout();
    expect(replay.count('POST', '/auth/logout')).toBe(1);
    replay.seen.length = 0;
    await expect(passwork.vaults()).rejects.toMatchObject({ code: 'session-expired' });
    expect(replay.seen).toHaveLength(0);
  });

  test('logout without a line ends the session here', async () => {
    const { passwork, replay } = await openScene(scene);
    await replay.close();
    await expect(passwork.logout()).rejects.toMatchObject({ code: 'offline' });
    await expect(passwork.vaults()).rejects.toMatchObject({ code: 'session-expired' });
  });
});
