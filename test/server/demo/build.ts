import { createIds, createRandom, type Random } from '../state/random.ts';
import {
  createState,
  type Folder,
  type Item,
  type Sealed,
  type State,
  type User,
  type Vault,
} from '../state/state.ts';
import { bulkFolderSize, bulkItem } from './bulk.ts';
import type { People, Person } from './people.ts';
import {
  type Plan,
  type PlanFolder,
  type PlanInbox,
  type PlanItem,
  type PlanShortcut,
  type PlanVault,
  personNames,
} from './plan.ts';

/** Keys that open an item: its own where it has one, else that of its vault. */
export type ItemKeys = { readonly vaultKey: string; readonly itemKey: string | null };

/** How one generation of Passwork wraps keys; the rest of the demo is the same for both. */
export type Dialect = {
  /** The server's words for the two kinds of vaults. */
  readonly scopes: { readonly company: string; readonly private: string };
  /** Whether an item has a list of addresses. */
  readonly manyUrls: boolean;
  readonly user: (person: Person) => User;
  /** Labels are unique and take the place of a random source: same label, same key. */
  readonly vaultKey: (label: string) => string;
  /** Null where items of this vault have no keys of their own. */
  readonly itemKey: (label: string, vault: PlanVault) => string | null;
  readonly seal: (item: PlanItem, label: string, keys: ItemKeys) => Sealed;
  /** Key material of a vault as one member gets it. */
  readonly vaultAccess: (
    person: Person,
    vault: PlanVault,
    vaultKey: string,
  ) => Readonly<Record<string, unknown>>;
  readonly shortcutKey: (itemKey: string, targetVaultKey: string, label: string) => string | null;
  readonly inboxKeys: (
    person: Person,
    keys: ItemKeys,
    label: string,
  ) => { readonly key: string | null; readonly groupKey: string | null };
};

export type BuildOptions = {
  readonly seed: string;
  readonly plan: Plan;
  readonly people: People;
  readonly encrypted: boolean;
  /** Items wanted in all; those of the plan are always there. */
  readonly items: number;
  readonly dialect: Dialect;
};

type Build = BuildOptions & {
  readonly state: State;
  readonly random: Random;
  readonly places: Map<string, VaultPlace>;
  /** Items that shortcuts and inbox entries of the plan point at. */
  readonly marked: Map<string, { readonly item: Item; readonly keys: ItemKeys }>;
};

type VaultPlace = { readonly vault: Vault; readonly plan: PlanVault; readonly key: string };
type Place = VaultPlace & { readonly folderId: string | null; readonly label: string };

/** 1 September 2025, 8:00 UTC: seeded data do not depend on the day they are made. */
const epoch = 1_756_713_600;

/** The state of a fresh demo server: the same for the same options. */
export function buildState(options: BuildOptions): State {
  const { seed, plan, people, dialect } = options;
  const random = createRandom(`${seed} state`);
  const newId = createIds(random);
  const users = Object.values(people).map(dialect.user);
  const state = createState({
    encrypted: options.encrypted,
    domainId: newId(),
    users,
    newId,
  });
  const build: Build = { ...options, state, random, places: new Map(), marked: new Map() };
  for (const vault of plan.vaults) addVault(build, vault);
  for (const shortcut of plan.shortcuts) addShortcut(build, shortcut);
  for (const entry of plan.inbox) addInboxEntry(build, entry);
  addBulk(build);
  rememberRecent(build);
  return state;
}

/** Each member gets the key of the vault in his own wrapping; the server never sees it bare. */
function addVault(build: Build, plan: PlanVault): void {
  const { state, people, dialect } = build;
  const key = dialect.vaultKey(plan.name);
  const scope = dialect.scopes[plan.kind];
  const vault: Vault = { id: state.newId(), name: plan.name, scope, access: new Map() };
  for (const who of personNames) {
    const person = people[who];
    const right = plan.members[who];
    if (right === undefined) continue;
    const keys = right === 'none' ? {} : dialect.vaultAccess(person, plan, key);
    vault.access.set(person.id, { right, keys });
  }
  state.vaults.set(vault.id, vault);
  build.places.set(plan.name, { vault, plan, key });
  const root = { vault, plan, key, folderId: null, label: plan.name };
  addContents(build, plan, root);
}

/** Labels follow the path, so that adding an item elsewhere changes no other item's keys. */
function addContents(
  build: Build,
  contents: Pick<PlanFolder, 'items' | 'folders'>,
  place: Place,
): void {
  contents.items.forEach((item, index) => {
    addItem(build, item, { ...place, label: `${place.label}/${index}` });
  });
  for (const child of contents.folders ?? []) {
    const folder = addFolder(build.state, place, child.name);
    const label = `${place.label}/${child.name}`;
    addContents(build, child, { ...place, folderId: folder.id, label });
  }
}

