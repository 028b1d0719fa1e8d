/** Which items have the same password, of those that were seen. */
import { describe, expect, it } from 'vitest';
import type { IndexedItem } from '../../../../src/background/items/row-chunk.ts';
import { createSeenPasswords } from '../../../../src/background/opened/seen-passwords.ts';
import { memoryText } from '../../../support/memory-text.ts';

function setUp() {
  const stored = memoryText();
  const world = {
    open: true,
    private: false,
    /** By id when its password was changed, as the list says; what is not here is in no list. */
    list: new Map([...'abcd'].map((id) => [id, 100])),
  };
  const start = () =>
    createSeenPasswords({
      stored,
      isOpen: async () => world.open,
      isPrivate: async () => world.private,
      find: async ({ id, shortcutId }) => {
        const passwordChangedAt = world.list.get(id);
        return passwordChangedAt === undefined
          ? null
          : ({ id, shortcutId, passwordChangedAt } as IndexedItem);
      },
    });
  const seen = start();
  const note = (id: string, password: string, shortcutId: string | null = null) =>
    seen.note({ id, shortcutId, passwordChangedAt: world.list.get(id) ?? 0 }, password);
  const same = async (id: string, password: string, from = seen) => {
    const { items, compared } = await from.sameAs(id, password);
    return { ids: items.map((item) => item.id), compared };
  };
  return { stored, world, start, seen, note, same };
}

describe('passwords that were seen', () => {
  it('are compared with each other, the latest first, in a later life of the worker too', async () => {
    const { note, same, start } = setUp();
    await Promise.all([note('a', 'equal'), note('b', 'other'), note('c', 'equal')]);
    expect(await same('d', 'equal')).toEqual({ ids: ['c', 'a'], compared: 3 });
    expect(await same('a', 'equal', start())).toEqual({ ids: ['c'], compared: 2 });
    expect(await same('a', 'Equal')).toEqual({ ids: [], compared: 2 });
  });

  it('are no item twice, however it was reached, and the empty one is none', async () => {
    const { note, same } = setUp();
    await note('a', 'equal');
    await note('a', 'equal', 'shortcut');
    await note('b', '');
    expect(await same('c', 'equal')).toEqual({ ids: ['a'], compared: 1 });
    expect(await same('c', '')).toEqual({ ids: [], compared: 1 });
    await note('a', '');
    expect(await same('c', 'equal')).toEqual({ ids: [], compared: 0 });
  });

  it('say nothing of items that were changed or taken away since', async () => {
    const { note, same, world } = setUp();
    await note('a', 'equal');
    await note('b', 'equal');
    await note('c', 'equal');
    world.list.set('a', 101);
    world.list.delete('b');
    expect((await same('d', 'equal')).ids).toEqual(['c']);
    await note('a', 'equal');
    expect((await same('d', 'equal')).ids).toEqual(['a', 'c']);
  });

  it('are listed where two items or more have the same one, as far as that holds', async () => {
    const { note, seen, world } = setUp();
    await note('a', 'equal');
    await note('b', 'alone');
    expect(await seen.reused()).toEqual([]);
    await note('c', 'equal');
    expect([...(await seen.reused())].sort()).toEqual(['a', 'c']);
    world.list.delete('a');
    expect(await seen.reused()).toEqual([]);
  });

  it('lie nowhere as what they are, nor as a print that another unlocking would make', async () => {
    const { note, seen, stored } = setUp();
    await note('a', 'canary');
    const before = JSON.parse(stored.value);
    expect(stored.value).not.toContain('canary');
    await seen.wipe();
    expect(stored.value).toBe('');
    await note('a', 'canary');
    const after = JSON.parse(stored.value);
    expect(after.key).not.toBe(before.key);
    expect(after.seen[0].print).not.toBe(before.seen[0].print);
  });

  it('are not kept of private windows, behind a lock, or of an act that a lock overtook', async () => {
    const { note, seen, stored, world } = setUp();
    world.private = true;
    await note('a', 'equal');
    world.private = false;
    world.open = false;
    await note('b', 'equal');
    world.open = true;
    const overtaken = note('c', 'equal');
    await seen.wipe();
    await overtaken;
    expect(stored.value).toBe('');
  });

  it('are 500 at most, and a garbled store counts as none', async () => {
    const { note, same, stored } = setUp();
    for (let at = 0; at <= 500; at += 1) await note(`i${at}`, `p${at}`);
    expect(await same('d', 'p0')).toEqual({ ids: [], compared: 500 });
    stored.value = '{"key":1}';
    expect(await same('d', 'p1')).toEqual({ ids: [], compared: 0 });
  });
});
