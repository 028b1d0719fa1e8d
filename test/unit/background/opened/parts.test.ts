import { describe, expect, it } from 'vitest';
import { whatCan } from '../../../../src/background/opened/can.ts';
import { createOpenedItems } from '../../../../src/background/opened/opened-items.ts';
import { readCode, readPart, toView } from '../../../../src/background/opened/parts.ts';
import { AppError } from '../../../../src/model/error.ts';
import type { OpenedItem } from '../../../../src/model/item.ts';
import { fakePasswork, openedItem } from '../../../support/fake-passwork.ts';
import { permitFor } from '../../../support/permit.ts';

// RFC 6238, appendix B: the SHA-1 secret in base32, its code at 59 s (last six digits).
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at59 = 59_000;

const item = openedItem({
  fields: [
    { name: 'note', type: 'text', value: 'shown' },
    { name: 'pin', type: 'password', value: '4821' },
    { name: 'garbage', type: 'totp', value: 'not base32!' },
    { name: 'code', type: 'totp', value: secret },
    { name: '', type: '', value: '', unreadable: true },
  ],
});

describe('a part', () => {
  it.each([
    ['login', { part: 'login' } as const, 'ada'],
    ['password', { part: 'password' } as const, 'hunter2'],
    ['field', { part: 'field', index: 1 } as const, '4821'],
    ['first code that works', { part: 'code', index: null } as const, '287082'],
    ['code of a field', { part: 'code', index: 3 } as const, '287082'],
  ])('%s', async (_, part, expected) => {
    expect(await readPart(item, part, at59)).toBe(expected);
  });

  it.each([
    ['a field that is not there', { part: 'field', index: 9 } as const, 'no-value'],
    ['a code of a field that gives none', { part: 'code', index: 2 } as const, 'no-value'],
    ['a garbled field', { part: 'field', index: 4 } as const, 'unreadable'],
  ])('%s', async (_, part, code) => {
    await expect(readPart(item, part, at59)).rejects.toMatchObject({ code });
  });

  it('is missing, or garbled, in words of its own', async () => {
    const empty = openedItem({ password: '', login: '' });
    const garbled = openedItem({ password: '', passwordUnreadable: true });
    await expect(readPart(empty, { part: 'password' }, 0)).rejects.toMatchObject({
      code: 'no-value',
    });
    await expect(readPart(empty, { part: 'login' }, 0)).rejects.toMatchObject({ code: 'no-value' });
    await expect(readPart(garbled, { part: 'password' }, 0)).rejects.toMatchObject({
      code: 'unreadable',
    });
    await expect(readCode(empty, null, 0)).rejects.toMatchObject({ code: 'no-value' });
  });

  it('of a code says when the code ends', async () => {
    expect(await readCode(item, null, at59)).toEqual({
      code: '287082',
      period: 30,
      endsAt: 60_000,
    });
  });
});

const ref = { kind: 'item', id: 'item' } as const;
const can = whatCan({ ...fakePasswork(), encrypted: true }, ref);

describe('the view', () => {
  it('holds no password and no secret of a one-time code', () => {
    const view = JSON.stringify(toView(item, { ref, path: ['Vault'], can }));
    for (const hidden of ['hunter2', '4821', secret]) expect(view).not.toContain(hidden);
    expect(view).toContain('shown');
  });
  it('says of each part whether it is there and readable', () => {
    const view = toView(item, { ref, path: [], can });
    expect(view.password).toBe('present');
    expect(
      view.fields.map(({ value, empty, unreadable }) => ({ value, empty, unreadable })),
    ).toEqual([
      { value: 'shown', empty: false, unreadable: false },
      { value: null, empty: false, unreadable: false },
      { value: null, empty: false, unreadable: false },
      { value: null, empty: false, unreadable: false },
      { value: null, empty: true, unreadable: true },
    ]);
  });
});

describe('opened items', () => {
  function setUp(open: (id: string) => Promise<OpenedItem>) {
    const world = { time: 0, fetched: [] as string[] };
    const client = fakePasswork({
      openItem: (id) => {
        world.fetched.push(id);
        return open(id);
      },
    });
    const opened = createOpenedItems({
      use: (work) => work(client),
      now: () => world.time,
      onFetched: () => undefined,
    });
    return { world, opened };
  }
  const permit = (id: string) => permitFor({ kind: 'item', id });

  it('are one fetch for a view, its reveals and its copies', async () => {
    const { world, opened } = setUp(async (id) => openedItem({ id }));
    await Promise.all([opened.open(await permit('a')), opened.open(await permit('a'))]);
    await opened.open(await permit('a'));
    expect(world.fetched).toEqual(['a']);
  });
  it('are fetched anew after a minute, and after a wipe', async () => {
    const { world, opened } = setUp(async (id) => openedItem({ id }));
    await opened.open(await permit('a'));
    world.time = 60_000;
    await opened.open(await permit('a'));
    opened.wipe();
    await opened.open(await permit('a'));
    expect(world.fetched).toEqual(['a', 'a', 'a']);
  });
  it('do not remember a failure', async () => {
    let broken = true;
    const { opened } = setUp(async (id) => {
      if (broken) throw new AppError('offline', 'away');
      return openedItem({ id });
    });
    await expect(opened.open(await permit('a'))).rejects.toMatchObject({ code: 'offline' });
    broken = false;
    expect((await opened.open(await permit('a'))).id).toBe('a');
  });
  it('are few at a time', async () => {
    const { world, opened } = setUp(async (id) => openedItem({ id }));
    for (const id of ['a', 'b', 'c', 'd', 'e', 'a']) await opened.open(await permit(id));
    expect(world.fetched).toEqual(['a', 'b', 'c', 'd', 'e', 'a']);
  });
});
