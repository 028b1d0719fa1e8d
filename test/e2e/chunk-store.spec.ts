/** The store of the index over the IndexedDB of a real Chromium, in every way that it fails. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type Browser,
  test as base,
  chromium,
  expect,
  type Frame,
  type Page,
} from '@playwright/test';
import { requireBrowser } from '../../scripts/browser.ts';
import { bundle as bundleFile } from '../support/content/bundle.ts';
import type * as world from './support/index-world.ts';

type World = typeof world;
type WorkerFixtures = { browserOfOurs: Browser; code: string; origin: string };

const test = base.extend<{ store: Page }, WorkerFixtures>({
  browserOfOurs: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern
    async ({}, use) => {
      const browser = await chromium.launch({ executablePath: requireBrowser('chromium') });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  code: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern
    async ({}, use) => use(await bundleFile('test/e2e/support/index-world.ts')),
    { scope: 'worker' },
  ],
  origin: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern
    async ({}, use) => {
      const server = createServer((_, answer) => {
        answer.setHeader('content-type', 'text/html');
        answer.end('<!doctype html><title>Store</title>');
      });
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      const { port } = server.address() as AddressInfo; // a TCP server's address is no text
      await use(`http://127.0.0.1:${port}`);
      server.close();
    },
    { scope: 'worker' },
  ],
  /** A page of a browser's profile of its own, with `bundle` in it. */
  store: async ({ browserOfOurs, code, origin }, use) => {
    const context = await browserOfOurs.newContext();
    const page = await context.newPage();
    await page.goto(origin);
    await page.addScriptTag({ content: code });
    await use(page);
    await context.close();
  },
});

/** In the page: the bundle is a global of its script. */
declare global {
  var bundle: World;
}

test('gives back what was put, in the order of the names', async ({ store }) => {
  const answer = await store.evaluate(async () => {
    const chunks = bundle.createChunkStore();
    const big = new Uint8Array(5_000_000).fill(7);
    await chunks.write(
      new Map([
        ['a', new Uint8Array([1, 2])],
        ['big', big],
        ['empty', new Uint8Array()],
      ]),
    );
    await chunks.write(new Map([['a', new Uint8Array([3])]]));
    const read = await chunks.read(['big', 'none', 'a', 'empty']);
    const names = await chunks.names();
    await chunks.remove(['big', 'none']);
    const left = await chunks.names();
    await chunks.clear();
    const none = await chunks.names();
    const values = read.ok ? read.value.map((bytes) => bytes && [bytes.length, bytes[0]]) : read;
    return { values, names, left, none };
  });
  expect(answer).toEqual({
    values: [[5_000_000, 7], null, [1, 3], [0, undefined]],
    names: { ok: true, value: ['a', 'big', 'empty'] },
    left: { ok: true, value: ['a', 'empty'] },
    none: { ok: true, value: [] },
  });
});

test('keeps stores of other names apart, and what is no bytes out', async ({ store }) => {
  const answer = await store.evaluate(async () => {
    const one = bundle.createChunkStore({ name: 'one' });
    const two = bundle.createChunkStore({ name: 'two' });
    await one.write(new Map([['a', new Uint8Array([1])]]));
    const database = await new Promise<IDBDatabase>((done) => {
      const request = indexedDB.open('one');
      request.onsuccess = () => done(request.result);
    });
    await new Promise<void>((done) => {
      const transaction = database.transaction('chunks', 'readwrite');
      transaction.objectStore('chunks').put('text', 'b');
      transaction.oncomplete = () => done();
    });
    const read = await one.read(['a', 'b']);
    return {
      kinds: read.ok ? read.value.map((bytes) => bytes === null) : read,
      other: await two.read(['a']),
    };
  });
  expect(answer).toEqual({ kinds: [false, true], other: { ok: true, value: [null] } });
});

test('says that there is none', async ({ store }) => {
  const answer = await store.evaluate(() =>
    bundle.createChunkStore({ factory: undefined }).read(['a']),
  );
  expect(answer).toEqual({ ok: false, failure: 'missing' });
});

test('says that it may not, where an opaque origin has no storage', async ({ store, code }) => {
  await store.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.sandbox.add('allow-scripts');
    frame.srcdoc = '<title>Sandbox</title>';
    document.body.append(frame);
  });
  await expect.poll(() => store.frames().length).toBe(2);
  const frame: Frame | undefined = store.frames()[1];
  await frame?.waitForLoadState();
  await frame?.addScriptTag({ content: code });
  const answer = await frame?.evaluate(() => bundle.createChunkStore().names());
  expect(answer).toEqual({ ok: false, failure: 'missing' });
});

