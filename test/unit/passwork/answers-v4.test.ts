import { describe, expect, test } from 'vitest';
import type { Passwork } from '../../../src/passwork/passwork.ts';
import { fail, findScene, type Hook, type Reply } from '../../support/replay.ts';
import { openScene } from '../../support/session.ts';

const scene = findScene('v4-private-vault', 'private-vault');
const [vaultId = ''] = Object.keys(scene.expected.vaults);
const [itemId = ''] = Object.keys(scene.expected.passwords ?? {});

const success = (data: unknown): Reply => ({ status: 200, body: { status: 'success', data } });
const at =
  (method: string, path: string, reply: Reply): Hook =>
  (seen) =>
    seen.method === method && seen.path === path ? reply : undefined;

const html = (status: number): Reply => ({ status, body: '<html>' });

describe('what a refusal is called', () => {
  const read = (passwork: Passwork) => passwork.openItem(itemId);
  const write = (passwork: Passwork) => passwork.addItem({ vaultId, name: 'new' });

  test.each<[string, Reply, string, string]>([
    ['403', fail(scene, 403, 'accessDenied'), 'denied', 'denied'],
    ['403 of another code', fail(scene, 403, 'masterHashInvalid'), 'denied', 'denied'],
    ['404', fail(scene, 404, 'passwordNull'), 'not-found', 'not-found'],
    ['denied with status 200', fail(scene, 200, 'accessDenied'), 'denied', 'denied'],
    ['429', fail(scene, 429, 'x'), 'rate-limited', 'rate-limited'],
    ['429 as a page', html(429), 'rate-limited', 'rate-limited'],
    ['400', fail(scene, 400, 'validationError'), 'invalid-input', 'invalid-input'],
    ['413', fail(scene, 413, 'x'), 'too-large', 'too-large'],
    ['418', fail(scene, 418, 'x'), 'bad-server-answer', 'bad-server-answer'],
    ['500', fail(scene, 500, 'x'), 'server-error', 'server-error'],
    // A page is not the application's own word: the change may have happened before it.
    ['500 as a page', html(500), 'server-error', 'unknown-outcome'],
    ['504 as a page', html(504), 'server-error', 'unknown-outcome'],
    ['403 as a page', html(403), 'bad-server-answer', 'unknown-outcome'],
    ['200 as a page', html(200), 'bad-server-answer', 'unknown-outcome'],
    ['200 with nothing', { status: 200, body: '' }, 'bad-server-answer', 'unknown-outcome'],
    [
      '200 without envelope',
      { status: 200, body: { id: 'x' } },
      'bad-server-answer',
      'unknown-outcome',
    ],
    ['data of another shape', success([]), 'bad-server-answer', 'unknown-outcome'],
    ['an id with path parts', success({ id: '../x' }), 'bad-server-answer', 'unknown-outcome'],
  ])('%s: reading %s', async (_, reply, reading, writing) => {
    const reader = await openScene(scene, at('GET', `/passwords/${itemId}`, reply));
    await expect(read(reader.passwork)).rejects.toMatchObject({ name: 'AppError', code: reading });
    const writer = await openScene(scene, at('POST', '/passwords', reply));
    await expect(write(writer.passwork)).rejects.toMatchObject({ name: 'AppError', code: writing });
    expect(writer.replay.count('POST', '/passwords')).toBe(1);
  });

  test.each<[string, (passwork: Passwork) => Promise<unknown>]>([
    ['addItem', write],
    ['deleteItem', (passwork) => passwork.deleteItem(itemId)],
  ])('a line that breaks behind %s: nobody knows, and it is not repeated', async (_, change) => {
    let changes = 0;
    const { passwork } = await openScene(scene, ({ method, path }, response) => {
      if (!path.startsWith('/passwords') || method === 'GET') return undefined;
      changes += 1;
      response.destroy();
      return 'handled';
    });
    await expect(change(passwork)).rejects.toMatchObject({ code: 'unknown-outcome' });
    expect(changes).toBe(1);
  });

  test('a change that is cancelled on its way: nobody knows', async () => {
    const controller = new AbortController();
    const { passwork } = await openScene(scene, ({ method, path }) => {
      if (method !== 'POST' || path !== '/passwords') return undefined;
      controller.abort();
      return 'handled';
    });
    const adding = passwork.addItem({ vaultId }, { signal: controller.signal });
    await expect(adding).rejects.toMatchObject({ code: 'unknown-outcome' });
  });

  test('a search that fails inside a success', async () => {
    const reply = success({ errorMessage: 'too short' });
    const { passwork } = await openScene(scene, at('POST', '/passwords/search', reply));
    await expect(passwork.search({ query: 'a' })).rejects.toMatchObject({
      code: 'bad-server-answer',
    });
  });
});

