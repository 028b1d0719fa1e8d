import { describe, expect, test } from 'vitest';
import type { SortOrder } from '../../../../src/protocol/list-calls.ts';
import { fakeVault, summary, vaultClient } from './support/vault-client.ts';
import { manyItems, namesFound, worker } from './support/worker.ts';

function company() {
  return vaultClient([
    fakeVault(
      'v1',
      [
        summary({ id: 'a', name: 'Root', passwordChangedAt: 30, tags: ['Prod', 'two words'] }),
        summary({ id: 'b', name: 'Deep', folderId: 'f2', tags: ['prod'], colour: 3 }),
        summary({ id: 'c', name: 'Shallow', folderId: 'f1', passwordChangedAt: 20, colour: 12 }),
        summary({ id: 'd', name: 'Basement', passwordChangedAt: 40, tags: ['words'] }),
      ],
      {
        name: 'Finance',
        folders: [
          { id: 'f1', vaultId: 'v1', parentId: null, name: 'Web' },
          { id: 'f2', vaultId: 'v1', parentId: 'f1', name: 'Code' },
          { id: 'f3', vaultId: 'v1', parentId: null, name: 'Empty' },
        ],
      },
    ),
    fakeVault('v2', [summary({ id: 'a', shortcutId: 's1', vaultId: 'v2', name: 'Root' })], {
      name: 'Corporate Finance',
      kind: 'private',
    }),
    fakeVault('v3', [], { name: 'Archive "old"' }),
  ]);
}

async function built() {
  const made = worker(company());
  await made.items.build(made.client);
  const browse = (folderId: string | null, sort: SortOrder = 'name', vaultId = 'v1') =>
    made.items.browse({ vaultId, folderId, sort, offset: 0, limit: 50 });
  return { ...made, browse };
}

describe('facets', () => {
  test('count vaults with their folders, also the empty ones', async () => {
    const { items } = await built();
    expect((await items.facets()).vaults).toEqual([
      { id: 'v3', name: 'Archive "old"', kind: 'company', count: 0 },
      { id: 'v2', name: 'Corporate Finance', kind: 'private', count: 1 },
      { id: 'v1', name: 'Finance', kind: 'company', count: 4 },
    ]);
  });

  test('take two spellings of a tag for one, and count whole tags', async () => {
    const { items } = await built();
    expect((await items.facets()).tags).toEqual([
      { name: 'Prod', count: 2 },
      { name: 'two words', count: 1 },
      { name: 'words', count: 1 },
    ]);
  });

  test('count colours by their numbers', async () => {
    const { items } = await built();
    expect((await items.facets()).colours).toEqual([
      { colour: 3, count: 1 },
      { colour: 12, count: 1 },
    ]);
  });

  test('have nothing before there is an index', async () => {
    expect(await worker().items.facets()).toEqual({ vaults: [], tags: [], colours: [] });
  });

  test('are meant whole where a quote closes them', async () => {
    const { items } = await built();
    const deep = ['Basement', 'Deep', 'Root', 'Shallow'];
    expect(await namesFound(items, 'vault:"Finance"')).toEqual(deep);
    expect(await namesFound(items, 'vault:finance')).toEqual([
      ...deep.slice(0, 3),
      'Root',
      'Shallow',
    ]);
    expect(await namesFound(items, 'vault:"fin')).toEqual([...deep.slice(0, 3), 'Root', 'Shallow']);
    expect(await namesFound(items, 'tag:"words"')).toEqual(['Basement']);
    expect(await namesFound(items, 'tag:words')).toEqual(['Basement', 'Root']);
  });
});

