import { describe, expect, test } from 'vitest';
import { fakeVault, summary, vaultClient } from './support/vault-client.ts';
import { namesFound, worker } from './support/worker.ts';

function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open: () => open(), opened };
}

describe('a build', () => {
  test('lists every item by name, favourites first', async () => {
    const { items, client, clock } = worker();
    await items.build(client);
    expect(await namesFound(items, '')).toEqual(['Router', 'Bank', 'GitHub', 'GitHub', 'Почта']);
    expect(items.state()).toEqual({
      phase: 'ready',
      vaultsDone: 2,
      vaultsTotal: 2,
      items: 5,
      refreshedAt: clock.now,
    });
  });

  test('shows host and path as a person reads them', async () => {
    const { items, client } = worker();
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
    expect(await items.row('none', null)).toBeNull();
  });

  test('says how far it is, and shows what has come', async () => {
    const client = vaultClient(
      Array.from({ length: 9 }, (_, number) =>
        fakeVault(`v${number}`, [summary({ id: `i${number}`, name: `Item ${number}` })]),
      ),
    );
    const { items } = worker(client);
    const seen: string[] = [];
    items.onChange(() => {
      const { phase, vaultsDone, vaultsTotal } = items.state();
      seen.push(`${phase} ${vaultsDone}/${vaultsTotal}`);
    });
    await items.build(client);
    expect(seen[0]).toBe('building 0/0');
    expect(seen).toContain('building 0/9');
    for (let done = 1; done <= 9; done++) expect(seen).toContain(`building ${done}/9`);
    expect(seen.at(-1)).toBe('ready 9/9');
    expect(client.mostAtOnce).toBe(4);
  });

  test('shows the first vault while the others are on their way', async () => {
    const client = vaultClient([
      fakeVault(
        'v1',
        Array.from({ length: 300 }, (_, number) => summary({ id: `i${number}` })),
      ),
      fakeVault('v2', [summary({ id: 'late', vaultId: 'v2' })]),
    ]);
    const late = gate();
    const { vaultContent } = client;
    client.vaultContent = async (id, options) => {
      if (id === 'v2') await late.opened;
      return vaultContent(id, options);
    };
    const { items } = worker(client);
    const shown = new Promise<void>((resolve) => {
      items.onChange(() => items.state().items === 300 && resolve());
    });
    const built = items.build(client);
    await shown;
    expect(items.state().phase).toBe('building');
    expect((await namesFound(items, 'item')).length).toBe(300);
    late.open();
    await built;
    expect(items.state()).toMatchObject({ phase: 'ready', items: 301 });
  });

  test('asks for each vault once when two want it at once', async () => {
    const { items, client } = worker();
    await Promise.all([items.build(client), items.build(client)]);
    expect(client.asked).toEqual(['v1', 'v2']);
  });

  test('goes on with another session once the first is done', async () => {
    const { items, client } = worker();
    const other = vaultClient([fakeVault('v9', [summary({ id: 'z', name: 'Other' })])]);
    await Promise.all([items.build(client), items.build(other), items.build(other)]);
    expect(await namesFound(items, '')).toEqual(['Other']);
    expect(other.asked).toEqual(['v9']);
  });

  test('survives folders that hold each other, or none that is known', async () => {
    const client = vaultClient([
      fakeVault(
        'v1',
        [summary({ id: 'a', folderId: 'f1' }), summary({ id: 'b', folderId: 'gone' })],
        {
          folders: [
            { id: 'f1', vaultId: 'v1', parentId: 'f2', name: 'One' },
            { id: 'f2', vaultId: 'v1', parentId: 'f1', name: 'Two' },
          ],
        },
      ),
    ]);
    const { items } = worker(client);
    await items.build(client);
    expect((await items.row('a', null))?.path.at(-1)).toBe('One');
    expect((await items.row('b', null))?.path).toEqual(['Vault v1']);
  });

  test('survives names that are empty, endless, or half a character', async () => {
    const names = [
      '',
      ' ',
      'x'.repeat(10_000),
      '\ud83d',
      '\udc00 a',
      '\uffff',
      'a\nb',
      '\u0000',
      '\u0001x',
    ];
    const client = vaultClient([
      fakeVault(
        'v1',
        names.map((name, number) => summary({ id: `i${number}`, name, description: name })),
      ),
    ]);
    const { items, wake } = worker(client);
    await items.build(client);
    const woken = wake();
    expect((await namesFound(woken, '')).length).toBe(names.length);
    for (const name of names) await namesFound(woken, name);
    expect(items.state().phase).toBe('ready');
  });
});

