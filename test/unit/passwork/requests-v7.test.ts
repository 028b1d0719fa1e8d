import { describe, expect, test } from 'vitest';
import { sha256HexOfText } from '../../../src/crypto/hash.ts';
import { decryptRsa, openPrivateKey } from '../../../src/crypto/rsa.ts';
import type { NewItem, Passwork } from '../../../src/passwork/passwork.ts';
import { unsealBody } from '../../support/recorded.ts';
import {
  findScene,
  type Operation,
  type RecordedRequest,
  type Reply,
  readScenes,
  type Scene,
  type Seen,
} from '../../support/replay.ts';
import { openScene } from '../../support/session.ts';

const client = 'passwork-python 0.2.0';

type Recording = Scene & { readonly scene: { readonly file: string; readonly name: string } };

function plainAt(recorded: RecordedRequest, pointer: string): string {
  return recorded.encrypted?.find((one) => one.pointer === pointer)?.plaintext ?? '';
}

const bodyOf = ({ body }: RecordedRequest) => (body ?? {}) as Record<string, unknown>;

/** What a caller must have asked for, so that an official client sent this. */
function toNewItem(recorded: RecordedRequest): NewItem {
  const body = bodyOf(recorded);
  const { attachments, customs, url, color, passwordEncrypted } = body as never;
  const plain = ['vaultId', 'folderId', 'name', 'login', 'description', 'tags'];
  const rest = Object.fromEntries(Object.entries(body).filter(([key]) => plain.includes(key)));
  const files = (attachments ?? []) as { name: string }[];
  const fields = (customs ?? []) as unknown[];
  return {
    ...(rest as { vaultId: string }),
    ...(url !== undefined && { urls: [url] }),
    ...(color !== undefined && { colour: color }),
    ...(passwordEncrypted !== undefined && { password: plainAt(recorded, '/passwordEncrypted') }),
    ...(customs !== undefined && {
      fields: fields.map((_, at) => ({
        name: plainAt(recorded, `/customs/${at}/name`),
        type: plainAt(recorded, `/customs/${at}/type`),
        value: plainAt(recorded, `/customs/${at}/value`),
      })),
    }),
    ...(attachments !== undefined && {
      attachments: files.map((file, at) => ({
        name: file.name,
        bytes: Buffer.from(plainAt(recorded, `/attachments/${at}/encryptedData`), 'base64'),
      })),
    }),
  };
}

const idIn = (path: string) => path.split('/')[2] ?? '';

type Run = (passwork: Passwork, recorded: RecordedRequest) => Promise<unknown>;

const link: Run = async (passwork, recorded) => {
  const { itemId, shortcutId } = bodyOf(recorded) as { itemId: string; shortcutId?: string };
  const item = shortcutId
    ? await passwork.openShortcut(shortcutId)
    : await passwork.openItem(itemId);
  return passwork.createLink(item, { expires: 'hour' });
};

/** How each recorded operation is asked for through our interface. */
const runs: Record<string, Run> = {
  create_item: (passwork, recorded) => passwork.addItem(toNewItem(recorded)),
  'create_item without password': (passwork, recorded) => passwork.addItem(toNewItem(recorded)),
  update_item: (passwork, recorded) => {
    const { vaultId: _, ...changes } = toNewItem(recorded);
    return passwork.editItem(idIn(recorded.path), changes);
  },
  'update_item name only': (passwork, recorded) =>
    passwork.editItem(idIn(recorded.path), { name: String(bodyOf(recorded).name) }),
  delete_item: (passwork, recorded) => passwork.deleteItem(idIn(recorded.path)),
  create_shortcut: (passwork, recorded) => {
    const { itemId, vaultId, folderId } = bodyOf(recorded) as never;
    return passwork.addShortcut(itemId, { vaultId, folderId });
  },
  'create_link item': link,
  'create_link shortcut': link,
  create_vault: (passwork, recorded) =>
    passwork.addVault({ name: String(bodyOf(recorded).name), kind: 'company' }),
};

/** Any change succeeds, and so does a search. */
function accept(scene: Scene): (seen: Seen) => Reply | undefined {
  return (seen) => {
    const known = scene.routes.some(
      (route) => route.method === seen.method && route.path === seen.path,
    );
    if (known || seen.method === 'GET') return undefined;
    const url = seen.path === '/links' ? { url: 'https://vault.example/g/p/x' } : {};
    return { status: 200, body: { id: 'f'.repeat(24), ...url } };
  };
}

const recordings = readScenes('v7-requests') as readonly Recording[];
const cases = recordings.flatMap((recording) =>
  (recording.operations ?? [])
    .filter((operation) => operation.client === client && operation.operation in runs)
    .map(
      (operation) => [`${recording.name}: ${operation.operation}`, recording, operation] as const,
    ),
);

/**
 * Where ours is better on purpose: no key goes along with an edit (B13), one always goes along with a new item
 * (B14), and none at all where nothing is encrypted (B15).
 */