describe('browsing', () => {
  test('shows the folders of a place with all they hold, and the items of its own', async () => {
    const { browse } = await built();
    const root = await browse(null);
    expect(root).toMatchObject({
      path: [{ folderId: null, name: 'Finance' }],
      folders: [
        { id: 'f3', name: 'Empty', count: 0 },
        { id: 'f1', name: 'Web', count: 2 },
      ],
      total: 2,
    });
    expect(root?.rows.map(({ name }) => name)).toEqual(['Basement', 'Root']);
    expect(await browse('f2')).toMatchObject({
      path: [
        { folderId: null, name: 'Finance' },
        { folderId: 'f1', name: 'Web' },
        { folderId: 'f2', name: 'Code' },
      ],
      folders: [],
      rows: [{ name: 'Deep' }],
    });
  });

  test('sorts by name, by the change of the password, and by use', async () => {
    const { items, clock, browse } = await built();
    const names = async (sort: SortOrder) =>
      (await browse(null, sort))?.rows.map((row) => row.name);
    expect(await names('name')).toEqual(['Basement', 'Root']);
    expect(await names('changed')).toEqual(['Basement', 'Root']);
    items.noteUse('a', clock.now);
    expect(await names('used')).toEqual(['Root', 'Basement']);
    expect(await names('name')).toEqual(['Basement', 'Root']);
  });

  test('gives a page of a long folder', async () => {
    const client = manyItems({ vaults: 1, each: 700 });
    const { items } = worker(client);
    await items.build(client);
    const request = { vaultId: 'v0', folderId: null, sort: 'name' } as const;
    const answer = await items.browse({ ...request, offset: 690, limit: 50 });
    expect(answer?.total).toBe(700);
    expect(answer?.rows.map(({ name }) => name).slice(0, 2)).toEqual(['Item 0 690', 'Item 0 691']);
    expect(answer?.rows.length).toBe(10);
  });

  test('knows no vault or folder that is not there', async () => {
    const { browse } = await built();
    expect(await browse(null, 'name', 'v9')).toBeNull();
    expect(await browse('f9')).toBeNull();
    expect(await browse('f1', 'name', 'v2')).toBeNull();
  });

  test('is the same for a worker that has just been started', async () => {
    const { browse, wake, items } = await built();
    const again = wake();
    const request = { vaultId: 'v1', folderId: null, sort: 'name', offset: 0, limit: 50 } as const;
    const { index: _, ...place } = (await browse(null)) ?? {};
    expect(await again.browse(request)).toMatchObject(place);
    expect(await again.facets()).toEqual(await items.facets());
  });

  test('forgets all when it is wiped', async () => {
    const { items, browse } = await built();
    await items.wipe();
    expect(await browse(null)).toBeNull();
    expect((await items.facets()).vaults).toEqual([]);
  });

  test('survives folders that hold each other', async () => {
    const client = vaultClient([
      fakeVault('v1', [summary({ id: 'a', folderId: 'f1' })], {
        folders: [
          { id: 'f1', vaultId: 'v1', parentId: 'f2', name: 'One' },
          { id: 'f2', vaultId: 'v1', parentId: 'f1', name: 'Two' },
        ],
      }),
    ]);
    const { items } = worker(client);
    await items.build(client);
    const request = { vaultId: 'v1', folderId: 'f1', sort: 'name', offset: 0, limit: 9 } as const;
    expect((await items.browse(request))?.total).toBe(1);
  });
});

test('sections say why rows stand where they stand', async () => {
  const { items, client, clock } = worker();
  await items.build(client);
  items.noteUse('c', clock.now);
  const sections = async (query: string, page: string | null) =>
    (await items.find({ query, page, offset: 0, limit: 9 })).sections;
  expect(await sections('', 'https://github.com')).toEqual([
    { kind: 'site', count: 2 },
    { kind: 'favourites', count: 1 },
    { kind: 'recent', count: 1 },
    { kind: 'rest', count: 1 },
  ]);
  expect(await sections('', null)).toEqual([
    { kind: 'favourites', count: 1 },
    { kind: 'recent', count: 1 },
    { kind: 'rest', count: 3 },
  ]);
  expect(await sections('git', 'https://github.com')).toEqual([{ kind: 'site', count: 2 }]);
  expect(await sections('ada', 'https://github.com')).toEqual([
    { kind: 'site', count: 1 },
    { kind: 'rest', count: 1 },
  ]);
  expect(await sections('zzz', null)).toEqual([]);
});
