/**
 * The local index of summaries: what the popup lists, what belongs to a page. It holds no secret,
 * and no question to it ever reaches the server.
 */
import { toAppError } from '../../model/error.ts';
import type { OpenedItem } from '../../model/item.ts';
import type { Passwork } from '../../passwork/passwork.ts';
import type { ChunkStore } from '../../platform/chunk-store.ts';
import type { StoredText } from '../../platform/storage.ts';
import type { RowRef } from '../../protocol/item-calls.ts';
import type { IndexState } from '../../protocol/list-calls.ts';
import { buildIndex } from './build-index.ts';
import { type Catalogue, createCatalogue } from './catalogue.ts';
import { type ChunkRef, createIndexStore } from './index-store.ts';
import type { Head, WordIndex } from './item-index.ts';
import { createKnownSites } from './known-sites.ts';
import { hasCode, isOutdated } from './opened-facts.ts';
import { createQuestions, type Questions, readDocs } from './questions.ts';
import { createRows } from './rows.ts';
import type { ItemRuling } from './ruled-docs.ts';
import { createTreeKeeper } from './tree-keeper.ts';
import { emptyState, sameChunks, updateIndex } from './update.ts';
import { createUses } from './uses.ts';

export type Items = Questions & {
  /** Fetches every vault anew. What was restored stays usable meanwhile. Never rejects: see `state`. */
  build(client: Passwork): Promise<void>;
  /** Fetches one vault anew, after something in it was changed; the others stay as they are. Never rejects. */
  renew(client: Passwork, vaultId: string): Promise<void>;
  /** Reads back what an earlier worker left; false where there is nothing usable. */
  restore(): Promise<boolean>;
  state(): IndexState;
  /** From now on the item's addresses count as known, as they are. */
  trustAddresses(ref: RowRef): Promise<void>;
  /** Moves an item up in lists. `at` in Unix milliseconds. */
  noteUse(id: string, at: number): void;
  /**
   * An item was opened: keeps what no list tells, whether it has a one-time code. True where the list shows
   * another name, login or address than the item has.
   */
  learn(item: OpenedItem): Promise<boolean>;
  /** Forgets everything here; what lies encrypted in the store can be restored once its key is back. */
  suspend(): void;
  /** Forgets everything, here and in the store. */
  wipe(): Promise<void>;
  /** Called after each change of the state, of the content or of its order. */
  onChange(listener: () => void): void;
};

export type ItemsDeps = {
  readonly chunks: ChunkStore;
  readonly key: StoredText;
  readonly now: () => number;
  /** What was decided for single items; without it, addresses decide alone. */
  readonly rules?: ItemRuling;
  /** Ids of items whose password was seen at another one too; without it, none. */
  readonly reused?: () => Promise<readonly string[]>;
};

const noneReused = async () => [];
const noRules: ItemRuling = { ready: async () => undefined, ofItems: () => new Map() };

/** Milliseconds: several uses in a row are written once. */
const notesDelay = 300;

