/** What is decrypted stays so for a minute, four at a time, and not behind a lock. */
import { describe, expect, it } from 'vitest';
import { createOpenedItems } from '../../../../src/background/opened/opened-items.ts';
import { AppError } from '../../../../src/model/error.ts';
import { fakePasswork, openedItem } from '../../../support/fake-passwork.ts';
import { permitFor } from '../../../support/permit.ts';

function setUp() {
  const world = { now: 1_000, fetched: [] as string[], fails: false };
  const client = fakePasswork({
    openItem: async (id) => {
      world.fetched.push(id);
      if (world.fails) throw new AppError('offline', 'away');
      return openedItem({ id });
    },
  });
  const opened = createOpenedItems({
    use: (work) => work(client),
    now: () => world.now,
    onFetched: () => undefined,
  });
  const open = async (id: string) => opened.open(await permitFor({ kind: 'item', id }));
  return { world, opened, open };
}

describe('opened items', () => {
  it('are fetched once for a minute, and again after it', async () => {
    const { world, open } = setUp();
    await open('a');
    world.now += 59_999;
    await open('a');
    expect(world.fetched).toEqual(['a']);
    world.now += 1;
    await open('a');
    expect(world.fetched).toEqual(['a', 'a']);
  });

  it('are four at most: the oldest goes', async () => {
    const { world, open } = setUp();
    for (const id of ['a', 'b', 'c', 'd', 'e']) await open(id);
    await open('b');
    expect(world.fetched).toHaveLength(5);
    await open('a');
    expect(world.fetched.at(-1)).toBe('a');
  });

  it('are forgotten by a lock, and where they could not be read', async () => {
    const { world, opened, open } = setUp();
    await open('a');
    opened.wipe();
    await open('a');
    expect(world.fetched).toEqual(['a', 'a']);
    world.fails = true;
    await expect(open('b')).rejects.toMatchObject({ code: 'offline' });
    world.fails = false;
    await expect(open('b')).resolves.toMatchObject({ id: 'b' });
  });

  it('open for nobody without a permit', async () => {
    const { world, opened } = setUp();
    const forged = { use: 'view', ref: { kind: 'item', id: 'a' } } as never;
    await expect(opened.open(forged)).rejects.toMatchObject({ code: 'refused' });
    await expect(opened.former(forged, 's')).rejects.toMatchObject({ code: 'refused' });
    await expect(opened.attachment(forged, 'f')).rejects.toMatchObject({ code: 'refused' });
    expect(world.fetched).toEqual([]);
  });
});
