import { describe, expect, test } from 'vitest';
import { sha256HexOfText } from '../../../src/crypto/hash.ts';
import { decryptText } from '../../../src/crypto/text-cipher.ts';
import type { LinkLife } from '../../../src/model/item-can.ts';
import type { ItemChanges, NewItem, Passwork, Search } from '../../../src/passwork/passwork.ts';
import { unsealBody, valueAt, withOwnKey } from '../../support/recorded.ts';
import {
  findScene,
  type Operation,
  type RecordedRequest,
  type Replay,
  type Reply,
  readScenes,
  type Scene,
  type Seen,
} from '../../support/replay.ts';
import { openScene } from '../../support/session.ts';

/** The plaintext that the recording found at a pointer. */
function plainAt(recorded: RecordedRequest, pointer: string): string {
  return recorded.encrypted?.find((one) => one.pointer === pointer)?.plaintext ?? '';
}

const bodyOf = ({ body }: RecordedRequest) => (body ?? {}) as Record<string, unknown>;

/** What a caller must have asked for, so that an official client sent this. */
function toChanges(recorded: RecordedRequest): ItemChanges {
  const body = bodyOf(recorded);
  const fields = (body.custom ?? []) as unknown[];
  const { name, login, description, tags, color, url } = body as never;
  return {
    ...(name !== undefined && { name }),
    ...(login !== undefined && { login }),
    ...(description !== undefined && { description }),
    ...(tags !== undefined && { tags }),
    ...(color !== undefined && { colour: Number(color) }),
    ...(url !== undefined && { urls: [url] }),
    ...(body.cryptedPassword !== undefined && { password: plainAt(recorded, '/cryptedPassword') }),
    ...(body.custom !== undefined && {
      fields: fields.map((_, at) => ({
        name: plainAt(recorded, `/custom/${at}/name`),
        type: plainAt(recorded, `/custom/${at}/type`),
        value: plainAt(recorded, `/custom/${at}/value`),
      })),
    }),
  };
}

function toNewItem(recorded: RecordedRequest): NewItem {
  const { attachments, vaultId, folderId } = bodyOf(recorded) as never;
  const files = (attachments ?? []) as { name: string }[];
  return {
    vaultId,
    ...(folderId !== undefined && { folderId }),
    ...toChanges(recorded),
    ...(attachments !== undefined && {
      attachments: files.map((file, at) => ({
        name: file.name,
        bytes: Buffer.from(plainAt(recorded, `/attachments/${at}/encryptedData`), 'base64'),
      })),
    }),
  };
}

const idIn = (path: string, at = 2) => path.split('/')[at] ?? '';
const targetOf = (recorded: RecordedRequest) => {
  const { vaultTo, folderTo } = bodyOf(recorded) as { vaultTo: string; folderTo: string | null };
  return { vaultId: vaultTo, folderId: folderTo };
};
const fileOf = (recorded: RecordedRequest) => ({
  name: String(bodyOf(recorded).name),
  bytes: Buffer.from(plainAt(recorded, '/encryptedData'), 'base64'),
});
function inboxIdOf(scene: Scene, passwordId: string): string {
  const entry = Object.entries(scene.expected.inbox).find(
    ([, one]) => one.passwordId === passwordId,
  );
  return entry?.[0] ?? '';
}

type Asked = { passwork: Passwork; recorded: RecordedRequest; operation: Operation; scene: Scene };
type Run = (asked: Asked) => Promise<unknown>;

const link: Run = async ({ passwork, recorded, operation }) => {
  const { reusable = false, time } = operation.call as { reusable?: boolean; time: LinkLife | 24 };
  const { password, shortcut } = bodyOf(recorded) as {
    password: { id: string };
    shortcut?: { id: string };
  };
  const item = shortcut
    ? await passwork.openShortcut(shortcut.id)
    : await passwork.openItem(password.id);
  return passwork.createLink(item, { expires: time === 24 ? 'day' : time, reusable });
};

const ask: Run = ({ passwork, recorded: { path, body } }) =>
  passwork.ask({ method: 'POST', path: path.split('/').slice(1), body, write: false });