function addFolder(state: State, place: Place, name: string): Folder {
  const folder = {
    id: state.newId(),
    vaultId: place.vault.id,
    parentId: place.folderId,
    name,
  };
  state.folders.set(folder.id, folder);
  return folder;
}

function addItem(build: Build, planned: PlanItem, place: Place, lazy = false): void {
  const { state, dialect, random } = build;
  const { label } = place;
  const keys = () => ({ vaultKey: place.key, itemKey: dialect.itemKey(label, place.plan) });
  const seal = () => dialect.seal(planned, label, keys());
  const changedAt = epoch - random.number(60_000_000);
  const item: Item = {
    id: state.newId(),
    vaultId: place.vault.id,
    folderId: place.folderId,
    name: planned.name,
    login: planned.login ?? null,
    url: planned.url ?? null,
    urls: dialect.manyUrls ? [planned.url ?? ''].filter((url) => url !== '') : null,
    description: planned.description ?? null,
    colour: planned.colour ?? 0,
    tags: planned.tags ?? [],
    passwordChangedAt: changedAt,
    updatedAt: changedAt + random.number(50_000),
    // Secrets of the plan are sealed at once; those that only the seed makes, when first asked for.
    sealed: lazy ? seal : seal(),
    readers: null,
  };
  state.items.set(item.id, item);
  if (planned.favourite) state.users.get(build.people.main.id)?.favourites.add(item.id);
  if (planned.mark !== undefined) build.marked.set(planned.mark, { item, keys: keys() });
}

/** A shortcut carries the item's key once more, under the key of the vault it lies in. */
function addShortcut(build: Build, { item: mark, vault, folder = [] }: PlanShortcut): void {
  const { state, dialect } = build;
  const target = required(build.places.get(vault), vault);
  const { item, keys } = required(build.marked.get(mark), mark);
  let folderId: string | null = null;
  for (const name of folder) {
    const found = [...state.folders.values()].find(
      (each) =>
        each.vaultId === target.vault.id && each.parentId === folderId && each.name === name,
    );
    folderId = required(found, name).id;
  }
  const key = dialect.shortcutKey(keys.itemKey ?? keys.vaultKey, target.key, `shortcut ${mark}`);
  const id = state.newId();
  const creator = build.people.main.login;
  state.shortcuts.set(id, {
    id,
    itemId: item.id,
    vaultId: target.vault.id,
    folderId,
    key,
    creator,
  });
}

function addInboxEntry(build: Build, { item: mark, to, viewed }: PlanInbox): void {
  const { state, dialect, people } = build;
  const { item, keys } = required(build.marked.get(mark), mark);
  const id = state.newId();
  const sealed = dialect.inboxKeys(people[to], keys, `inbox ${mark} ${to}`);
  const userId = people[to].id;
  const sent = { senderId: people.second.id, createdAt: epoch - 86_400 };
  const home = [...build.places.values()].find(({ vault }) => vault.id === item.vaultId);
  if (home && viewed && sealed.key === null && !home.vault.access.has(userId)) {
    // The old flow was gone through before: the receiver has the key of the vault for himself.
    const received = dialect.vaultAccess(people[to], home.plan, home.key);
    home.vault.access.set(userId, { right: 'received', keys: received });
  }
  state.inbox.set(id, { id, userId, itemId: item.id, viewed, noticed: viewed, ...sealed, ...sent });
}

/** Fills the vaults of the main user, one after the other, with folders of generated items. */
function addBulk(build: Build): void {
  const { state, people, plan } = build;
  const targets = plan.vaults.filter(({ members }) => members.main === 'admin');
  let place: Place | undefined;
  const wanted = build.items - state.items.size;
  for (let number = 1; number <= wanted; number += 1) {
    if (!place || number % bulkFolderSize === 1) {
      const batch = Math.floor(number / bulkFolderSize);
      const target = required(targets[batch % targets.length], people.main.id);
      const root = { ...required(build.places.get(target.name), target.name), label: 'bulk' };
      const folder = addFolder(state, { ...root, folderId: null }, `Fleet ${batch + 1}`);
      place = { ...root, folderId: folder.id };
    }
    const label = `bulk ${number}`;
    addItem(
      build,
      bulkItem(number, createRandom(`${build.seed} ${label}`)),
      { ...place, label },
      true,
    );
  }
}

/** Some items in the middle, so that recents are there before anything was opened. */
function rememberRecent({ state, people }: Build): void {
  const user = state.users.get(people.main.id);
  if (user) user.recent = [...state.items.keys()].slice(3, 9);
}

function required<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`the plan names ${name}, which it does not hold`);
  return value;
}
