/** Answers to the question, with a server that fails. */
import { describe, expect, it } from 'vitest';
import { createCandidates } from '../../../../src/background/save/candidates.ts';
import { createKnownPasswords } from '../../../../src/background/save/known.ts';
import { createSaving } from '../../../../src/background/save/save.ts';
import { AppError, type ErrorCode } from '../../../../src/model/error.ts';
import type { ItemSummary, OpenedItem } from '../../../../src/model/item.ts';
import type { NewItem, Passwork } from '../../../../src/passwork/index.ts';
import { memoryText } from '../../../support/memory-text.ts';
import { heldPermitFor } from '../../../support/permit.ts';
import { place as frame, typed } from './support.ts';

const draft = { name: 'A', login: 'marta', place: { vaultId: 'v', folderId: null } };

function setUp() {
  const stored = memoryText();
  const world = {
    items: [] as (NewItem & { readonly id: string })[],
    /** What becomes of the next writes: carried out and lost, or refused. */
    lost: 0,
    failure: null as ErrorCode | null,
    blind: false,
    opened: 0,
    edits: 0,
    never: [] as string[],
    written: [] as string[],
    marks: [] as (readonly [number, boolean])[],
  };
  const client = {
    async addItem(item: NewItem) {
      if (world.failure !== null) throw new AppError(world.failure, 'refused');
      const id = `i${world.items.length}`;
      world.items.push({ ...item, id });
      if (world.lost-- > 0) throw new AppError('unknown-outcome', 'lost');
      return id;
    },
    async items() {
      if (world.blind) throw new AppError('offline', 'gone');
      return world.items.map(
        ({ id, name, login }) => ({ id, shortcutId: null, name, login }) as ItemSummary,
      );
    },
    async editItem(id: string, changes: Partial<NewItem>) {
      if (world.failure !== null) throw new AppError(world.failure, 'refused');
      world.edits += 1;
      world.items = world.items.map((item) => (item.id === id ? { ...item, ...changes } : item));
      if (world.lost-- > 0) throw new AppError('unknown-outcome', 'lost');
    },
  } as unknown as Passwork;
  const open = async ({ id }: { readonly id: string }) => {
    world.opened += 1;
    const found = world.items.find((item) => item.id === id);
    if (found === undefined) throw new AppError('not-found', 'gone');
    return { login: '', password: '', ...found } as unknown as OpenedItem;
  };
  const start = () => {
    const candidates = createCandidates(stored, () => 1);
    const known = createKnownPasswords(memoryText());
    const saving = createSaving({
      candidates,
      known,
      judge: async () => undefined,
      tabExists: async (id) => id === 1,
      showOffer: async (tabId, on) => void world.marks.push([tabId, on]),
      use: (work) => work(client),
      matching: async () => [],
      readableHost: (origin) => new URL(origin).host,
      onWritten: async ({ row, password }) => void world.written.push(`${row.id} ${password}`),
      neverAsk: async (origin) => void world.never.push(origin),
    });
    return { candidates, known, saving };
  };
  const started = start();
  const put = (tabId = 1) =>
    started.candidates.change((all) => [
      ...all,
      {
        ...{ ...frame, ...typed, tabId, id: `c${tabId}`, state: 'offered' },
        ...{ left: null, via: null, at: 1, draft: null, unsure: null },
      },
    ]);
  return { world, open, put, start, ...started };
}