function correct(recorded: RecordedRequest, encrypted: boolean): RecordedRequest {
  const { keyEncrypted: _, ...rest } = bodyOf(recorded);
  const isEdit = recorded.method === 'PATCH';
  if (recorded.path !== '/items' && !isEdit) return recorded;
  if (encrypted && !isEdit) return recorded;
  const sealed = recorded.encrypted?.filter(({ pointer }) => pointer !== '/keyEncrypted');
  return { ...recorded, body: rest, ...(sealed && { encrypted: sealed }) };
}

function smooth(body: unknown): unknown {
  const text = JSON.stringify(body, (key, value) => {
    const isRandom = /^(salt|keyHash|masterKeyHash|masterKeyEncrypted|[0-9a-f]{24})$/.test(key);
    return isRandom && typeof value === 'string' ? `${key}, ${value.length}` : value;
  });
  return text === undefined ? undefined : JSON.parse(text);
}

describe('requests have the shapes of the official client', () => {
  test.each(cases)('%s', async (title, recording, operation) => {
    const scene = findScene(recording.scene.file.replace('.json', ''), recording.scene.name);
    const { passwork, replay } = await openScene(scene, accept(scene));
    const [first] = operation.requests;
    if (first === undefined) throw new Error('nothing was recorded');
    const recorded = correct(first, scene.clientSideEncryption);
    replay.seen.length = 0;

    const result = await runs[operation.operation]?.(passwork, first);

    const sent = replay.seen.filter(({ method }) => method !== 'GET');
    expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual([
      `${recorded.method} ${recorded.path}`,
    ]);
    const ours = await unsealBody(sent[0]?.body, recorded, { scene, code: codeOf(result) });
    const theirs = await unsealBody(recorded.body, recorded, {
      scene,
      code: codeOf(operation.result),
    });
    if (title.endsWith('without password') && scene.clientSideEncryption) {
      expect(ours).toEqual({ ...(theirs as object), keyEncrypted: expect.stringMatching(/^amt4/) });
    } else {
      expect(smooth(ours)).toEqual(smooth(theirs));
    }
    const headers = sent[0]?.headers;
    expect(headers?.authorization).toBe(`Bearer ${scene.credentials.accessToken}`);
    expect(headers?.['x-master-key-hash'] ?? '').toBe(scene.expected.masterHash);
  });

  const codeOf = (url: Operation['result']) => String(url).split('#code=')[1] ?? null;

  test('of every operation that was recorded', () => {
    const rest = ['create_user', 'search_items', 'search_shortcut', 'get_items'];
    const tokens = ['update_tokens', 'update_access_token', 'update_refresh_token'];
    const recorded = new Set(
      recordings.flatMap(({ operations = [] }) => operations.map((one) => one.operation)),
    );
    expect([...recorded].filter((one) => !(one in runs)).sort()).toEqual(
      [...rest, ...tokens, 'search_items url'].sort(),
    );
  });
});

describe('a new vault', () => {
  test.each([
    ['shortcuts-inbox-1024-pkcs1', 'PKCS1v15'],
    ['items-2048-oaep', 'OAEP-SHA256'],
  ])(
    'of %s has its key padded as the others there, for owner and administrators',
    async (name, padding) => {
      const scene = findScene('v7-cse', name);
      const { passwork, replay } = await openScene(scene, accept(scene));
      await passwork.addVault({ name: 'V', kind: 'company' });
      const body = replay.seen.at(-1)?.body as {
        masterKeyEncrypted: string;
        masterKeyHash: string;
        salt: string;
        administratorsKeys: Record<string, string>;
      };
      const key = await openPrivateKey(scene.expected.privateKey ?? '');
      const own = await decryptRsa(body.masterKeyEncrypted, key);
      expect(own.padding).toBe(padding);
      expect(own.text).toMatch(/^[A-Za-z0-9@!]{100}$/);
      expect(body.masterKeyHash).toBe(await sha256HexOfText(own.text + body.salt));
      const [administrator = ''] = Object.values(body.administratorsKeys);
      expect(await decryptRsa(administrator, key)).toEqual(own);
    },
  );

  test('has no type on a server without types', async () => {
    const scene = findScene('v7-no-cse', 'no-cse');
    const { passwork, replay } = await openScene(scene, (seen) =>
      seen.path === '/app/features' && seen.headers.authorization
        ? { status: 200, body: [] }
        : accept(scene)(seen),
    );
    await passwork.addVault({ name: 'V', kind: 'private' });
    expect(replay.seen.at(-1)?.body).toEqual({ name: 'V' });
  });

  test('of a type that the user may not make is refused before anything is sent', async () => {
    const scene = findScene('v7-cse', 'items-2048-oaep');
    const { passwork, replay } = await openScene(scene, accept(scene));
    await expect(passwork.addVault({ name: 'V', kind: 'private' })).rejects.toMatchObject({
      code: 'denied',
    });
    expect(replay.seen.every(({ method }) => method === 'GET')).toBe(true);
  });
});

