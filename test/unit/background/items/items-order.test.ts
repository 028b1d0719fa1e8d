import { describe, expect, test } from 'vitest';
import { fakeVault, summary, vaultClient } from './support/vault-client.ts';
import { namesFound, worker } from './support/worker.ts';

const day = 24 * 3600 * 1000;

function shops() {
  return vaultClient([
    fakeVault('v1', [
      summary({ id: 'a', name: 'Shop A', urls: ['https://a.shop.example'] }),
      summary({ id: 'b', name: 'Shop B', urls: ['https://shop.example'] }),
      summary({
        id: 'c',
        name: 'Shop C',
        urls: ['https://other.example', 'https://a.shop.example/x'],
      }),
      summary({ id: 'd', name: 'Shop D', urls: ['http://a.shop.example'] }),
      summary({
        id: 'e',
        name: 'Mail',
        login: 'shop',
        urls: ['https://mail.example'],
        favourite: true,
      }),
      summary({ id: 'f', name: 'Aardvark' }),
    ]),
  ]);
}

async function built() {
  const client = shops();
  const made = worker(client);
  await made.items.build(client);
  return made;
}

describe('without a query', () => {
  test('the site of the tab comes first, the very host before its domain', async () => {
    const { items } = await built();
    const answer = await items.find({
      query: '',
      page: 'https://a.shop.example/x',
      offset: 0,
      limit: 9,
    });
    expect(answer.rows.map(({ name }) => name)).toEqual([
      'Shop A',
      'Shop C',
      'Shop D',
      'Shop B',
      'Mail',
      'Aardvark',
    ]);
    expect(answer).toMatchObject({ matching: 4, total: 6, site: 'a.shop.example' });
  });

  test('then favourites, then the last used, then all by name', async () => {
    const { items, clock } = await built();
    items.noteUse('c', clock.now - 5000);
    items.noteUse('a', clock.now);
    expect(await namesFound(items, '')).toEqual([
      'Mail',
      'Shop A',
      'Shop C',
      'Aardvark',
      'Shop B',
      'Shop D',
    ]);
    expect((await namesFound(items, '', 'https://a.shop.example/')).slice(0, 3)).toEqual([
      'Shop A',
      'Shop C',
      'Shop D',
    ]);
  });

  test.each(['about:blank', 'chrome://extensions', 'file:///etc/hosts', 'nonsense'])(
    'on %s no item belongs to the page',
    async (page) => {
      const { items } = await built();
      const answer = await items.find({ query: '', page, offset: 0, limit: 1 });
      expect(answer).toMatchObject({ matching: 0, site: '' });
      expect(await items.matching(page)).toEqual([]);
    },
  );
});

describe('with a query', () => {
  test('what fits better comes first, then the site, then use, then the name', async () => {
    const { items, clock } = await built();
    expect(await namesFound(items, 'shop')).toEqual([
      'Shop A',
      'Shop B',
      'Shop C',
      'Shop D',
      'Mail',
    ]);
    items.noteUse('d', clock.now);
    expect(await namesFound(items, 'shop')).toEqual([
      'Shop D',
      'Shop A',
      'Shop B',
      'Shop C',
      'Mail',
    ]);
    const answer = await items.find({
      query: 'shop',
      page: 'https://shop.example/',
      offset: 0,
      limit: 9,
    });
    expect(answer.rows.map(({ name }) => name)).toEqual([
      'Shop B',
      'Shop D',
      'Shop A',
      'Shop C',
      'Mail',
    ]);
    expect(answer.matching).toBe(1);
  });

  test('whose page has no item, none is said to match', async () => {
    const { items } = await built();
    const answer = await items.find({
      query: 'shop',
      page: 'https://mail.example/',
      offset: 0,
      limit: 9,
    });
    expect(answer.matching).toBe(0);
    expect(answer.total).toBe(5);
  });
});

test('a page of which a thousand items may be asked shows a hundred, and says of each that it may', async () => {
  const urls = ['https://corp.example'];
  const many = Array.from({ length: 1000 }, (_, number) => summary({ id: `i${number}`, urls }));
  const { items, client } = worker(vaultClient([fakeVault('v1', many)]));
  await items.build(client);
  const page = 'https://wiki.corp.example/';
  expect((await items.matching(page)).length).toBe(100);
  const answer = await items.find({ query: '', page, offset: 0, limit: 1 });
  expect(answer.matching).toBe(1000);
  expect(await items.matches({ id: 'i999', shortcutId: null }, page)).toBe(true);
});

describe('use', () => {
  test('counts by how often and how lately', async () => {
    const { items, clock } = await built();
    for (let times = 0; times < 3; times++) items.noteUse('d', clock.now - 60 * day);
    items.noteUse('c', clock.now - day);
    items.noteUse('b', clock.now - day);
    items.noteUse('b', clock.now - day);
    expect((await namesFound(items, 'shop')).slice(0, 3)).toEqual(['Shop B', 'Shop C', 'Shop D']);
  });

  test('is kept for the next worker', async () => {
    const { items, clock, chunks, wake } = await built();
    const before = chunks.held.get('notes');
    items.noteUse('d', clock.now);
    await expect.poll(() => chunks.held.get('notes')).not.toEqual(before);
    expect((await namesFound(wake(), 'shop'))[0]).toBe('Shop D');
  });

  test('noted before the index is read back is not lost', async () => {
    const { clock, wake } = await built();
    const woken = wake();
    woken.noteUse('c', clock.now);
    expect((await namesFound(woken, 'shop'))[0]).toBe('Shop C');
  });

  test('of a clock that was set back a year makes nothing endless', async () => {
    const { items, clock } = await built();
    items.noteUse('d', clock.now);
    clock.now -= 365 * day;
    items.noteUse('c', clock.now);
    items.noteUse('c', clock.now);
    expect((await namesFound(items, 'shop'))[0]).toBe('Shop C');
  });

  test('of thousands of items is remembered for the last', async () => {
    const { items, clock } = await built();
    for (let number = 0; number < 2000; number++) items.noteUse(`x${number}`, clock.now + number);
    items.noteUse('d', clock.now + 3000);
    expect((await namesFound(items, 'shop'))[0]).toBe('Shop D');
  });
});

describe('a page', () => {
  test.each([
    ['a', 'https://a.shop.example/', true],
    ['a', 'https://b.shop.example/', false],
    ['a', 'http://a.shop.example/', false],
    ['b', 'https://a.shop.example/', true],
    ['c', 'https://a.shop.example/', true],
    ['c', 'https://other.example/', true],
    ['d', 'http://a.shop.example/', true],
    ['f', 'https://a.shop.example/', false],
    ['nobody', 'https://a.shop.example/', false],
  ])('%s on %s: %s', async (id, page, expected) => {
    const { items } = await built();
    expect(await items.matches({ id, shortcutId: null }, page)).toBe(expected);
    const listed = (await items.matching(page)).some((row) => row.id === id);
    expect(listed).toBe(expected);
  });
});