describe('what is tolerated', () => {
  test('nulls, missing fields, numbers as text, fields we do not know', async () => {
    const reply = success([
      { id: vaultId, name: null, scope: null, later: { a: 1 } },
      null,
      { id: 12, name: 7 },
    ]);
    const { passwork } = await openScene(scene, at('GET', '/vaults/list', reply));
    expect(await passwork.vaults()).toEqual([
      { id: vaultId, name: '', kind: 'private' },
      { id: '12', name: '7', kind: 'private' },
    ]);
  });

  test('B11: a list whose names are null', async () => {
    const reply = success([
      { id: itemId, vaultId, name: null, login: null, url: null, tags: null, color: null },
      { id: 'a', vaultId, name: 'x', color: '3', lastPasswordUpdate: '1700000000', isFavorite: 1 },
    ]);
    const { passwork } = await openScene(scene, at('GET', '/passwords/recent', reply));
    expect(await passwork.recent()).toMatchObject([
      { name: '', login: '', urls: [], description: '', tags: [], colour: 0, favourite: false },
      { name: 'x', colour: 3, passwordChangedAt: 1_700_000_000, favourite: true },
    ]);
  });

  test('very long texts, control and bidi characters', async () => {
    const name = `${'x'.repeat(100_000)}\u0000\u202e`;
    const reply = success([{ id: itemId, vaultId, name, description: name }]);
    const { passwork } = await openScene(scene, at('GET', '/passwords/favorite', reply));
    expect(await passwork.favourites()).toMatchObject([{ name, description: name }]);
  });

  test('lists that are null or missing', async () => {
    const { passwork } = await openScene(scene, ({ path }) =>
      path.endsWith('/fullInfo')
        ? success({ folders: null })
        : path === '/vaults/tags'
          ? success(null)
          : undefined,
    );
    expect(await passwork.vaultContent(vaultId)).toEqual({ folders: [], items: [] });
    expect(await passwork.tags()).toEqual([]);
  });

  test('a list of a hundred thousand', async () => {
    const rows = Array.from({ length: 100_000 }, (_, at) => ({
      id: `i${at}`,
      vaultId,
      name: `n${at}`,
    }));
    const { passwork } = await openScene(scene, at('GET', '/passwords/recent', success(rows)));
    expect(await passwork.recent()).toHaveLength(100_000);
  });
});

describe('what is refused', () => {
  test.each<[string, unknown]>([
    ['no list', { a: 1 }],
    ['text', 'list'],
    ['a number in the list', [1]],
    ['a list in the list', [[]]],
    ['no id', [{ name: 'x' }]],
    ['an empty id', [{ id: '' }]],
    ['an id that climbs', [{ id: '../../auth/logout' }]],
    ['an id with a slash', [{ id: 'a/b' }]],
    ['an id with a query', [{ id: 'a?b' }]],
    ['an encoded id', [{ id: '%2e%2e' }]],
    ['an endless id', [{ id: 'a'.repeat(1_000) }]],
    ['an object as name', [{ id: 'a', name: {} }]],
    ['a list as name', [{ id: 'a', name: ['x'] }]],
  ])('%s', async (_, data) => {
    const { passwork } = await openScene(scene, at('GET', '/vaults/list', success(data)));
    await expect(passwork.vaults()).rejects.toMatchObject({
      name: 'AppError',
      code: 'bad-server-answer',
    });
  });

  test('keys that would change every object', async () => {
    const poison = JSON.parse(
      `[{"id":"a","__proto__":{"name":"evil","polluted":true},"constructor":{"prototype":{"polluted":true}}}]`,
    );
    const { passwork } = await openScene(scene, at('GET', '/vaults/list', success(poison)));
    expect(await passwork.vaults()).toEqual([{ id: 'a', name: '', kind: 'private' }]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test.each(['', '..', 'a/b', '../x', 'a?b', 'a#b', 'ü', 'a'.repeat(1_000)])(
    'an id from the caller: %j',
    async (id) => {
      const { passwork, replay } = await openScene(scene);
      replay.seen.length = 0;
      for (const ask of [
        passwork.openItem(id),
        passwork.openShortcut(id),
        passwork.openInboxItem(id),
        passwork.vaultContent(id),
        passwork.folders(id),
        passwork.items({ vaultId: id, folderId: null }),
        passwork.items({ vaultId: 'a', folderId: id || '..' }),
        passwork.deleteItem(id),
        passwork.addItem({ vaultId: id }),
      ]) {
        await expect(ask).rejects.toMatchObject({ code: 'invalid-input' });
      }
      expect(replay.seen).toHaveLength(0);
    },
  );
});