describe('searching', () => {
  const scene = findScene('v7-cse', 'shortcuts-inbox-1024-pkcs1');
  const recorded = recordings[0]?.operations?.find(({ operation }) => operation === 'search_items');

  test('asks as the official client does', async () => {
    const { passwork, replay } = await openScene(scene);
    const [path, query = ''] = recorded?.requests[0]?.path.split('?') ?? [];
    const asked = new URLSearchParams(query);
    await passwork.search({
      query: asked.get('query') ?? '',
      tags: asked.getAll('tags[]'),
      colours: asked.getAll('colorCodes[]').map(Number),
      vaultId: asked.get('vaultIds[]') ?? '',
    });
    const sent = replay.seen.at(-1);
    expect(sent?.path).toBe(path);
    asked.delete('folderIds[]');
    expect(sent?.query.toString()).toBe(asked.toString());
  });

  test('brings shortcuts and the inbox where they are asked for', async () => {
    const { passwork } = await openScene(scene);
    const plain = await passwork.search({ query: 'git' });
    expect(plain.every(({ shortcutId, inboxId }) => shortcutId === null && !inboxId)).toBe(true);
    const all = await passwork.search({
      query: 'git',
      includeShared: true,
      includeShortcuts: true,
    });
    expect(all.filter(({ shortcutId }) => shortcutId !== null)).toHaveLength(2);
    // The server of the scene minds no query; the inbox is searched on our side.
    expect(all.filter(({ inboxId }) => inboxId).map(({ name }) => name)).toEqual(['GitHub']);
  });

  test.each([
    ['https://github.com/session', ['GitHub']],
    ['https://gist.github.com', ['GitHub']],
    ['https://api.gist.github.com', ['GitHub']],
    ['https://github.com.evil.example', []],
    ['https://notgithub.com', []],
    ['https://почта.рф', ['Почта']],
    ['no address at all', []],
  ])('by URL: %s', async (url, names) => {
    const { passwork } = await openScene(scene);
    const found = await passwork.searchByUrl(url);
    expect([...new Set(found.map(({ name }) => name))]).toEqual(names);
  });
});

describe('many items', () => {
  const scene = findScene('v7-cse', 'shortcuts-inbox-1024-pkcs1');
  const ids = Object.keys(scene.expected.items ?? {});

  test('are fetched 25 at a time, in the recorded shape', async () => {
    const { passwork, replay } = await openScene(scene);
    const recorded = recordings[0]?.operations?.find(({ operation }) => operation === 'get_items');
    const [id = ''] = ids;
    replay.seen.length = 0;
    const opened = await passwork.openItems(Array.from({ length: 27 }, () => id));
    expect(opened).toHaveLength(27);
    const batches = replay.seen.filter(({ path }) => path === '/batch').map(({ body }) => body);
    expect(batches).toEqual(recorded?.requests.map(({ body }) => body));
  });

  test('come in order, and one that is not there is told in its place', async () => {
    const { passwork } = await openScene(scene);
    const results = await passwork.openItems([...ids, 'f'.repeat(24)]);
    expect(results.slice(0, -1).map((one) => 'item' in one && one.item.password)).toEqual(
      ids.map((id) => scene.expected.items?.[id]?.password),
    );
    expect(results.at(-1)).toMatchObject({ error: { code: 'not-found' } });
  });

  test('of which the server mixes up the order are not taken for each other', async () => {
    const { passwork } = await openScene(scene, ({ path }) => {
      if (path !== '/batch') return undefined;
      const responses = ids.toReversed().map((id) => ({
        statusCode: 200,
        body: scene.routes.find((route) => route.path === `/items/${id}`)?.response,
      }));
      return { status: 200, body: { responses } };
    });
    for (const result of await passwork.openItems(ids)) {
      expect(result).toMatchObject({ error: { code: 'bad-server-answer' } });
    }
  });

  test('of which the server leaves some out are all refused', async () => {
    const { passwork } = await openScene(scene, ({ path }) =>
      path === '/batch' ? { status: 200, body: { responses: [] } } : undefined,
    );
    await expect(passwork.openItems(ids)).rejects.toMatchObject({ code: 'bad-server-answer' });
  });
});

test('folders are searched where the server does it', async () => {
  const scene = findScene('v7-cse', 'items-2048-oaep');
  const folder = { id: 'a', vaultId: 'v', parentFolderId: null, name: 'Mail', path: [] };
  const { passwork, replay } = await openScene(scene, ({ path }) =>
    path === '/folders/search' ? { status: 200, body: { items: [folder] } } : undefined,
  );
  expect(await passwork.searchFolders({ query: 'mail', vaultId: 'v' })).toEqual([
    { id: 'a', vaultId: 'v', parentId: null, name: 'Mail' },
  ]);
  expect(replay.seen.at(-1)?.query.toString()).toBe('query=mail&vaultId=v');
});
