import type { ChunkFailure, ChunkStore } from '../../../../../src/platform/chunk-store.ts';

export type MemoryChunks = ChunkStore & {
  readonly held: Map<string, Uint8Array<ArrayBuffer>>;
  /** While set, every call fails so. */
  failure: ChunkFailure | null;
  /** Names read so far. */
  readonly readNames: string[];
};

/** Chunks as IndexedDB keeps them: copies, in memory, until it fails. */
export function memoryChunks(): MemoryChunks {
  const held = new Map<string, Uint8Array<ArrayBuffer>>();
  const store: MemoryChunks = {
    held,
    failure: null,
    readNames: [],
    read: (names) =>
      answer(() => {
        store.readNames.push(...names);
        return names.map((name) => held.get(name)?.slice() ?? null);
      }),
    write: (chunks) =>
      answer(() => {
        for (const [name, bytes] of chunks) held.set(name, bytes.slice());
        return null;
      }),
    remove: (names) =>
      answer(() => {
        for (const name of names) held.delete(name);
        return null;
      }),
    names: () => answer(() => [...held.keys()]),
    clear: () =>
      answer(() => {
        held.clear();
        return null;
      }),
  };

  async function answer<T>(work: () => T) {
    await Promise.resolve();
    if (store.failure !== null) return { ok: false as const, failure: store.failure };
    return { ok: true as const, value: work() };
  }

  return store;
}
