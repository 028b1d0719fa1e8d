import { describe, expect, test } from 'vitest';
import { findScene, type Reply, type Seen } from '../../support/replay.ts';
import { openScene } from '../../support/session.ts';

const scene = findScene('v4-private-vault', 'private-vault');
const vaultId = 'v'.repeat(24);

type Folder = { id: string; parentId: string | null; folders?: string[]; items?: string[] };

/** A vault whose server counts what lies in a folder, unless `silent`; `whole` gives all at once. */
function vault(tree: Folder[], { silent = false, whole = false } = {}) {
  const row = ({ id, parentId, folders = [], items = [] }: Folder) => ({
    id,
    vaultId,
    parentId,
    name: id,
    ...(!silent && {
      foldersAmount: folders.length,
      passwordsAmount: items.length,
      shortcutsAmount: 0,
    }),
  });
  const item = (id: string, folderId: string | null) => ({ id, vaultId, folderId, name: id });
  const itemsOf = ({ id, items = [] }: Folder) => items.map((one) => item(one, id));
  const success = (data: unknown): Reply => ({ status: 200, body: { status: 'success', data } });
  return ({ path }: Seen): Reply | undefined => {
    if (path === `/vaults/${vaultId}/fullInfo`) {
      const roots = tree.filter(({ parentId }) => whole || parentId === null);
      const passwords = [item('in-root', null), ...(whole ? tree.flatMap(itemsOf) : [])];
      return success({ folders: roots.map(row), passwords });
    }
    const [, root, id, what] = path.split('/');
    const folder = tree.find((one) => root === 'folders' && one.id === id);
    if (folder === undefined) return undefined;
    if (what === 'passwords') return success(itemsOf(folder));
    return success(tree.filter(({ parentId }) => parentId === folder.id).map(row));
  };
}

const tree: Folder[] = [
  { id: 'a', parentId: null, folders: ['b'], items: ['in-a'] },
  { id: 'b', parentId: 'a', folders: ['c'] },
  { id: 'c', parentId: 'b', items: ['in-c', 'also-in-c'] },
  { id: 'empty', parentId: null },
];

async function walk(hook: ReturnType<typeof vault>) {
  const { passwork, replay } = await openScene(scene, hook);
  replay.seen.length = 0;
  const content = await passwork.vaultContent(vaultId);
  return {
    folders: content.folders.map(({ id }) => id),
    items: content.items.map(({ id }) => id),
    asked: replay.seen.map(({ path }) => path.replace(/^\/(vaults|folders)\//, '')),
  };
}

describe('a vault is read whole', () => {
  const everything = {
    folders: ['a', 'empty', 'b', 'c'],
    items: ['in-root', 'in-a', 'in-c', 'also-in-c'],
  };

  test('level by level, and nothing is asked that the counts answer', async () => {
    const { asked, ...content } = await walk(vault(tree));
    expect(content).toEqual(everything);
    expect(asked.sort()).toEqual(
      [`${vaultId}/fullInfo`, 'a/children', 'a/passwords', 'b/children', 'c/passwords'].sort(),
    );
  });

  test('where the server does not count', async () => {
    const { asked, ...content } = await walk(vault(tree, { silent: true }));
    expect(content).toEqual(everything);
    expect(asked).toHaveLength(1 + 2 * tree.length);
  });

  test('in one request where the server gives it all', async () => {
    const { asked, folders, items } = await walk(vault(tree, { whole: true }));
    expect(folders.sort()).toEqual([...everything.folders].sort());
    expect(items.sort()).toEqual([...everything.items].sort());
    expect(asked).toEqual([`${vaultId}/fullInfo`]);
  });
});

test('a listing tells how far it has come', async () => {
  const { passwork } = await openScene(scene, vault(tree));
  const heard: number[] = [];
  const { items } = await passwork.vaultContent(vaultId, { onProgress: (n) => heard.push(n) });
  expect(heard[0]).toBe(1);
  expect(heard.length).toBeGreaterThan(3);
  expect(heard.at(-1)).toBe(items.length);
  expect(heard).toEqual(heard.toSorted((a, b) => a - b));
  const inRoot: number[] = [];
  await passwork.items({ vaultId }, { onProgress: (n) => inRoot.push(n) });
  expect(inRoot).toEqual(heard);
  await passwork.items({ vaultId, folderId: 'a' }, { onProgress: (n) => inRoot.push(n) });
  expect(inRoot.at(-1)).toBe(1);
});

test('only the folders, where only they are wanted', async () => {
  const { passwork, replay } = await openScene(scene, vault(tree));
  expect((await passwork.folders(vaultId)).map(({ id }) => id)).toEqual(['a', 'empty', 'b', 'c']);
  expect(replay.seen.some(({ path }) => path.endsWith('/passwords'))).toBe(false);
});

test('folders that contain each other end', async () => {
  const circle: Folder[] = [
    { id: 'a', parentId: null, folders: ['b'] },
    { id: 'b', parentId: 'a', folders: ['a'] },
  ];
  const hook = vault(circle);
  const again = {
    id: 'a',
    vaultId,
    parentId: 'b',
    name: 'a',
    foldersAmount: 1,
    passwordsAmount: 0,
  };
  const { passwork } = await openScene(scene, (seen) =>
    seen.path === '/folders/b/children'
      ? { status: 200, body: { status: 'success', data: [again] } }
      : hook(seen),
  );
  expect((await passwork.vaultContent(vaultId)).folders).toHaveLength(2);
});

test('a server that invents folders for ever is not believed', async () => {
  let made = 0;
  const endless = () => {
    made += 1;
    const folder = { id: `f${made}`, vaultId, parentId: null, name: 'x' };
    return { status: 200, body: { status: 'success', data: [folder] } };
  };
  const hook = vault([{ id: 'a', parentId: null, folders: ['b'] }]);
  const { passwork } = await openScene(scene, (seen) =>
    seen.path.endsWith('/children') ? endless() : hook(seen),
  );
  await expect(passwork.folders(vaultId)).rejects.toMatchObject({ code: 'bad-server-answer' });
});

test('a folder that is closed to the user is passed over', async () => {
  const hook = vault(tree);
  const { passwork } = await openScene(scene, (seen) =>
    seen.path.startsWith('/folders/b/')
      ? { status: 403, body: { status: 'failed', code: 'accessDenied' } }
      : hook(seen),
  );
  const { folders, items } = await passwork.vaultContent(vaultId);
  expect(folders.map(({ id }) => id)).toEqual(['a', 'empty', 'b']);
  expect(items.map(({ id }) => id)).toEqual(['in-root', 'in-a']);
});

test('a broken line in the middle is no smaller vault', async () => {
  const hook = vault(tree);
  const { passwork } = await openScene(scene, (seen) =>
    seen.path === '/folders/c/passwords' ? { status: 500, body: '<html>' } : hook(seen),
  );
  await expect(passwork.vaultContent(vaultId)).rejects.toMatchObject({ code: 'server-error' });
});