describe('saving', () => {
  it('adds one item, however often it is pressed, and asks no more', async () => {
    const { saving, put, open, world, known } = setUp();
    await put();
    await Promise.all([saving.add('c1', draft, open), saving.add('c1', draft, open)]);
    expect(world.items).toMatchObject([
      { name: 'A', login: 'marta', password: 'secret', urls: ['https://a.test'], vaultId: 'v' },
    ]);
    expect(await saving.question(1)).toBeNull();
    expect(await known.has('https://a.test', 'secret', 'marta')).toBe(true);
    await expect(saving.add('c1', draft, open)).rejects.toMatchObject({ code: 'not-found' });
    expect(world.written).toEqual(['i0 secret']);
  });

  it('finds at once what arrived though its answer was lost', async () => {
    const { saving, put, open, world } = setUp();
    await put();
    world.lost = 1;
    await saving.add('c1', draft, open);
    expect(world.items).toHaveLength(1);
  });

  it('looks before it repeats, also after the worker died', async () => {
    const { saving, put, open, world, start } = setUp();
    await put();
    world.lost = 1;
    world.blind = true;
    await expect(saving.add('c1', draft, open)).rejects.toMatchObject({ code: 'unknown-outcome' });
    const next = start();
    expect(await next.saving.question(1)).toMatchObject({ unsure: true, draft });
    // Still nobody knows: nothing is sent.
    await expect(next.saving.add('c1', draft, open)).rejects.toMatchObject({ code: 'offline' });
    world.blind = false;
    await next.saving.add('c1', draft, open);
    expect(world.items).toHaveLength(1);
  });

  it.each(['offline', 'denied', 'locked'] as const)('keeps everything after %s', async (code) => {
    const { saving, put, open, world } = setUp();
    await put();
    world.failure = code;
    await expect(saving.add('c1', draft, open)).rejects.toMatchObject({ code });
    expect(await saving.question(1)).toMatchObject({ unsure: false, draft });
    const permit = await heldPermitFor('reveal', { kind: 'typed', id: 'c1' });
    expect(await saving.reveal(permit)).toBe('secret');
    const other = await heldPermitFor('reveal', { kind: 'generated', id: 'c1' });
    await expect(saving.reveal(other)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('needs a place', async () => {
    const { saving, put, open, world } = setUp();
    await put();
    const nowhere = saving.add('c1', { ...draft, place: null }, open);
    await expect(nowhere).rejects.toMatchObject({ code: 'invalid-input' });
    expect(world.items).toEqual([]);
  });
});

describe('updating', () => {
  it('opens the item only now, and writes only what differs', async () => {
    const { saving, put, open, world } = setUp();
    world.items = [{ id: 'i', vaultId: 'v', name: 'A', login: '', password: 'old' }];
    await put();
    await saving.question(1);
    expect(world.opened).toBe(0);
    expect(await saving.update('c1', { kind: 'item', id: 'i' }, open)).toBe(true);
    expect(world.items).toMatchObject([{ login: 'marta', password: 'secret' }]);
    await put();
    expect(await saving.update('c1', { kind: 'item', id: 'i' }, open)).toBe(false);
    expect(world.written).toEqual(['i secret']);
    expect(world.edits).toBe(1);
  });

  it('takes a lost answer for done where the item has the password', async () => {
    const { saving, put, open, world } = setUp();
    world.items = [{ id: 'i', vaultId: 'v', name: 'A', login: 'marta', password: 'old' }];
    await put();
    world.lost = 1;
    expect(await saving.update('c1', { kind: 'item', id: 'i' }, open)).toBe(true);
  });

  it('keeps the question where the item is gone', async () => {
    const { saving, put, open } = setUp();
    await put();
    const gone = saving.update('c1', { kind: 'item', id: 'none' }, open);
    await expect(gone).rejects.toMatchObject({ code: 'not-found' });
    expect(await saving.question(1)).not.toBeNull();
  });
});

describe('the question', () => {
  it('is that of the tab, or of a tab that is closed, and of no other', async () => {
    const { saving, put } = setUp();
    await put(1);
    expect(await saving.question(7)).toBeNull();
    await put(2);
    expect(await saving.question(7)).toMatchObject({ id: 'c2' });
    expect(await saving.question(1)).toMatchObject({ id: 'c1' });
    expect(await saving.question(null)).toMatchObject({ id: 'c2' });
  });

  it('carries no password', async () => {
    const { saving, put } = setUp();
    await put();
    expect(JSON.stringify(await saving.question(1))).not.toContain('secret');
  });

  it('is dropped, and never comes again where the user says so', async () => {
    const { saving, put, world } = setUp();
    await put(1);
    await put(2);
    await saving.drop('c1', true);
    expect(world.never).toEqual(['https://a.test']);
    expect(await saving.question(1)).toBeNull();
    // Nor what another tab asks of that site.
    expect(await saving.question(2)).toBeNull();
    expect(world.marks).toEqual([
      [1, false],
      [2, false],
    ]);
  });
});
