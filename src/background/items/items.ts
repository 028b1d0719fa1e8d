/** The local index of summaries: what the popup lists, what belongs to a page. It holds no secret. */
import { type AppError, toAppError } from '../../model/error.ts';
import type { Folder, ItemSummary, Vault } from '../../model/item.ts';
import type { Passwork } from '../../passwork/passwork.ts';
import type { ChunkStore } from '../../platform/chunk-store.ts';
import type { FindAnswer, IndexState, ItemRow } from '../../protocol/popup-calls.ts';
import { fold } from './fold.ts';
import { gradeMatch } from './match-site.ts';
import { createSeal, newKeyText, type Seal } from './seal.ts';
import { parsePage, parseStoredSite, type StoredSite } from './site.ts';

export type FindInIndex = {
  readonly query: string;
  /** Address of the tab whose site comes first; null where there is none. */
  readonly page: string | null;
  readonly offset: number;
  readonly limit: number;
};

export type RowRef = { readonly id: string; readonly shortcutId: string | null };

export type Items = {
  /** Fetches every vault anew. What was restored stays usable meanwhile. Never rejects: see `state`. */
  build(client: Passwork): Promise<void>;
  /** Reads back what an earlier worker left; false where there is nothing usable. */
  restore(): Promise<boolean>;
  state(): IndexState;
  find(request: FindInIndex): Promise<FindAnswer>;
  /** Rows that belong to this page, best first. */
  matching(pageUrl: string): Promise<readonly ItemRow[]>;
  matches(ref: RowRef, pageUrl: string): Promise<boolean>;
  row(id: string, shortcutId: string | null): Promise<ItemRow | null>;
  noteUse(id: string, at: number): void;
  wipe(): Promise<void>;
  onChange(listener: () => void): void;
};

export type KeyText = {
  get(): Promise<string>;
  set(text: string): Promise<void>;
  remove(): Promise<void>;
};

export type ItemsDeps = {
  readonly chunks: ChunkStore;
  readonly key: KeyText;
  readonly now: () => number;
};

type Doc = { row: ItemRow; sites: StoredSite[]; text: string; name: string };
type Content = { vault: Vault; folders: readonly Folder[]; items: readonly ItemSummary[] };
type Saved = { refreshedAt: number; contents: Content[]; uses: [string, number][] };