describe('where a part of the server fails', () => {
  test('a vault that is denied does not stop the others, and its rows go', async () => {
    const { items, client } = worker();
    await items.build(client);
    const [first] = client.vaultList;
    if (first) first.failure = 'denied';
    await items.build(client);
    expect(await namesFound(items, '')).toEqual(['GitHub', 'Почта']);
    expect(items.state().phase).toBe('ready');
    expect(items.state().problem).toBeUndefined();
  });

  test('a vault that is no longer listed goes', async () => {
    const { items, client } = worker();
    await items.build(client);
    client.vaultList.shift();
    await items.build(client);
    expect(await namesFound(items, '')).toEqual(['GitHub', 'Почта']);
    expect(await items.matching('http://10.0.0.1/')).toEqual([]);
  });

  test('a vault that fails keeps its old rows, and the list says that it may be old', async () => {
    const { items, client, clock } = worker();
    await items.build(client);
    const before = clock.now;
    clock.now += 60_000;
    const [first, second] = client.vaultList;
    if (first) first.failure = 'server-error';
    second?.items.push(summary({ id: 'e', vaultId: 'v2', name: 'New' }));
    await items.build(client);
    expect(await namesFound(items, '')).toContain('Router');
    expect(await namesFound(items, '')).toContain('New');
    expect(items.state()).toMatchObject({
      phase: 'ready',
      problem: 'server-error',
      refreshedAt: before,
    });
    if (first) first.failure = null;
    await items.build(client);
    expect(items.state()).toEqual(expect.not.objectContaining({ problem: expect.anything() }));
    expect(items.state().refreshedAt).toBe(clock.now);
  });

  test.each(['offline', 'session-expired'] as const)(
    '%s asks for no further vault',
    async (code) => {
      const client = vaultClient(
        Array.from({ length: 20 }, (_, number) =>
          fakeVault(`v${number}`, [summary({ id: `i${number}` })], { failure: code }),
        ),
      );
      const { items } = worker(client);
      await items.build(client);
      expect(items.state()).toMatchObject({ phase: 'failed', problem: code, items: 0 });
      expect(client.asked.length).toBe(4);
    },
  );

  test('without the list of vaults all stays as it was', async () => {
    const { items, client } = worker();
    await items.build(client);
    client.listFailure = 'offline';
    await items.build(client);
    expect(items.state()).toMatchObject({ phase: 'failed', problem: 'offline', items: 5 });
    expect((await namesFound(items, '')).length).toBe(5);
  });

  test('an error that nobody expects is told like the others', async () => {
    const { items, client } = worker();
    client.vaults = () => Promise.reject(new TypeError('defect'));
    await items.build(client);
    expect(items.state()).toMatchObject({ phase: 'failed', problem: 'internal' });
  });

  test('an item renamed on the server keeps its old name until the next build', async () => {
    const { items, client } = worker();
    await items.build(client);
    const [vault] = client.vaultList;
    if (vault)
      vault.items = vault.items.map((one) => (one.id === 'c' ? { ...one, name: 'Savings' } : one));
    expect(await namesFound(items, 'bank')).toEqual(['Bank']);
    expect(await items.row('c', null)).toMatchObject({ name: 'Bank' });
    await items.build(client);
    expect(await namesFound(items, 'bank')).toEqual([]);
    expect(await namesFound(items, 'sav')).toEqual(['Savings']);
  });
});

describe('the answer', () => {
  test('comes in pages that make the whole', async () => {
    const client = vaultClient([
      fakeVault(
        'v1',
        Array.from({ length: 700 }, (_, number) => summary({ id: `i${number}` })),
      ),
    ]);
    const { items } = worker(client);
    await items.build(client);
    const whole = await namesFound(items, 'item');
    const pages: string[] = [];
    for (let offset = 0; offset < 800; offset += 90) {
      const answer = await items.find({ query: 'item', page: null, offset, limit: 90 });
      expect(answer.total).toBe(700);
      pages.push(...answer.rows.map(({ name }) => name));
    }
    expect(pages.length).toBe(700);
    expect(pages.slice(0, whole.length)).toEqual(whole);
    expect(pages.slice(8, 12)).toEqual(['Item i8', 'Item i9', 'Item i10', 'Item i11']);
  });

  test('is empty before anything was built', async () => {
    const { items } = worker();
    expect(
      await items.find({ query: 'a', page: 'https://github.com', offset: 0, limit: 9 }),
    ).toEqual({
      rows: [],
      matching: 0,
      sections: [],
      total: 0,
      site: 'github.com',
      index: items.state(),
    });
    expect(await items.matching('https://github.com')).toEqual([]);
    expect(await items.matches({ id: 'a', shortcutId: null }, 'https://github.com')).toBe(false);
  });
});

describe('a wipe', () => {
  test('leaves nothing in memory, in the session or in the store', async () => {
    const { items, client, chunks, key, wake } = worker();
    await items.build(client);
    items.noteUse('a', 5);
    await items.wipe();
    expect(key.value).toBe('');
    expect(chunks.held.size).toBe(0);
    expect(await namesFound(items, '')).toEqual([]);
    expect(await items.row('a', null)).toBeNull();
    expect(items.state()).toMatchObject({ phase: 'building', items: 0, refreshedAt: 0 });
    expect(await wake().restore()).toBe(false);
  });

  test('stops a build that is under way, which brings nothing back', async () => {
    const { items, client, chunks, key } = worker();
    const answers = gate();
    client.gate = answers.opened;
    const built = items.build(client);
    while (client.asked.length === 0) await new Promise((resolve) => setTimeout(resolve));
    expect(key.value).not.toBe('');
    await items.wipe();
    answers.open();
    await built;
    expect(key.value).toBe('');
    expect(chunks.held.size).toBe(0);
    expect(items.state()).toMatchObject({ items: 0, vaultsTotal: 0 });
    expect(await namesFound(items, '')).toEqual([]);
  });

  test('of a store that fails still takes the key', async () => {
    const { items, client, chunks, key, wake } = worker();
    await items.build(client);
    chunks.failure = 'broken';
    await items.wipe();
    chunks.failure = null;
    expect(key.value).toBe('');
    expect(chunks.held.size).toBeGreaterThan(0);
    expect(await wake().restore()).toBe(false);
  });

  test('makes room for another build, under another key', async () => {
    const { items, client, key, wake } = worker();
    await items.build(client);
    const old = key.value;
    await items.wipe();
    await items.build(client);
    expect(key.value).not.toBe(old);
    expect(await wake().restore()).toBe(true);
  });
});
