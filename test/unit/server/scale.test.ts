import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { RunningServer } from '../../server/start.ts';
import { type Json, listAll, type Reader, signInAs, startQuickly } from './support/people.ts';

// Two cores that are busy with other tests take their time.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const amount = 100_000;
let server: RunningServer;
let main: Reader;
let startSeconds: number;

/** Seconds of processor time: the machine may be busy with other things. */
async function cpuSeconds(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000_000;
}

beforeAll(async () => {
  startSeconds = await cpuSeconds(async () => {
    server = await startQuickly({ items: amount });
  });
  main = await signInAs(server);
});
afterAll(() => server.close());

test('100,000 items start in a few seconds', () => {
  expect(server.state.items.size).toBe(amount);
  expect(startSeconds).toBeLessThan(8);
});

test('all of them are listed, vault by vault and folder by folder', async () => {
  const ids = new Set<unknown>();
  const { client } = main;
  const add = (rows: Json[]) => {
    for (const { id, shortcut } of rows) if (shortcut === null) ids.add(id);
  };
  const walk = async (folders: Json[]) => {
    for (const { id } of folders) {
      add((await client.get(`/folders/${id}/passwords`)).data as Json[]);
      await walk((await client.get(`/folders/${id}/children`)).data as Json[]);
    }
  };
  let total = 0;
  const seconds = await cpuSeconds(async () => {
    for (const vault of (await client.get('/vaults/list')).data as Json[]) {
      total += Number(vault.passwordsAmount);
      const root = (await client.get(`/vaults/${vault.id}/fullInfo`)).data as Record<
        string,
        Json[]
      >;
      add(root.passwords ?? []);
      await walk(root.folders ?? []);
    }
  });
  expect(ids.size).toBe(total);
  // Those that belong to a colleague alone are not the user's to see.
  expect(total).toBeGreaterThan(amount - 10);
  expect(seconds).toBeLessThan(30);
});

test('one search gives the same list', async () => {
  expect((await listAll(main.client)).length).toBeGreaterThan(amount - 10);
});

test('an item in the middle opens, and is the same on another server', async () => {
  const name = /^.* 054321 .*$/;
  const found = [...server.state.items.values()].find((item) => name.test(item.name ?? ''));
  const item = (await main.client.get(`/passwords/${found?.id}`)).data as Json;
  const { password } = await main.open(item);
  expect(password.length).toBeGreaterThanOrEqual(12);

  const other = await startQuickly({ items: amount });
  try {
    const again = await signInAs(other);
    const same = (await again.client.get(`/passwords/${found?.id}`)).data as Json;
    expect(same).toEqual(item);
  } finally {
    await other.close();
  }
});
