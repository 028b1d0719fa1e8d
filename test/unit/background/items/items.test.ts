import { describe, expect, test } from 'vitest';
import { createItems, type Items } from '../../../../src/background/items/items.ts';
import { memoryText } from '../../../support/memory-text.ts';
import { memoryChunks } from './support/memory-chunks.ts';
import { fakeVault, summary, type VaultClient, vaultClient } from './support/vault-client.ts';

const nobody = { page: null, offset: 0, limit: 50 };

function setUp(client = company()) {
  const chunks = memoryChunks();
  const key = memoryText();
  const clock = { now: 1_000_000 };
  /** A worker that the browser has just started. */
  const start = () => createItems({ chunks, key, now: () => clock.now });
  return { chunks, key, clock, client, start, items: start() };
}

function company(): VaultClient {
  return vaultClient([
    fakeVault(
      'v1',
      [
        summary({
          id: 'a',
          name: 'GitHub',
          login: 'ada',
          urls: ['https://github.com/login'],
          folderId: 'f2',
        }),
        summary({
          id: 'b',
          name: 'Router',
          login: 'root',
          urls: ['http://10.0.0.1'],
          favourite: true,
        }),
        summary({ id: 'c', name: 'Bank', login: 'ada', tags: ['money'], colour: 3 }),
      ],
      {
        name: 'Infrastructure',
        folders: [
          { id: 'f1', vaultId: 'v1', parentId: null, name: 'Web' },
          { id: 'f2', vaultId: 'v1', parentId: 'f1', name: 'Code' },
        ],
      },
    ),
    fakeVault('v2', [
      summary({ id: 'a', shortcutId: 's1', vaultId: 'v2', name: 'GitHub', urls: ['github.com'] }),
      summary({ id: 'd', vaultId: 'v2', name: 'Почта', login: 'ада' }),
    ]),
  ]);
}

async function names(items: Items, query: string, page: string | null = null): Promise<string[]> {
  return (await items.find({ ...nobody, query, page })).rows.map(({ name }) => name);
}

describe('a build', () => {
  test('lists every item by name, favourites first', async () => {
    const { items, client, clock } = setUp();
    await items.build(client);
    expect(await names(items, '')).toEqual(['Router', 'Bank', 'GitHub', 'GitHub', 'Почта']);
    expect(items.state()).toEqual({
      phase: 'ready',
      vaultsDone: 2,
      vaultsTotal: 2,
      items: 5,
      refreshedAt: clock.now,
    });
  });

  test('shows host and path as a person reads them', async () => {
    const { items, client } = setUp();
    await items.build(client);
    expect(await items.row('a', null)).toEqual({
      id: 'a',
      shortcutId: null,
      name: 'GitHub',
      login: 'ada',
      host: 'github.com',
      colour: 0,
      favourite: false,
      path: ['Infrastructure', 'Web', 'Code'],
    });
    expect((await items.row('a', 's1'))?.path).toEqual(['Vault v2']);
    expect(await items.row('a', 'other')).toBeNull();
  });
});

describe('a woken worker', () => {
  test('answers from the store, without the server', async () => {
    const { items, client, start } = setUp();
    await items.build(client);
    const woken = start();
    const asked = client.asked.length;
    expect(await woken.restore()).toBe(true);
    expect(await names(woken, 'git')).toEqual(['GitHub', 'GitHub']);
    expect(await names(woken, '', 'https://github.com/')).toEqual([
      'GitHub',
      'GitHub',
      'Router',
      'Bank',
      'Почта',
    ]);
    expect(woken.state()).toEqual(items.state());
    expect(client.asked.length).toBe(asked);
  });
});
