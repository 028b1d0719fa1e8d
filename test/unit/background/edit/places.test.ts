import { describe, expect, it } from 'vitest';
import { createPlaces } from '../../../../src/background/edit/places.ts';
import { AppError } from '../../../../src/model/error.ts';
import type { Folder } from '../../../../src/model/item.ts';
import { fakePasswork } from '../../../support/fake-passwork.ts';
import { memoryText } from '../../../support/memory-text.ts';

const folder = (id: string, name: string, parentId: string | null): Folder => ({
  id,
  name,
  parentId,
  vaultId: 'a',
});

function world(folders: Record<string, Folder[]>) {
  let asked = 0;
  let time = 0;
  const last = memoryText();
  const client = fakePasswork({
    async vaults() {
      asked += 1;
      return [
        { id: 'a', name: 'Alpha', kind: 'company' },
        { id: 'b', name: 'Beta', kind: 'private' },
      ];
    },
    async folders(vaultId) {
      const found = folders[vaultId];
      if (found === undefined) throw new AppError('denied', 'no');
      return found;
    },
  });
  const places = createPlaces({ use: (work) => work(client), last, now: () => time });
  return { places, last, asked: () => asked, wait: (ms: number) => (time += ms) };
}

const paths = (rows: readonly { path: readonly string[] }[]) =>
  rows.map(({ path }) => path.join('/'));

describe('places', () => {
  it('are a tree read from top to bottom, numbers in their order', async () => {
    const { places } = world({
      a: [folder('3', 'srv-10', '1'), folder('1', 'Zoo', null), folder('2', 'srv-2', '1')],
      b: [],
    });
    expect(paths((await places.list()).all)).toEqual([
      'Alpha',
      'Alpha/Zoo',
      'Alpha/Zoo/srv-2',
      'Alpha/Zoo/srv-10',
      'Beta',
    ]);
  });

  it('end where folders lie in each other, and leave out what hangs nowhere', async () => {
    const ring = [folder('1', 'One', '2'), folder('2', 'Two', '1'), folder('3', 'Three', null)];
    const { places } = world({ a: ring, b: [] });
    expect(paths((await places.list()).all)).toEqual(['Alpha', 'Alpha/Three', 'Beta']);
  });

  it('keep a vault whose folders cannot be read', async () => {
    const { places } = world({ a: [] });
    expect(paths((await places.list()).all)).toEqual(['Alpha', 'Beta']);
  });

  it('are asked for once a minute', async () => {
    const { places, asked, wait } = world({ a: [], b: [] });
    await Promise.all([places.list(), places.list()]);
    expect(asked()).toBe(1);
    wait(60_001);
    await places.list();
    places.wipe();
    await places.list();
    expect(asked()).toBe(3);
  });

  it('remember the last five, the newest first, and only while they are there', async () => {
    const { places, last } = world({ a: [folder('1', 'One', null)], b: [] });
    await places.note({ vaultId: 'a', folderId: null });
    await places.note({ vaultId: 'a', folderId: '1' });
    await places.note({ vaultId: 'gone', folderId: null });
    await places.note({ vaultId: 'a', folderId: null });
    expect(paths((await places.list()).last)).toEqual(['Alpha', 'Alpha/One']);
    // It lies on the disk: no names.
    expect(last.value).not.toMatch(/Alpha|One/);
  });

  it('forget a memory that is garbled', async () => {
    const { places, last } = world({ a: [], b: [] });
    for (const garbled of ['{', '[{"vaultId":1}]', '"x"']) {
      last.value = garbled;
      expect((await places.list()).last).toEqual([]);
    }
  });
});
