/** Rows in memory: chunk by chunk, read back from the store when one of their rows is wanted. */
import type { ChunkRef, IndexStore } from './index-store.ts';
import type { RowChunk } from './row-chunk.ts';

export type Rows = {
  add(ref: ChunkRef, chunk: RowChunk): void;
  /** Null where it has not been loaded. */
  get(ref: ChunkRef): RowChunk | null;
  /** Answers with those that are missing or damaged in the store. */
  load(refs: readonly ChunkRef[]): Promise<readonly ChunkRef[]>;
  keepOnly(refs: readonly ChunkRef[]): void;
  clear(): void;
};

export function createRows(store: Pick<IndexStore, 'readRows'>): Rows {
  const known = new Map<string, RowChunk>();
  return {
    add(ref, chunk) {
      known.set(ref.name, chunk);
    },
    get: (ref) => known.get(ref.name) ?? null,
    async load(refs) {
      const missing = refs.filter(({ name }) => !known.has(name));
      if (missing.length === 0) return [];
      const chunks = await store.readRows(missing.map(({ name }) => name));
      return missing.filter((ref, index) => {
        const chunk = chunks[index] ?? null;
        // Another vault's chunk would have another name, so only the number of rows is left to check.
        if (chunk === null || chunk.count !== ref.rows) return !known.has(ref.name);
        known.set(ref.name, chunk);
        return false;
      });
    },
    keepOnly(refs) {
      const names = new Set(refs.map(({ name }) => name));
      for (const name of known.keys()) if (!names.has(name)) known.delete(name);
    },
    clear: () => known.clear(),
  };
}
