import { hasItemKeys } from '../demo/version.ts';
import type { JsonObject } from '../state/json.ts';
import { createIds, createRandom } from '../state/random.ts';
import {
  createState,
  type Item,
  type State,
  type StoredAttachment,
  type User,
} from '../state/state.ts';
import type { VersionAnswer } from '../v4/env.ts';
import { type Answers, asList, asObject, asText, createAnswers } from './answers.ts';
import type { V4Scene } from './scene.ts';

export type LoadedScene = {
  readonly state: State;
  readonly version: VersionAnswer;
  readonly itemKeys: boolean;
  readonly canRefresh: boolean;
};

/** The state of a server that would give the answers of a scene. */
export function loadV4Scene(scene: V4Scene): LoadedScene {
  const answers = createAnswers(scene);
  const user = loadUser(scene, answers);
  const state = createState({
    encrypted: scene.clientSideEncryption,
    domainId: String(answers.object('/vaults/domain').domainId),
    users: [user],
    newId: createIds(createRandom(scene.name)),
  });
  loadVaults(state, user, answers);
  loadFolders(state, answers);
  loadItems(state, user, answers);
  loadShortcuts(state, answers);
  loadInbox(state, user, answers);
  return {
    state,
    // Either form of the answer is kept: the text of old servers, the object of newer ones.
    version: answers.data('/info/version') as VersionAnswer,
    itemKeys: hasItemKeys(scene.serverVersion),
    canRefresh: scene.credentials.refreshToken !== null,
  };
}

function loadUser(scene: V4Scene, answers: Answers): User {
  const { apiKey } = scene.credentials;
  const info = answers.object('/user/info');
  const options = '/user/get-master-key-options';
  const domain = answers.object('/vaults/domain');
  return {
    id: String(info.id),
    name: String(info.name),
    email: String(info.email),
    login: String(info.email),
    apiKey,
    keys: info.keys === undefined ? undefined : asObject(info.keys),
    keyOptions:
      answers.status(options) === 404 ? undefined : asText(answers.object(options).mkOptions),
    masterHash: scene.clientSideEncryption ? scene.expected.masterHash : null,
    domainKey: asText(domain.mpCrypted),
    extensionSecret: String(answers.data('/user/extension-secret')),
    favourites: new Set(answers.list('/passwords/favorite').map(({ id }) => String(id))),
    recent: answers.list('/passwords/recent').map(({ id }) => String(id)),
  };
}

function loadVaults(state: State, user: User, answers: Answers): void {
  const listed = new Set(answers.list('/vaults/list').map(({ id }) => id));
  for (const id of answers.idsUnder('GET', '/vaults/')) {
    const { name, scope, access, foldersAmount, passwordsAmount, visible, ...keys } =
      answers.object(`/vaults/${id}`);
    state.vaults.set(id, {
      id,
      name: String(name),
      scope: String(scope),
      access: new Map([[user.id, { right: listed.has(id) ? 'admin' : 'received', keys }]]),
    });
  }
}

function loadFolders(state: State, answers: Answers): void {
  for (const id of answers.idsUnder('GET', '/folders/')) {
    const { vaultId, parentId, name } = answers.object(`/folders/${id}`);
    const folder = { id, vaultId: String(vaultId), parentId: asText(parentId), name: String(name) };
    state.folders.set(id, folder);
  }
}

function loadItems(state: State, user: User, answers: Answers): void {
  for (const id of answers.idsUnder('GET', '/passwords/')) {
    state.items.set(id, loadItem(answers.object(`/passwords/${id}`), answers));
  }
  // Some inbox items are in the user's vault, but closed to him except through the inbox.
  for (const inboxId of answers.idsUnder('POST', '/sharing/inbox/')) {
    const password = asObject(answers.posted(`/sharing/inbox/${inboxId}`).password);
    const id = String(password.id);
    if (state.items.has(id)) continue;
    state.items.set(id, { ...loadItem(password, answers), readers: new Set() });
    if (password.isFavorite === true) user.favourites.add(id);
  }
}

function loadItem(answer: JsonObject, answers: Answers): Item {
  const id = String(answer.id);
  return {
    id,
    vaultId: String(answer.vaultId),
    folderId: asText(answer.folderId),
    name: asText(answer.name),
    login: asText(answer.login),
    url: asText(answer.url),
    urls: null,
    description: asText(answer.description),
    colour: typeof answer.color === 'number' ? answer.color : null,
    tags: Array.isArray(answer.tags) ? answer.tags.map(String) : null,
    passwordChangedAt: Number(answer.lastPasswordUpdate),
    updatedAt: Math.floor(Date.parse(String(answer.updatedAt)) / 1000),
    sealed: {
      password: asText(answer.cryptedPassword) ?? '',
      key: asText(answer.cryptedKey),
      fields: Array.isArray(answer.custom) ? answer.custom : null,
      attachments: Array.isArray(answer.attachments)
        ? asList(answer.attachments).map((file) => loadAttachment(id, file, answers))
        : null,
      snapshots: [],
    },
    readers: null,
  };
}

function loadAttachment(itemId: string, listed: JsonObject, answers: Answers): StoredAttachment {
  const id = String(listed.id);
  const file = answers.object(`/passwords/${itemId}/attachment/${id}`);
  return {
    id,
    name: String(listed.name),
    encryptedKey: listed.encryptedKey,
    encryptedData: String(file.encryptedData),
    hash: file.hash,
  };
}

function loadShortcuts(state: State, answers: Answers): void {
  for (const id of answers.idsUnder('GET', '/sharing/shortcut/')) {
    const shortcut = asObject(answers.object(`/sharing/shortcut/${id}`).shortcut);
    state.shortcuts.set(id, {
      id,
      itemId: String(shortcut.passwordId),
      vaultId: String(shortcut.vaultId),
      folderId: asText(shortcut.folderId),
      key: asText(shortcut.cryptedKey),
      creator: '',
    });
  }
}

function loadInbox(state: State, user: User, answers: Answers): void {
  for (const { id, viewed } of answers.list('/sharing/inbox/list')) {
    const opened = answers.posted(`/sharing/inbox/${String(id)}`);
    state.inbox.set(String(id), {
      id: String(id),
      userId: user.id,
      itemId: String(asObject(opened.password).id),
      viewed: viewed === true,
      noticed: false,
      key: asText(opened.cryptedKey),
      groupKey: asText(opened.groupPasswordCrypted),
      senderId: user.id,
      createdAt: 0,
    });
  }
}