/** How each recorded operation is asked for through our interface. */
const runs: Record<string, Run> = {
  addPassword: ({ passwork, recorded }) => passwork.addItem(toNewItem(recorded)),
  editPassword: ({ passwork, recorded }) =>
    passwork.editItem(idIn(recorded.path), toChanges(recorded)),
  deletePassword: ({ passwork, recorded }) => passwork.deleteItem(idIn(recorded.path)),
  movePassword: ({ passwork, recorded }) =>
    passwork.moveItem(idIn(recorded.path), targetOf(recorded)),
  copyPassword: ({ passwork, recorded }) =>
    passwork.copyItem(idIn(recorded.path), targetOf(recorded)),
  addPasswordAttachment: async ({ passwork, recorded }) =>
    passwork.addAttachment(await passwork.openItem(idIn(recorded.path)), fileOf(recorded)),
  deletePasswordAttachment: async ({ passwork, recorded }) =>
    passwork.removeAttachment(await passwork.openItem(idIn(recorded.path)), idIn(recorded.path, 4)),
  favoritePassword: ({ passwork, recorded }) => passwork.favourite(idIn(recorded.path), true),
  unfavoritePassword: ({ passwork, recorded }) => passwork.favourite(idIn(recorded.path), false),
  generatePasswordShareLink: link,
  generateShortcutPasswordShareLink: link,
  addVault: ({ passwork, recorded, operation }) => {
    const isPrivate = (operation.call as { private: boolean }).private;
    const name = String(bodyOf(recorded).name);
    return passwork.addVault({ name, kind: isPrivate ? 'private' : 'company' });
  },
  editVault: ({ passwork, recorded }) =>
    passwork.renameVault(idIn(recorded.path), String(bodyOf(recorded).name)),
  deleteVault: ({ passwork, recorded }) => passwork.deleteVault(idIn(recorded.path)),
  addFolder: ({ passwork, recorded }) => passwork.addFolder(bodyOf(recorded) as never),
  editFolder: ({ passwork, recorded }) =>
    passwork.renameFolder(idIn(recorded.path), String(bodyOf(recorded).name)),
  deleteFolder: ({ passwork, recorded }) => passwork.deleteFolder(idIn(recorded.path)),
  moveFolder: ({ passwork, recorded }) =>
    passwork.moveFolder(idIn(recorded.path), targetOf(recorded)),
  copyFolder: ({ passwork, recorded }) =>
    passwork.copyFolder(idIn(recorded.path), targetOf(recorded)),
  editShortcutPassword: ({ passwork, recorded }) =>
    passwork.editShortcut(idIn(recorded.path, 3), toChanges(recorded)),
  moveShortcut: ({ passwork, recorded }) =>
    passwork.moveShortcut(idIn(recorded.path, 3), targetOf(recorded)),
  copyShortcut: ({ passwork, recorded }) =>
    passwork.copyShortcut(idIn(recorded.path, 3), targetOf(recorded)),
  deleteShortcut: ({ passwork, recorded }) => passwork.deleteShortcut(idIn(recorded.path, 3)),
  favoriteShortcut: ({ passwork, recorded }) =>
    passwork.favouriteShortcut(idIn(recorded.path, 3), true),
  addShortcutPasswordAttachment: async ({ passwork, recorded }) =>
    passwork.addAttachment(await passwork.openShortcut(idIn(recorded.path, 3)), fileOf(recorded)),
  editInboxPassword: ({ passwork, recorded, scene }) =>
    passwork.editInboxItem(inboxIdOf(scene, idIn(recorded.path)), toChanges(recorded)),
  addInboxPasswordAttachment: async ({ passwork, recorded, scene }) => {
    const item = await passwork.openInboxItem(inboxIdOf(scene, idIn(recorded.path)));
    return passwork.addAttachment(item, fileOf(recorded));
  },
  deleteInboxPasswordAttachment: async ({ passwork, recorded, scene }) => {
    const item = await passwork.openInboxItem(inboxIdOf(scene, idIn(recorded.path)));
    return passwork.removeAttachment(item, idIn(recorded.path, 4));
  },
  searchPasswords: ({ passwork, recorded }) => {
    const { colors: colours, ...query } = recorded.body as Search & { colors: readonly number[] };
    return passwork.search({ ...query, colours });
  },
  searchPasswordsByUrl: ({ passwork, recorded }) =>
    passwork.searchByUrl((recorded.body as { url: string }).url),
  searchFolders: ({ passwork, recorded }) =>
    passwork.searchFolders(recorded.body as { query: string }),
  userNotifications: ask,
  activityReport: ask,
  logout: ({ passwork }) => passwork.logout(),
};

/** Signing in is tested where it happens. */
const notOffered = ['login'];

/** Times that are a person's own choice of hours, and codes of one's own: not offered. */
const isOwnChoice = ({ call }: Operation) => JSON.stringify(call ?? null).includes('secret');