export function createItems(deps: ItemsDeps): Items {
  const { chunks, key, now, rules = noRules, reused = noneReused } = deps;
  const store = createIndexStore(chunks, key);
  const rows = createRows(store);
  const uses = createUses();
  const tree = createTreeKeeper(store);
  const knownSites = createKnownSites(uses, urlsOf);
  const listeners: (() => void)[] = [];
  let catalogue: Catalogue | null = null;
  let state = emptyState;
  let restoring: Promise<boolean> | null = null;
  let building: { client: Passwork; done: Promise<void>; only: string | null } | null = null;
  let repairing: Promise<void> | null = null;
  /** Chunks of the index that the store holds. */
  let saved: readonly ChunkRef[] = [];
  let notesTimer: ReturnType<typeof setTimeout> | null = null;
  /** Ends with every wipe: what was begun before may finish, but changes nothing any more. */
  let life = new AbortController();

  function changed() {
    for (const listener of listeners) listener();
  }

  function setState(next: IndexState) {
    state = { ...next, items: catalogue?.head.size ?? 0 };
    changed();
  }

  function show(index: {
    head: Head;
    refs: readonly ChunkRef[];
    words: () => Promise<WordIndex | null>;
  }) {
    catalogue = createCatalogue({ ...index, rows, uses, rules: rules.ofItems, reused, now });
    return catalogue;
  }

  async function saveNotes() {
    await store.saveNotes({ refreshedAt: state.refreshedAt, uses: uses.all() });
  }

  function saveNotesSoon() {
    if (notesTimer !== null) return;
    const { signal } = life;
    notesTimer = setTimeout(() => {
      notesTimer = null;
      if (!signal.aborted) void saveNotes();
    }, notesDelay);
  }

  async function readBack(): Promise<boolean> {
    const { signal } = life;
    const [read] = await Promise.all([store.readHead().catch(() => null), rules.ready()]);
    if (signal.aborted || read === null) return false;
    const { head, refs, words } = read.saved;
    saved = refs;
    uses.load(read.notes.uses);
    let reading: Promise<WordIndex | null> | null = null;
    const readWords = () => {
      reading ??= store.readWords(words).catch(() => null);
      return reading;
    };
    show({ head, refs, words: readWords });
    const total = new Set(refs.map(({ vaultId }) => vaultId)).size;
    const { refreshedAt } = read.notes;
    setState({ ...state, phase: 'ready', vaultsDone: total, vaultsTotal: total, refreshedAt });
    return true;
  }

  function restore(): Promise<boolean> {
    restoring ??= readBack();
    return restoring.then(() => catalogue !== null);
  }

  /** Puts an index of these chunks in use; those that were lost are left out. */
  async function index(refs: readonly ChunkRef[], signal: AbortSignal): Promise<void> {
    const lost = new Set(await rows.load(refs));
    const whole = refs.filter((ref) => !lost.has(ref));
    const { head, words } = await buildIndex(whole.flatMap((ref) => rows.get(ref) ?? []));
    if (!signal.aborted) show({ head, refs: whole, words: async () => words });
  }

  async function persist(signal: AbortSignal) {
    const current = catalogue;
    const words = sameChunks(current?.refs ?? [], saved) ? null : await current?.words();
    if (signal.aborted) return;
    if (current && words) {
      const bytesOf = (ref: ChunkRef) => rows.get(ref)?.bytes ?? null;
      const done = await store.save({ head: current.head, refs: current.refs, words, bytesOf });
      if (signal.aborted) return;
      if (done) saved = current.refs;
      rows.keepOnly(current.refs);
    }
    await tree.save();
    await saveNotes();
  }

  /** Chunks were damaged: goes on with the others until the next build fetches all again. */
  function repair(): Promise<void> {
    const { signal } = life;
    const work = async () => {
      saved = [];
      await index(catalogue?.refs ?? [], signal);
      if (!signal.aborted) setState({ ...state, refreshedAt: 0 });
    };
    repairing ??= work().finally(() => {
      repairing = null;
    });
    return repairing;
  }

  /** Asks the catalogue; where chunks turn out to be lost, asks again without them. */
  async function ask<T>(question: (from: Catalogue) => Promise<T | 'lost'>): Promise<T | null> {
    await restore();
    for (;;) {
      const from = catalogue;
      if (from === null) return null;
      const answer = await question(from);
      if (answer !== 'lost') return answer;
      await repair();
    }
  }

  async function urlsOf(id: string): Promise<readonly string[] | null> {
    const candidates = await ask((from) => readDocs(from.docsOfId(id))(from));
    const rows = (candidates ?? []).filter((item) => item.id === id);
    return rows.length === 0 ? null : rows.flatMap(({ urls }) => urls);
  }

  async function runBuild(client: Passwork, only: string | null): Promise<void> {
    await restore();
    const { signal } = life;
    try {
      await tree.read();
      await updateIndex({
        client,
        only,
        signal,
        store,
        rows,
        tree,
        now,
        async inUse() {
          await repairing;
          return catalogue?.refs ?? [];
        },
        state: () => state,
        setState,
        index: (refs) => index(refs, signal),
      });
      if (!signal.aborted) await persist(signal);
    } catch (thrown) {
      const problem = toAppError(thrown).code;
      if (!signal.aborted) setState({ ...state, phase: 'failed', problem });
    }
  }

  const questions = createQuestions({
    ask,
    restore,
    state: () => state,
    tree,
    knownSites,
    rules,
  });

  function begin(client: Passwork, only: string | null) {
    const done: Promise<void> = runBuild(client, only).finally(() => {
      if (building?.done === done) building = null;
    });
    return { client, done, only };
  }

  function forget() {
    life.abort();
    life = new AbortController();
    catalogue = null;
    restoring = null;
    building = null;
    repairing = null;
    saved = [];
    rows.clear();
    uses.clear();
    tree.clear();
  }

  return {
    async build(client) {
      while (building !== null && (building.client !== client || building.only !== null)) {
        await building.done;
      }
      if (building === null) {
        building = begin(client, null);
      }
      await building.done;
    },

    async renew(client, vaultId) {
      // What is under way may have read the vault before the change.
      while (building !== null) await building.done;
      building = begin(client, vaultId);
      await building.done;
    },

    restore,
    state: () => state,
    ...questions,

    async trustAddresses({ id }) {
      uses.note(id, now());
      await knownSites.trust(id);
      await saveNotes();
    },

    noteUse(id, at) {
      uses.note(id, at);
      void knownSites.note(id);
      changed();
      saveNotesSoon();
    },

    async learn(item) {
      const { signal } = life;
      const rows = await ask((from) => readDocs(from.docsOfId(item.id))(from));
      if (signal.aborted) return false;
      uses.keepCode(item.id, hasCode(item));
      saveNotesSoon();
      return (rows ?? []).some((row) => row.id === item.id && isOutdated(row, item));
    },

    suspend() {
      forget();
      store.forget();
      setState(emptyState);
    },

    async wipe() {
      forget();
      await store.clear();
      setState(emptyState);
    },

    onChange(listener) {
      listeners.push(listener);
    },
  };
}