export function createItems({ chunks, key, now }: ItemsDeps): Items {
  let contents = new Map<string, Content>();
  let docs: Doc[] = [];
  let uses = new Map<string, number>();
  let current: IndexState = emptyState;
  let running: Promise<void> | null = null;
  let restoring: Promise<boolean> | null = null;
  let life = 0;
  const listeners: (() => void)[] = [];

  function set(change: Partial<IndexState>) {
    current = { ...current, ...change, items: docs.length };
    for (const listener of listeners) listener();
  }

  function reindex() {
    docs = [...contents.values()].flatMap(docsOf).sort((a, b) => order.compare(a.name, b.name));
  }

  async function seal(): Promise<Seal | null> {
    const text = await key.get();
    if (text !== '') return createSeal(text);
    const fresh = newKeyText();
    await key.set(fresh);
    return createSeal(fresh);
  }

  async function save() {
    const mine = life;
    const box = await seal();
    const saved: Saved = {
      refreshedAt: current.refreshedAt,
      contents: [...contents.values()],
      uses: [...uses],
    };
    const bytes = await box?.close('all', new TextEncoder().encode(JSON.stringify(saved)));
    if (bytes !== undefined && mine === life) await chunks.write(new Map([['all', bytes]]));
  }

  async function fetchAll(client: Passwork) {
    const mine = life;
    const { problem: _, ...rest } = current;
    current = rest;
    try {
      set({ phase: 'building', vaultsDone: 0 });
      const vaults = await client.vaults();
      if (mine !== life) return;
      const known = new Set(vaults.map((vault) => vault.id));
      contents = new Map([...contents].filter(([id]) => known.has(id)));
      set({ vaultsTotal: vaults.length });
      const left = [...vaults];
      let problem: AppError | null = null;
      const worker = async () => {
        for (let vault = left.shift(); vault !== undefined; vault = left.shift()) {
          try {
            const content = await client.vaultContent(vault.id);
            if (mine !== life) return;
            contents.set(vault.id, { vault, ...content });
          } catch (thrown) {
            const error = toAppError(thrown);
            if (error.code === 'denied' || error.code === 'not-found') contents.delete(vault.id);
            else problem = error;
          }
          reindex();
          set({ vaultsDone: current.vaultsDone + 1 });
        }
      };
      await Promise.all([worker(), worker(), worker(), worker()]);
      if (mine !== life) return;
      if (problem === null) set({ phase: 'ready', refreshedAt: now() });
      else set({ phase: 'ready', problem: (problem as AppError).code });
      await save();
    } catch (thrown) {
      if (mine === life) set({ phase: 'failed', problem: toAppError(thrown).code });
    }
  }

  async function load(): Promise<boolean> {
    const mine = life;
    const text = await key.get();
    const box = text === '' ? null : await createSeal(text);
    const read = await chunks.read(['all']);
    const sealed = read.ok ? read.value[0] : null;
    const plain = sealed && box ? await box.open('all', sealed) : null;
    if (plain === null || mine !== life) return false;
    const saved: Saved = JSON.parse(new TextDecoder().decode(plain));
    contents = new Map(saved.contents.map((content) => [content.vault.id, content]));
    uses = new Map(saved.uses);
    reindex();
    const total = contents.size;
    set({ phase: 'ready', vaultsDone: total, vaultsTotal: total, refreshedAt: saved.refreshedAt });
    return true;
  }

  function gradeOf(doc: Doc, page: ReturnType<typeof parsePage>): number {
    if (page === null) return 9;
    return Math.min(9, ...doc.sites.map((site) => gradeMatch(site, page) ?? 9));
  }

  function matchingDocs(pageUrl: string): Doc[] {
    const page = parsePage(pageUrl);
    return docs
      .map((doc) => ({ doc, grade: gradeOf(doc, page) }))
      .filter(({ grade }) => grade < 9)
      .sort((a, b) => a.grade - b.grade)
      .map(({ doc }) => doc);
  }

  const find = (ref: RowRef) =>
    docs.find(({ row }) => row.id === ref.id && row.shortcutId === ref.shortcutId);

  return {
    build(client) {
      running ??= fetchAll(client).finally(() => {
        running = null;
      });
      return running;
    },
    restore() {
      restoring ??= load().catch(() => false);
      return restoring;
    },
    state: () => current,
    async find({ query, page, offset, limit }) {
      await restoring;
      const words = fold(query).split(/\s+/).filter(Boolean);
      const here = page === null ? [] : matchingDocs(page);
      const belongs = new Set(here);
      const found = [...here, ...docs.filter((doc) => !belongs.has(doc))].filter((doc) =>
        words.every((word) => doc.text.includes(word)),
      );
      return {
        rows: found.slice(offset, offset + limit).map(({ row }) => row),
        matching: found.filter((doc) => belongs.has(doc)).length,
        total: found.length,
        site: (page === null ? null : parsePage(page))?.host ?? '',
        index: current,
      };
    },
    async matching(pageUrl) {
      await restoring;
      return matchingDocs(pageUrl).map(({ row }) => row);
    },
    async matches(ref, pageUrl) {
      await restoring;
      const doc = find(ref);
      return doc !== undefined && gradeOf(doc, parsePage(pageUrl)) < 9;
    },
    async row(id, shortcutId) {
      await restoring;
      return find({ id, shortcutId })?.row ?? null;
    },
    noteUse(id, at) {
      uses.set(id, at);
    },
    async wipe() {
      life += 1;
      contents = new Map();
      docs = [];
      uses = new Map();
      running = null;
      restoring = null;
      current = emptyState;
      await key.remove();
      await chunks.clear();
      set({});
    },
    onChange(listener) {
      listeners.push(listener);
    },
  };
}

const order = new Intl.Collator(undefined, { numeric: true });

const emptyState: IndexState = {
  phase: 'building',
  vaultsDone: 0,
  vaultsTotal: 0,
  items: 0,
  refreshedAt: 0,
};

function docsOf({ vault, folders, items }: Content): Doc[] {
  const byId = new Map(folders.map((folder) => [folder.id, folder]));
  return items.map((item) => {
    const path: string[] = [];
    for (let at = item.folderId; at !== null && path.length < 50; ) {
      const folder = byId.get(at);
      if (folder === undefined) break;
      path.unshift(folder.name);
      at = folder.parentId;
    }
    path.unshift(vault.name);
    const sites = item.urls.map(parseStoredSite).filter((site) => site !== null);
    const host = sites[0]?.host ?? '';
    const { id, shortcutId, name, login, colour, favourite } = item;
    return {
      row: { id, shortcutId, name, login, host, colour, favourite, path },
      sites,
      name,
      text: fold([name, login, host, ...item.tags, ...path, item.description].join('\n')),
    };
  });
}
