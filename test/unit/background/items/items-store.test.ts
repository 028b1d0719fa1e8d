import { describe, expect, test } from 'vitest';
import { newKeyText } from '../../../../src/background/seal.ts';
import type { ChunkFailure } from '../../../../src/platform/chunk-store.ts';
import { summary } from './support/vault-client.ts';
import { manyItems, namesFound, twoVaults, worker } from './support/worker.ts';

function flip(bytes: Uint8Array<ArrayBuffer> | undefined, at: number) {
  if (bytes === undefined) throw new Error('no such chunk');
  bytes[at] = (bytes[at] ?? 0) ^ 1;
}

const chunkNames = (held: Map<string, unknown>, kind: string) =>
  [...held.keys()].filter((name) => name.startsWith(kind));

describe('a woken worker', () => {
  test('answers from the store, without the server', async () => {
    const { items, client, wake } = worker();
    await items.build(client);
    const asked = client.asked.length;
    const woken = wake();
    expect(await woken.restore()).toBe(true);
    expect(woken.state()).toEqual(items.state());
    expect(await namesFound(woken, 'git')).toEqual(['GitHub', 'GitHub']);
    expect((await namesFound(woken, '', 'https://github.com/')).slice(0, 3)).toEqual([
      'GitHub',
      'GitHub',
      'Router',
    ]);
    expect(await woken.row('a', 's1')).toEqual(await items.row('a', 's1'));
    expect(client.asked.length).toBe(asked);
  });

  test('reads back by itself when it is asked before anybody told it to', async () => {
    const { items, client, wake } = worker();
    await items.build(client);
    expect(await wake().matches({ id: 'a', shortcutId: null }, 'https://github.com/')).toBe(true);
    expect(await namesFound(wake(), 'bank')).toEqual(['Bank']);
  });

  test('reads only the rows that are shown', async () => {
    const client = manyItems({ vaults: 4, each: 1000 });
    const { items, chunks, wake } = worker(client);
    await items.build(client);
    expect(chunkNames(chunks.held, 'rows').length).toBe(16);
    chunks.readNames.length = 0;
    const [row] = await wake().matching('https://host7.example2.com/');
    expect(row?.name).toBe('Item 2 7');
    expect(chunks.readNames.filter((name) => name.startsWith('rows')).length).toBe(1);
  });

  test('has nothing where nobody ever built', async () => {
    expect(await worker().items.restore()).toBe(false);
  });

  test('goes on building where it stopped', async () => {
    const { items, client, chunks, wake } = worker();
    await items.build(client);
    const before = [...chunks.held.keys()].sort();
    const woken = wake();
    await woken.build(client);
    expect([...chunks.held.keys()].sort()).toEqual(before);
  });
});

describe('what is written', () => {
  test('holds no text of an item, nor its names', async () => {
    const { items, client, chunks } = worker();
    await items.build(client);
    const decoder = new TextDecoder('latin1');
    for (const [name, bytes] of chunks.held) {
      expect(name + decoder.decode(bytes)).not.toMatch(/github|router|infrastructure/i);
    }
  });

  test('is only what changed', async () => {
    const client = manyItems({ vaults: 2, each: 1000 });
    const { items, chunks } = worker(client);
    await items.build(client);
    const before = new Set(chunkNames(chunks.held, 'rows'));
    const [vault] = client.vaultList;
    vault?.items.splice(500, 1, summary({ id: 'v0i000500', vaultId: 'v0', name: 'Renamed' }));
    vault?.items.push(summary({ id: 'v0i001000', vaultId: 'v0', name: 'New' }));
    await items.build(client);
    const after = chunkNames(chunks.held, 'rows');
    expect(after.length).toBe(before.size);
    expect(after.filter((name) => !before.has(name)).length).toBe(2);
    expect(chunkNames(chunks.held, 'words').length).toBe(1);
  });

  test('leaves the old index in force until the new head is there', async () => {
    const { items, client, chunks, wake } = worker();
    await items.build(client);
    const { write } = chunks;
    chunks.write = async (some) =>
      some.has('head') ? { ok: false, failure: 'broken' } : write(some);
    client.vaultList.pop();
    await items.build(client);
    chunks.write = write;
    const woken = wake();
    expect((await namesFound(woken, '')).length).toBe(5);
    await woken.build(client);
    expect((await namesFound(wake(), '')).length).toBe(3);
    expect(chunkNames(chunks.held, 'words').length).toBe(1);
    expect(chunkNames(chunks.held, 'rows').length).toBe(1);
  });
});