/** The scenes have no routes for changes: any of them succeeds. Links may be those of an old server. */
function accept(scene: Scene, operation: Operation): (seen: Seen) => Reply | undefined {
  const success = (data: unknown) => ({ status: 200, body: { status: 'success', data } });
  const isOld = JSON.stringify(operation.call ?? null).includes('v4 hours');
  return (seen) => {
    if (isOld && seen.path === '/info/version') return success('4.8.1');
    const known = scene.routes.some(
      (route) => route.method === seen.method && route.path === seen.path,
    );
    if (known || seen.method === 'GET' || seen.path.startsWith('/auth/')) return undefined;
    if (seen.path.endsWith('link')) return success('https://vault.example/p/x');
    return success(seen.path.includes('earch') ? [] : { id: 'f'.repeat(24) });
  };
}

const operations = readScenes('v4-requests').flatMap((scene) =>
  (scene.operations ?? [])
    .filter(({ client, operation }) => client === 'js-connector' && !notOffered.includes(operation))
    .map((operation) => ({ scene, operation })),
);
const cases = operations
  .filter(({ operation }) => !isOwnChoice(operation))
  .map(({ scene, operation }, index) => {
    const title = `${scene.name} ${index}: ${operation.operation}`;
    return [`${title} ${JSON.stringify(operation.call ?? '')}`, scene, operation] as const;
  });

/** Salts and hashes of what is random; B3: an entry that the official client destroyed. */
function smooth(body: unknown, like: unknown): unknown {
  const text = JSON.stringify(body, (key, value) => {
    const isHash = /^(salt|passwordHash|secretHash)$/.test(key) && !/^a+$/.test(value);
    return isHash && typeof value === 'string' ? `${key}, ${value.length}` : value;
  });
  if (text === undefined) return undefined;
  const copy = JSON.parse(text);
  const lost = valueAt(like, '/password/custom');
  if (Array.isArray(lost)) {
    lost.forEach((entry, at) => {
      if (entry === null) copy.password.custom[at] = null;
    });
  }
  return copy;
}

describe('requests have the shapes of the official client', () => {
  test.each(cases)('%s', async (_, scene, operation) => {
    const { passwork, replay } = await openScene(scene, accept(scene, operation));
    const [first] = operation.requests;
    if (first === undefined) throw new Error('nothing was recorded');
    const recorded = withOwnKey(first, scene);
    replay.seen.length = 0;

    const run = runs[operation.operation];
    if (run === undefined) throw new Error(`${operation.operation} is not asked for`);
    const result = await run({ passwork, recorded, operation, scene });

    const sent = replay.seen.filter(
      ({ method, path }) => method !== 'GET' && !path.startsWith('/sharing/inbox/'),
    );
    expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual([
      `${recorded.method} ${recorded.path}`,
    ]);
    const code = String(result).split('#code=')[1] ?? null;
    const recordedCode = String(operation.result).split('#code=')[1] ?? null;
    const ours = await unsealBody(sent[0]?.body, recorded, { scene, code });
    const theirs = await unsealBody(recorded.body, first, { scene, code: recordedCode });
    const expected = withOwnKeys(theirs, first, recorded);
    expect(smooth(ours, recorded.body)).toEqual(smooth(expected, recorded.body));
  });
});

/** Names the keys of a recording as those of its corrected twin. */
function withOwnKeys(body: unknown, first: RecordedRequest, corrected: RecordedRequest): unknown {
  const [from] =
    first.encrypted?.filter((one, at) => one.key !== corrected.encrypted?.[at]?.key) ?? [];
  if (from === undefined) return body;
  const text = JSON.stringify(body)
    .replaceAll(JSON.stringify(from.key), '"plaintext of /cryptedKey"')
    .replaceAll('"holds":"100 characters"', '"holds":"32 characters"');
  return JSON.parse(text);
}

const lastBody = (replay: Replay) => (replay.seen.at(-1)?.body ?? {}) as Record<string, string>;

describe('hashes are of what they should be', () => {
  const scene = findScene('v4-requests', 'requests-cse');
  const anyOperation = scene.operations?.[0];
  if (anyOperation === undefined) throw new Error('no operations');
  const hook = accept(scene, anyOperation);

  test('of a new vault: its password and the salt', async () => {
    const { passwork, replay } = await openScene(scene, hook);
    await passwork.addVault({ name: 'V', kind: 'company' });
    const { mpCrypted, salt, passwordHash } = lastBody(replay);
    const password = await decryptText(mpCrypted ?? '', scene.expected.domainMaster ?? '');
    expect(passwordHash).toBe(await sha256HexOfText(password + salt));
  });

  test('of a link: its code', async () => {
    const { passwork, replay } = await openScene(scene, hook);
    const [id = ''] = Object.keys(scene.expected.passwords ?? {});
    const url = await passwork.createLink(await passwork.openItem(id), { expires: 'week' });
    const { passwordHash } = lastBody(replay);
    expect(passwordHash).toBe(await sha256HexOfText(url.split('#code=')[1] ?? ''));
  });
});
