import type { JsonObject } from '../state/json.ts';
import { createIds, createRandom } from '../state/random.ts';
import {
  createState,
  type Item,
  type State,
  type StoredAttachment,
  type User,
} from '../state/state.ts';
import type { VaultType } from '../v7/env.ts';
import { type Answers, asList, asObject, asText, createAnswers } from './answers.ts';
import type { V7Scene } from './scene.ts';

export type LoadedV7Scene = {
  readonly state: State;
  readonly user: User;
  readonly vaultTypes: readonly VaultType[];
  readonly features: readonly string[];
  readonly manyUrls: boolean;
};

/** The state of a server of Passwork 7 that would give the answers of a scene. */
export function loadV7Scene(scene: V7Scene): LoadedV7Scene {
  const answers = createAnswers(scene);
  const user = loadUser(scene, answers);
  const state = createState({
    encrypted: scene.clientSideEncryption,
    domainId: '',
    users: [user],
    newId: createIds(createRandom(scene.name)),
  });
  const vaultTypes = itemsOf(answers, '/vault-types/all').map(({ id, name, code }) => ({
    id: String(id),
    name: String(name),
    code: String(code),
  }));
  for (const vault of itemsOf(answers, '/vaults')) {
    const { id, name, typeId, masterKeyEncrypted } = vault;
    const scope = vaultTypes.find((type) => type.id === typeId)?.code ?? '';
    const access = new Map([[user.id, { right: 'admin' as const, keys: { masterKeyEncrypted } }]]);
    state.vaults.set(String(id), { id: String(id), name: String(name), scope, access });
  }
  for (const id of answers.idsUnder('GET', '/folders/')) {
    const { name, vaultId, parentFolderId } = answers.object(`/folders/${id}`);
    const parentId = asText(parentFolderId);
    state.folders.set(id, { id, vaultId: String(vaultId), parentId, name: String(name) });
  }
  for (const id of answers.idsUnder('GET', '/items/')) {
    const answer = answers.object(`/items/${id}`);
    state.items.set(id, loadItem(answer, answers));
    if (answer.isFavorite === true) user.favourites.add(id);
    loadHistory(state, id, answers);
  }
  loadShortcuts(state, answers);
  loadInbox(state, user, answers);
  return {
    state,
    user,
    vaultTypes,
    features: asList(answers.data('/app/features')).map(({ name }) => String(name)),
    manyUrls: [...state.items.values()].some(({ urls }) => urls !== null),
  };
}

function itemsOf(answers: Answers, path: string): JsonObject[] {
  return asList(answers.object(path).items);
}

function loadUser(scene: V7Scene, answers: Answers): User {
  const { id, keys } = answers.object('/users/keys');
  const [type] = itemsOf(answers, '/vault-types/all');
  const [administrator] = itemsOf(answers, `/vault-types/${String(type?.id)}/administrators`);
  return {
    id: String(id ?? administrator?.id),
    login: 'user',
    name: 'Test User',
    email: 'user@example.com',
    apiKey: '',
    keys: keys === undefined ? undefined : asObject(keys),
    keyOptions: asText(answers.object('/users/master-key/options').masterKeyOptions),
    masterHash: scene.clientSideEncryption ? scene.expected.masterHash : null,
    domainKey: null,
    extensionSecret: '',
    favourites: new Set(),
    recent: [],
  };
}

function loadItem(answer: JsonObject, answers: Answers, source?: string): Item {
  const id = String(answer.itemId ?? answer.id);
  const files = source ?? `/items/${id}/attachment`;
  return {
    id,
    vaultId: String(answer.vaultId),
    folderId: asText(answer.folderId),
    name: asText(answer.name),
    login: asText(answer.login),
    url: asText(answer.url),
    urls: Array.isArray(answer.urls) ? answer.urls.map(String) : null,
    description: asText(answer.description),
    colour: Number(answer.color ?? 0),
    tags: Array.isArray(answer.tags) ? answer.tags.map(String) : null,
    passwordChangedAt: 0,
    updatedAt: 0,
    sealed: {
      password: asText(answer.passwordEncrypted),
      key: asText(answer.keyEncrypted),
      fields: Array.isArray(answer.customs) ? answer.customs : null,
      attachments: asList(answer.attachments).map((file) => loadAttachment(file, files, answers)),
      snapshots: [],
    },
    readers: null,
  };
}

function loadAttachment(listed: JsonObject, path: string, answers: Answers): StoredAttachment {
  const id = String(listed.id);
  const { encryptedData, hash } = answers.object(`${path}/${id}`);
  return {
    id,
    name: String(listed.name),
    encryptedKey: listed.encryptedKey,
    encryptedData: String(encryptedData),
    hash,
  };
}

function loadHistory(state: State, itemId: string, answers: Answers): void {
  const past = itemsOf(answers, `/items/${itemId}/snapshots`).map((row) => {
    const id = String(row.id);
    const answer = answers.object(`/items/${itemId}/snapshot/${id}`);
    return {
      id,
      item: loadItem(answer, answers, `/snapshots/${id}/attachment`),
      creatorId: String(row.creatorId),
      createdAt: Number(row.createdAt),
    };
  });
  if (past.length > 0) state.history.set(itemId, past);
}

function loadShortcuts(state: State, answers: Answers): void {
  for (const id of answers.idsUnder('GET', '/shortcuts/')) {
    const shortcut = asObject(answers.object(`/shortcuts/${id}`).shortcut);
    state.shortcuts.set(id, {
      id,
      itemId: String(shortcut.itemId),
      vaultId: String(shortcut.vaultId),
      folderId: asText(shortcut.folderId),
      key: asText(shortcut.keyEncrypted),
      creator: String(shortcut.creator),
    });
  }
}

function loadInbox(state: State, user: User, answers: Answers): void {
  for (const row of itemsOf(answers, '/inbox-items')) {
    const id = String(asObject(row.inbox).id);
    const inbox = asObject(answers.object(`/inbox-items/${id}`).inbox);
    state.inbox.set(id, {
      id,
      userId: user.id,
      itemId: String(row.id),
      viewed: inbox.isViewed === true,
      noticed: false,
      key: asText(inbox.keyEncrypted),
      groupKey: null,
      senderId: String(inbox.senderId),
      createdAt: Number(inbox.createdAt),
    });
  }
}