describe('a damaged chunk', () => {
  test.each([
    ['its format', 0],
    ['its IV', 5],
    ['its content', 40],
    ['its tag', -1],
  ])('of rows is noticed by %s, left out, and fetched again', async (_, at) => {
    const client = manyItems({ vaults: 2, each: 300 });
    const { items, chunks, wake } = worker(client);
    await items.build(client);
    const [damaged = ''] = chunkNames(chunks.held, 'rows');
    const bytes = chunks.held.get(damaged);
    flip(bytes, at < 0 ? (bytes?.length ?? 0) + at : at);
    const woken = wake();
    const left = await namesFound(woken, '');
    expect(left.length).toBeLessThan(600);
    expect(left.length).toBeGreaterThanOrEqual(600 - 256);
    expect(woken.state().refreshedAt).toBe(0);
    expect(await namesFound(woken, 'item')).toHaveLength(left.length);
    await woken.build(client);
    expect((await namesFound(woken, '')).length).toBe(600);
    expect((await namesFound(wake(), '')).length).toBe(600);
  });

  test('of rows that turns up during a build is fetched with it', async () => {
    const client = manyItems({ vaults: 2, each: 300 });
    const { items, chunks, wake } = worker(client);
    await items.build(client);
    for (const name of chunkNames(chunks.held, 'rows')) flip(chunks.held.get(name), 30);
    const woken = wake();
    await woken.restore();
    const built = woken.build(client);
    await namesFound(woken, 'item');
    await built;
    expect((await namesFound(woken, 'item')).length).toBe(600);
    expect((await namesFound(wake(), 'item')).length).toBe(600);
  });

  test('of words is made again of the rows', async () => {
    const { items, client, chunks, wake } = worker();
    await items.build(client);
    flip(chunks.held.get(chunkNames(chunks.held, 'words')[0] ?? ''), 100);
    const woken = wake();
    expect(await woken.restore()).toBe(true);
    expect(await namesFound(woken, 'bank')).toEqual(['Bank']);
  });

  test('that is the head leaves nothing to use', async () => {
    const { items, client, chunks, wake } = worker();
    await items.build(client);
    flip(chunks.held.get('head'), 200);
    const woken = wake();
    expect(await woken.restore()).toBe(false);
    await woken.build(client);
    expect(await namesFound(wake(), 'bank')).toEqual(['Bank']);
  });

  test('that holds the notes costs only them', async () => {
    const { items, client, chunks, wake } = worker();
    await items.build(client);
    flip(chunks.held.get('notes'), 20);
    const woken = wake();
    expect(await woken.restore()).toBe(true);
    expect(woken.state()).toMatchObject({ items: 5, refreshedAt: 0 });
  });

  test('is one in the place of another, too', async () => {
    const client = manyItems({ vaults: 2, each: 200 });
    const { items, chunks, wake } = worker(client);
    await items.build(client);
    const [one = '', two = ''] = chunkNames(chunks.held, 'rows');
    const [a, b] = [chunks.held.get(one), chunks.held.get(two)];
    if (a && b) chunks.held.set(one, b).set(two, a);
    expect(await namesFound(wake(), '')).toEqual([]);
  });

  test('is a missing one, too', async () => {
    const client = manyItems({ vaults: 2, each: 200 });
    const { items, chunks, wake } = worker(client);
    await items.build(client);
    chunks.held.delete(chunkNames(chunks.held, 'rows')[0] ?? '');
    expect((await namesFound(wake(), 'item')).length).toBe(200);
  });

  test.each([
    ['another key', newKeyText()],
    ['no key', ''],
    ['a key that is none', 'AAAA'],
  ])('is all of them under %s', async (_, text) => {
    const { items, client, key, wake } = worker();
    await items.build(client);
    key.value = text;
    expect(await wake().restore()).toBe(false);
    expect(await namesFound(wake(), '')).toEqual([]);
  });
});

describe.each<ChunkFailure>(['missing', 'blocked', 'full', 'broken'])(
  'a store that is %s',
  (failure) => {
    test('leaves the index in memory', async () => {
      const { items, client, chunks, wake } = worker();
      chunks.failure = failure;
      await items.build(client);
      expect(items.state()).toMatchObject({ phase: 'ready', items: 5 });
      expect(await namesFound(items, 'bank')).toEqual(['Bank']);
      expect(await wake().restore()).toBe(false);
    });

    test('after a build still answers from memory, and is written once it works', async () => {
      const { items, client, chunks, wake } = worker();
      chunks.failure = failure;
      await items.build(client);
      chunks.failure = null;
      await items.build(client);
      expect(await namesFound(wake(), 'bank')).toEqual(['Bank']);
    });
  },
);

test('a session that takes no key leaves the index in memory', async () => {
  const { items, client, key, chunks } = worker(twoVaults());
  key.set = () => Promise.reject(new Error('QUOTA_BYTES quota exceeded'));
  await items.build(client);
  expect(await namesFound(items, 'bank')).toEqual(['Bank']);
  expect(chunks.held.size).toBe(0);
});
