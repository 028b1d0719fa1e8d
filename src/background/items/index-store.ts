/**
 * Where the index outlives the worker: encrypted chunks whose key lives only in `storage.session`.
 *
 *   notes         when it was fetched, and what was used
 *   head          enough to list and to match pages; names the chunks below
 *   words-…       what a query with words needs
 *   rows-…        256 rows of one vault
 *   tree          vaults and folders
 *
 * Names of chunks are random and never used again, and the head, written last, says which of them count:
 * a worker killed while it writes leaves the index of before. Where the store fails the index is
 * in memory only, and is fetched again by the next worker.
 */
import { encodeBase64 } from '../../crypto/base64.ts';
import { randomBytes, toHex } from '../../crypto/bytes.ts';
import type { ChunkStore } from '../../platform/chunk-store.ts';
import type { StoredText } from '../../platform/storage.ts';
import { createSeal, newKeyText, type Seal } from '../seal.ts';
import { type Columns, packColumns, unpackColumns } from './columns.ts';
import {
  type Head,
  packHead,
  packWords,
  unpackHead,
  unpackWords,
  type WordIndex,
} from './item-index.ts';
import { type RowChunk, unpackRows } from './row-chunk.ts';
import type { Tree } from './tree.ts';
import type { Use } from './uses.ts';

/** One chunk of rows. */
export type ChunkRef = {
  readonly name: string;
  readonly vaultId: string;
  /** Of its plain bytes: one that was fetched again and says the same is not written again. */
  readonly digest: string;
  readonly rows: number;
};

export type SavedHead = {
  readonly head: Head;
  readonly refs: readonly ChunkRef[];
  /** Name of the chunk of words. */
  readonly words: string;
};

export type Notes = {
  /** Unix milliseconds. */
  readonly refreshedAt: number;
  readonly uses: readonly Use[];
};

export type IndexStore = {
  /** Null where there is no key, or nothing that it opens. */
  readHead(): Promise<{ saved: SavedHead; notes: Notes } | null>;
  readWords(name: string): Promise<WordIndex | null>;
  /** In the order of the names; null for a chunk that is missing or damaged. */
  readRows(names: readonly string[]): Promise<(RowChunk | null)[]>;
  /** Writes what is not there yet, and removes what no longer counts. False where the store failed. */
  save(index: {
    head: Head;
    refs: readonly ChunkRef[];
    words: WordIndex;
    bytesOf: (ref: ChunkRef) => Uint8Array<ArrayBuffer> | null;
  }): Promise<boolean>;
  saveNotes(notes: Notes): Promise<void>;
  /** Null where there is none, or none that can be read. */
  readTree(): Promise<Tree | null>;
  saveTree(tree: Tree): Promise<void>;
  /** Makes a key where there is none. Fails silently: the index is in memory only then. */
  prepare(signal: AbortSignal): Promise<void>;
  /** Drops the key from memory; what lies in the store stays. */
  forget(): void;
  clear(): Promise<void>;
};

/** A reference to a chunk that is not written yet. */
export async function chunkRef(vaultId: string, { bytes, count }: RowChunk): Promise<ChunkRef> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return { name: freshName('rows'), vaultId, digest: encodeBase64(digest), rows: count };
}

