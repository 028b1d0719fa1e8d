import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCorrection } from '../../../../src/background/accounts/correction.ts';
import { createItems } from '../../../../src/background/items/items.ts';
import { isOutdated } from '../../../../src/background/items/opened-facts.ts';
import { connect } from '../../../../src/passwork/index.ts';
import { type RunningServer, startServer } from '../../../server/start.ts';
import { openedItem } from '../../../support/fake-passwork.ts';
import { summary } from './support/vault-client.ts';
import { namesFound, worker } from './support/worker.ts';

const code = { name: 'Code', type: 'totp', value: 'JBSWY3DPEHPK3PXP' };
const settled = () => new Promise((later) => setTimeout(later, 20));

/** A worker with an index, and what its first item is on the server. */
async function setUp() {
  const world = worker();
  await world.items.build(world.client);
  const [vault] = world.client.vaultList;
  const row = vault?.items[1];
  if (vault === undefined || row === undefined) throw new Error('nothing to open');
  const opened = openedItem({
    id: row.id,
    vaultId: vault.id,
    name: row.name,
    login: row.login,
    urls: row.urls,
  });
  return { ...world, vault, row, opened };
}

describe('has:totp', () => {
  it('finds what was opened and had a one-time code, also in the next worker', async () => {
    const { items, opened, wake, row } = await setUp();
    expect(await namesFound(items, 'has:totp')).toEqual([]);
    await items.learn({ ...opened, fields: [code] });
    expect(await namesFound(items, 'has:totp')).toEqual([row.name]);
    expect(await namesFound(items, 'has:co')).toEqual([row.name]);
    expect(await namesFound(items, 'has:totp nothing-like-it')).toEqual([]);
    await new Promise((later) => setTimeout(later, 400));
    expect(await namesFound(wake(), 'has:totp')).toEqual([row.name]);
  });
  it('forgets it where the code is gone', async () => {
    const { items, opened } = await setUp();
    await items.learn({ ...opened, fields: [code] });
    await items.learn(opened);
    expect(await namesFound(items, 'has:totp')).toEqual([]);
  });
  it('goes with other operators, and is a word where it asks for something else', async () => {
    const { items, opened, row } = await setUp();
    await items.learn({ ...opened, fields: [code] });
    expect(await namesFound(items, `vault:"${row.name}" has:totp`)).toEqual([]);
    expect(await namesFound(items, 'has:wheels')).toEqual([]);
  });
});

describe('is:reused', () => {
  it('finds the items whose password was seen twice, with other words and operators', async () => {
    const { items, world } = await withReused();
    expect(await namesFound(items, 'is:reused')).toEqual([]);
    world.reused = ['b', 'c'];
    expect((await namesFound(items, 'is:reused')).sort()).toEqual(['Bank', 'Router']);
    expect(await namesFound(items, 'is:re bank')).toEqual(['Bank']);
    expect(await namesFound(items, 'is:reused is:favourite')).toEqual(['Router']);
    expect(await namesFound(items, 'is:reused nothing-like-it')).toEqual([]);
    world.reused = [];
    expect(await namesFound(items, 'is:reused')).toEqual([]);
  });
});

/** An index of two vaults, and what was seen of its passwords. */
async function withReused() {
  const seen = { reused: [] as string[] };
  const { chunks, key, client } = worker();
  const items = createItems({ chunks, key, now: () => 1, reused: async () => seen.reused });
  await items.build(client);
  return { items, world: seen };
}

describe('an item that was changed since it was listed', () => {
  it.each([
    ['name', { name: 'Renamed' }],
    ['login', { login: 'somebody.else' }],
    ['address', { urls: ['https://moved.test'] }],
  ])('has its vault fetched again: another %s', async (_, change) => {
    const { items, client, opened, vault, row } = await setUp();
    vault.items[1] = summary({ ...row, ...change });
    client.asked.length = 0;
    const correct = createCorrection({ items, use: (work) => work(client) });
    correct({ ...opened, ...change });
    await expect.poll(() => client.asked).toEqual([vault.id]);
    await expect
      .poll(() => items.row(row.id, null))
      .toMatchObject({ name: 'name' in change ? 'Renamed' : row.name });
  });
  it('is asked for once a minute where the server disagrees with itself, and never without need', async () => {
    const { items, client, opened } = await setUp();
    client.asked.length = 0;
    const correct = createCorrection({ items, use: (work) => work(client) });
    correct(opened);
    await settled();
    expect(client.asked).toEqual([]);
    correct({ ...opened, name: 'Not as listed' });
    await settled();
    correct({ ...opened, name: 'Not as listed' });
    await settled();
    expect(client.asked).toHaveLength(1);
  });
});

describe('a server that nobody has changed', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  it('lists every item as it opens', async () => {
    const { host, apiKey, masterPassword } = server.v4;
    const client = await connect({ host, credential: { apiKey }, masterPassword });
    const outdated: string[] = [];
    for (const vault of await client.vaults()) {
      const { items } = await client.vaultContent(vault.id);
      for (const row of items.filter(({ shortcutId }) => shortcutId === null).slice(0, 4)) {
        const item = await client.openItem(row.id);
        if (isOutdated({ ...row, host: '', path: [] }, item)) outdated.push(row.name);
      }
    }
    expect(outdated).toEqual([]);
    await client.logout();
  });
});
