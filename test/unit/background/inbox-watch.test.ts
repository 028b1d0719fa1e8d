import { describe, expect, it } from 'vitest';
import { createInboxWatch } from '../../../src/background/inbox/inbox-watch.ts';
import type { InboxEntry } from '../../../src/model/item.ts';
import { memoryText } from '../../support/memory-text.ts';

const entry = (id: string, viewed = false): InboxEntry => ({ id, name: 'n', login: 'l', viewed });

function setUp() {
  const world = { wanted: true, entries: [entry('a')], asked: 0, told: [] as number[] };
  const seen = memoryText();
  const watch = createInboxWatch({
    wanted: async () => world.wanted,
    inbox: async () => {
      world.asked += 1;
      return world.entries;
    },
    seen: async () => seen,
    notify: async (count) => {
      world.told.push(count);
    },
  });
  return { world, watch };
}

describe('the watch over the inbox', () => {
  it('tells how many are new since it looked last, and of none twice', async () => {
    const { world, watch } = setUp();
    await watch.look();
    expect(world.told).toEqual([]);
    world.entries = [entry('a'), entry('b'), entry('c'), entry('d', true)];
    await watch.look();
    await watch.look();
    expect(world.told).toEqual([2]);
  });

  it('asks the server nothing while it is not wanted', async () => {
    const { world, watch } = setUp();
    world.wanted = false;
    await watch.look();
    expect(world.asked).toBe(0);
  });

  it('tells of the first that ever comes', async () => {
    const { world, watch } = setUp();
    world.entries = [];
    await watch.look();
    world.entries = [entry('a')];
    await watch.look();
    expect(world.told).toEqual([1]);
  });

  it('survives a server that does not answer', async () => {
    const { world, watch } = setUp();
    await watch.look();
    const entries = [entry('a'), entry('b')];
    Object.defineProperty(world, 'entries', {
      configurable: true,
      get() {
        throw new Error('offline');
      },
    });
    await watch.look();
    Object.defineProperty(world, 'entries', { value: entries });
    await watch.look();
    expect(world.told).toEqual([1]);
  });
});