export function createIndexStore(chunks: ChunkStore, key: StoredText): IndexStore {
  let opened: { text: string; seal: Promise<Seal | null> } | null = null;

  function keyText(): Promise<string> {
    return key.get().catch(() => '');
  }

  async function seal(): Promise<Seal | null> {
    const text = await keyText();
    if (opened?.text !== text) opened = { text, seal: createSeal(text) };
    return opened.seal;
  }

  /** What is damaged is removed, so that the same content can be written again. */
  async function read(names: readonly string[]): Promise<(Uint8Array<ArrayBuffer> | null)[]> {
    const box = await seal();
    const outcome = box === null ? null : await chunks.read(names);
    if (box === null || outcome === null || !outcome.ok) return names.map(() => null);
    const plain = await Promise.all(
      names.map(async (name, index) => {
        const bytes = outcome.value[index] ?? null;
        return bytes === null ? null : box.open(name, bytes);
      }),
    );
    const damaged = names.filter((_, index) => plain[index] === null && outcome.value[index]);
    if (damaged.length > 0) await chunks.remove(damaged);
    return plain;
  }

  async function write(plain: ReadonlyMap<string, Uint8Array<ArrayBuffer>>): Promise<boolean> {
    const box = await seal();
    if (box === null) return false;
    const sealed = await Promise.all(
      [...plain].map(async ([name, bytes]) => [name, await box.close(name, bytes)] as const),
    );
    return (await chunks.write(new Map(sealed))).ok;
  }

  return {
    async readHead() {
      const [head, notes] = await read(['head', 'notes']);
      const saved = decode(head, toSavedHead);
      if (saved === null) return null;
      return { saved, notes: decode(notes, toNotes) ?? { refreshedAt: 0, uses: [] } };
    },
    async readWords(name) {
      const [bytes] = await read([name]);
      return decode(bytes, unpackWords);
    },
    async readRows(names) {
      const all = await read(names);
      return all.map((bytes) => (bytes === null ? null : quietly(() => unpackRows(bytes))));
    },

    async save({ head, refs, words, bytesOf }) {
      const names = await chunks.names();
      if (!names.ok) return false;
      const there = new Set(names.value);
      const fresh = new Map<string, Uint8Array<ArrayBuffer>>();
      for (const ref of refs) {
        const bytes = there.has(ref.name) ? null : bytesOf(ref);
        if (bytes !== null) fresh.set(ref.name, bytes);
      }
      const wordsName = freshName('words');
      fresh.set(wordsName, packColumns(null, packWords(words)));
      const meta = { refs, words: wordsName };
      const written =
        (await write(fresh)) &&
        (await write(new Map([['head', packColumns(meta, packHead(head))]])));
      // What the head that counts does not name is left over from an earlier one, or from a failure.
      const kept = new Set(['head', 'notes', 'tree', wordsName, ...refs.map(({ name }) => name)]);
      if (written) await chunks.remove(names.value.filter((name) => !kept.has(name)));
      return written;
    },
    async saveNotes(notes) {
      await write(new Map([['notes', packColumns(notes, {})]]));
    },

    async readTree() {
      const [bytes] = await read(['tree']);
      return decode(bytes, ({ meta }) => meta as Tree); // our own, authenticated
    },
    async saveTree(tree) {
      await write(new Map([['tree', packColumns(tree, {})]]));
    },

    async prepare(signal) {
      const text = await keyText();
      // Whoever locked meanwhile removed the key, and it must not come back.
      if (text === '' && !signal.aborted) await key.set(newKeyText()).catch(() => undefined);
    },
    forget() {
      opened = null;
    },
    async clear() {
      opened = null;
      // The key first: without it the chunks are noise, even where they cannot be removed.
      await key.remove();
      await chunks.clear();
    },
  };
}

function freshName(kind: 'rows' | 'words'): string {
  return `${kind}-${toHex(randomBytes(9))}`;
}

function decode<T>(
  bytes: Uint8Array<ArrayBuffer> | null | undefined,
  make: (columns: Columns) => T,
): T | null {
  return bytes ? quietly(() => make(unpackColumns(bytes))) : null;
}

/** Chunks are authenticated, so this fails only where another version of us wrote them. */
function quietly<T>(make: () => T): T | null {
  try {
    return make();
  } catch {
    return null;
  }
}

function toSavedHead(columns: Columns): SavedHead {
  const { refs, words } = columns.meta as { refs: ChunkRef[]; words: string }; // our own, authenticated
  return { head: unpackHead(columns), refs, words };
}

function toNotes(columns: Columns): Notes {
  return columns.meta as Notes; // our own, authenticated
}