test('says that it is blocked, and works once it is not', async ({ store }) => {
  const answer = await store.evaluate(async () => {
    const held = await new Promise<IDBDatabase>((done) => {
      const request = indexedDB.open('index', 1);
      request.onupgradeneeded = () => request.result.createObjectStore('other');
      request.onsuccess = () => done(request.result);
    });
    // The deletion waits for the connection that is held, and whoever opens waits for the deletion.
    const deleted = new Promise<void>((done) => {
      const request = indexedDB.deleteDatabase('index');
      request.onsuccess = () => done();
    });
    const chunks = bundle.createChunkStore({ patience: 200 });
    const before = await chunks.names();
    held.close();
    await deleted;
    return { before, after: await chunks.names() };
  });
  expect(answer).toEqual({
    before: { ok: false, failure: 'blocked' },
    after: { ok: true, value: [] },
  });
});

test('says that it is broken where the database is another one', async ({ store }) => {
  const answer = await store.evaluate(async () => {
    const open = (name: string, version: number) =>
      new Promise<void>((done) => {
        const request = indexedDB.open(name, version);
        request.onupgradeneeded = () => request.result.createObjectStore('other');
        request.onsuccess = () => {
          request.result.close();
          done();
        };
      });
    await open('without', 1);
    await open('newer', 2);
    return [
      await bundle.createChunkStore({ name: 'without' }).names(),
      await bundle.createChunkStore({ name: 'newer' }).names(),
    ];
  });
  expect(answer).toEqual([
    { ok: false, failure: 'broken' },
    { ok: false, failure: 'broken' },
  ]);
});

test('says that it is full, and keeps what it had', async ({ store, origin }) => {
  const session = await store.context().newCDPSession(store);
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 3_000_000 });
  const answer = await store.evaluate(async () => {
    const chunks = bundle.createChunkStore();
    const first = await chunks.write(new Map([['a', new Uint8Array([1])]]));
    // Chromium packs what repeats before it counts.
    const big = new Uint8Array(20_000_000);
    for (let at = 0; at < big.length; at += 65_536) {
      crypto.getRandomValues(big.subarray(at, at + 65_536));
    }
    const second = await chunks.write(
      new Map([
        ['a', new Uint8Array([2])],
        ['big', big],
      ]),
    );
    const read = await chunks.read(['a', 'big']);
    return { first, second, read: read.ok ? read.value.map((bytes) => bytes?.[0] ?? null) : read };
  });
  expect(answer).toEqual({
    first: { ok: true, value: null },
    second: { ok: false, failure: 'full' },
    read: [1, null],
  });
});

test('opens anew after the user cleared the site’s data', async ({ store, origin }) => {
  const session = await store.context().newCDPSession(store);
  await store.evaluate(async () => {
    Reflect.set(window, 'chunks', bundle.createChunkStore());
    await Reflect.get(window, 'chunks').write(new Map([['a', new Uint8Array([1])]]));
  });
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
  await expect
    .poll(() => store.evaluate(() => Reflect.get(window, 'chunks').read(['a'])))
    .toEqual({ ok: true, value: [null] });
});

test('gives a whole index to the next worker', async ({ store }) => {
  const answer = await store.evaluate(async () => {
    const chunks = bundle.createChunkStore();
    const key = bundle.memoryText();
    const client = bundle.manyItems({ vaults: 3, each: 700 });
    const make = () => bundle.createItems({ chunks, key, now: () => 1 });
    await make().build(client);
    const woken = bundle.createItems({ chunks: bundle.createChunkStore(), key, now: () => 1 });
    const restored = await woken.restore();
    const found = await woken.find({ query: 'item 2 69', page: null, offset: 0, limit: 3 });
    const [row] = await woken.matching('https://host7.example1.com/');
    await woken.wipe();
    return {
      restored,
      names: found.rows.map(({ name }) => name),
      row: row?.name,
      left: await chunks.names(),
      key: key.value,
    };
  });
  expect(answer).toEqual({
    restored: true,
    names: ['Item 2 69', 'Item 2 690', 'Item 2 691'],
    row: 'Item 1 7',
    left: { ok: true, value: [] },
    key: '',
  });
});
